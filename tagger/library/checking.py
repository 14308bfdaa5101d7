"""Comparing the library with the disk without changing either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tagger.entities import PhotoState
from tagger.library.sidecars import SidecarIndex
from tagger.library.walk import DirectoryListing, list_directory, problem_of, shown
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import Store, folders, photos

Kind = Literal["missing", "sidecar", "away", "folder"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as the library has it.

    Attributes:
        kind: ``missing``: a photo's file is not there; ``sidecar``: its sidecars were changed, added or taken away by
            others and not read since; ``away``: a folder's drive is not connected; ``folder``: one cannot be listed.
        path: The photo or the folder.
        text: All of it in words.
    """

    kind: Kind
    path: str
    text: str


def compare(store: Store, control: Control, progress: ProgressCallback = ignore_progress) -> Iterator[Finding]:
    """What differs between the library and the disk, folder by folder.

    Raises:
        Cancelled: by ``control``.
    """
    done, total = 0, store.read(lambda db: sum(folders.directory_counts(db).values()))
    for root in store.read(folders.roots):
        if root.away:
            text = f"The folder {shown(root.path)} is not connected; its photos were not looked for."
            yield Finding("away", root.path, text)
            continue
        for directory in store.read(lambda db, root=root: photos.known_directories(db, root.path)):  # type: ignore[misc]
            control.checkpoint()
            known = store.read(lambda db, directory=directory: photos.known_in(db, directory))  # type: ignore[misc]
            yield from _compare(directory, known)
            done += len(known)
            progress(Progress(done, total, shown(directory)))


def _compare(directory: str, known: dict[str, photos.Known]) -> Iterator[Finding]:
    listing = DirectoryListing(directory)
    try:
        listing = list_directory(directory)[0]
    except (FileNotFoundError, NotADirectoryError):
        pass  # all of its photos are missing
    except OSError as error:
        yield Finding("folder", directory, problem_of(directory, error))
        return
    there = {file.path for file in listing.files}
    sidecars = SidecarIndex(listing)
    for path, entry in known.items():
        if path not in there:
            yield Finding("missing", path, f"{shown(path)} is missing.")
        elif entry.state is not PhotoState.MISSING and sidecars.of(path)[1] != entry.sidecar_stamp:
            yield Finding("sidecar", path, f"The sidecar of {shown(path)} was changed since it was read.")
