"""Taking over results that a service has already, without sending or paying anything."""

from __future__ import annotations

import asyncio
import functools
import uuid
from collections.abc import Sequence

from tagger.entities import PhotoId
from tagger.errors import BackendRefused
from tagger.recognition.backend import BackendType, Fetcher, PhotoInput, Recognition
from tagger.recognition.photo_input import LocalPhoto
from tagger.recognition.registry import Registry
from tagger.recognition.results import save_answer
from tagger.store import Store, jobs, photos, sends
from tagger.store.database import Database


async def take_earlier(store: Store, registry: Registry, name: str, photo_ids: Sequence[int]) -> int:
    """Keep what the service still knows of photos that were sent to it before; returns how many results.

    Photos whose job is done, or in anybody's hands, stay as they are.

    Raises:
        BackendError: the backend cannot do this, or its service does not give the results.
    """
    kind = registry.types()[registry.config(name).type]
    inputs = await asyncio.to_thread(store.read, functools.partial(_sent_before, backend=name, ids=photo_ids))
    backend = await asyncio.to_thread(registry.open, name)
    try:
        if not isinstance(backend, Fetcher):
            raise BackendRefused(f"The backend {name} keeps no earlier results.", "Have the photos recognised.")
        kept = 0
        for operation in registry.operations(name) if inputs else ():
            found = await backend.fetch(inputs, operation)
            keep = functools.partial(_keep, kind=kind, backend=name, operation=operation, found=found)
            kept += await asyncio.wrap_future(store.write(keep))
        return kept
    finally:
        await backend.close()


def _sent_before(db: Database, backend: str, ids: Sequence[int]) -> list[PhotoInput]:
    found: list[PhotoInput] = []
    for chunk in photos.chunks(ids):
        names = sends.names_of(db, backend, chunk)
        paths = photos.paths_of(db, names)
        found += [LocalPhoto(photo_id, path, None, names[photo_id]) for photo_id, path in paths.items()]
    return found


def _keep(db: Database, kind: BackendType, backend: str, operation: str, found: Sequence[Recognition]) -> int:
    owner, kept = uuid.uuid4().hex, 0
    for recognition in found:
        job = jobs.claim_for(db, owner, backend, operation, PhotoId(recognition.photo_id))
        kept += job is not None and save_answer(db, kind, job, recognition)
    return kept
