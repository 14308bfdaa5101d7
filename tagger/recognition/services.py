"""What the user can know and forbid about photos that leave the machine."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from tagger.entities import Box, PhotoId
from tagger.errors import UsageError
from tagger.recognition import trying
from tagger.recognition.earlier import take_earlier
from tagger.recognition.estimate import Estimate, estimate
from tagger.recognition.registry import Registry
from tagger.recognition.trying import Tried
from tagger.store import Store, jobs, never_upload, photos, sends
from tagger.store import trouble as trouble_store
from tagger.store.database import Database
from tagger.store.never_upload import Mark
from tagger.store.sends import Send
from tagger.store.trouble import Trouble


class Services:
    """Of one library. Methods block unless they are coroutines; any thread may call them."""

    def __init__(self, store: Store, registry: Registry) -> None:
        self._store = store
        self._registry = registry

    def estimate(self, backend: str, photo_ids: Sequence[int]) -> Estimate:
        """What it would come to to have these photos recognised by this backend.

        Raises:
            UsageError, BackendUnavailable: there is no such backend, or it cannot be used.
        """
        return estimate(self._store, self._registry, backend, photo_ids)

    async def take_earlier(self, backend: str, photo_ids: Sequence[int]) -> int:
        """Keep what the service still knows of these photos, unpaid; returns how many results.

        Raises:
            BackendError: the backend cannot do this, or its service does not give the results.
        """
        return await take_earlier(self._store, self._registry, backend, photo_ids)

    def unsettled(
        self, backend: str, photo_ids: Sequence[int], *, again: bool = False, retry: bool = False
    ) -> list[int]:
        """Those of the photos that queueing would queue, in their order.

        Raises:
            UsageError, BackendUnavailable: there is no such backend, or it cannot be used.
        """
        names = self._registry.operations(backend)
        done = self._store.read(lambda db: jobs.settled(db, backend, names, again=again, retry=retry))
        return [int(photo_id) for photo_id in photo_ids if int(photo_id) not in done]

    async def try_settings(self, backend: str) -> Tried:
        """Try a backend without sending a photo.

        Raises:
            BackendError: it does not work, with advice.
        """
        return await trying.try_settings(self._store, self._registry, backend)

    async def try_photo(self, backend: str, photo_id: int) -> Tried:
        """Send one photo of the library, and only look at the answer.

        Raises:
            BackendError, PhotoError, UsageError: it does not work, with advice.
        """
        return await trying.try_photo(
            self._store, self._registry, backend, *await asyncio.to_thread(self._photo, photo_id)
        )

    async def teachers(self) -> list[str]:
        """The backends that are switched on and can learn names."""
        return await trying.teachers(self._store, self._registry)

    async def teach(self, backend: str, photo_id: int, box: Box, name: str) -> str:
        """Teach a backend the name of what is in a box of a photo; returns the identity its service gave to it.

        Raises:
            BackendError, PhotoError, UsageError: it cannot learn, with advice.
        """
        return await trying.teach(
            self._store, self._registry, backend, await asyncio.to_thread(self._photo, photo_id), box, name
        )

    async def teach_file(self, backend: str, path: str, box: Box, name: str) -> str:
        """As `teach`, of any file."""
        known = await asyncio.to_thread(self._store.read, lambda db: photos.id_of(db, path))
        return await trying.teach(self._store, self._registry, backend, (known or PhotoId(0), path), box, name)

    def retry(self, trouble: Trouble) -> int:
        """Queue again what failed for one reason, or what nobody knows the outcome of; returns how many."""
        return self._store.write(lambda db: trouble_store.retry(db, trouble)).result()

    def forget(self, trouble: Trouble) -> int:
        """Take what came to no good end for one reason out of the queue; returns how many."""
        return self._store.write(lambda db: trouble_store.forget(db, trouble)).result()

    def log(self, backend: str | None = None) -> list[Send]:
        """Everything that was sent, oldest first."""
        return self._store.read(lambda db: list(sends.sends(db, backend)))

    def spent(self, backend: str) -> tuple[float, float]:
        """What a backend may have cost today and in all, in the user's currency."""
        today, whole = self._store.read(lambda db: sends.spent_on(db, backend, sends.today()))
        return today / sends.MILLION, whole / sends.MILLION

    def quotas(self) -> dict[str, int]:
        """The calls left at each backend, as its service last said."""
        return self._store.read(sends.quotas)

    def private(self, photo_ids: Sequence[int]) -> set[int]:
        """Those of the photos that are marked never to be uploaded."""
        found: set[int] = set()
        for chunk in photos.chunks(photo_ids):
            found |= self._store.read(lambda db, chunk=chunk: never_upload.private(db, chunk))  # type: ignore[misc]
        return found

    def never_upload(self, kind: Mark, value: str | int, *, marked: bool = True) -> None:
        """Mark a folder, a tag or a photo never to be uploaded, or take the mark away."""
        change = never_upload.mark if marked else never_upload.unmark
        self._store.write(lambda db: change(db, kind, value)).result()

    def _photo(self, photo_id: int) -> tuple[PhotoId, str]:
        path = self._store.read(lambda db: photos.path_of(db, PhotoId(photo_id)))
        if path is None:
            raise UsageError("This photo is not in the library any more.")
        return PhotoId(photo_id), path

    def never_upload_photos(self, photo_ids: Sequence[int], *, marked: bool = True) -> None:
        """Mark photos never to be uploaded, or take the marks away."""
        change = never_upload.mark if marked else never_upload.unmark

        def write(db: Database) -> None:
            for photo_id in photo_ids:
                change(db, Mark.PHOTO, photo_id)

        self._store.write(write).result()

    def marks(self) -> list[tuple[Mark, str | int]]:
        """All that must never be uploaded."""
        return self._store.read(never_upload.marks)
