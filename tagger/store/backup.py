"""A copy of the library file while it is in use."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from tagger.errors import Cancelled, LibraryError
from tagger.progress import Control
from tagger.store.connection import environment_faults, open_readonly

_LOOK_EVERY = 20_000
"""Steps of SQLite's machine between two looks at whether to go on: some milliseconds."""


def back_up(library: Path, target: Path, control: Control | None = None) -> None:
    """Copy a library, compact and as it is at one moment, whoever writes to it meanwhile.

    Args:
        library: The library file.
        target: Where the copy goes; it is replaced only when the copy is complete.
        control: Cancels.

    Raises:
        LibraryError: the target is the library itself, or cannot be written.
        Cancelled: by ``control``; nothing is left behind.
    """
    if target.exists() and target.samefile(library):
        raise LibraryError("The library cannot be copied onto itself.", "Choose another name or folder for the backup.")
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        _copy(library, part, control)
        os.replace(part, target)
    except OSError as error:
        raise _unwritable(target, error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _copy(library: Path, part: Path, control: Control | None) -> None:
    with environment_faults(library):
        db = open_readonly(library)
    try:
        if control is not None:
            db.conn.set_progress_handler(lambda: control.cancelled, _LOOK_EVERY)
        db.conn.execute("VACUUM INTO ?", (str(part),))
    except sqlite3.Error as error:
        if control is not None and control.cancelled:
            raise Cancelled from error
        raise _unwritable(part, str(error)) from error
    finally:
        db.close()


def _unwritable(target: Path, reason: str) -> LibraryError:
    return LibraryError(
        f"The backup cannot be written to {target.parent}: {reason}.",
        "Choose another folder, or free some space there.",
    )
