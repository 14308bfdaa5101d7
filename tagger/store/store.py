"""The library file, opened."""

from __future__ import annotations

import functools
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from tagger.errors import LibraryError
from tagger.store.connection import Readers, Writer
from tagger.store.schema import prepare

T = TypeVar("T")


class Store:
    """Reads and writes of one library. The functions given to it are those of this package's other modules.

    Attributes:
        path: The SQLite file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = Writer(path, functools.partial(prepare, path=path))
        self._readers = Readers(path)

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
        return cls(path)

    def read(self, fn: Callable[[Database], T]) -> T:
        """Run ``fn(db)`` now, in this thread, read-only, on one snapshot."""
        return self._readers.read(fn)

    def write(self, fn: Callable[[Database], T]) -> Future[T]:
        """Run ``fn(db)`` in the writer thread as one transaction."""
        return self._writer.submit(fn)

    def close(self) -> None:
        """Finish pending writes and close; no thread may use the store any more."""
        self._readers.close()  # first: only the last connection to go can fold the log into the file, if it may write
        self._writer.close()
