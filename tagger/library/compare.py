"""Directories as the disk lists them, compared with what the library knows of them.

In a rescan nearly every photo is as it was. Those are found by comparing plain rows, of many directories at a time; an
object is made only of what differs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from tagger.entities import PhotoId, PhotoState, Stamp
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.sidecars import SidecarIndex
from tagger.library.walk import DirectoryListing, FoundFile
from tagger.library.workers import ReadingTask, Reason
from tagger.store import listed, photos
from tagger.store.listed import Row
from tagger.store.paths import from_db
from tagger.store.store import Store

_SPARSE = 4
"""Numbers for each photo, from which on it is no use to count the thumbnails from the first number to the last."""


@dataclass(slots=True)
class Difference:
    """What of one directory, or of several that are settled, is not as the library has it.

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


@dataclass(frozen=True, slots=True)
class Comparing:
    """Compares with one library.

    Attributes:
        store: The library.
        thumbnails: Its thumbnail cache.
    """

    store: Store
    thumbnails: ThumbnailCache

    def differences(self, listings: Sequence[DirectoryListing]) -> Iterator[Difference]:
        """What to do about directories; those where nothing is to be done are counted together."""
        for sidecars in (False, True):
            alike = [each for each in listings if bool(each.sidecars) is sidecars]
            settled = self._settled(alike, sidecars=sidecars)
            yield Difference(unchanged=sum(len(each.found) for each in alike if each.directory in settled))
            for each in alike:
                if each.directory not in settled:
                    yield self._difference(each)

    def _settled(self, listings: Sequence[DirectoryListing], *, sidecars: bool) -> Set[str]:
        """The directories of which all is as it was."""
        text = [each for each in listings if listed.is_text(each.directory)]
        names = {each.directory for each in text}
        _same, differing = self._split(text, sidecars=sidecars)
        return names - differing if differing <= names else frozenset()

    def _split(self, listings: Sequence[DirectoryListing], *, sidecars: bool) -> tuple[Set[Row], Set[str]]:
        """The photos that are known as they are, and the directories that hold others, or lack some."""
        names = [each.directory for each in listings]
        if not names:
            return frozenset(), frozenset()
        there: set[Row] = set()
        for each in listings:
            there.update(_with_sidecars(each) if sidecars else each.found)
        known = self.store.read(lambda db: listed.settled_in(db, names, sidecars=sidecars))
        if self._lacks_thumbnails(names, known):
            return frozenset(), frozenset(names)
        if len(known.rows) == len(there) and there.issuperset(known.rows):
            return there, frozenset()
        return there.intersection(known.rows), {_directory(row) for row in there.symmetric_difference(known.rows)}

    def _lacks_thumbnails(self, directories: Sequence[str], known: listed.Settled) -> bool:
        first, last = known.first, known.last
        if first is None or last is None:
            return False
        if last - first < _SPARSE * len(known.rows) and self.thumbnails.has_all(first, last):
            return False
        return bool(self.thumbnails.missing(self.store.read(lambda db: listed.readable_in(db, directories))))

    def _difference(self, listing: DirectoryListing) -> Difference:
        same: Set[Row] = frozenset()
        if listed.is_text(listing.directory):
            same, _differing = self._split([listing], sidecars=bool(listing.sidecars))
        known = self.store.read(lambda db: photos.known_in(db, listing.directory, {row[0] for row in same}))
        bare = self.thumbnails.missing([entry.id for entry in known.values() if entry.state is PhotoState.OK])
        return _of_the_rest(listing, {row[0] for row in same}, known, bare)


def _with_sidecars(listing: DirectoryListing) -> Iterator[Row]:
    sidecars = SidecarIndex(listing)
    return ((*file, *(sidecars.stamp_of(file[0]) or (None, None))) for file in listing.found)


def _directory(row: Row) -> str:
    return os.path.dirname(from_db(row[0]))  # type: ignore[arg-type]


def _of_the_rest(
    listing: DirectoryListing, same: Set[object], known: dict[str, photos.Known], bare: Set[PhotoId]
) -> Difference:
    """What to do about the photos that are not known to be the same."""
    sidecars = SidecarIndex(listing)
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
    file: FoundFile, sidecar_stamp: Stamp | None, entry: photos.Known | None, bare: Set[PhotoId]
) -> Reason | None:
    """Why a photo has to be read; None where it is known as it is."""
    if entry is None:
        return "new"
    if (entry.stamp, entry.sidecar_stamp) != (file.stamp, sidecar_stamp):
        return "changed"
    return "thumbnail" if entry.id in bare else None
