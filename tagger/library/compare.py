"""One directory as the disk lists it, compared with what the library knows of it.

In a rescan nearly every photo is as it was. Those are found by comparing plain rows, a directory at a time; an object
is made only of what differs.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from tagger.entities import PhotoId, PhotoState, Stamp
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.sidecars import SidecarIndex
from tagger.library.walk import DirectoryListing, FoundFile
from tagger.library.workers import ReadingTask, Reason
from tagger.store import listed, photos
from tagger.store.listed import Row, Settled
from tagger.store.store import Store

_SPARSE = 4
"""Numbers for each photo of a directory, from which on it is of no use to count all between its first and its last."""


@dataclass(slots=True)
class Difference:
    """What of a directory is not as the library has it.

    Attributes:
        unchanged: How many photos are known as they are.
        unreadable: Of these, that cannot be decoded.
        to_read: Photos that are new or changed, or lost their thumbnail.
        returned: Photos that were missing and are there again, as they were.
        gone: Photos that are known, and not there.
    """

    unchanged: int = 0
    unreadable: int = 0
    to_read: list[ReadingTask] = field(default_factory=list)
    returned: list[PhotoId] = field(default_factory=list)
    gone: list[photos.Known] = field(default_factory=list)


def compare(store: Store, thumbnails: ThumbnailCache, listing: DirectoryListing) -> Difference:
    """What to do about a directory."""
    sidecars = SidecarIndex(listing)
    there = _rows(listing, sidecars)
    known = store.read(lambda db: listed.settled_in(db, listing.directory, sidecars=bool(listing.sidecars)))
    bare = _bare(store, thumbnails, listing.directory, known)
    if not bare and len(known.rows) == len(there) and there.issuperset(known.rows):
        return Difference(unchanged=len(there))
    same: Set[Row] = frozenset() if bare else there.intersection(known.rows)
    return _differing(store, listing, sidecars, bare, {path for path, *_rest in same})


def _rows(listing: DirectoryListing, sidecars: SidecarIndex) -> set[Row]:
    if not listing.sidecars:
        return set(listing.found)
    return {(*file, *(sidecars.stamp_of(file[0]) or (None, None))) for file in listing.found}


def _bare(store: Store, thumbnails: ThumbnailCache, directory: str, known: Settled) -> set[PhotoId]:
    """The readable photos of a directory whose thumbnail got lost."""
    first, last = known.first, known.last
    if first is None or last is None:
        return set()
    if last - first < _SPARSE * len(known.rows) and thumbnails.has_all(first, last):
        return set()
    return thumbnails.missing(store.read(lambda db: listed.readable_in(db, directory)))


def _differing(
    store: Store, listing: DirectoryListing, sidecars: SidecarIndex, bare: set[PhotoId], same: Set[object]
) -> Difference:
    known = store.read(lambda db: photos.known_in(db, listing.directory, same))
    found = Difference(unchanged=len(same))
    for file in listing.files_but(same):
        paths, stamp = sidecars.of(file.path)
        entry = known.pop(file.path, None)
        reason = _reason(file, stamp, entry, bare)
        if reason is not None:
            found.to_read.append(ReadingTask(file.path, file.stamp, tuple(paths), stamp, reason))
        elif entry is not None:
            found.unchanged += 1
            found.unreadable += entry.state is PhotoState.UNREADABLE
            if entry.state is PhotoState.MISSING:
                found.returned.append(entry.id)
    found.gone = list(known.values())
    return found


def _reason(
    file: FoundFile, sidecar_stamp: Stamp | None, entry: photos.Known | None, bare: set[PhotoId]
) -> Reason | None:
    """Why a photo has to be read; None where it is known as it is."""
    if entry is None:
        return "new"
    if (entry.stamp, entry.sidecar_stamp) != (file.stamp, sidecar_stamp):
        return "changed"
    return "thumbnail" if entry.id in bare else None
