"""Bring the library up to date with its folders: walk, compare stamps, read what is new, keep it.

Nothing here grows with the library: one directory is compared at a time, and the photos under way are bounded. A
photo counts as indexed once its row and its thumbnail are kept, which happens in one transaction of the library, so
that a crash repeats at most the last batch.
"""

from __future__ import annotations

import math
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tagger.entities import PhotoId, PhotoState
from tagger.errors import Cancelled
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.compare import Comparing
from tagger.library.count import PhotoCount
from tagger.library.executors import ExecutorPool, Hired
from tagger.library.keep import Keeper
from tagger.library.look import Ground, Look, Touched, Whole, batches
from tagger.library.moves import Settled, settle
from tagger.library.patterns import Patterns
from tagger.library.read import read_photo
from tagger.library.stacks import restack
from tagger.library.walk import DirectoryListing, absent, shown
from tagger.library.workers import ReadingPool, ReadingTask, ReadPhoto
from tagger.progress import Control, Progress, ProgressCallback, ignore_progress
from tagger.store import folders, photos
from tagger.store.database import Database
from tagger.store.store import Store

_PROGRESS_S = 1 / 30
_WAIT_S = 0.1
_MARK_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class IndexSummary:
    """What indexing did.

    Attributes:
        found: Photos in the folders now.
        new: Of these, first seen.
        changed: Of these, read again because the file or its sidecar changed.
        moved: Known photos that were found under another path.
        missing: Known photos that are gone since the last time.
        unchanged: Of those found, not opened.
        unreadable: Of those found, that cannot be decoded.
        videos: Videos in the folders, which are not handled.
        seconds: How long it took.
        problems: Folders that could not be looked through, and the like, in plain words.
    """

    found: int = 0
    new: int = 0
    changed: int = 0
    moved: int = 0
    missing: int = 0
    unchanged: int = 0
    unreadable: int = 0
    videos: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()


def index_folders(
    store: Store,
    thumbnails: ThumbnailCache,
    folders: Sequence[str],
    *,
    progress: ProgressCallback = ignore_progress,
    control: Control | None = None,
    workers: int | None = None,
    read: ReadPhoto = read_photo,
    touched: Touched | None = None,
    raw_in_front: bool = False,
    settling: bool = True,
    hired: Hired | None = None,
) -> IndexSummary:
    """Index folders and everything below them; originals are only read.

    Args:
        store: The library.
        thumbnails: Its thumbnail cache.
        folders: Folders on the disk; they become part of the library. One that is absent is a problem, and its photos
            stay as they are.
        progress: Told of photos done, at most 30 times a second.
        control: Pauses and cancels.
        workers: Worker processes; one for each core if not given.
        read: What the workers do; a function of a module.
        touched: Where something happened, to look only there.
        settling: Whether to find out which of the new files are photos that moved; the next indexing does it otherwise.
        raw_in_front: Whether the RAW file of a shot stands for the others of it.
        hired: An executor that reads the photos instead of processes of our own.

    Raises:
        Cancelled: by ``control``, with the summary; what was read until then is kept.
        LibraryError: the library cannot be written.
    """
    started = time.monotonic()
    pool = ReadingPool(workers or os.cpu_count() or 1, read) if hired is None else ExecutorPool(hired, read)
    roots = _distinct(folders)
    counter = PhotoCount(roots if touched is None else (), lambda root: store.read(lambda db: _patterns(db, root)))
    run = _Run(store, thumbnails, control or Control(), pool)
    try:
        for root in roots:
            run.folder(root, _Report(progress, counter), Whole(root) if touched is None else touched.within(root))
        run.settle(moves=settling, raw_in_front=raw_in_front)
    except Cancelled:
        run.keep()
        raise Cancelled(run.summary(time.monotonic() - started)) from None
    except KeyboardInterrupt:
        run.keep()
        raise
    finally:
        counter.stop()
        pool.stop()
    return run.summary(time.monotonic() - started)


def _distinct(folders: Sequence[str]) -> list[str]:
    """The folders as absolute paths, without those that lie in another."""
    paths = sorted({os.path.abspath(folder) for folder in folders})
    kept: list[str] = []
    for path in paths:
        if not any(_within(path, other) for other in kept):
            kept.append(path)
    return kept


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _patterns(db: Database, path: str) -> Patterns | None:
    """What counts at a path."""
    root = folders.root_of(db, path)
    return None if root is None else Patterns(root.path, root.include, root.exclude)


class _Run:
    """One indexing: what was found so far, what is being read, and what is kept."""

    def __init__(
        self, store: Store, thumbnails: ThumbnailCache, control: Control, pool: ReadingPool | ExecutorPool
    ) -> None:
        self._store = store
        self._thumbnails = thumbnails
        self._control = control
        self._pool = pool
        self._keeper = Keeper(store, thumbnails)
        self._comparing = Comparing(store, thumbnails)
        self._counts: Counter[str] = Counter()
        self._problems: list[str] = []
        self._gone: set[PhotoId] = set()
        self._newest = store.read(photos.newest)
        self._moved_as: Counter[str] = Counter()

    def folder(self, root: str, report: _Report, look: Look) -> None:
        """Bring one folder up to date, as far as it is looked at."""
        if not os.path.isdir(root) or self._store.read(lambda db: folders.is_away(db, root)):
            self._problems.append(absent(root))
            return
        self._keeper.folder_id = self._store.write(lambda db: folders.add_folder(db, root)).result()
        self._report = report
        self._ground = Ground.of(root)
        listed: set[str] = set()
        unlisted: list[str] = []
        listings = look.listings(self._control, self._store.read(lambda db: _patterns(db, root)))
        for some in batches(listings, self._control):
            self._problems += [each.problem for each in some if each.problem is not None]
            unlisted += [each.directory for each in some if each.problem is not None]
            listed.update(each.directory for each in some if each.problem is None)
            self._directories([each for each in some if each.problem is None])
        self._vanished(look, listed, unlisted)
        while self._pool.in_flight:
            self._collect(_WAIT_S)
        self.keep()
        report.tell(self._done, now=True)

    def keep(self) -> None:
        """Save all that is read, without waiting for what is under way."""
        if self._pool.in_flight:
            self._keeper.add(self._pool.finished(0))
        self._keeper.flush()
        self._keeper.settle()

    def settle(self, *, moves: bool, raw_in_front: bool) -> None:
        """Find out which of the files that came are photos that moved; all that is gone is known by now."""
        settled = settle(self._store, self._thumbnails, newest_before=self._newest) if moves else Settled()
        restack(self._store, raw_in_front=raw_in_front)
        self._counts["moved"] = len(settled.moved)
        self._counts["missing"] -= sum(photo_id in self._gone for photo_id, _other in settled.moved)
        self._moved_as = settled.fewer

    def summary(self, seconds: float) -> IndexSummary:
        """The counts so far."""
        kept = Counter(self._keeper.kept)
        kept.subtract(self._moved_as)
        problem = self._thumbnails.problem
        return IndexSummary(
            found=self._counts["found"],
            new=max(0, kept["new"]),
            changed=max(0, kept["changed"]),
            moved=self._counts["moved"],
            missing=self._counts["missing"],
            unchanged=self._counts["unchanged"] + kept["thumbnail"],
            unreadable=self._counts["unreadable"] + kept["unreadable"],
            videos=self._counts["videos"],
            seconds=seconds,
            problems=(*self._problems, *([problem] if problem else [])),
        )

    @property
    def _done(self) -> int:
        kept = self._keeper.kept
        return self._counts["unchanged"] + kept["new"] + kept["changed"] + kept["thumbnail"]

    def _directories(self, listings: Sequence[DirectoryListing]) -> None:
        """Compare directories with the library and have read what differs."""
        self._counts["found"] += sum(len(each.found) for each in listings)
        self._counts["videos"] += sum(each.videos for each in listings)
        for found in self._comparing.differences(listings):
            self._counts["unchanged"] += found.unchanged
            self._counts["unreadable"] += found.unreadable
            for task in found.to_read:
                self._read(task)
            self._mark(photos.mark_present, found.returned)
            self._mark_missing(found.gone)
            self._collect(0)

    def _read(self, task: ReadingTask) -> None:
        self._report.count()
        while self._pool.in_flight >= self._pool.capacity:
            self._collect(_WAIT_S)
        self._pool.submit(task)

    def _collect(self, timeout_s: float) -> None:
        """Take what is read, and stop here if that is wanted; nothing read stays unsaved over a pause."""
        if self._control.paused:
            self.keep()
        self._control.checkpoint()
        readings = self._pool.finished(timeout_s) if self._pool.in_flight else []
        self._keeper.add(readings)
        self._report.tell(self._done, readings[-1][0].path if readings else "")

    def _vanished(self, look: Look, listed: set[str], unlisted: Sequence[str]) -> None:
        """Mark the photos of directories that are gone, but not of those that could not be listed."""
        for directory in self._store.read(look.known):
            self._control.checkpoint()
            if directory not in listed and not any(_within(directory, other) for other in unlisted):
                self._mark_missing(self._known(directory))

    def _known(self, directory: str) -> Iterable[photos.Known]:
        known = self._store.read(lambda db: photos.known_in(db, directory))
        return known.values()

    def _mark_missing(self, entries: Iterable[photos.Known]) -> None:
        gone = [entry.id for entry in entries if entry.state is not PhotoState.MISSING]
        if gone and not self._ground.holds():  # the drive went while it was looked through
            self._problems += [] if absent(self._ground.path) in self._problems else [absent(self._ground.path)]
            return
        self._counts["missing"] += len(gone)
        self._gone.update(gone)
        self._mark(photos.mark_missing, gone)

    def _mark(self, mark: Callable[[Database, Sequence[PhotoId]], object], ids: Sequence[PhotoId]) -> None:
        for start in range(0, len(ids), _MARK_AT_ONCE):
            some = ids[start : start + _MARK_AT_ONCE]
            self._store.write(lambda db, some=some: mark(db, some)).result()  # type: ignore[misc]


class _Report:
    """Tells progress, not too often."""

    def __init__(self, progress: ProgressCallback, counter: PhotoCount) -> None:
        self._progress = progress
        self._counter = counter
        self._last = -math.inf

    def count(self) -> None:
        """There is something to read, so the total is worth counting."""
        self._counter.start()

    def tell(self, done: int, path: str = "", *, now: bool = False) -> None:
        """Tell how many photos are done, unless that was told a moment ago."""
        moment = time.monotonic()
        if now or moment - self._last >= _PROGRESS_S:
            self._last = moment
            self._progress(Progress(done, self._counter.total, shown(path)))
