"""Handing tags to sidecars.

Which photos are due, writing them side by side, and keeping what is needed to take it back.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from sqlite_utils import Database

from tagger.entities import PhotoId, PhotoState, Stamp
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecars import FileWrite, SidecarChange, SidecarResult, export_sidecar
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import Store, journal, photos, tags, values, written
from tagger.store.journal import FileChange
from tagger.store.values import PhotoField

BATCH = 32


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
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
    workers: int | None = None,
) -> Iterator[SidecarResult]:
    """Write the tags of photos into their sidecars, yielding what became of each.

    The whole export is one step of the journal (unless ``recorded`` is False), kept batch by batch, so that a crash
    loses at most the record of one batch.

    Raises:
        Cancelled: between two batches; the results so far have been yielded and kept.
    """
    control = control or Control()
    entry_id: int | None = None
    written = 0
    with EmbeddedReader() as reader, ThreadPoolExecutor(workers or os.cpu_count(), "sidecars") as pool:
        try:
            for start in range(0, len(photo_ids), BATCH):
                control.checkpoint()
                tasks = store.read(functools.partial(_tasks, photo_ids=photo_ids[start : start + BATCH]))
                if tasks:
                    progress(Progress(start, len(photo_ids), tasks[0].path))
                results = list(
                    pool.map(lambda t: export_sidecar(t.path, t.change, dry_run=dry_run, reader=reader), tasks)
                )
                if not dry_run:
                    entry_id = _keep(store, entry_id, tasks, results, recorded=recorded)
                    written += sum(result.action in ("created", "updated") for result in results)
                yield from results
            progress(Progress(len(photo_ids), len(photo_ids)))
        finally:
            if entry_id is not None:
                title = _title(written)
                store.write(lambda db: journal.set_title(db, entry_id, title)).result()


def _title(written: int) -> str:
    return "write 1 sidecar" if written == 1 else f"write {written:,} sidecars"


def _tasks(db: Database, photo_ids: Sequence[int]) -> list[_Task]:
    changes = _changes(db, photo_ids)
    return [
        _Task(photo.id, photo.path, changes[photo.id])
        for photo in photos.photos(db, photo_ids)
        if photo.state is not PhotoState.MISSING
    ]


def _changes(db: Database, photo_ids: Sequence[int]) -> dict[int, SidecarChange]:
    tagged, removed, stale = (of(db, photo_ids) for of in (tags.tags_of, tags.removed_tags_of, written.stale))
    edits = values.edits_of(db, photo_ids)
    gone = {i: tuple(dict.fromkeys((*removed.get(i, ()), *stale.get(i, ())))) for i in photo_ids}
    return {i: SidecarChange(tagged.get(i, ()), gone[i], edits.get(i, ())) for i in photo_ids}


def _fields(change: SidecarChange) -> tuple[PhotoField, ...]:
    return tuple(PhotoField(field) for field, _value in change.values)


def _keep(
    store: Store, entry_id: int | None, tasks: Sequence[_Task], results: Sequence[SidecarResult], *, recorded: bool
) -> int | None:
    """Note which sidecars are no longer due, their stamps, and how to take the writes back."""
    files = [
        FileChange(task.photo_id, w.path, w.before, w.after, _fields(task.change))
        for task, result in zip(tasks, results, strict=True)
        for w in result.writes
    ]

    def keep(db: Database) -> int | None:
        now = _changes(db, [task.photo_id for task in tasks])
        for task, result in zip(tasks, results, strict=True):
            # What was decided while the file was being written is not in it: that photo stays due.
            if result.action in ("created", "updated", "unchanged") and task.change == now[task.photo_id]:
                db.conn.execute("DELETE FROM sidecars_due WHERE photo_id = ?", (task.photo_id,))
                written.note(db, [task.photo_id])
                for field in _fields(task.change):
                    values.unmark(db, field, [task.photo_id])
            if len(result.writes) == 1:
                _remember_stamp(db, task.photo_id, result.writes[0])
        if not files or not recorded:
            return entry_id
        # An export that was taken back while it still runs goes on as a new operation.
        if entry_id is None or not journal.can_undo(db, entry_id):
            return journal.record(db, "write sidecars", files=files)
        journal.add_files(db, entry_id, files)
        return entry_id

    return store.write(keep).result()


def _remember_stamp(db: Database, photo_id: PhotoId, write: FileWrite) -> None:
    """Know the sidecar as written, so that the next index need not read the photo again.

    Only where it is the photo's one sidecar and was merged with what the library had read; else the next index looks.
    """
    known = db.conn.execute("SELECT sidecar_bytes FROM photos WHERE id = ?", (photo_id,)).fetchone()
    if known != (None if write.before is None else len(write.before),):
        return
    with contextlib.suppress(OSError):
        status = os.stat(write.path)
        if status.st_size == len(write.after):
            photos.set_sidecar_stamp(db, photo_id, Stamp(status.st_size, status.st_mtime_ns))
