"""Collects Python's garbage in the GUI thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 1000
_SETTLED_LOOKS = 4
"""After so many the window is made: what is there then stays until the end."""


class Garbage(QObject):
    """While it is started, the automatic collection is off and a timer does its work.

    The automatic one runs in whatever thread allocates next. There it may destroy widgets that are only held by a
    cycle, and Qt crashes when that happens outside of the GUI thread.

    What the window was made of is set aside once: to look through these 100,000 objects again and again took 30 ms
    each time (measured), which is seen where somebody scrolls.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = False
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on collect here."""
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def look(self) -> None:
        """Collect the oldest generation that is due, by Python's own thresholds."""
        self._looks += 1
        if self._looks == _SETTLED_LOOKS:
            gc.collect()
            gc.freeze()
            return
        due = [count > limit > 0 for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[0]:
            gc.collect(2 if due[2] and due[1] else 1 if due[1] else 0)
