"""Backups of the library that are made by themselves, beside it: the newest few are kept."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tagger.errors import LibraryError
from tagger.progress import Control
from tagger.store import backup
from tagger.store.connection import BACKUPS_SUFFIX, open_readonly

_NAME = "%Y-%m-%dT%H%M%S"
INTERVALS = {"daily": timedelta(hours=20), "weekly": timedelta(days=6, hours=12)}
"""A little less than a day or a week, so that who starts at the same hour each time has one each time."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its file, and when it was made (local time)."""

    path: Path
    at: datetime


def backups(library: Path) -> list[Backup]:
    """The automatic backups of a library, the newest first; then those made before it was brought up to date."""
    own = [Backup(path, at) for path in _files(_folder(library)) if (at := _time_of(path)) is not None]
    before = [
        Backup(path, datetime.fromtimestamp(path.stat().st_mtime))  # noqa: DTZ006 - shown to people
        for path in _files(library.parent)
        if path.name.startswith(f"{library.name}.before-") and not path.name.endswith(".part")
    ]
    newest_first = sorted(own, key=lambda each: each.at, reverse=True)
    return newest_first + sorted(before, key=lambda each: each.at, reverse=True)


def due(library: Path, every: str, now: datetime) -> bool:
    """Whether a backup is to be made: the last one is old enough, and something changed since.

    Args:
        library: The library file.
        every: ``daily``, ``weekly`` or ``never``.
        now: Local time.
    """
    if every not in INTERVALS:
        return False
    last = next((each for each in backups(library) if each.path.parent == _folder(library)), None)
    if last is None:
        return True
    return not timedelta(0) <= now - last.at < INTERVALS[every] and _changed_at(library) > last.at


def make(library: Path, kept: int, now: datetime, control: Control | None = None) -> Path:
    """Make a backup, look whether it is sound, and only then let go of the oldest.

    Args:
        library: The library file; others may write to it meanwhile.
        kept: How many are kept.
        now: Local time, which names it.
        control: Cancels.

    Raises:
        LibraryError: it cannot be written, or the library is damaged; the older ones stay.
        Cancelled: by ``control``.
    """
    target = _folder(library) / f"{now.strftime(_NAME)}{library.suffix}"
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {target.parent} for backups cannot be made: {error.strerror}.",
            "Make the library's folder writable, or switch automatic backups off.",
        ) from error
    backup.back_up(library, target, control)
    problem = fault(target)
    if problem is not None:
        target.unlink(missing_ok=True)
        raise LibraryError(
            f"The backup of the library is damaged: {problem}.", "Check the disk, and the library with: tagger check."
        )
    own = [each for each in backups(library) if each.path.parent == target.parent]
    for old in own[max(kept, 1) :]:
        old.path.unlink(missing_ok=True)
    return target


def fault(path: Path, *, thorough: bool = False) -> str | None:
    """What is wrong with a library file, None where it is sound; ``thorough`` compares indexes with tables too."""
    try:
        with contextlib.closing(open_readonly(path)) as db:
            check = "integrity_check" if thorough else "quick_check"
            found = db.conn.execute(f"PRAGMA {check}(1)").fetchone()[0]
            db.conn.execute("SELECT count(*) FROM folders").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return None if found == "ok" else str(found).splitlines()[-1]


def _folder(library: Path) -> Path:
    return library.with_name(library.name + BACKUPS_SUFFIX)


def _files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(path for path in folder.iterdir() if path.is_file())


def _time_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _NAME)  # noqa: DTZ007 - local time, as it is shown
    except ValueError:
        return None


def _changed_at(library: Path) -> datetime:
    times = [0.0]
    for path in (library, Path(f"{library}-wal")):
        with contextlib.suppress(OSError):
            times.append(path.stat().st_mtime)
    return datetime.fromtimestamp(max(times))  # noqa: DTZ006 - compared with the local time of a name
