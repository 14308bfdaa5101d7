"""Trying a backend with one photo, and teaching it a name: single calls that the user asked for just now."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from tagger.addresses import public_url
from tagger.entities import Box, PhotoId
from tagger.errors import BackendError, BackendRefused, OutcomeUnknown
from tagger.recognition.backend import (
    Backend,
    Failure,
    Recogniser,
    Recognition,
    Submission,
    Submitter,
    Teacher,
    Tester,
    Tidier,
)
from tagger.recognition.ledger import Ledger
from tagger.recognition.limits import Limits
from tagger.recognition.opening import open_backend
from tagger.recognition.photo_input import LocalPhoto
from tagger.recognition.registry import Registry
from tagger.store import Store

POLL_S, LONGEST_POLL_S, LIMIT_S, TIDY_S = 0.5, 8.0, 180.0, 5.0


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial.

    Attributes:
        told: In one sentence, where no photo was sent.
        recognition: The answer for the photo that was sent.
    """

    told: str = ""
    recognition: Recognition | None = None


async def try_settings(store: Store, registry: Registry, name: str) -> Tried:
    """Try the settings of a backend without a photo.

    Raises:
        BackendError: they do not work, with advice.
    """
    async with AsyncExitStack() as stack:
        backend = await _opened(store, registry, name, stack)
        if isinstance(backend, Tester):
            return Tried(await backend.test(None))
        return Tried("This backend can be opened; it has no test of its own.")


async def try_photo(store: Store, registry: Registry, name: str, photo_id: PhotoId, path: str) -> Tried:
    """Have one photo recognised, and keep nothing of the answer; the send is logged, paid and forbidden as any other.

    Args:
        store: The library.
        registry: The backends.
        name: The backend's name.
        photo_id: Of the photo, 0 for one that is not in the library.
        path: Of its file.

    Raises:
        BackendError, PhotoError: it does not work, with advice.
    """
    async with AsyncExitStack() as stack:
        backend = await _opened(store, registry, name, stack)
        operation = registry.operations(name)[0]
        photo = await asyncio.to_thread(sendable, store, registry, name, "test", (photo_id, path))
        if isinstance(backend, Recogniser):
            answers = await backend.recognise([photo], operation)
        elif isinstance(backend, Submitter):
            answers = await _submitted(backend, photo, operation)
        else:
            raise BackendRefused(f"The backend {name} cannot recognise anything.", "Choose another backend.")
        if not answers:
            raise BackendError("The backend gave no answer for this photo.")
        if isinstance(answers[0], Failure):
            raise answers[0].error
        return Tried(recognition=answers[0])


async def teach(store: Store, registry: Registry, backend: str, photo: tuple[PhotoId, str], box: Box, name: str) -> str:
    """Teach a backend the name of what is in a box; returns the identity its service gave to it.

    Raises:
        BackendError, PhotoError: it cannot learn, with advice.
    """
    async with AsyncExitStack() as stack:
        opened = await _opened(store, registry, backend, stack)
        if not isinstance(opened, Teacher):
            raise BackendRefused(f"The backend {backend} cannot learn names.", "Choose one that can.")
        sent = await asyncio.to_thread(sendable, store, registry, backend, "teach", photo)
        return await opened.teach(sent, box, name)


async def teachers(store: Store, registry: Registry) -> list[str]:
    """The backends that are switched on and can learn names."""
    found = []
    for info in await asyncio.to_thread(registry.list):
        if not info.enabled or info.offline or info.problem or info.needs:
            continue
        async with AsyncExitStack() as stack:
            try:
                backend = await _opened(store, registry, info.name, stack)
            except BackendError:
                continue
            if isinstance(backend, Teacher):
                found.append(info.name)
    return found


async def _submitted(backend: Submitter, photo: LocalPhoto, operation: str) -> Sequence[Failure | Recognition]:
    given = await backend.submit([photo], operation)
    if isinstance(given, Submission):
        if given.handle is None:
            return given.failures
        given = given.handle
    try:
        async with asyncio.timeout(LIMIT_S):
            return await _polled(backend, photo, given)
    except TimeoutError:
        raise OutcomeUnknown("The service is still not done with the photo.", "Try it again later.") from None
    finally:  # nobody comes back for it
        if isinstance(backend, Tidier):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(TIDY_S):
                    await backend.tidy([given], [])


async def _polled(backend: Submitter, photo: LocalPhoto, handle: str) -> Sequence[Failure | Recognition]:
    pause = POLL_S
    while True:
        found = await backend.poll(handle, [photo.id])
        if isinstance(found, str):
            handle = found
        elif found is not None:
            return found
        else:
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, LONGEST_POLL_S)


async def _opened(store: Store, registry: Registry, name: str, stack: AsyncExitStack) -> Backend:
    backend = await asyncio.to_thread(open_backend, store, registry, name)
    stack.push_async_callback(backend.close)
    return backend


def sendable(store: Store, registry: Registry, name: str, operation: str, photo: tuple[PhotoId, str]) -> LocalPhoto:
    """A photo as the queue would hand it to the backend: logged, paid, forbidden, and public, as any other."""
    config = registry.config(name)
    kind = registry.types()[config.type]
    if kind.capabilities.offline:
        return LocalPhoto(*photo)
    ledger = Ledger(store, name, operation, Limits.of(kind, config.options), kind.stays_here(config.url))
    address = public_url(str(config.options.get("public_base_url") or ""), photo[1])
    return LocalPhoto(*photo, ledger, public_url=address)
