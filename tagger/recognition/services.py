"""What the user can know and forbid about photos that leave the machine."""

from __future__ import annotations

from collections.abc import Sequence

from tagger.recognition.earlier import take_earlier
from tagger.recognition.estimate import Estimate, estimate
from tagger.recognition.registry import Registry
from tagger.store import Store, never_upload, photos, sends
from tagger.store.never_upload import Mark
from tagger.store.sends import Send


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

    def marks(self) -> list[tuple[Mark, str | int]]:
        """All that must never be uploaded."""
        return self._store.read(never_upload.marks)
