"""The line at the bottom that says whether photos may leave this machine."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from tagger.gui.backends.known import Known
from tagger.gui.icons import icon
from tagger.gui.recognising.queue import Queue


class PrivacyLine(QPushButton):
    """Says where photos go; pressed, it shows the backends."""

    def __init__(self, known: Known, queue: Queue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known, self._queue = known, queue
        self.setProperty("role", "flat")
        known.changed.connect(self._say)
        queue.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        away = self._known.away()
        sending = [name for name, work in self._queue.works.items() if name in away and not work.control.paused]
        if sending:
            text = self.tr("Photos are being sent to {names}").format(names=", ".join(sorted(sending)))
        elif away:
            text = self.tr("Photos are sent only when you say so, to {names}").format(names=", ".join(away))
        else:
            text = self.tr("Photos stay on this machine")
        if text != self.accessibleName():
            self.setText(f" {text}")
            self.setIcon(icon("cloud" if sending or away else "local", "accent" if sending else "text_dim"))
            self.setAccessibleName(text)
            self.setToolTip(self.tr("Show the backends"))
