"""Putting what cleanups hold into the system's trash."""

from __future__ import annotations

import os
from collections.abc import Callable

from tagger.duplicates.locking import locked
from tagger.duplicates.renaming import Moved, remove_empty
from tagger.duplicates.targets import is_held
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import Store, held
from tagger.store.held import HeldFile, HeldState

Trash = Callable[[str, str], None]


def empty(
    store: Store,
    *,
    older_than: str | None = None,
    trash: Trash | None = None,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
) -> Moved:
    """Put what is held into the system's trash; what was moved to a folder of the user's choice stays there.

    Args:
        store: The library.
        older_than: Only what was cleaned up before this time, ISO 8601 in UTC.
        trash: How to put a file into the trash, given where it is held and where it was; the system's own way if not
            given.
        progress: Told how far it is.
        control: Cancels between two files.

    Raises:
        Cancelled: what is in the trash by then is noted.
    """
    done, control = Moved(), control or Control()
    with locked(store, control):
        files = [
            file
            for file in store.read(lambda db: held.files(db, states=[HeldState.HELD]))
            if is_held(file.held_path) and (older_than is None or file.at < older_than)
        ]
        for number, file in enumerate(files):
            control.checkpoint()
            progress(Progress(number, len(files), file.path))
            if _put(file, trash or _trash, done):
                store.write(lambda db, file=file: held.set_state(db, [file.id], HeldState.TRASHED)).result()  # type: ignore[misc]
    return done


def _put(file: HeldFile, trash: Trash, done: Moved) -> bool:
    """Put one file into the trash; whether it is held no longer."""
    folder = os.path.dirname(file.held_path)
    if not os.path.lexists(file.held_path):
        # It went there when a crash came before the note, or somebody took it; or else its drive is not there.
        return os.path.isdir(os.path.dirname(os.path.dirname(folder)))
    try:
        trash(file.held_path, file.path)
    except OSError as error:
        done.problems.append(f"{file.held_path} stays held: it cannot be put into the trash: {error}")
        return False
    done.photo_ids.add(file.photo_id)
    done.bytes += file.bytes
    remove_empty(folder)
    return True


def _trash(held_path: str, _path: str) -> None:
    from send2trash import TrashPermissionError, send2trash

    try:
        send2trash(held_path)
    except TrashPermissionError as error:
        raise OSError("this volume has no trash") from error
