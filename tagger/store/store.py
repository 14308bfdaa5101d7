"""The library file, opened."""

from __future__ import annotations

import functools
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from tagger.errors import DamagedLibrary, LibraryError
from tagger.store.automatic import backups
from tagger.store.connection import Readers, Refusal, Writer, is_read_only
from tagger.store.database import Database
from tagger.store.schema import prepare, refuse_unless_current

T = TypeVar("T")


class Store:
    """Reads and writes of one library. The functions given to it are those of this package's other modules.

    Attributes:
        path: The SQLite file.
        read_only: Whether it can only be looked at; every write is refused then.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.read_only = is_read_only(path)
        writing = functools.partial(prepare, path=path)
        self._writer: Writer | Refusal = Refusal(path) if self.read_only else Writer(path, writing)
        self._readers = Readers(path)
        if self.read_only:
            self._readers.read(refuse_unless_current)

    @classmethod
    def open(cls, path: Path | str) -> Store:
        """Open a library, made and migrated as needed.

        Raises:
            LibraryError: it cannot be used; the text says why and what to do.
        """
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"The folder {path.parent} for the library cannot be made: {error.strerror}.",
                "Choose another place with --library.",
            ) from error
        if path.is_file() and not path.stat().st_size and backups(path):
            raise DamagedLibrary(
                f"The library {path} is empty, and there are backups of it.",
                "Restore the last one with: tagger check --repair. Your photos and sidecars are unharmed.",
                path,
            )
        return cls(path)

    def read(self, fn: Callable[[Database], T]) -> T:
        """Run ``fn(db)`` now, in this thread, read-only, on one snapshot."""
        return self._readers.read(fn)

    def write(self, fn: Callable[[Database], T], *, durable: bool = False) -> Future[T]:
        """Run ``fn(db)`` in the writer thread as one transaction.

        With ``durable``, it is on the disk when the future is done: for what must be known even after a power cut.
        """
        return self._writer.submit(fn, durable=durable)

    def close(self) -> None:
        """Finish pending writes and close; no thread may use the store any more."""
        self._readers.close()  # first: only the last connection to go can fold the log into the file, if it may write
        self._writer.close()
