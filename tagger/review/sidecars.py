"""Handing tags to sidecars.

Which photos are due, writing them in worker processes, and keeping what is needed to take it back.
"""

from __future__ import annotations

import functools
import os
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tagger.entities import PhotoId, PhotoState, Stamp
from tagger.metadata.change import SidecarChange
from tagger.metadata.sidecars import SidecarResult
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.review.sidecar_changes import STANDARD, Options, changes, written_regions
from tagger.review.sidecar_workers import CHUNK, Batch, SidecarWorkers
from tagger.store import Store, conflicts, incoming, journal, photos, values, written
from tagger.store.conflicts import Conflict
from tagger.store.database import Database
from tagger.store.journal import FileChange
from tagger.store.values import PhotoField
from tagger.store.written import Written

BATCH = CHUNK
_WRITTEN = ("created", "updated", "unchanged")


@dataclass(frozen=True, slots=True)
class _Task:
    photo_id: PhotoId
    path: str
    change: SidecarChange


def due(db: Database) -> list[int]:
    """Photos whose tags changed since their sidecar was written."""
    return [i for (i,) in db.conn.execute("SELECT photo_id FROM sidecars_due ORDER BY photo_id")]


def count_due(db: Database) -> int:
    """How many photos wait for their sidecar."""
    return int(db.conn.execute("SELECT count(*) FROM sidecars_due").fetchone()[0])


def export(
    store: Store,
    photo_ids: Sequence[int],
    *,
    dry_run: bool = False,
    recorded: bool = True,
    options: Options = STANDARD,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
    workers: int | None = None,
) -> Iterator[SidecarResult]:
    """Write the tags of photos into their sidecars, yielding what became of each.

    The whole export is one step of the journal (unless ``recorded`` is False), kept batch by batch, so that a crash
    loses at most the record of the batches under way; their photos stay due.

    Raises:
        Cancelled: between two batches; what was under way is kept.
    """
    job = _Job(store, dry_run=dry_run, recorded=recorded, options=options)
    control = control or Control()
    with SidecarWorkers(len(photo_ids), workers, dry_run=dry_run) as pool:
        try:
            for start in range(0, len(photo_ids), BATCH):
                if control.paused:
                    yield from job.finish()
                control.checkpoint()
                tasks = store.read(
                    functools.partial(_tasks, photo_ids=photo_ids[start : start + BATCH], options=options)
                )
                if tasks:
                    progress(Progress(start, len(photo_ids), tasks[0].path))
                job.begin(tasks, pool.submit([(task.path, task.change) for task in tasks]))
                if job.under_way >= pool.capacity:
                    yield from job.finish_one()
            yield from job.finish()
            progress(Progress(len(photo_ids), len(photo_ids)))
        finally:
            job.close()


def foreseen(store: Store, photo_ids: Sequence[int], options: Options = STANDARD) -> list[FileChange]:
    """What an export would write, for a step of the journal that knows it before it happens."""
    ids = {photo.path: photo.id for photo in store.read(lambda db: list(photos.photos(db, photo_ids)))}
    return [
        FileChange(ids[result.photo_path], write.path, write.before, write.after, _fields(result))
        for result in export(store, photo_ids, dry_run=True, options=options)
        for write in result.writes
    ]


class _Job:
    """One export: the batches under way, and what is kept of those that are done."""

    def __init__(self, store: Store, *, dry_run: bool, recorded: bool, options: Options) -> None:
        self._store = store
        self._dry_run = dry_run
        self._recorded = recorded
        self._options = options
        self._batches: deque[tuple[list[_Task], Batch]] = deque()
        self._entry_id: int | None = None
        self._written = 0

    @property
    def under_way(self) -> int:
        """How many batches are being written."""
        return len(self._batches)

    def begin(self, tasks: list[_Task], batch: Batch) -> None:
        """A batch was given to the workers."""
        self._batches.append((tasks, batch))

    def finish_one(self) -> list[SidecarResult]:
        """Wait for the oldest batch and keep it."""
        tasks, batch = self._batches.popleft()
        results = batch()
        if not self._dry_run:
            self._entry_id = _keep(
                self._store, self._entry_id, tasks, results, recorded=self._recorded, options=self._options
            )
            self._written += sum(result.action in ("created", "updated") for result in results)
        return results

    def finish(self) -> Iterator[SidecarResult]:
        """Wait for all batches and keep them."""
        while self._batches:
            yield from self.finish_one()

    def close(self) -> None:
        """Keep what is still under way, whatever ended the export, and say what it came to."""
        while self._batches:
            self.finish_one()
        entry_id, title = self._entry_id, _title(self._written)
        if entry_id is not None:
            self._store.write(lambda db: journal.set_title(db, entry_id, title)).result()


def _title(written: int) -> str:
    return "write 1 sidecar" if written == 1 else f"write {written:,} sidecars"


def _tasks(db: Database, photo_ids: Sequence[int], options: Options) -> list[_Task]:
    wanted = changes(db, photo_ids, options)
    return [
        _Task(photo.id, photo.path, wanted[photo.id])
        for photo in photos.photos(db, photo_ids)
        if photo.state is not PhotoState.MISSING
    ]


def _keep(
    store: Store,
    entry_id: int | None,
    tasks: Sequence[_Task],
    results: Sequence[SidecarResult],
    *,
    recorded: bool,
    options: Options,
) -> int | None:
    """Note which sidecars are no longer due, what they were left saying, and how to take the writes back."""
    files = [
        FileChange(task.photo_id, w.path, w.before, w.after, _fields(result))
        for task, result in zip(tasks, results, strict=True)
        for w in result.writes
    ]

    def keep(db: Database) -> int | None:
        now = changes(db, [task.photo_id for task in tasks], options)
        for task, result in zip(tasks, results, strict=True):
            _settle(db, task, result, now[task.photo_id])
        if not files or not recorded:
            return entry_id
        # An export that was taken back while it still runs goes on as a new operation.
        if entry_id is None or not journal.can_undo(db, entry_id):
            return journal.record(db, "write sidecars", files=files)
        journal.add_files(db, entry_id, files)
        return entry_id

    return store.write(keep).result()


def _fields(result: SidecarResult) -> tuple[PhotoField, ...]:
    """The values that were taken over."""
    return () if result.plan is None else tuple(PhotoField(field) for field, _value in result.plan.change.values)


def _settle(db: Database, task: _Task, result: SidecarResult, now: SidecarChange) -> None:
    plan = result.plan
    if result.action not in _WRITTEN or plan is None:
        return
    came_in = incoming.take_in(db, task.photo_id, plan.states)
    conflicts.note(
        db,
        task.photo_id,
        [Conflict(task.photo_id, d.property, d.base, d.mine, d.theirs) for d in plan.disagreements],
    )
    flat = set(plan.change.flat)
    own = [tag for tag in plan.change.tags if tag not in flat and plan.files]
    written.note(db, task.photo_id, Written(own, plan.files, written_regions(plan.written, plan.given_up)))
    written.settle(db, task.photo_id, task.change.removed)
    values.taken_over(db, task.photo_id, [(PhotoField(field), value) for field, value in plan.change.values])
    # What was decided while the file was being written is not in it: that photo stays due.
    if task.change == now:
        db.conn.execute("DELETE FROM sidecars_due WHERE photo_id = ?", (task.photo_id,))
    if len(result.writes) == 1 and not plan.states and not came_in:
        write = result.writes[0]
        remember_stamp(db, task.photo_id, write.path, write.before, write.after)


def remember_stamp(db: Database, photo_id: int, path: str, was: bytes | None, becomes: bytes | None) -> None:
    """Know a sidecar as this program changed it, so that the next index need not read the photo again.

    Only where it is the photo's one sidecar and was what the library had read; else the next index looks.
    """
    known = db.conn.execute("SELECT sidecar_bytes FROM photos WHERE id = ?", (photo_id,)).fetchone()
    if known != (None if was is None else len(was),):
        return
    try:
        status = os.stat(path)
    except FileNotFoundError:
        if becomes is None:
            photos.set_sidecar_stamp(db, photo_id, None)
    except OSError:
        return
    else:
        if becomes is not None and status.st_size == len(becomes):
            photos.set_sidecar_stamp(db, photo_id, Stamp(status.st_size, status.st_mtime_ns))
