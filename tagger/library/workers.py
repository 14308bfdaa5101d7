"""Reading photos in worker processes: a decoder that crashes or hangs takes one photo with it, not the program."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tagger.entities import PhotoReading, Stamp
from tagger.errors import TaggerError
from tagger.library.limits import MEMORY_BYTES, TOO_MUCH_MEMORY, catch_noise, limit_memory, noise
from tagger.metadata.isolated import uninterrupted

if TYPE_CHECKING:
    from pebble import ProcessPool

log = logging.getLogger(__name__)

ReadPhoto = Callable[[str, Sequence[str]], PhotoReading]

Reason = Literal["new", "changed", "thumbnail"]
"""Why a photo is read; the last means that its thumbnail got lost."""

TIMEOUT_S = 60.0
IN_FLIGHT_PER_WORKER = 8
_NICENESS = 5
_BREAKS_ALLOWED = 3
_TOO_MUCH = f"Reading it took more than {MEMORY_BYTES >> 30} GB of memory and was given up."


@dataclass(frozen=True, slots=True)
class ReadingTask:
    """A photo to read, with the stamps it had when it was found; ``reason`` is why it has to be read."""

    path: str
    stamp: Stamp
    sidecars: tuple[str, ...]
    sidecar_stamp: Stamp | None
    reason: Reason


class ReadingPool:
    """Worker processes that read photos; they are started when the first photo comes.

    Attributes:
        capacity: How many photos may be under way at once.
    """

    def __init__(self, workers: int, read: ReadPhoto, timeout_s: float = TIMEOUT_S) -> None:
        self.capacity = workers * IN_FLIGHT_PER_WORKER
        self._workers = workers
        self._read = read
        self._timeout_s = timeout_s
        self._pool: ProcessPool | None = None
        self._tasks: dict[Future[tuple[PhotoReading, str]], ReadingTask] = {}
        self._breaks = 0

    @property
    def in_flight(self) -> int:
        """How many photos are under way."""
        return len(self._tasks)

    def submit(self, task: ReadingTask) -> None:
        """Have a photo read."""
        if self._pool is None:
            from pebble import ProcessPool

            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPool(max_workers=self._workers, initializer=start_worker, context=context)
        with uninterrupted():
            future = self._pool.schedule(
                _read_in_worker, args=(self._read, task.path, task.sidecars), timeout=self._timeout_s
            )
        self._tasks[future] = task

    def finished(self, timeout_s: float) -> list[tuple[ReadingTask, PhotoReading]]:
        """The photos that are read, waiting up to ``timeout_s`` for the first.

        Raises:
            TaggerError: worker processes cannot be run here.
        """
        done, _waiting = wait(self._tasks, timeout_s, FIRST_COMPLETED)
        answers = []
        for future in done:
            task = self._tasks.pop(future)
            try:
                answers.append((task, _reading(task, future)))
            except BrokenProcessPool as error:
                self._tasks[future] = task
                self._mend(error)
                break
        if answers:
            self._breaks = 0
        return answers

    def stop(self) -> None:
        """End the workers; photos under way are dropped."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None
        self._tasks.clear()

    def _mend(self, error: BrokenProcessPool) -> None:
        """Start anew with everything that was under way."""
        self._breaks += 1
        again = list(self._tasks.values())
        self.stop()
        if self._breaks >= _BREAKS_ALLOWED:
            raise TaggerError(
                "The processes that read photos cannot be started.",
                "Free some memory, restart the program, and report it if this goes on.",
            ) from error
        for task in again:
            self.submit(task)


def _read_in_worker(read: ReadPhoto, path: str, sidecars: Sequence[str]) -> tuple[PhotoReading, str]:
    """A reading, and what libraries wrote to standard error meanwhile."""
    try:
        return read(path, sidecars), noise()
    except MemoryError:
        os._exit(TOO_MUCH_MEMORY)  # what is held stays held as long as the exception lives, and the next photo lacks it


def _reading(task: ReadingTask, future: Future[tuple[PhotoReading, str]]) -> PhotoReading:
    from pebble import ProcessExpired

    try:
        reading, said = future.result()
    except BrokenProcessPool:
        raise
    except TimeoutError:
        return lost(task, "Reading it took too long and was given up. Look whether another program can open it.")
    except ProcessExpired as error:
        log.info("worker ended with %s while reading a photo", error.exitcode)
        if error.exitcode == TOO_MUCH_MEMORY:
            return lost(task, _TOO_MUCH)
        return lost(task, "Reading it crashed the decoder. It is probably damaged; try a backup.")
    except Exception as error:  # the border of the process: one photo must not end the indexing of all others
        log.exception("fault while reading a photo")
        return lost(
            task, f"A fault in this program kept it from being read ({type(error).__name__}); please report it."
        )
    if said:
        log.debug("decoding %s: %s", task.path, said)
    return reading


def lost(task: ReadingTask, error: str) -> PhotoReading:
    """The reading of a photo that took its worker with it."""
    return PhotoReading(task.path, task.stamp, task.sidecar_stamp, error=error)


def start_worker() -> None:
    """Make a fresh worker modest: Ctrl+C is for the main process, and memory and standard error have bounds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICENESS)
    catch_noise()
    limit_memory()
