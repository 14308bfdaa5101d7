"""Keeps the log of one backend's sends, and lets no photo go that may not leave."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tagger.errors import PhotoRefused
from tagger.recognition.limits import Limits
from tagger.store import Store, never_upload, sends
from tagger.store.database import Database
from tagger.store.sends import Budget

T = TypeVar("T")
HERE = ", on this machine"
"""Ends the status of what a service of the user's own was given on this machine."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The log of one operation of one backend.

    Attributes:
        here: The service is the user's own and on this machine: nothing is uploaded, but what it was given is logged.
    """

    store: Store
    backend: str
    operation: str
    limits: Limits
    here: bool = False

    async def begin(self, photo_id: int, path: str, name: str, size: int) -> int:
        """Log that a photo leaves, in one transaction with the checks; returns the entry's id.

        Raises:
            BackendRefused: the budget would be exceeded.
            PhotoRefused: it is marked never to be uploaded.
        """

        def enter(db: Database) -> int:
            # A file that is not in the library may lie in a folder that is marked all the same.
            if not self.here and (never_upload.private(db, [photo_id]) or never_upload.lies_private(db, path)):
                raise PhotoRefused("This photo is marked never to be uploaded.", "Take the mark away first.")
            limits = self.limits
            budget = Budget(limits.price, limits.daily_budget, limits.total_budget)
            return sends.begin(db, self.backend, self.operation, photo_id, path, name, size, budget)

        writing = asyncio.ensure_future(self._write(enter))
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            self.end(await writing, "not sent", charged=False)
            raise

    def end(self, send_id: int, status: str, *, charged: bool) -> None:
        """Have it logged what became of it. What is written for the photo afterwards is written after this."""
        told = status + HERE if self.here else status
        self.store.write(functools.partial(sends.end, send_id=send_id, status=told, charged=charged))

    async def _write(self, fn: Callable[[Database], T]) -> T:
        return await asyncio.wrap_future(self.store.write(fn))
