"""Reading embedded metadata outside the program's own process.

exiv2 is native code, and a hostile photo must not end the window.
"""

from __future__ import annotations

import multiprocessing
import threading
from concurrent.futures import TimeoutError as FutureTimeout
from types import TracebackType

from pebble import ProcessExpired, ProcessPool

from tagger.metadata.embedded import Embedded, read_embedded

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
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPool(max_workers=1, context=multiprocessing.get_context("spawn"))
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
