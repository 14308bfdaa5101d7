"""Empties the queue of recognition: for each backend as many calls under way as it allows, on any asyncio loop."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tagger.changes import Changes, JobsChanged, PhotosChanged
from tagger.errors import BackendError, Cancelled, TaggerError, UsageError
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.recognition.lane import Lane
from tagger.recognition.registry import Registry
from tagger.store import Store, jobs
from tagger.store.database import Database

T = TypeVar("T")
HEARTBEAT_S = 2.0
TELL_S = 0.2
COUNT_AGAIN_S = 3.0
WATCH_S = 0.1


@dataclass(frozen=True, slots=True)
class RecognitionSummary:
    """What a run came to; ``skipped`` photos were not asked for because they had been done before.

    ``problems`` are faults that stopped a backend, in words for the user.
    """

    photos: int = 0
    detections: int = 0
    failed: int = 0
    unknown: int = 0
    skipped: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()


class Dispatcher:
    """One process's part in emptying the queue."""

    def __init__(self, store: Store, registry: Registry, changes: Changes, *, patience_s: float | None = None) -> None:
        """Do nothing yet.

        Args:
            store: The library.
            registry: The backends.
            changes: Told of what was recognised.
            patience_s: How long a service may do nothing but refuse or not be there until its backend stops; None for
                as long as the user lets it.
        """
        self.patience_s = patience_s
        self.store = store
        self.registry = registry
        self.changes = changes
        self.owner = uuid.uuid4().hex
        self._totals: Counter[str] = Counter()
        self._problems: list[str] = []
        self._changed: set[int] = set()
        self.only: str | None = None

    async def run(
        self,
        backends: Sequence[str],
        *,
        only: Sequence[int] | None = None,
        progress: ProgressCallback = ignore_progress,
        control: Control | None = None,
    ) -> RecognitionSummary:
        """Work until nothing is queued for these backends, here or in another process's hands.

        Args:
            backends: Their names.
            only: Photos to answer, where others may be queued as well; None for all that is queued.
            progress: Told a few times a second.
            control: Pauses and cancels.

        Raises:
            Cancelled: the control was cancelled, with the summary; what was finished is kept, the rest is queued again.
        """
        control = control or Control()
        started = time.monotonic()
        offline = [info.name for info in self.registry.list() if info.offline]
        await self.write(lambda db: jobs.beat(db, self.owner))
        await self.write(lambda db: jobs.take_over(db, offline))
        if only is not None:
            self.only = await asyncio.to_thread(self.store.read, lambda db: jobs.narrowing(db, backends, only))
        try:
            async with asyncio.TaskGroup() as group:
                watching = (self._watch_cancel(control), self._beat(offline), self._tell(backends, progress))
                helpers = [group.create_task(helper) for helper in watching]
                await self._all(backends, control)
                for helper in helpers:
                    helper.cancel()
        except BaseExceptionGroup as errors:
            raise self._reason(errors, started) from None
        finally:
            await self.settle(lambda db: jobs.leave(db, self.owner))
            self._flush_changes()
        progress(Progress(self._settled, self._settled))
        return self._summary(started)

    async def write(self, fn: Callable[[Database], T]) -> T:
        """Run a write of the store without blocking the loop."""
        return await asyncio.wrap_future(self.store.write(fn))

    async def settle(self, fn: Callable[[Database], T]) -> T:
        """Run a write that must not be lost: it is made, and waited for, even if the task is cancelled meanwhile."""
        writing = asyncio.ensure_future(self.write(fn))
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            await writing
            raise

    def note(self, photo_ids: Iterable[int] = (), **counts: int) -> None:
        """Add to the totals, and remember photos whose suggestions changed."""
        self._totals.update(counts)
        self._changed.update(photo_ids)

    @property
    def _settled(self) -> int:
        return self._totals["photos"] + self._totals["failed"] + self._totals["unknown"]

    def _summary(self, started: float) -> RecognitionSummary:
        counted = {name: self._totals[name] for name in ("photos", "detections", "failed", "unknown")}
        return RecognitionSummary(**counted, seconds=time.monotonic() - started, problems=tuple(self._problems))

    def _reason(self, errors: BaseExceptionGroup[BaseException], started: float) -> BaseException:
        """The one error behind a group that a caller can handle; the group itself where bugs came together."""
        leaves = list(_leaves(errors))
        bugs = [error for error in leaves if not isinstance(error, TaggerError | Cancelled)]
        if bugs:
            return bugs[0] if len(bugs) == 1 else errors
        faults = [error for error in leaves if isinstance(error, TaggerError)]
        return faults[0] if faults else Cancelled(self._summary(started))

    async def _all(self, backends: Sequence[str], control: Control) -> None:
        async with asyncio.TaskGroup() as group:
            for name in backends:
                group.create_task(self._backend(name, control))

    async def _backend(self, name: str, control: Control) -> None:
        """Open one backend and drive its calls; its faults stop only itself."""
        try:
            lane = await Lane.open(self, name, control)
        except (BackendError, UsageError) as error:
            self._problems.append(f"{name}: {error}")
            return
        try:
            await lane.run()
        except BackendError as error:
            self._problems.append(f"{name}: {error}")
        finally:
            await lane.close()

    async def _watch_cancel(self, control: Control) -> None:
        while True:
            await asyncio.sleep(WATCH_S)
            if control.cancelled:
                raise Cancelled

    async def _beat(self, offline: Sequence[str]) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT_S)
            await self.write(lambda db: jobs.beat(db, self.owner))
            await self.write(lambda db: jobs.take_over(db, offline))

    async def _tell(self, backends: Sequence[str], progress: ProgressCallback) -> None:
        """Report progress and changes a few times a second, however many photos a second there are."""
        total, counted = 0, -COUNT_AGAIN_S
        while True:
            await asyncio.sleep(TELL_S)
            done = self._settled
            if time.monotonic() - counted > COUNT_AGAIN_S:
                # Counting takes its time where a million photos are queued, and others may queue more.
                total = done + await asyncio.to_thread(self.store.read, lambda db: jobs.left(db, backends, self.only))
                counted = time.monotonic()
            progress(Progress(done, max(done, total)))
            self._flush_changes()

    def _flush_changes(self) -> None:
        if self._changed:
            changed, self._changed = frozenset(self._changed), set()
            self.changes.tell(PhotosChanged(changed), JobsChanged())


def _leaves(errors: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    for error in errors.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _leaves(error)
        else:
            yield error
