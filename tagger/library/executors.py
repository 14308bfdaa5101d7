"""Reading photos through any executor of `concurrent.futures`, such as that of a Dask cluster.

Where one machine is not enough, others that see the same folders under the same paths read the photos; the library
stays here. What reads a photo is a function of its path and nothing else, so that a machine that goes away loses
nothing: its photos are read by another, or by the next indexing.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from typing import Any

from tagger.entities import PhotoReading, Stamp
from tagger.errors import TaggerError
from tagger.library.read import RETRY_MTIME_NS
from tagger.library.walk import shown
from tagger.library.workers import IN_FLIGHT_PER_WORKER, ReadingTask, ReadPhoto, lost

_CONNECT_S = 10.0
_NOT_SEEN = Stamp(0, RETRY_MTIME_NS)


@dataclass(frozen=True, slots=True)
class Hired:
    """Where photos are read: an executor, and how many it reads at once."""

    executor: Executor
    workers: int


class ExecutorPool:
    """Reads photos through an executor that belongs to somebody else; the counterpart of `ReadingPool`.

    A photo that hangs its decoder is not given up here; that is for those who run the executor.

    Attributes:
        capacity: How many photos may be under way at once.
    """

    def __init__(self, hired: Hired, read: ReadPhoto) -> None:
        self.capacity = max(hired.workers, 1) * IN_FLIGHT_PER_WORKER
        self._executor = hired.executor
        self._read = read
        self._tasks: dict[Future[PhotoReading], ReadingTask] = {}

    @property
    def in_flight(self) -> int:
        """How many photos are under way."""
        return len(self._tasks)

    def submit(self, task: ReadingTask) -> None:
        """Have a photo read."""
        self._tasks[self._executor.submit(self._read, task.path, task.sidecars)] = task

    def finished(self, timeout_s: float) -> list[tuple[ReadingTask, PhotoReading]]:
        """The photos that are read, waiting up to ``timeout_s`` for the first.

        Raises:
            TaggerError: the executor does not work any more, or does not see the photos.
        """
        done, _waiting = wait(self._tasks, timeout_s, FIRST_COMPLETED)
        return [(task, _reading(task, future)) for future in done for task in [self._tasks.pop(future)]]

    def stop(self) -> None:
        """Drop the photos under way; the executor is left to its owner."""
        for future in self._tasks:
            future.cancel()
        self._tasks.clear()


def _reading(task: ReadingTask, future: Future[PhotoReading]) -> PhotoReading:
    try:
        reading = future.result()
    except ImportError as error:
        raise TaggerError(
            f"The machines of the cluster cannot read photos: {error}.", "Install the same Tagger on all of them."
        ) from error
    except (CancelledError, OSError) as error:
        raise TaggerError(
            "The connection to the cluster was lost.", "Index again; what was read until now is kept."
        ) from error
    except Exception as error:  # noqa: BLE001 - the border: whatever one photo did to a machine must not end the others
        return lost(task, f"Reading it failed on a machine of the cluster ({type(error).__name__}).")
    if reading.stamp == _NOT_SEEN and os.path.exists(task.path):
        raise TaggerError(
            f"The machines of the cluster do not see {shown(task.path)}.",
            "Put the photos on storage that all of them mount under the same path as this one.",
        )
    return reading


@contextlib.contextmanager
def dask_cluster(address: str) -> Iterator[Hired]:
    """The executor of a Dask cluster that is running already.

    Args:
        address: Of its scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises:
        TaggerError: the extra is not installed, or no scheduler answers there.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise TaggerError(
            "Dask is not installed.", "Install Tagger with the extra “cluster”: pip install tagger[cluster]"
        ) from error
    try:
        client: Any = Client(address, timeout=_CONNECT_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise TaggerError(
            f"No Dask scheduler answers at {address}.", "Start one with “dask scheduler” and check the address."
        ) from error
    try:
        threads: Sequence[int] = list(client.nthreads().values())
        if not threads:
            raise TaggerError(f"The cluster at {address} has no workers.", f"Start some with “dask worker {address}”.")
        yield Hired(client.get_executor(), sum(threads))
    finally:
        client.close()
