"""A few threads that take the first of a list of jobs which may be replaced at any time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from tagger.entities import PhotoId
from tagger.errors import TaggerError


class Job(NamedTuple):
    """A thumbnail to load: of which photo and how large, in device pixels."""

    photo_id: PhotoId
    side_px: int


J = TypeVar("J")
R = TypeVar("R")


class Workers(QObject, Generic[J, R]):
    """Runs ``work(job)`` in threads; results wait here until the GUI thread takes them.

    Signals:
        finished: There are results; it is not said again before `drained`, however many arrive.
    """

    finished = Signal()
    _arrived = Signal()

    def __init__(self, work: Callable[[J], R], threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._threads = threads
        self._lock = Lock()
        self._waiting: deque[J] = deque()
        self._generation = 0
        self._in_hand: set[J] = set()
        self._running = 0
        self._results: deque[tuple[J, int, R | Exception | None]] = deque()
        self._told = False
        self._stopped = False
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="thumbnail")
        self._arrived.connect(self.finished, Qt.ConnectionType.QueuedConnection)

    def replace(self, jobs: Sequence[J], generation: int) -> None:
        """Do these next instead of whatever waits; a job in hand is finished and not begun twice."""
        with self._lock:
            if self._stopped:
                return
            if generation != self._generation:
                self._in_hand.clear()
            self._generation = generation
            self._waiting = deque(job for job in jobs if job not in self._in_hand)
            starting = min(self._threads - self._running, len(self._waiting))
            self._running += starting
        for _each in range(starting):
            self._executor.submit(self._run)

    def take(self) -> tuple[J, int, R | Exception | None] | None:
        """The oldest result, if there is one."""
        with self._lock:
            if not self._results:
                return None
            result = self._results.popleft()
            self._in_hand.discard(result[0])
            return result

    def drained(self) -> None:
        """The receiver is done for this turn; it is told again at once if there is more."""
        with self._lock:
            self._told = bool(self._results)
            again = self._told
        if again:
            self._arrived.emit()

    def stop(self) -> None:
        """Forget everything and wait for the threads to end."""
        with self._lock:
            self._stopped = True
            self._waiting.clear()
        self._executor.shutdown(wait=True)
        with self._lock:
            self._results.clear()

    def _run(self) -> None:
        while (begun := self._begin()) is not None:
            job, generation = begun
            self._end(job, generation, self._outcome(job))

    def _begin(self) -> tuple[J, int] | None:
        with self._lock:
            if self._stopped or not self._waiting:
                self._running -= 1
                return None
            job = self._waiting.popleft()
            self._in_hand.add(job)
            return job, self._generation

    def _outcome(self, job: J) -> R | Exception | None:
        try:
            return self._work(job)
        except TaggerError:
            return None
        except Exception as error:  # noqa: BLE001 - the border of the thread: the GUI thread reports it, the others go on
            return error

    def _end(self, job: J, generation: int, outcome: R | Exception | None) -> None:
        with self._lock:
            if self._stopped:
                return
            self._results.append((job, generation, outcome))
            tell, self._told = not self._told, True
            # Emitted under the lock, so that stop() returns only when nobody will touch this object any more.
            if tell:
                self._arrived.emit()
