"""Which uploads are at the service just now, so that one of them serves every operation of its photo.

A file is deleted once all operations that are switched on have been done with it. Those that never come, since they
were done before, are not waited for longer than the backend is open.
"""

from __future__ import annotations

import asyncio
import time
import weakref
from collections.abc import Collection
from dataclasses import dataclass, field

from tagger.entities import PhotoId

REUSE_S = 3600.0
"""An upload that is older is not used for another operation: the service deletes it after a day."""
MOST_IDLE = 200
"""More are not left at the service for operations that may come."""


@dataclass(slots=True)
class Upload:
    """A file at the service, and which operations it was used for (``open``: not done with it yet)."""

    file_id: str
    photo_id: PhotoId
    name: str
    used: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    since: float = field(default_factory=time.monotonic)


class Uploads:
    """Of one backend while it is open."""

    def __init__(self, operations: Collection[str]) -> None:
        """Know nothing yet; ``operations`` are those that are switched on."""
        self._operations = frozenset(operations)
        self._by_file: dict[str, Upload] = {}
        self._by_photo: dict[PhotoId, Upload] = {}
        self._locks: weakref.WeakValueDictionary[PhotoId, asyncio.Lock] = weakref.WeakValueDictionary()

    def lock(self, photo_id: PhotoId) -> asyncio.Lock:
        """To be held while a photo is uploaded: another operation of it waits, and uses what was uploaded."""
        return self._locks.setdefault(photo_id, asyncio.Lock())

    def use(self, photo_id: PhotoId, operation: str) -> Upload | None:
        """An upload of the photo to be used for an operation; None where there is none."""
        found = self._by_photo.get(photo_id)
        if found is None or time.monotonic() - found.since > REUSE_S:
            return None
        found.used.add(operation)
        found.open.add(operation)
        return found

    def add(self, photo_id: PhotoId, file_id: str, name: str, operation: str) -> None:
        """A photo was uploaded for an operation. One that is not in the library (0) is not used for another."""
        upload = Upload(file_id, photo_id, name, {operation}, {operation})
        self._by_file[file_id] = upload
        if photo_id and len(self._operations) > 1:
            self._by_photo[photo_id] = upload

    def asks_first(self, file_id: str, operation: str) -> bool:
        """Whether this operation was never asked for at this file before, as far as can be told; from now on it was."""
        found = self._by_file.get(file_id)
        if found is None or operation in found.asked:
            return False
        found.asked.add(operation)
        return True

    def is_strange(self, file_id: str) -> bool:
        """Whether an earlier run uploaded it, for who knows which operations."""
        return file_id not in self._by_file and len(self._operations) > 1

    def finished(self, file_id: str, operation: str) -> bool:
        """An operation is done with a file; says whether nothing needs it any more."""
        found = self._by_file.get(file_id)
        if found is None:
            return not self.is_strange(file_id)
        found.open.discard(operation)
        waits = self._by_photo.get(found.photo_id) is found and self._operations - found.used
        if found.open or waits:
            return False
        self.forget(file_id)
        return True

    def forget(self, file_id: str) -> None:
        """A file is gone, or will be."""
        found = self._by_file.pop(file_id, None)
        if found is not None and self._by_photo.get(found.photo_id) is found:
            del self._by_photo[found.photo_id]

    def idle(self, most: int) -> list[str]:
        """Files that nothing is using, the oldest first, but for as many as may wait; they are forgotten."""
        unused = [file_id for file_id, upload in self._by_file.items() if not upload.open]
        told = unused[: max(len(unused) - most, 0)]
        for file_id in told:
            self.forget(file_id)
        return told
