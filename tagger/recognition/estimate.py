"""What sending photos to a service comes to, before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tagger.recognition.limits import MILLION, Limits
from tagger.recognition.registry import Registry
from tagger.store import Store, sends
from tagger.store.database import Database


@dataclass(frozen=True, slots=True)
class Estimate:
    """Of one backend and some photos.

    Attributes:
        photos: How many.
        calls: How many are paid: one for each operation of each photo.
        bytes: Of the files; what is sent is scaled down and usually far smaller.
        where: Address or title of the service.
        cost: In the user's currency; None where no price is set.
        left: Of the budget, the tighter one; None where there is none.
        quota: Calls left, as the service last said; None where it never did.
        here: The service is the user's own and on this machine: nothing is uploaded, and nobody has to be asked.
    """

    photos: int
    calls: int
    bytes: int
    where: str
    cost: float | None
    left: float | None
    quota: int | None
    here: bool = False

    def words(self, backend: str) -> str:
        """All of it in one sentence without its full stop."""
        noun = "photo" if self.photos == 1 else "photos"
        files = f"files of {self.bytes / 1e6:,.1f} MB"
        place = f"{self.where} on this machine" if self.here else self.where
        told = f"{self.photos:,} {noun} ({files}) would be sent to {place} by the backend {backend}"
        more = [f"{self.calls:,} calls"] if self.calls != self.photos else []
        more += [f"for {self.cost:,.2f}"] if self.cost is not None else []
        more += [f"{self.left:,.2f} of the budget is left"] if self.left is not None else []
        more += [f"{self.quota:,} calls were left there"] if self.quota is not None else []
        return ", ".join([told, *more])


def estimate(store: Store, registry: Registry, backend: str, photo_ids: Sequence[int]) -> Estimate:
    """What it would come to to have these photos recognised by this backend."""
    config = registry.config(backend)
    kind = registry.types()[config.type]
    limits = Limits.of(kind, config.options)
    calls = len(photo_ids) * len(registry.operations(backend))

    def read(db: Database) -> Estimate:
        (size,) = db.conn.execute(
            "SELECT coalesce(sum(bytes), 0) FROM photos WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(photo_ids)),),
        ).fetchone()
        spent_today, spent = sends.spent_on(db, backend, sends.today())
        left = [
            max(limit - so_far, 0) / MILLION
            for limit, so_far in ((limits.daily_budget, spent_today), (limits.total_budget, spent))
            if limit and limits.price
        ]
        cost = calls * limits.price / MILLION if limits.price else None
        quota = sends.quotas(db).get(backend)
        here = kind.stays_here(config.url)
        where = config.url or (kind.own_server if here else kind.title)
        return Estimate(len(photo_ids), calls, size, where, cost, min(left, default=None), quota, here)

    return store.read(read)
