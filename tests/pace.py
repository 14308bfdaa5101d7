"""How much work something is, whatever else the machine does and however fast it is.

Counted in units of a plain loop of Python, by processor time of this thread: on a busy machine the clock on the wall
says nothing. One unit is about what a machine of 2020 does in five milliseconds.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable


def units(work: Callable[[], object], times: int = 3) -> float:
    """The work done by a call in this thread, the least of several calls."""
    return min(_seconds(work) for _ in range(times)) / _unit_s()


@functools.cache
def _unit_s() -> float:
    return min(_seconds(_loop) for _ in range(7))


def _loop() -> int:
    total = 0
    for number in range(100_000):
        total += number & 7
    return total


def _seconds(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start
