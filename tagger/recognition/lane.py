"""One backend's way through the queue: claim, ask, keep, repeat."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from tagger.addresses import public_url
from tagger.entities import PhotoId
from tagger.errors import BackendError, BackendRefused, LibraryError, OutcomeUnknown, TaggerError, UsageError
from tagger.progress import Control
from tagger.recognition.backend import (
    Answer,
    Backend,
    BackendConfig,
    BackendType,
    Failure,
    Recogniser,
    Recognition,
    Submission,
    Submitter,
)
from tagger.recognition.ledger import Ledger
from tagger.recognition.limits import Limits
from tagger.recognition.opening import open_backend
from tagger.recognition.outcomes import StillWorking, keep_answers, put_off
from tagger.recognition.pace import Pace
from tagger.recognition.photo_input import LocalPhoto
from tagger.recognition.tidying import answers_kept, tidy
from tagger.store import jobs, photos
from tagger.store.database import Database
from tagger.store.jobs import Job

if TYPE_CHECKING:
    from tagger.recognition.dispatcher import Dispatcher

log = logging.getLogger(__name__)
T = TypeVar("T")
IDLE_S = 0.3
POLL_FIRST_S, POLL_LONGEST_S, POLL_LIMIT_S = 1.0, 8.0, 600.0


class Lane:
    """Drives one open backend until nothing is left for it."""

    def __init__(
        self, dispatcher: Dispatcher, config: BackendConfig, backend: Backend, kind: BackendType, control: Control
    ) -> None:
        self._dispatcher = dispatcher
        self._name = config.name
        self._backend = backend
        self._type = kind
        self._control = control
        self._limits = Limits.of(kind, config.options)
        self._here = kind.stays_here(config.url)
        self._public = str(config.options.get("public_base_url") or "")
        self._pace = Pace(config.name, self._limits.seconds_between, dispatcher.patience_s)
        self._stopped: BackendError | None = None
        self._foreign = dispatcher.registry.is_foreign(kind.name)

    @classmethod
    async def open(cls, dispatcher: Dispatcher, name: str, control: Control) -> Lane:
        """Open the backend in a worker thread, since loading models takes its time.

        Raises:
            BackendUnavailable: with the reason and advice.
        """
        registry = dispatcher.registry
        opening = asyncio.ensure_future(asyncio.to_thread(open_backend, dispatcher.store, registry, name))
        try:
            backend = await asyncio.shield(opening)
        except asyncio.CancelledError:
            with contextlib.suppress(BackendError, UsageError):  # the thread opens it all the same
                await (await opening).close()
            raise
        config = await asyncio.to_thread(registry.config, name)
        return cls(dispatcher, config, backend, registry.types()[config.type], control)

    async def run(self) -> None:
        """Make as many calls at a time as the backend allows.

        Raises:
            BackendError: nothing more is asked of the backend until the user acts; its work stays queued.
        """
        await self._tidy()
        async with asyncio.TaskGroup() as group:
            # One call more than run at once, so that the next photos are ready when a call returns.
            for _ in range(self._limits.concurrency + (1 if self._type.capabilities.offline else 0)):
                group.create_task(self._calls())
        if self._stopped is not None:
            raise self._stopped
        await self._tidy()

    async def _tidy(self) -> None:
        dispatcher = self._dispatcher
        await self._aside(tidy(dispatcher.store, self._backend, self._name, dispatcher.owner))

    async def _aside(self, tidying: Awaitable[None]) -> None:
        """Do what no answer depends on; the faults of a plug-in in it are its own."""
        try:
            await tidying
        except LibraryError:
            raise
        except Exception as error:
            if not self._foreign and not isinstance(error, BackendError):
                raise
            log.info("The backend %s could not tidy up (%s)", self._name, type(error).__name__)

    async def close(self) -> None:
        """Close the backend."""
        await self._backend.close()

    async def _calls(self) -> None:
        while self._stopped is None:
            wait = self._wait()
            if self._stopped is None and (self._control.paused or wait):
                await asyncio.sleep(min(wait or IDLE_S, IDLE_S))
            elif self._stopped is None and not await self._next():
                return

    def _wait(self) -> float:
        try:
            return self._pace.wait()
        except BackendRefused as error:
            self._stopped = error
            return 0.0

    async def _next(self) -> bool:
        """Answer the next jobs; False when there are none, and none may come."""
        size = self._limits.batch_size
        self._pace.calling(size)
        try:
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
                return True
        finally:
            self._pace.called(size)
        return await self._wait_for_more()

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
            if self._stopped is not None:
                await self._keep_error(batch, BackendRefused(str(self._stopped)))
            else:
                await self._answer(batch, operation, handle)

    async def _answer(self, batch: Sequence[Job], operation: str, handle: str | None) -> None:
        """Ask for jobs that belong together, and commit what became of them."""
        try:
            answers = await self._asked(batch, operation, handle)
        except BackendError as error:
            self._heed(error)
            await self._keep_error(batch, error)
        else:
            if isinstance(answers, Submission):
                await self._go_on(batch, operation, answers)
            else:
                await self._keep(batch, answers)

    async def _go_on(self, batch: Sequence[Job], operation: str, done: Submission) -> None:
        """Give each photo of a batch that was handed over only in part what is due to it."""
        given, failed = set(done.submitted), {failure.photo_id for failure in done.failures}
        sent = [job for job in batch if job.photo_id in given]
        left = [job for job in batch if job.photo_id not in given | failed]
        if done.handle is not None:
            await self._dispatcher.settle(functools.partial(jobs.set_handle, jobs=sent, handle=done.handle))
        await self._keep([job for job in batch if job.photo_id in failed - given], done.failures)
        await self._dispatcher.settle(lambda db: [jobs.put_back(db, job) for job in left])
        if sent:
            await self._answer(sent, operation, done.handle)

    def _heed(self, error: BackendError) -> None:
        """Send nothing more where the backend refuses all, while calls under way still bring their answers home.

        A call that shall be repeated later is a wish of the whole service: it would turn the other photos away as well.
        """
        self._stopped = self._stopped or self._pace.troubled(error)

    async def _asked(self, batch: Sequence[Job], operation: str, handle: str | None) -> Sequence[Answer] | Submission:
        """As `_ask`; a plug-in is foreign code, and whatever it raises or answers stops nothing but these jobs."""
        try:
            answers = await self._ask(batch, operation, handle)
        except (BackendError, LibraryError):
            raise
        except Exception as error:
            if not self._foreign:
                raise
            reason = error.message if isinstance(error, TaggerError) else f"It failed ({type(error).__name__})."
            raise BackendError(f"The plug-in of {self._name} could not go on. {reason}", "Tell its author.") from None
        usable = isinstance(answers, Submission) or all(isinstance(answer, Recognition | Failure) for answer in answers)
        if self._foreign and not usable:
            raise BackendError(f"The plug-in of {self._name} gave no answer that can be used.", "Tell its author.")
        return answers

    async def _ask(self, batch: Sequence[Job], operation: str, handle: str | None) -> Sequence[Answer] | Submission:
        if handle is not None:
            return await self._poll(batch, handle)
        inputs = await self._inputs(batch, operation)
        if not inputs:  # gone from the library since they were claimed
            return []
        if isinstance(self._backend, Recogniser):
            return await self._sent(batch, inputs, self._backend.recognise(inputs, operation))
        if not isinstance(self._backend, Submitter):
            raise BackendRefused(f"The backend {self._name} cannot recognise anything.", "Choose another backend.")
        new = await self._sent(batch, inputs, self._backend.submit(inputs, operation))
        if isinstance(new, Submission):
            return new
        await self._dispatcher.settle(functools.partial(jobs.set_handle, jobs=batch, handle=new))
        return await self._poll(batch, new)

    async def _inputs(self, batch: Sequence[Job], operation: str) -> list[LocalPhoto]:
        ids = [job.photo_id for job in batch]
        paths = await asyncio.to_thread(self._dispatcher.store.read, functools.partial(photos.paths_of, ids=ids))
        ledger = None
        if not self._type.capabilities.offline:
            ledger = Ledger(self._dispatcher.store, self._name, operation, self._limits, self._here)
        return [
            LocalPhoto(photo_id, path, ledger, public_url=public_url(self._public, path))
            for photo_id, path in paths.items()
        ]

    async def _sent(self, batch: Sequence[Job], inputs: Sequence[LocalPhoto], call: Awaitable[T]) -> T:
        """Wait for a call that may send photos away; if it is cut off, nobody can tell what the service did with them.

        Those that have not left are none of its business. Offline, nothing is lost by asking again.
        """
        try:
            return await call
        except BackendError:
            raise
        except BaseException:
            gone = {photo.id for photo in inputs if photo.may_have_left}
            lost = [job for job in batch if job.photo_id in gone]
            if lost:
                await self._keep_error(lost, OutcomeUnknown("It was stopped while this photo was being sent."))
            raise

    async def _poll(self, batch: Sequence[Job], handle: str) -> Sequence[Answer]:
        if not isinstance(self._backend, Submitter):
            raise BackendError(f"The backend {self._name} no longer knows what was submitted to it.")
        ids: list[PhotoId] = [job.photo_id for job in batch]
        pause, until = POLL_FIRST_S, time.monotonic() + POLL_LIMIT_S
        while True:
            found = await self._backend.poll(handle, ids)
            if isinstance(found, str):
                handle = found
                await self._dispatcher.settle(functools.partial(jobs.set_handle, jobs=batch, handle=handle))
            elif found is not None:
                return found
            elif time.monotonic() > until:
                raise StillWorking(f"{self._name} is still not done with it.", "Ask for the result again with --retry.")
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 1.5, POLL_LONGEST_S)

    async def _keep(self, batch: Sequence[Job], answers: Sequence[Answer]) -> None:
        """Commit the answers with the state of their jobs; a photo without an answer counts as failed."""
        errors = [answer.error for answer in answers if isinstance(answer, Failure)]
        told = {id(error): error for error in errors}  # one that many photos met is one trouble
        if len(errors) < len(answers):
            self._pace.well()
        for answer in answers:
            quota = None if isinstance(answer, Failure) else answer.quota
            if quota is not None and quota.remaining is not None:
                self._pace.quota(quota.remaining)
        for error in told.values():
            if isinstance(error, BackendError):
                self._heed(error)
        await self._commit(
            lambda db: keep_answers(db, self._type, batch, answers), [answer.photo_id for answer in answers]
        )
        await self._aside(answers_kept(self._dispatcher.store, self._backend, self._name, answers))

    async def _keep_error(self, batch: Sequence[Job], error: BackendError) -> None:
        """Commit what an error means for jobs that were asked together."""
        await self._commit(lambda db: sum((put_off(db, job, error) for job in batch), Counter()))

    async def _commit(self, keep: Callable[[Database], Counter[str]], photo_ids: Sequence[PhotoId] = ()) -> None:
        """Write and count; what is written while the run is being cancelled is counted, too."""
        written: list[Counter[str]] = []
        try:
            await self._dispatcher.settle(lambda db: written.append(keep(db)))
        finally:
            for counts in written:
                self._dispatcher.note(photo_ids, **counts)
