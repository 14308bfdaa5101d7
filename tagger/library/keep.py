"""Keeping what was read, in batches: rows and thumbnails together or not at all."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future

from tagger.entities import FolderId, PhotoReading
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.workers import ReadingTask
from tagger.store import duplicates, photos, prints, stacks
from tagger.store.database import Database
from tagger.store.store import Store

BATCH_PHOTOS = 64
BATCH_S = 0.25


class Keeper:
    """Saves readings; at most one batch is being written while the next one fills.

    Attributes:
        folder_id: The folder that the readings belong to; flush before it changes.
        kept: How many photos are saved, by the reason they were read for, and how many of them are ``unreadable``.
    """

    def __init__(self, store: Store, thumbnails: ThumbnailCache) -> None:
        self.folder_id = FolderId(0)
        self.kept: Counter[str] = Counter()
        self._store = store
        self._thumbnails = thumbnails
        self._batch: list[tuple[ReadingTask, PhotoReading]] = []
        self._since = time.monotonic()
        self._saving: Future[None] | None = None
        self._counts_when_saved: Counter[str] = Counter()

    def add(self, readings: Sequence[tuple[ReadingTask, PhotoReading]]) -> None:
        """Take readings, and save them once they are many or have waited."""
        if not self._batch:
            self._since = time.monotonic()
        self._batch += readings
        waited = time.monotonic() - self._since
        if self._batch and (len(self._batch) >= BATCH_PHOTOS or waited >= BATCH_S or self._saving is None):
            self.flush()

    def flush(self) -> None:
        """Begin to save what was taken."""
        self.settle()
        if not self._batch:
            return
        batch, self._batch = self._batch, []
        readings = [reading for _task, reading in batch]
        self._counts_when_saved = Counter(task.reason for task, _reading in batch)
        self._counts_when_saved["unreadable"] = sum(reading.error is not None for reading in readings)
        folder_id = self.folder_id
        self._saving = self._store.write(lambda db: save(db, folder_id, readings, self._thumbnails))

    def settle(self) -> None:
        """Wait until the batch that is being written is kept.

        Raises:
            LibraryError: the library cannot be written.
        """
        if self._saving is not None:
            saving, self._saving = self._saving, None
            saving.result()
            self.kept += self._counts_when_saved


def save(db: Database, folder_id: FolderId, readings: Sequence[PhotoReading], thumbnails: ThumbnailCache) -> None:
    """Keep readings and their thumbnails; the rows are committed by the caller, after the thumbnails are.

    After a crash in between, thumbnails without a photo remain; whichever photo gets their number next replaces them.
    """
    ids = photos.save_readings(db, folder_id, readings).ids
    stacks.due(db, (os.path.dirname(path) for path in ids))
    taken = [(ids[reading.path], reading.turned, reading.detail) for reading in readings]
    other = prints.changed(db, taken)  # what was seen of a photo that looks different now is void
    duplicates.forget_compared(db, other)
    duplicates.drop_members(db, other)
    prints.save(db, taken)
    thumbnails.delete([ids[reading.path] for reading in readings if reading.thumbnail is None])
    thumbnails.put_many(
        [(ids[reading.path], reading.thumbnail) for reading in readings if reading.thumbnail is not None]
    )
