"""What a worker process may take for one photo, and where its libraries' complaints go."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import threading
import time
from typing import IO

import psutil

MEMORY_BYTES = 2 * 1024**3
"""What a worker may hold. Measured with 60 megapixels: 0.4 GB for a JPEG, 1.1 GB for a WebP, the most of all formats;
and 1.4 GB for a PNG of 289 megapixels."""

TOO_MUCH_MEMORY = 77
"""Exit code of a worker that ended itself because it held more."""

_WATCH_S = 0.2
_NOISE_BYTES = 4096


def limit_memory(limit_bytes: int = MEMORY_BYTES) -> None:
    """From here on this process gets no more memory than that beyond what it has, or ends if it takes more."""
    held = psutil.Process().memory_info()
    if sys.platform == "linux":
        import resource

        # What is held grows with the number of processors: numpy's library makes a thread with a stack for each.
        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = limit_bytes + held.data
        resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    else:  # macOS takes the limit and ignores it, Windows has none for a single process
        watch_memory(limit_bytes + held.rss)


def watch_memory(limit_bytes: int) -> None:
    """End this process, with `TOO_MUCH_MEMORY`, once it holds more than that."""
    process = psutil.Process()

    def watch() -> None:
        while process.memory_info().rss <= limit_bytes:
            time.sleep(_WATCH_S)
        os._exit(TOO_MUCH_MEMORY)

    threading.Thread(target=watch, name="memory watch", daemon=True).start()


def catch_noise() -> None:
    """What libraries write to standard error goes to a file of this process's own, for `noise` to take.

    libtiff, LibRaw and libjpeg complain there about damaged files, past anything that Python could redirect.
    """
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.flush()
    with contextlib.ExitStack() as stack:
        caught: IO[bytes]
        try:
            caught = stack.enter_context(tempfile.TemporaryFile(prefix="tagger-"))
        except OSError:
            caught = stack.enter_context(open(os.devnull, "wb"))
        os.dup2(caught.fileno(), 2)


def noise() -> str:
    """What was written to standard error since the last time, its beginning if it is long."""
    try:
        if os.lseek(2, 0, os.SEEK_CUR) == 0:
            return ""
        os.lseek(2, 0, os.SEEK_SET)
        said = os.read(2, _NOISE_BYTES)
        os.ftruncate(2, 0)
        os.lseek(2, 0, os.SEEK_SET)
    except OSError:  # not a file
        return ""
    return said.decode("utf-8", "replace").strip()
