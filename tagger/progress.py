"""Progress of long work as a value, and the handle that pauses or cancels it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from tagger.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long operation is. ``total`` is None while it is still being counted."""

    done: int
    total: int | None
    current: str = ""


ProgressCallback = Callable[[Progress], None]


def ignore_progress(progress: Progress) -> None:
    """A callback for callers that do not watch."""


class Control:
    """Pauses, resumes and cancels work in another thread; the work calls `checkpoint` between its steps."""

    def __init__(self) -> None:
        self._running = threading.Event()
        self._running.set()
        self._cancelled = threading.Event()

    @property
    def paused(self) -> bool:
        """Whether the work waits at its next checkpoint."""
        return not self._running.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether the work ends at its next checkpoint."""
        return self._cancelled.is_set()

    def pause(self) -> None:
        """Hold the work at its next checkpoint."""
        self._running.clear()

    def resume(self) -> None:
        """Let held work go on."""
        self._running.set()

    def cancel(self) -> None:
        """End the work at its next checkpoint, also while it is paused."""
        self._cancelled.set()
        self._running.set()

    def checkpoint(self) -> None:
        """Wait while paused.

        Raises:
            Cancelled: after `cancel`.
        """
        self._running.wait()
        if self._cancelled.is_set():
            raise Cancelled
