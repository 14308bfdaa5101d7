"""Putting the last sound backup in the place of a damaged library, which is kept beside it.

A program that dies half-way leaves either the damaged library or the restored one there, never none: an absent file
would be taken for a new library.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tagger.errors import LibraryError
from tagger.store.automatic import Backup, backups, fault

_SHARED_FIRST, _SHARED_BYTES = 0x40000002, 510
"""The bytes that every open connection of SQLite keeps locked; see "File Locking And Concurrency" in its manual."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did.

    Attributes:
        backup: The backup that stands in the library's place now.
        damaged: Where the damaged file is.
        fault: What was wrong with it.
    """

    backup: Backup
    damaged: Path
    fault: str


def last_sound(library: Path) -> Backup | None:
    """The newest backup that can be used; None where there is none."""
    return next((each for each in backups(library) if fault(each.path) is None), None)


def repair(library: Path) -> Repaired | None:
    """Restore a library from its last sound backup; None where it is not damaged. No other program may have it open.

    Raises:
        LibraryError: there is no backup, the library is in use, or the disk refuses.
    """
    wrong = fault(library, thorough=True)
    if wrong is None:
        return None
    found = last_sound(library)
    if found is None:
        raise LibraryError(
            f"The library {library} is damaged ({wrong}), and there is no automatic backup of it.",
            "Index the folders anew with another library: tags come back from sidecars.",
        )
    try:
        if _in_use(library):
            raise LibraryError(
                f"The library {library} is open in another program.", "Close Tagger everywhere, then try again."
            )
        return Repaired(found, _exchange(library, found.path), wrong)
    except OSError as error:
        raise LibraryError(
            f"The library {library} cannot be restored: {error.strerror}.",
            f"Free some space and make its folder writable; the backup is {found.path}.",
        ) from error


def _exchange(library: Path, backup: Path) -> Path:
    part = library.with_name(f"{library.name}.{os.getpid()}.part")
    damaged = _free_name(library)
    try:
        shutil.copyfile(backup, part)
        _to_disk(part)
        _second_name(library, damaged)
        # The log belongs to the damaged file: beside the restored one SQLite would play it into that.
        for ending in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.replace(f"{library}{ending}", f"{damaged}{ending}")
        os.replace(part, library)
    finally:
        part.unlink(missing_ok=True)
    _to_disk(library.parent)
    return damaged


def _free_name(library: Path) -> Path:
    stem = f"{library.name}.damaged-{datetime.now().strftime('%Y-%m-%dT%H%M%S')}"  # noqa: DTZ005 - shown to people
    names = [stem, *(f"{stem}-{number}" for number in range(2, 1000))]
    return next(path for name in names if not (path := library.with_name(name)).exists())


def _second_name(library: Path, damaged: Path) -> None:
    """Give the damaged file a second name, so that the first never names nothing; a copy where there are no links."""
    try:
        os.link(library, damaged)
    except OSError:
        shutil.copyfile(library, damaged)


def _in_use(library: Path) -> bool:
    """Whether another process has it open. Windows refuses to replace such a file by itself."""
    if sys.platform == "win32":
        return False
    import fcntl

    with library.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_BYTES, _SHARED_FIRST)
        except BlockingIOError:
            return True
    return False


def _to_disk(path: Path) -> None:
    """Have the disk write what it was given; directories cannot be opened for that on Windows."""
    if sys.platform == "win32" and path.is_dir():
        return
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
