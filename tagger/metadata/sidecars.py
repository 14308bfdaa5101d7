"""Exporting tags and values to the sidecars of a photo: merged, atomic, verified, undoable; photos are only read."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from time import perf_counter
from typing import Literal

from tagger.errors import SidecarError
from tagger.metadata import files
from tagger.metadata.change import SidecarChange
from tagger.metadata.embedded import Embedded
from tagger.metadata.files import ChangedMeanwhile, Staged
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.plan import Edit, Plan, ReadEmbedded, plan_export
from tagger.metadata.sidecar_names import Listings

RETRY_S = 1.0  # a sidecar that cannot be parsed may be one that darktable is writing, which it does in place
_SYNCED_AT_ONCE = 8
_SLOW_SYNC_S = 0.003

Action = Literal["created", "updated", "unchanged", "conflict", "failed"]


@dataclass(frozen=True, slots=True)
class FileWrite:
    """One file that was written: its content before (None: there was no file) and after."""

    path: str
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class SidecarResult:
    """What came of one export.

    Attributes:
        photo_path: the photo.
        sidecar: the sidecar written or to be written first; None if there is none.
        action: ``conflict``: a sidecar cannot be understood or keeps changing, and is as it was;
            ``failed``: the disk refused.
        error: what happened and what to do about it, for ``conflict`` and ``failed``.
        writes: what was written, for undo; in a dry run, what would be.
        plan: how it came to that; None where nothing could be planned.
    """

    photo_path: str
    sidecar: str | None
    action: Action
    error: str | None = None
    writes: tuple[FileWrite, ...] = ()
    plan: Plan | None = field(default=None, compare=False, repr=False)


def export_sidecar(
    photo_path: str, change: SidecarChange, *, dry_run: bool = False, reader: EmbeddedReader | None = None
) -> SidecarResult:
    """Merge a change into every sidecar of a photo, or create one that starts from the photo's own metadata.

    Never raises for what the disk or the files hold; see `SidecarResult.action`. May be called from several threads and
    processes.

    Args:
        photo_path: the photo.
        change: what the sidecars shall say.
        dry_run: only say what would be written.
        reader: reads the metadata of photos that get a new sidecar. Pass one to export many; without it each such photo
            starts a process of its own.
    """
    (result,) = export_sidecars([(photo_path, change)], dry_run=dry_run, reader=reader)
    return result


def export_sidecars(
    tasks: Sequence[tuple[str, SidecarChange]], *, dry_run: bool = False, reader: EmbeddedReader | None = None
) -> list[SidecarResult]:
    """Export several photos; their files reach the disk together, which is faster, each still whole or not at all."""
    read = reader.read if reader else _read_once
    with files.locked(*_lock_keys([path for path, _change in tasks])):
        batch = [_Export(path, change, read) for path, change in tasks]
        listings = Listings()
        for each in batch:
            each.plan(listings)
        again = [each for each in batch if each.is_unreadable]
        if again:
            time.sleep(RETRY_S)
        for each in again:
            each.plan(Listings())
        if not dry_run:
            _write(batch)
    return [each.result() for each in batch]


def _sync(batch: Sequence[_Export]) -> None:
    """Have all of a batch on the disk; one that is slow takes several at once in less time than one after the other."""
    for number, each in enumerate(batch):
        started = perf_counter()
        each.sync()
        if perf_counter() - started > _SLOW_SYNC_S and number + 1 < len(batch):
            with ThreadPoolExecutor(_SYNCED_AT_ONCE, "sync") as pool:
                list(pool.map(_Export.sync, batch[number + 1 :]))
            return


def restore(write: FileWrite) -> bool:
    """Undo one write: put the old content back, or delete the file that was created.

    Returns:
        False, with nothing touched, if the file is no longer what was written.

    Raises:
        OSError: it cannot be written.
        SidecarError: something that is no file has taken its place.
    """
    with files.locked(*_lock_keys([write.path])):
        version = files.read_version(write.path)
        if version.data != write.after:
            return False
        try:
            if write.before is None:
                files.remove(version)
            else:
                files.replace(version, write.before)
        except ChangedMeanwhile:
            return False
    return True


class _Export:
    """The export of one photo, step by step; what the disk or the files refuse ends it and is kept for the result."""

    def __init__(self, photo_path: str, change: SidecarChange, read: ReadEmbedded) -> None:
        self._photo_path = photo_path
        self._change = change
        self._read = read
        self._plan: Plan | None = None
        self._error: Exception | None = None
        self._written: list[FileWrite] | None = None
        self._staged: list[Staged] = []

    @property
    def is_unreadable(self) -> bool:
        """Whether a sidecar could not be understood."""
        return isinstance(self._error, SidecarError)

    def plan(self, listings: Listings) -> None:
        """Work out what to write."""
        self._error = None
        with self._faults():
            if not os.path.exists(self._photo_path):
                raise FileNotFoundError(errno.ENOENT, "the photo is not there", self._photo_path)
            near = listings.near(self._photo_path)
            self._plan = plan_export(self._photo_path, self._change, self._read, near)

    def stage(self, taken: set[str]) -> None:
        """Write everything beside the files; ``taken`` has those that another photo of the batch writes."""
        if self._plan is None or self._error is not None:
            return
        with self._faults():
            paths = {edit.version.path for edit in self._plan.edits}
            if paths & taken:
                raise ChangedMeanwhile
            taken |= paths
            for edit in self._plan.edits:
                self._staged.append(Staged(edit.version, edit.after))

    def sync(self) -> None:
        """Have it on the disk."""
        with self._faults():
            for put in self._staged:
                put.sync()

    def commit(self) -> set[str]:
        """Put everything in place; returns the folders that are to be synced."""
        folders: set[str] = set()
        if self._error is None and self._plan is not None:
            self._written = []
            with self._faults():
                for put, edit in zip(self._staged, self._plan.edits, strict=True):
                    put.commit()
                    self._written.append(FileWrite(edit.path, edit.version.data, edit.after))
                    folders.add(os.path.dirname(edit.version.path))
                    _verify(edit)
        self.discard()
        if self._plan is not None:
            for path in set(self._plan.existing) - {edit.path for edit in self._plan.edits}:
                files.sweep(path)
        return folders

    def discard(self) -> None:
        """Leave nothing beside the files."""
        for put in self._staged:
            put.discard()
        self._staged = []

    def once_more(self) -> set[str]:
        """Merge again into what another program wrote meanwhile; returns the folders that are to be synced."""
        if not isinstance(self._error, ChangedMeanwhile):
            return set()
        before = list(self._written or ())
        self.plan(Listings())
        self.stage(set())
        self.sync()
        folders = self.commit()
        self._written = [*before, *(self._written or ())]
        return folders

    def fail(self, error: OSError) -> None:
        """The disk refused something that concerns this photo."""
        self._error = self._error or error

    def result(self) -> SidecarResult:
        """What came of it; where nothing was to be written, what would be."""
        plan, error = self._plan, self._error
        planned = [] if plan is None else [FileWrite(e.path, e.version.data, e.after) for e in plan.edits]
        writes = tuple(planned if self._written is None and error is None else self._written or ())
        main = _main(writes)
        if isinstance(error, OSError):
            return SidecarResult(self._photo_path, main, "failed", _advice(error, self._photo_path), writes)
        if isinstance(error, ChangedMeanwhile):
            name = os.path.basename(self._photo_path)
            message = f"Another program keeps changing the sidecar of {name}. Export again later."
            return SidecarResult(self._photo_path, main, "conflict", message, writes)
        if error is not None or plan is None:
            return SidecarResult(self._photo_path, main, "conflict", str(error), writes)
        created = any(write.before is None for write in writes)
        action: Action = "created" if created else "updated" if writes else "unchanged"
        return SidecarResult(self._photo_path, main or next(iter(plan.existing), None), action, None, writes, plan=plan)

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (OSError, SidecarError, ChangedMeanwhile) as error:
            self._error = error


def _write(batch: Sequence[_Export]) -> None:
    """Stage all, sync all, put all in place, sync the folders; then merge again where others wrote meanwhile."""
    taken: set[str] = set()
    try:
        for each in batch:
            each.stage(taken)
        _sync(batch)
    except BaseException:
        for each in batch:
            each.discard()
        raise
    for step in ("commit", "once_more"):
        folders: dict[str, list[_Export]] = {}
        for each in batch:
            for folder in getattr(each, step)():
                folders.setdefault(folder, []).append(each)
        for folder, concerned in folders.items():
            try:
                files.sync_folder(folder)
            except OSError as error:
                for each in concerned:
                    each.fail(error)


def _read_once(path: str) -> Embedded:
    with EmbeddedReader() as reader:
        return reader.read(path)


def _verify(edit: Edit) -> None:
    if not files.holds(edit.version, edit.after):
        raise ChangedMeanwhile


def _lock_keys(paths: Sequence[str]) -> list[str]:
    """The same for a photo and all its possible sidecars."""
    split = [os.path.split(path) for path in paths]
    real = {folder: os.path.realpath(folder or ".") for folder in {folder for folder, _name in split}}
    return [os.path.join(real[folder], name.split(".")[0].casefold()) for folder, name in split]


def _main(writes: Sequence[FileWrite]) -> str | None:
    return writes[0].path if writes else None


def _advice(error: OSError, photo_path: str) -> str:
    folder = os.path.dirname(photo_path) or "."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk of {folder} is full. Free some space and export again."
    if error.errno == errno.EROFS:
        return f"{folder} is read-only. Make it writable, or copy the photos to a disk that is, and export again."
    if isinstance(error, PermissionError):
        return f"No permission to write in {folder}. Change the permissions of folder and sidecar, and export again."
    if isinstance(error, FileNotFoundError):
        return f"{photo_path} is not there. Connect its disk, or index the folder again."
    return (
        f"The sidecar of {photo_path} could not be written: {error.strerror or error}. Check the disk and export again."
    )
