"""Photos that are found again at another path: renamed, moved, exchanged, also while their metadata was edited.

A file that came newly to its path and shows a known picture is the photo that lost its file, if there is exactly one
such photo and one such file. Where there are more, name, size and time tell them apart as far as they do; what is then
left is asked, never guessed. A photo whose file is still there has a copy. Work is proportional to what came.
"""

from __future__ import annotations

import functools
import os
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from tagger.entities import PhotoId, PhotoState
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.volumes import Mount, Mounts, mounts, place_of
from tagger.store import folders, identity
from tagger.store.database import Database
from tagger.store.folders import Root
from tagger.store.identity import Arrival, Holder
from tagger.store.store import Store

GRACE_S = 3600.0
"""A copy whose original goes within this time was a move from one drive to another."""

_AT_ONCE = 50

IsGone = Callable[[Holder], bool]
_EVIDENCE: tuple[Callable[[Holder], Hashable], ...] = (
    lambda holder: (os.path.basename(holder.path), holder.bytes, holder.mtime_ns),
    lambda holder: (holder.bytes, holder.mtime_ns),
    lambda holder: (os.path.basename(holder.path), holder.bytes),
    lambda holder: os.path.basename(holder.path),
)
"""What tells apart files with one picture, the strongest first; a name that both have says more than none."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was found out about the files that came.

    Attributes:
        moved: Photos that have another path now, with the number of the row that was at it; that may be gone.
        asked: Files that may be one of several photos; the user has to say.
        fewer: How many files were not what they were read as, ``new`` or ``changed``, but photos that moved.
    """

    moved: tuple[tuple[PhotoId, PhotoId], ...] = ()
    asked: int = 0
    fewer: Counter[str] = field(default_factory=Counter)


def settle(
    store: Store, thumbnails: ThumbnailCache, is_gone: IsGone | None = None, *, newest_before: int = 2**62
) -> Settled:
    """Find out which photos moved, of all files whose photo is not settled yet.

    Args:
        store: The library.
        thumbnails: Its thumbnail cache.
        is_gone: Whether a photo's file is no longer where it was, by looking; one on a drive that is away is not gone.
        newest_before: The highest number of a photo before this indexing: files that came together are copies.

    Raises:
        LibraryError: the library cannot be written.
    """
    arrivals = store.read(identity.arrivals)
    if not arrivals:
        return Settled()
    plan = _Plan(store, arrivals, is_gone or gone_from(store))
    pairs = list(plan.pairs())
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        store.write(functools.partial(_relink, pairs=some, plan=plan, thumbnails=thumbnails)).result()
    store.write(lambda db: _close(db, plan, newest_before)).result()
    return Settled(tuple(plan.moved), len(plan.to_ask), plan.fewer)


def gone_from(store: Store, mounted: Mounts = mounts) -> IsGone:
    """Tells whether a photo's file is no longer where it was; one on a drive that is away is not gone.

    Of a photo that is not known to be missing it is said only where its folder is on the drive it was on: then the
    folder is there, or was itself renamed.
    """
    roots = sorted(store.read(folders.roots), key=lambda root: len(root.path), reverse=True)
    now: list[Mount] = []

    def on_its_drive(root: Root) -> bool:
        if not now:
            now.extend(mounted())
        return place_of(root.path, now).volume == root.volume

    def is_gone(holder: Holder) -> bool:
        if not _is_absent(holder.path):
            return False
        root = next((root for root in roots if within(holder.path, root.path)), None)
        return holder.state is PhotoState.MISSING or root is None or on_its_drive(root)

    return is_gone


def _is_absent(path: str) -> bool:
    """Whether there is no file; one that may not be looked at is there."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def within(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


class _Plan:
    """Which photo takes which file.

    Attributes:
        moved: What was carried out.
        to_ask: Files that could be one of several photos.
        fewer: See `Settled`.
    """

    def __init__(self, store: Store, arrivals: Sequence[Arrival], is_gone: IsGone) -> None:
        self._store = store
        self._is_gone = is_gone
        self._arrivals = {arrival.holder.id: arrival for arrival in arrivals}
        self._ousted: dict[bytes, list[Holder]] = defaultdict(list)
        for arrival in arrivals:
            if arrival.former is not None and arrival.former != arrival.holder.image_hash:
                self._ousted[arrival.former].append(arrival.holder)
        self.moved: list[tuple[PhotoId, PhotoId]] = []
        self.to_ask: set[PhotoId] = set()
        self.fewer: Counter[str] = Counter()
        self._at: dict[PhotoId, PhotoId] = {}  # which photo has a file, by the photo that had it at first
        self._place: dict[PhotoId, PhotoId] = {}  # the other way round

    def pairs(self) -> Iterator[tuple[Holder, Holder]]:
        """Photos that lost their file, each with the holder of the file that is theirs."""
        came: dict[bytes, list[Holder]] = defaultdict(list)
        for arrival in self._arrivals.values():
            if arrival.holder.image_hash is not None:
                came[arrival.holder.image_hash].append(arrival.holder)
        for image_hash, holders in came.items():
            there = [holder for holder in holders if not self._is_gone(holder)]
            lost = self._lost(image_hash, there)
            found = list(matched(lost, there))
            yield from found
            left = {holder.id for holder in there} - {file.id for _photo, file in found}
            if len(lost) > len(found):
                self.to_ask |= {i for i in left if self.former(i) is None}

    def former(self, photo_id: PhotoId) -> bytes | None:
        """The hash of what was at a photo's path before; None for a photo that is new."""
        arrival = self._arrivals.get(photo_id)
        return None if arrival is None else arrival.former

    def is_new(self, photo_id: PhotoId) -> bool:
        """Whether a photo was made for a file that came."""
        return photo_id in self._arrivals and self.former(photo_id) is None

    def new_after(self, newest: int) -> list[PhotoId]:
        """Photos that were made for files that came, with numbers above this one."""
        return [photo_id for photo_id in self._arrivals if photo_id > newest and self.is_new(photo_id)]

    def old(self, now: float) -> list[PhotoId]:
        """Arrivals that were looked at and need not be looked at again, unless they are to be asked."""
        return [i for i, a in self._arrivals.items() if a.former is not None or now - a.at > GRACE_S]

    def holder_of(self, file: Holder) -> PhotoId:
        """The photo that has a file by now."""
        return self._at.get(file.id, file.id)

    def exchanged(self, one: PhotoId, other: PhotoId) -> None:
        """Two photos have changed their files."""
        first, second = self._place.get(one, one), self._place.get(other, other)
        self._at[first], self._at[second] = other, one
        self._place[one], self._place[other] = second, first

    def involved(self) -> list[PhotoId]:
        """The photos whose file was exchanged."""
        return list(self._place)

    def _lost(self, image_hash: bytes, there: Sequence[Holder]) -> list[Holder]:
        """The photos with a picture that lost their file, by its being gone or showing another picture."""
        names = {_folded(file.path): file.path for file in there}
        lost = list(self._ousted[image_hash])
        for holder in self._store.read(lambda db: identity.holders(db, image_hash)):
            if holder.id in self._arrivals and not self._worked_on(holder.id):
                continue
            if self._is_gone(holder) or _is_respelled(holder.path, names.get(_folded(holder.path))):
                lost.append(holder)
        return lost

    def _worked_on(self, photo_id: PhotoId) -> bool:
        return self._store.read(lambda db: identity.worked_on(db, photo_id))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _is_respelled(path: str, now: str | None) -> bool:
    """Whether a path leads to a file only since the disk ignores case or composition, and its name is another now."""
    return now is not None and now != path and os.path.samestat(os.lstat(path), os.lstat(now))


def matched(lost: Sequence[Holder], files: Sequence[Holder]) -> Iterator[tuple[Holder, Holder]]:
    """The pairs that belong together without doubt."""
    lost, files = list(lost), list(files)
    while lost and files:
        if len(lost) == len(files) == 1:
            yield lost[0], files[0]
            return
        pair = next(filter(None, (_only(lost, files, evidence) for evidence in _EVIDENCE)), None)
        if pair is None:
            return
        yield pair
        lost.remove(pair[0])
        files.remove(pair[1])


def _only(
    lost: Sequence[Holder], files: Sequence[Holder], evidence: Callable[[Holder], Hashable]
) -> tuple[Holder, Holder] | None:
    """A photo and a file that share what no other photo and no other file has."""
    by_photo, by_file = _by(lost, evidence), _by(files, evidence)
    for key, photos in by_photo.items():
        if len(photos) == 1 and len(by_file.get(key, ())) == 1:
            return photos[0], by_file[key][0]
    return None


def _by(holders: Sequence[Holder], evidence: Callable[[Holder], Hashable]) -> dict[Hashable, list[Holder]]:
    found: dict[Hashable, list[Holder]] = defaultdict(list)
    for holder in holders:
        found[evidence(holder)].append(holder)
    return found


def _relink(db: Database, pairs: Sequence[tuple[Holder, Holder]], plan: _Plan, thumbnails: ThumbnailCache) -> None:
    for photo, file in pairs:
        other = plan.holder_of(file)
        if identity.holder(db, photo.id) is None or identity.holder(db, other) is None:
            continue
        if other != photo.id:  # it has its file already where two photos exchanged theirs
            _take(db, photo, other, plan, thumbnails)
        plan.moved.append((photo.id, other))
        plan.fewer["new" if plan.is_new(file.id) else "changed"] += 1


def _take(db: Database, photo: Holder, other: PhotoId, plan: _Plan, thumbnails: ThumbnailCache) -> None:
    """Give a photo the file that another one has, and that one what it had, if that is still a file."""
    identity.exchange(db, photo.id, other, keeping=(photo.id,) if plan.is_new(other) else (photo.id, other))
    plan.exchanged(photo.id, other)
    _exchange_thumbnails(thumbnails, photo.id, other)
    identity.settled(db, [photo.id])
    left = identity.holder(db, other)
    if left is not None and _has_file(left):  # which tags and facts are in which file is told by reading both
        identity.read_again(db, photo.id)
        identity.read_again(db, other)
        if plan.is_new(other):
            plan.fewer.update(changed=1, new=-1)
    elif plan.is_new(other):
        identity.absorb(db, photo.id, other)
        thumbnails.delete([other])


def _has_file(holder: Holder) -> bool:
    return holder.state is not PhotoState.MISSING and not _is_absent(holder.path)


def _exchange_thumbnails(thumbnails: ThumbnailCache, one: PhotoId, other: PhotoId) -> None:
    found = thumbnails.get_many([one, other])
    thumbnails.delete([one, other])
    thumbnails.put_many([(to, found[of]) for of, to in ((one, other), (other, one)) if of in found])


def _close(db: Database, plan: _Plan, newest_before: int) -> None:
    """Strike what needs no second look, and what was overwritten without anybody having worked on it."""
    for photo_id in plan.involved():
        left, former = identity.holder(db, photo_id), plan.former(photo_id)
        if left is None or former in (None, left.image_hash) or _has_file(left):
            continue
        if identity.worked_on(db, photo_id):  # its picture was overwritten by another photo's file
            identity.overwritten(db, photo_id, former)
        else:
            db.conn.execute("DELETE FROM photos WHERE id = ?", (photo_id,))
    identity.ask(db, sorted(plan.to_ask))
    together = [
        photo_id
        for photo_id in plan.new_after(newest_before)
        if any(other > newest_before for other in identity.copies(db, photo_id))
    ]
    identity.settled(db, [i for i in (*plan.old(time.time()), *together) if i not in plan.to_ask])
