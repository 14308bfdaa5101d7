"""Removing what is left at a service, at the beginning and the end of a run: an earlier one may have been cut off."""

from __future__ import annotations

import asyncio
import functools
import time

from tagger.recognition.backend import Backend, Tidier
from tagger.store import Store, jobs, leftovers

AT_ONCE = 500


async def tidy(store: Store, backend: Backend, name: str, owner: str, *, ended: bool) -> None:
    """Have removed what no work needs any more.

    Args:
        store: The library.
        backend: That may have left something.
        name: What the user calls it.
        owner: Of this run.
        ended: Nothing of this backend is queued or in anybody's hands. Otherwise it is only tidied where no other run
            may be about to use what it uploaded.
    """
    if not isinstance(backend, Tidier):
        return
    alone = functools.partial(leftovers.alone, owner=owner, since=time.time() - jobs.SILENT_S)
    if not ended and not await asyncio.to_thread(store.read, alone):
        return
    find = functools.partial(leftovers.handles, backend=name, most=AT_ONCE)
    while True:
        handles, needed = await asyncio.to_thread(store.read, find)
        gone = await backend.tidy(handles, needed) if handles else ()
        if not gone:
            return
        await asyncio.wrap_future(store.write(functools.partial(leftovers.forget, backend=name, gone=gone)))
