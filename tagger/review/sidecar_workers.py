"""Writing sidecars in worker processes: many at once, and a photo whose metadata crash the reader takes nothing along.

Few photos are written in this process: starting another costs more than writing them.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from types import TracebackType
from typing import TYPE_CHECKING

from tagger.library.workers import start_worker
from tagger.metadata.change import SidecarChange
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecars import SidecarResult, export_sidecars

if TYPE_CHECKING:
    from pebble import ProcessPool

CHUNK = 32
FEW = 2 * CHUNK
TIMEOUT_S = 300.0
"""For one batch; a network drive may take its time."""

Tasks = Sequence[tuple[str, SidecarChange]]

Batch = Callable[[], list[SidecarResult]]
"""Waits for a batch, and gives what became of each photo."""


class SidecarWorkers:
    """Processes that write batches of sidecars; use it as a context manager.

    Attributes:
        capacity: how many batches may be under way before the oldest is waited for.
    """

    def __init__(self, photos: int, workers: int | None = None, *, dry_run: bool = False) -> None:
        self._count = workers or os.cpu_count() or 1
        self._dry_run = dry_run
        self._reader = EmbeddedReader()
        self._pool: ProcessPool | None = None
        self.capacity = 1
        if photos > FEW:
            from pebble import ProcessPool

            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPool(max_workers=self._count, initializer=start_worker, context=context)
            self.capacity = 2 * self._count

    def __enter__(self) -> SidecarWorkers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.close()  # type: ignore[no-untyped-call]
            self._pool.join()
        self._reader.close()

    def submit(self, tasks: Tasks) -> Batch:
        """Have a batch written."""
        if self._pool is None or not tasks:
            results = export_sidecars(tasks, dry_run=self._dry_run, reader=self._reader)
            return lambda: results
        future: Future[list[SidecarResult]] = self._pool.schedule(
            _write, args=(list(tasks), self._dry_run), timeout=TIMEOUT_S
        )
        return lambda: self._results(future, tasks)

    def _results(self, future: Future[list[SidecarResult]], tasks: Tasks) -> list[SidecarResult]:
        """What a worker made of a batch. One that did not survive it did so over the metadata of some photo.

        Its batch is written here then, where another process does nothing but read those.
        """
        from pebble import ProcessExpired

        try:
            return future.result()
        except (ProcessExpired, FutureTimeout):
            return export_sidecars(tasks, dry_run=self._dry_run, reader=self._reader)


def _write(tasks: Tasks, dry_run: bool) -> list[SidecarResult]:
    """What a worker does: it reads metadata itself, being a process that may die."""
    return export_sidecars(tasks, dry_run=dry_run, reader=EmbeddedReader())
