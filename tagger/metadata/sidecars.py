"""Exporting tags and values to the sidecars of a photo: merged, atomic, verified, undoable; photos are only read."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tagger.entities import TagPath
from tagger.errors import SidecarError
from tagger.metadata import files
from tagger.metadata.embedded import Embedded
from tagger.metadata.files import ChangedMeanwhile
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.photo_values import Values
from tagger.metadata.plan import Edit, Plan, ReadEmbedded, plan_export

RETRY_S = 1.0  # a sidecar that cannot be parsed may be one that darktable is writing, which it does in place
_ATTEMPTS = 2

Action = Literal["created", "updated", "unchanged", "conflict", "failed"]


@dataclass(frozen=True, slots=True)
class SidecarChange:
    """What a photo's sidecars shall say.

    Attributes:
        tags: all tags the photo shall have.
        removed: tags this program wrote earlier and that must go; keywords of others are never removed.
        values: rating, colour label or caption where they were set in this program; others are never written.
    """

    tags: tuple[TagPath, ...]
    removed: tuple[TagPath, ...] = ()
    values: Values = ()


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
    """

    photo_path: str
    sidecar: str | None
    action: Action
    error: str | None = None
    writes: tuple[FileWrite, ...] = ()


def export_sidecar(
    photo_path: str, change: SidecarChange, *, dry_run: bool = False, reader: EmbeddedReader | None = None
) -> SidecarResult:
    """Merge tags into every sidecar of a photo, or create one that starts from the photo's own metadata.

    Never raises for what the disk or the files hold; see `SidecarResult.action`. May be called from several threads and
    processes.

    Args:
        photo_path: the photo.
        change: its tags.
        dry_run: only say what would be written.
        reader: reads the metadata of photos that get a new sidecar. Pass one to export many; without it each such photo
            starts a process of its own.
    """
    writes: list[FileWrite] = []
    try:
        with files.locked(_lock_key(photo_path)):
            return _export(photo_path, change, reader.read if reader else _read_once, writes, dry_run=dry_run)
    except SidecarError as error:
        return SidecarResult(photo_path, _main(writes), "conflict", str(error), tuple(writes))
    except ChangedMeanwhile:
        message = f"Another program keeps changing the sidecar of {os.path.basename(photo_path)}. Export again later."
        return SidecarResult(photo_path, _main(writes), "conflict", message, tuple(writes))
    except OSError as error:
        return SidecarResult(photo_path, _main(writes), "failed", _advice(error, photo_path), tuple(writes))


def restore(write: FileWrite) -> bool:
    """Undo one write: put the old content back, or delete the file that was created.

    Returns:
        False, with nothing touched, if the file is no longer what was written.

    Raises:
        OSError: it cannot be written.
        SidecarError: something that is no file has taken its place.
    """
    with files.locked(_lock_key(write.path)):
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


def _export(
    photo_path: str, change: SidecarChange, read: ReadEmbedded, writes: list[FileWrite], *, dry_run: bool
) -> SidecarResult:
    if not os.path.exists(photo_path):
        raise FileNotFoundError(errno.ENOENT, "the photo is not there", photo_path)
    for attempt in range(_ATTEMPTS):
        plan = _plan(photo_path, change, read)
        try:
            for edit in plan.edits:
                if not dry_run:
                    files.replace(edit.version, edit.after)
                writes.append(FileWrite(edit.path, edit.version.data, edit.after))
                if not dry_run:
                    _verify(edit)
            break
        except ChangedMeanwhile:
            if attempt + 1 == _ATTEMPTS:
                raise
    created = any(write.before is None for write in writes)
    action: Action = "created" if created else "updated" if writes else "unchanged"
    return SidecarResult(photo_path, _main(writes) or next(iter(plan.existing), None), action, None, tuple(writes))


def _plan(photo_path: str, change: SidecarChange, read: ReadEmbedded) -> Plan:
    try:
        return plan_export(photo_path, change.tags, change.removed, read, change.values)
    except SidecarError:
        time.sleep(RETRY_S)
        return plan_export(photo_path, change.tags, change.removed, read, change.values)


def _read_once(path: str) -> Embedded:
    with EmbeddedReader() as reader:
        return reader.read(path)


def _verify(edit: Edit) -> None:
    if files.read_version(edit.path).data != edit.after:
        raise ChangedMeanwhile


def _lock_key(path: str) -> str:
    """The same for a photo and all its possible sidecars."""
    folder, name = os.path.split(path)
    return os.path.join(os.path.realpath(folder or "."), name.split(".")[0].casefold())


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
