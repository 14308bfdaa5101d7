"""Following the folders of a library while the program runs.

Local folders are watched: the system tells of each change, and only the directories it is about are looked at. Folders
on the network, where nobody tells, are looked through from time to time; so are all, where the system refuses to watch
as many directories as there are.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence

import psutil
import watchfiles
from watchfiles import Change

from tagger.imaging.formats import is_photo_name
from tagger.library.look import Touched
from tagger.library.walk import SIDECAR_EXTENSION

log = logging.getLogger(__name__)

STEP_MS = 150
LONGEST_MS = 1000
"""Changes are told once none came for a step, or this long after the first."""

MANY_CHANGES = 5000
"""A burst in which the system may have dropped some: the whole folder is looked through then."""

PLACES_S = 2.0

TOO_MANY = (
    "This system cannot watch as many folders as the library has, so they are looked through every few minutes"
    " instead. Raise its limit (fs.inotify.max_user_watches on Linux), then start again."
)


class Watcher:
    """Tells what happens in folders, from threads of its own.

    Args:
        touched: Told where something happened.
        drives_changed: Called when a drive came or went.
        problem: Told, once for each, what cannot be watched, in plain words.
        poll_s: How often folders are looked through that cannot be watched.
    """

    def __init__(
        self,
        touched: Callable[[Touched], None],
        drives_changed: Callable[[], None],
        problem: Callable[[str], None],
        poll_s: float,
    ) -> None:
        self._touched, self._drives_changed, self._problem = touched, drives_changed, problem
        self.poll_s = poll_s
        self._local: tuple[str, ...] = ()
        self._polled: tuple[str, ...] = ()
        self._refused = False
        self._ending = threading.Event()
        self._watching: tuple[threading.Thread, threading.Event] | None = None
        self._poller: threading.Thread | None = None

    def follow(self, local: Sequence[str], network: Sequence[str]) -> None:
        """Follow these folders from now on; those that are not there are left out."""
        there = tuple(sorted(path for path in local if os.path.isdir(path)))
        self._polled = tuple(network) + (there if self._refused else ())
        if there != self._local or self._watching is None:
            self._end_watching()
            self._local = there
            if there and not self._refused:
                self._begin_watching()
        if self._poller is None:
            self._poller = threading.Thread(target=self._poll, name="folder poll")
            self._poller.start()

    def stop(self) -> None:
        """End the threads; nothing is told any more once this returns."""
        self._ending.set()
        self._end_watching()
        if self._poller is not None:
            self._poller.join()
            self._poller = None

    def _begin_watching(self) -> None:
        ending = threading.Event()
        thread = threading.Thread(target=self._watch, args=(self._local, ending), name="folder watch")
        self._watching = thread, ending
        thread.start()

    def _end_watching(self) -> None:
        if self._watching is not None:
            thread, ending = self._watching
            ending.set()
            thread.join()
            self._watching = None

    def _watch(self, folders: tuple[str, ...], ending: threading.Event) -> None:
        try:
            try:
                self._tell(folders, ending, lenient=False)
            except PermissionError:  # only then: being lenient also hides that there are too many
                self._tell(folders, ending, lenient=True)
        except FileNotFoundError:
            self._drives_changed()
        except (OSError, RuntimeError) as error:
            log.info("folders cannot be watched: %s", error)
            self._refused = True
            self._polled = tuple(dict.fromkeys((*self._polled, *folders)))
            self._problem(TOO_MANY)

    def _tell(self, folders: tuple[str, ...], ending: threading.Event, *, lenient: bool) -> None:
        for changes in watchfiles.watch(
            *folders,
            watch_filter=None,
            step=STEP_MS,
            debounce=LONGEST_MS,
            stop_event=ending,
            rust_timeout=0,
            raise_interrupt=False,
            ignore_permission_denied=lenient,
        ):
            if touched := where(changes, folders):
                self._touched(touched)

    def _poll(self) -> None:
        """Look for drives that came or went, and now and then through what cannot be watched."""
        before, next_poll = self._signature(), time.monotonic() + self.poll_s
        while not self._ending.wait(PLACES_S):
            now = self._signature()
            if now != before:
                before = now
                self._drives_changed()
            if time.monotonic() >= next_poll:
                next_poll = time.monotonic() + self.poll_s
                if self._polled:
                    self._touched(Touched(trees=set(self._polled)))

    def _signature(self) -> frozenset[str]:
        """What is mounted, as far as can be told without waking a drive."""
        partitions = psutil.disk_partitions(all=sys.platform != "win32")
        return frozenset(partition.mountpoint for partition in partitions)


def where(changes: Iterable[tuple[Change, str]], folders: Sequence[str]) -> Touched:
    """The directories that changes are about; hidden files and those of no interest count for nothing."""
    every = list(changes)
    if len(every) >= MANY_CHANGES:
        return Touched(trees=set(folders))
    directories, trees = set[str](), set[str]()
    for change, path in every:
        if _is_hidden(path, folders):
            continue
        if is_photo_name(path) or path.lower().endswith(SIDECAR_EXTENSION):
            directories.add(os.path.dirname(path))
        if change is Change.deleted or (change is Change.added and os.path.isdir(path)):
            trees.add(path)  # what is gone may have been a directory
    return Touched(directories, trees)


def _is_hidden(path: str, folders: Sequence[str]) -> bool:
    for folder in folders:
        inside = folder.rstrip(os.sep) + os.sep
        if path.startswith(inside):
            return any(part.startswith(".") for part in path[len(inside) :].split(os.sep))
    return False
