"""Where the folders of a library are now: there, away with their drive, or with it at another mount point."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from tagger.library.volumes import Mount, Mounts, mounts, place_of
from tagger.library.walk import shown
from tagger.store import folders, photos
from tagger.store.database import Database
from tagger.store.folders import Root
from tagger.store.moved_roots import move_root
from tagger.store.store import Store

_SAMPLE = 20
"""Photos looked for to tell whether a folder on another drive is the one that is known."""


@dataclass(frozen=True, slots=True)
class Places:
    """What looking for the folders found.

    Attributes:
        went: Folders that cannot be reached any more.
        came: Folders that can be reached again.
        moved: Folders that are at another path now, from where to where.
        problems: What could not be followed, in plain words.
    """

    went: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.went or self.came or self.moved)


def look_for_folders(store: Store, mounted: Mounts = mounts) -> Places:
    """Find every folder of the library, and remember what changed. No photo is marked or forgotten by this.

    Args:
        store: The library.
        mounted: Tells what is mounted.

    Raises:
        LibraryError: the library cannot be written.
    """
    now = mounted()
    roots = store.read(folders.roots)
    went, came, moved, problems = [], [], [], []
    for root in roots:
        path = _find(store, root, now)
        if path is not None and path != root.path and (there := _in_the_way(roots, root, path)) is not None:
            problems.append(
                f"The drive of the folder {shown(root.path)} is at {shown(path)} now, where {shown(there)} is a folder"
                " of the library already. Remove one of the two."
            )
            path = None
        if path is None:
            went += [] if root.away else [root.path]
        else:
            came += [path] if root.away else []
            moved += [(root.path, path)] if path != root.path else []
        _remember(store, root, path, now)
    return Places(tuple(went), tuple(came), tuple(moved), tuple(problems))


def followed(path: str, places: Places) -> str:
    """Where a path is, now that folders were found elsewhere."""
    for old, new in places.moved:
        if _within(path, old):
            return new.rstrip(os.sep) + path[len(old.rstrip(os.sep)) :]
    return path


def _find(store: Store, root: Root, now: Sequence[Mount]) -> str | None:
    """Where a folder is; None if it is nowhere, or in several places that cannot be told apart."""
    there = os.path.isdir(root.path)
    if there and (root.volume is None or place_of(root.path, now).volume == root.volume):
        return root.path
    if there and _has_photos(store, root):  # copied to another drive that stands in the place of the first
        return root.path
    if root.volume is None:
        return None
    found: dict[tuple[int, int], str] = {}
    for mount in now:
        if mount.volume == root.volume:
            path = os.path.normpath(os.path.join(mount.path, root.volume_path or ""))
            if os.path.isdir(path) and _is_on(path, mount, now):
                status = os.stat(path)
                found.setdefault((status.st_dev, status.st_ino), path)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_on(path: str, mount: Mount, now: Sequence[Mount]) -> bool:
    """Whether a path is on a drive, and not hidden by another one that is mounted over it."""
    return place_of(path, now).volume == mount.volume


def _has_photos(store: Store, root: Root) -> bool:
    known = store.read(lambda db: photos.some_paths(db, root.id, _SAMPLE))
    return not known or any(os.path.lexists(path) for path in known)


def _in_the_way(roots: Sequence[Root], root: Root, path: str) -> str | None:
    for other in roots:
        if other.id != root.id and (_within(path, other.path) or _within(other.path, path)):
            return other.path
    return None


def _remember(store: Store, root: Root, path: str | None, now: Sequence[Mount]) -> None:
    place = None if path is None else place_of(path, now)
    known = (root.volume, root.volume_path, root.network)
    same = place is None or (place.volume, place.volume_path, place.network) == known
    if (path is None) == root.away and same and path in (None, root.path):
        return

    def write(db: Database) -> None:
        if path is not None and path != root.path:
            move_root(db, root.id, path)
        if place is not None:
            folders.set_place(db, root.id, place.volume, place.volume_path, network=place.network)
        folders.set_away(db, root.id, away=path is None)

    store.write(write).result()


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
