"""What an operation changed, told to whoever listens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhotosChanged:
    """Photos were added, changed, or are shown differently now. ``ids`` is None where it may be any."""

    ids: frozenset[int] | None = None
    listed: bool = False
    """Whether photos came, went or changed their order too."""
    redrawn: bool = False
    """Whether their thumbnails may differ."""
    restated: bool = False
    """Whether files may be missing or away now that were there, or the other way round."""


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """The queue of recognition changed."""


@dataclass(frozen=True, slots=True)
class JournalChanged:
    """There is something else to undo or redo."""


@dataclass(frozen=True, slots=True)
class SidecarsWritten:
    """Other sidecars are due than before."""


Change = PhotosChanged | JobsChanged | JournalChanged | SidecarsWritten
Listener = Callable[[Change], None]


class Changes:
    """Passes each change on to every listener, in the thread that caused it."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` for each change from now on; the result ends that."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, *changes: Change) -> None:
        """Pass changes on."""
        with self._lock:
            listeners = list(self._listeners)
        for change in changes:
            for listener in listeners:
                listener(change)
