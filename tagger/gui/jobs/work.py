"""One long operation as the window sees it: how far it is, how fast, how long still, and a handle to stop it."""

from __future__ import annotations

import time
from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from tagger.progress import Control, Progress

_RATE_WINDOW_S = 20.0
_SHOW_MS = 100


class Work(QObject):
    """A long operation. Its progress may be told from any thread; it is shown ten times a second at most.

    Attributes:
        title: What it does, such as "Indexing".
        control: Pauses and cancels it.

    Signals:
        progressed(): `progress`, `rate` or `paused` changed.
        finished(): it has ended.
    """

    progressed = Signal()
    finished = Signal()

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.control = Control()
        self.progress = Progress(0, None)
        self._latest = self.progress
        self._samples: deque[tuple[float, int]] = deque()
        self._timer = QTimer(self, interval=_SHOW_MS)
        self._timer.timeout.connect(self._show)
        self._timer.start()

    def tell(self, progress: Progress) -> None:
        """Take a progress value, in whatever thread."""
        self._latest = progress

    def end(self) -> None:
        """The operation has ended."""
        self._timer.stop()
        self._show()  # work that is done at once shows how far it came, too
        self.finished.emit()

    def set_paused(self, paused: bool) -> None:
        """Hold it, or let it go on."""
        (self.control.pause if paused else self.control.resume)()
        self._samples.clear()
        self.progressed.emit()

    @property
    def rate(self) -> float | None:
        """Items a second over the last seconds; None while it cannot be told."""
        if len(self._samples) < 2:
            return None
        (start, first), (end, last) = self._samples[0], self._samples[-1]
        return (last - first) / (end - start) if end - start > 0.5 and last > first else None

    @property
    def seconds_left(self) -> float | None:
        """Time to the end at this rate; None while it cannot be told."""
        if self.rate is None or self.progress.total is None:
            return None
        return (self.progress.total - self.progress.done) / self.rate

    def _show(self) -> None:
        if self._latest is self.progress:
            return
        self.progress = self._latest
        now = time.monotonic()
        self._samples.append((now, self.progress.done))
        while now - self._samples[0][0] > _RATE_WINDOW_S:
            self._samples.popleft()
        self.progressed.emit()
