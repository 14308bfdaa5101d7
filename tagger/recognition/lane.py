"""One backend's way through the queue: claim, ask, keep, repeat."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from sqlite_utils import Database

from tagger.entities import PhotoId
from tagger.errors import BackendError, BackendRefused, OutcomeUnknown, RetryLater, UsageError
from tagger.progress import Control
from tagger.recognition.backend import Answer, Backend, BackendType, Failure, Recogniser, Submitter
from tagger.recognition.photo_input import LocalPhoto
from tagger.recognition.results import save_answer
from tagger.store import jobs, photos
from tagger.store.jobs import Job

if TYPE_CHECKING:
    from tagger.recognition.dispatcher import Dispatcher

T = TypeVar("T")
IDLE_S = 0.3
POLL_FIRST_S, POLL_LONGEST_S = 1.0, 30.0
MAX_ATTEMPTS = 4


class Lane:
    """Drives one open backend until nothing is left for it."""

    def __init__(
        self, dispatcher: Dispatcher, name: str, backend: Backend, kind: BackendType, control: Control
    ) -> None:
        self._dispatcher = dispatcher
        self._name = name
        self._backend = backend
        self._type = kind
        self._control = control
        self._refused: BackendRefused | None = None
        self._rest_until = 0.0

    @classmethod
    async def open(cls, dispatcher: Dispatcher, name: str, control: Control) -> Lane:
        """Open the backend in a worker thread, since loading models takes its time.

        Raises:
            BackendUnavailable: with the reason and advice.
        """
        registry = dispatcher.registry
        opening = asyncio.ensure_future(asyncio.to_thread(registry.open, name))
        try:
            backend = await asyncio.shield(opening)
        except asyncio.CancelledError:
            with contextlib.suppress(BackendError, UsageError):  # the thread opens it all the same
                await (await opening).close()
            raise
        return cls(dispatcher, name, backend, registry.types()[registry.config(name).type], control)

    async def run(self) -> None:
        """Make as many calls at a time as the backend allows.

        Raises:
            BackendRefused: the backend will answer nothing until the user acts; its work stays queued.
        """
        async with asyncio.TaskGroup() as group:
            # One call more than run at once, so that the next photos are ready when a call returns.
            for _ in range(self._type.capabilities.concurrency + (1 if self._type.capabilities.offline else 0)):
                group.create_task(self._calls())
        if self._refused is not None:
            raise self._refused

    async def close(self) -> None:
        """Close the backend."""
        await self._backend.close()

    async def _calls(self) -> None:
        size = self._type.capabilities.batch_size
        while self._refused is None:
            if self._control.paused or time.monotonic() < self._rest_until:
                await asyncio.sleep(IDLE_S)
                continue
            claimed = await self._dispatcher.write(
                functools.partial(
                    jobs.claim,
                    owner=self._dispatcher.owner,
                    backend=self._name,
                    limit=size,
                    only=self._dispatcher.only,
                )
            )
            if claimed:
                await self._work(claimed)
            elif not await self._wait_for_more():
                return

    async def _wait_for_more(self) -> bool:
        """Sleep while there may be more to do; False when there is not."""
        store = self._dispatcher.store
        queued, foreign, earliest = await asyncio.to_thread(
            store.read,
            functools.partial(
                jobs.waiting, backend=self._name, owner=self._dispatcher.owner, only=self._dispatcher.only
            ),
        )
        if not queued and not foreign:
            return False
        await asyncio.sleep(min(max(IDLE_S, earliest - time.time() if queued else IDLE_S), 2.0))
        return True

    async def _work(self, claimed: Sequence[Job]) -> None:
        """Answer jobs that were claimed together, grouped by what they need."""
        groups: dict[tuple[str, str | None], list[Job]] = {}
        for job in claimed:
            groups.setdefault((job.operation, job.handle), []).append(job)
        for (operation, handle), batch in groups.items():
            if self._refused is not None:
                await self._keep_error(batch, self._refused)
                continue
            try:
                answers = await self._ask(batch, operation, handle)
            except BackendError as error:
                self._heed(error)
                await self._keep_error(batch, error)
            else:
                await self._keep(batch, answers)

    def _heed(self, error: Exception) -> None:
        """Send nothing more where the backend refuses all, while calls under way still bring their answers home.

        A call that shall be repeated later is a wish of the whole service: it would turn the other photos away as well.
        """
        if isinstance(error, BackendRefused):
            self._refused = error
        elif isinstance(error, RetryLater):
            self._rest_until = max(self._rest_until, time.monotonic() + error.after_s)

    async def _ask(self, batch: Sequence[Job], operation: str, handle: str | None) -> Sequence[Answer]:
        ids = [job.photo_id for job in batch]
        if handle is not None:
            return await self._poll(handle, ids)
        paths = await asyncio.to_thread(self._dispatcher.store.read, functools.partial(photos.paths_of, ids=ids))
        inputs = [LocalPhoto(photo_id, path) for photo_id, path in paths.items()]
        if not inputs:  # gone from the library since they were claimed
            return []
        if isinstance(self._backend, Recogniser):
            return await self._sent(batch, self._backend.recognise(inputs, operation))
        if not isinstance(self._backend, Submitter):
            raise BackendRefused(f"The backend {self._name} cannot recognise anything.", "Choose another backend.")
        new = await self._sent(batch, self._backend.submit(inputs, operation))
        await self._dispatcher.settle(functools.partial(jobs.set_handle, jobs=batch, handle=new))
        return await self._poll(new, ids)

    async def _sent(self, batch: Sequence[Job], call: Awaitable[T]) -> T:
        """Wait for a call that may send photos away; if it is cut off, nobody can tell what the service did with them.

        Offline, nothing is lost by asking again.
        """
        try:
            return await call
        except BackendError:
            raise
        except BaseException:
            if not self._type.capabilities.offline:
                await self._keep_error(batch, OutcomeUnknown("It was stopped while this photo was being sent."))
            raise

    async def _poll(self, handle: str, ids: Sequence[PhotoId]) -> Sequence[Answer]:
        if not isinstance(self._backend, Submitter):
            raise BackendError(f"The backend {self._name} no longer knows what was submitted to it.")
        pause = POLL_FIRST_S
        while (answers := await self._backend.poll(handle, ids)) is None:
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, POLL_LONGEST_S)
        return answers

    async def _keep(self, batch: Sequence[Job], answers: Sequence[Answer]) -> None:
        """Commit the answers with the state of their jobs; a photo without an answer counts as failed."""
        by_photo = {answer.photo_id: answer for answer in answers}
        missing = BackendError("The backend gave no answer for this photo.")

        def keep(db: Database) -> Counter[str]:
            counts: Counter[str] = Counter()
            for job in batch:
                answer = by_photo.get(job.photo_id, Failure(job.photo_id, missing))
                if isinstance(answer, Failure):
                    counts.update(_put_off(db, job, answer.error))
                elif save_answer(db, self._type, job, answer):
                    counts.update(photos=1, detections=len(answer.detections))
            return counts

        await self._commit(keep, [answer.photo_id for answer in answers])
        for answer in answers:
            if isinstance(answer, Failure) and isinstance(answer.error, BackendRefused):
                self._heed(answer.error)

    async def _keep_error(self, batch: Sequence[Job], error: BackendError) -> None:
        """Commit what an error means for jobs that were asked together."""

        def keep(db: Database) -> Counter[str]:
            return sum((_put_off(db, job, error) for job in batch), Counter())

        await self._commit(keep)

    async def _commit(self, keep: Callable[[Database], Counter[str]], photo_ids: Sequence[PhotoId] = ()) -> None:
        """Write and count; what is written while the run is being cancelled is counted, too."""
        written: list[Counter[str]] = []
        try:
            await self._dispatcher.settle(lambda db: written.append(keep(db)))
        finally:
            for counts in written:
                self._dispatcher.note(photo_ids, **counts)


def _put_off(db: Database, job: Job, error: Exception) -> Counter[str]:
    """Put a job that has no answer where it belongs; returns what to count it as."""
    if isinstance(error, BackendRefused):
        jobs.put_back(db, job, error=str(error))
    elif isinstance(error, RetryLater) and job.attempts < MAX_ATTEMPTS:
        jobs.put_back(db, job, after_s=error.after_s, error=str(error))
    elif isinstance(error, OutcomeUnknown):
        return Counter(unknown=jobs.fail(db, job, str(error), unknown=True))
    else:
        return Counter(failed=jobs.fail(db, job, str(error)))
    return Counter()
