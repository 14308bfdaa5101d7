"""Reading embedded metadata outside the program's own process.

exiv2 is native code, and a hostile photo must not end the window.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from types import TracebackType
from typing import TYPE_CHECKING

from tagger.metadata.embedded import Embedded, read_embedded

if TYPE_CHECKING:
    from pebble import ProcessPool

TIMEOUT_S = 60.0


class EmbeddedReader:
    """Reads with one worker process, started when it is first needed; in a worker process it reads directly.

    May be used from several threads. Close it, or use it as a context manager.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None

    def __enter__(self) -> EmbeddedReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, path: str) -> Embedded:
        """`embedded.read_embedded`; a photo that kills or stalls the worker has no metadata."""
        if multiprocessing.parent_process() is not None:
            return read_embedded(path)
        from pebble import ProcessExpired, ProcessPool

        with self._lock:
            if self._pool is None:
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPool(max_workers=1, initializer=_start_worker, context=context)
            with uninterrupted():
                future = self._pool.schedule(read_embedded, args=[path], timeout=TIMEOUT_S)
        try:
            found: Embedded = future.result()
        except (ProcessExpired, FutureTimeout):
            return Embedded()
        return found

    def close(self) -> None:
        """End the worker. Reading again starts another."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Let processes and threads that are started here never see Ctrl+C, not even while they are still importing.

    They inherit what is blocked in the thread that starts them; the main thread goes on to see it. On Windows processes
    have nothing of the kind, and only what their initialiser does helps.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which unblocks Ctrl+C when it is started later, as with the first process
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker() -> None:
    """Make a fresh worker quiet: Ctrl+C is for the main process, and exiv2 complains on standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.flush()
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
