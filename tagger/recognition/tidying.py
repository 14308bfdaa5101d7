"""Removing what is left at a service: after each answer, and at the beginning and the end of a run, since an earlier
one may have been cut off.
"""

from __future__ import annotations

import asyncio
import functools
import time
from collections.abc import Sequence

from tagger.recognition.backend import Answer, Backend, Recognition, Tidier
from tagger.store import Store, jobs, leftovers
from tagger.store.database import Database

AT_ONCE = 500


async def answers_kept(store: Store, backend: Backend, name: str, answers: Sequence[Answer]) -> None:
    """Have removed what these answers left behind: not before they are stored, since they may have been paid for."""
    left = {each.left_behind: each.photo_id for each in answers if isinstance(each, Recognition) and each.left_behind}
    if not left or not isinstance(backend, Tidier):
        return
    outcome = await backend.kept([*left])

    def write(db: Database) -> None:
        gone = [handle for handle, removed in outcome.items() if removed]
        leftovers.forget(db, name, gone, [left[handle] for handle in gone])
        leftovers.stays(db, name, [left[handle] for handle, removed in outcome.items() if not removed])

    if outcome:
        await asyncio.wrap_future(store.write(write))


async def tidy(store: Store, backend: Backend, name: str, owner: str) -> None:
    """Have removed what no work needs any more, unless another run may be about to use what it uploaded.

    Args:
        store: The library.
        backend: That may have left something.
        name: What the user calls it.
        owner: Of this run.
    """
    if not isinstance(backend, Tidier):
        return
    if not await asyncio.to_thread(store.read, functools.partial(_is_safe, backend=name, owner=owner)):
        return
    find = functools.partial(leftovers.handles, backend=name, most=AT_ONCE)
    while True:
        handles, needed = await asyncio.to_thread(store.read, find)
        gone = await backend.tidy(handles, needed) if handles else ()
        if not gone:
            return
        await asyncio.wrap_future(store.write(functools.partial(leftovers.forget, backend=name, gone=gone)))


def _is_safe(db: Database, backend: str, owner: str) -> bool:
    """Whether no other run lives, or has anything to do for this backend."""
    if leftovers.alone(db, owner, time.time() - jobs.SILENT_S):
        return True
    queued, foreign, _earliest = jobs.waiting(db, backend, owner)
    return not queued and not foreign
