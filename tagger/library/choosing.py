"""Choosing by patterns what of a folder counts. What is left out later is put away, not lost."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from tagger.entities import PhotoId
from tagger.errors import UsageError
from tagger.library.patterns import Patterns, read_patterns
from tagger.store import folders, journal, photos, removed
from tagger.store.database import Database
from tagger.store.folders import Root


@dataclass(frozen=True, slots=True)
class Chosen:
    """What choosing did, or would do.

    Attributes:
        path: The folder.
        total: Its photos before.
        left_out: Those that leave the library.
        changed: Whether the patterns differ from what they were.
    """

    path: str
    total: int
    left_out: frozenset[int]
    changed: bool = True


def root_at(db: Database, path: str) -> Root:
    """The root at exactly this path.

    Raises:
        UsageError: it is not a folder of the library.
    """
    root = folders.root_of(db, path)
    if root is None or root.path.rstrip(os.sep) != path.rstrip(os.sep):
        raise UsageError(f"{path} is not a folder of this library.", "Name the folder that it belongs to.")
    return root


def preview(db: Database, path: str, include: Sequence[str], exclude: Sequence[str]) -> Chosen:
    """What patterns would take out of the library.

    Raises:
        UsageError: a pattern cannot be read, or it is not a folder of the library.
    """
    root = root_at(db, path)
    patterns = _patterns(root.path, include, exclude)
    known = photos.paths_in_folder(db, root.id)
    left_out = frozenset(photo_id for photo_id, each in known if not takes(patterns, each)) if patterns else frozenset()
    return Chosen(root.path, len(known), left_out, (patterns.include, patterns.exclude) != (root.include, root.exclude))


def choose(db: Database, path: str, include: Sequence[str], exclude: Sequence[str]) -> Chosen:
    """Set what of a folder counts, as one step of the journal; its photos that do not count leave the library.

    What is known of them is kept: it comes back with undo, or when they count again and are found.

    Raises:
        UsageError: a pattern cannot be read, or it is not a folder of the library.
    """
    chosen = preview(db, path, include, exclude)
    if not chosen.changed:
        return chosen
    root = root_at(db, path)
    patterns = _patterns(root.path, include, exclude)
    place = removed.remember(db, root.path, kept=True)
    before, after = (root.include, root.exclude), (patterns.include, patterns.exclude)
    removed.set_patterns(db, place, before, after)
    removed.put_photos_away(db, place, sorted(chosen.left_out))
    folders.set_patterns(db, root.id, *after)
    name = os.fsencode(os.path.basename(root.path) or root.path).decode("utf-8", "replace")
    removed.bind(db, place, journal.record(db, f"choose what counts in the folder {name}", folders=[place]))
    return chosen


def turn(db: Database, removed_id: int, *, forward: bool) -> frozenset[int] | None:
    """Take a choice back, or make it again; the photos that came or went. None where it is no choice by patterns."""
    place = removed.folder(db, removed_id)
    if place is None or place.patterns is None:
        return None
    root = folders.root_of(db, place.path)
    if root is None:
        return frozenset()
    include, exclude = place.patterns[1 if forward else 0]
    folders.set_patterns(db, root.id, include, exclude)
    if not forward:
        return removed.take_back(db, removed_id)
    patterns = Patterns(root.path, include, exclude)
    gone = [PhotoId(photo_id) for photo_id, path in photos.paths_in_folder(db, root.id) if not takes(patterns, path)]
    removed.put_photos_away(db, removed_id, gone)
    return frozenset(gone)


def takes(patterns: Patterns, path: str) -> bool:
    """Whether a photo would be found by a walk: its directories are entered, and it counts itself."""
    return patterns.takes(path)


def _patterns(root: str, include: Sequence[str], exclude: Sequence[str]) -> Patterns:
    return Patterns(root, read_patterns(include), read_patterns(exclude))
