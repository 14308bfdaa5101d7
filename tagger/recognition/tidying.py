"""Removing what is left at a service, at the beginning and the end of a run: an earlier one may have been cut off."""

from __future__ import annotations

import asyncio
import functools
import time

from tagger.recognition.backend import Backend, Tidier
from tagger.store import Store, jobs, leftovers
from tagger.store.database import Database

AT_ONCE = 500


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
