"""Taking a folder out of the library. Nothing on the disk is touched: no photo, no sidecar."""

from __future__ import annotations

import os
from dataclasses import dataclass

from tagger.entities import PhotoId
from tagger.errors import UsageError
from tagger.progress import ProgressCallback, ignore_progress
from tagger.store import journal, removed
from tagger.store.database import Database


@dataclass(frozen=True, slots=True)
class FolderRemoved:
    """What removing a folder did.

    Attributes:
        path: The folder.
        photo_ids: The photos that left the library.
        purged: Photos of earlier removals that can come back no more; their thumbnails are of no use.
    """

    path: str
    photo_ids: frozenset[int]
    purged: tuple[PhotoId, ...]


def remove_folder(
    db: Database, path: str, *, keep: bool, progress: ProgressCallback = ignore_progress
) -> FolderRemoved:
    """Take a root with its photos out of the library, as one step of the journal.

    Args:
        db: The library.
        path: The folder, as the library has it.
        keep: Whether tags, suggestions and decisions come back when the folder is added again. Otherwise they are
            forgotten, once the step can no longer be undone.
        progress: Told how many photos have left; what it raises ends the removal, and nothing of it is kept.

    Raises:
        UsageError: it is not a folder of the library.
    """
    if removed.folder_id_of(db, path) is None:
        raise UsageError(f"{path} is not a folder of this library.", "Remove the folder that it belongs to.")
    place = removed.remember(db, path, kept=keep)
    gone = removed.put_away(db, place, progress)
    name = os.fsencode(os.path.basename(path) or path).decode("utf-8", "replace")
    removed.bind(db, place, journal.record(db, f"remove the folder {name}", folders=[place]))
    return FolderRemoved(path, gone, tuple(removed.purge(db)))
