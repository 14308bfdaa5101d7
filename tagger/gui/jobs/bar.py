"""The line of one long operation in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from tagger.gui.icons import icon
from tagger.gui.jobs.work import Work
from tagger.gui.viewer.caption import ElidedLabel


class WorkBar(QWidget):
    """Title, numbers, a thin bar, pause and cancel. It removes itself when the work ends."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._text, self._bar = ElidedLabel(Qt.TextElideMode.ElideRight), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 4)
        self._bar.setAccessibleName(work.title)
        self._pause = self._button(self._toggle)
        self._cancel = self._button(self._stop)
        self._cancel.setIcon(icon("cancel"))
        self._cancel.setToolTip(self.tr("Cancel; what is finished is kept"))
        self._cancel.setAccessibleName(self.tr("Cancel {title}").format(title=work.title))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        for widget in (self._text, self._bar, self._pause, self._cancel):
            layout.addWidget(widget)
        work.progressed.connect(self._show)
        work.finished.connect(self.deleteLater)
        self._show()

    def _button(self, pressed: object) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.clicked.connect(pressed)
        return button

    def _toggle(self) -> None:
        self.work.set_paused(not self.work.control.paused)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("{title}: stopping…").format(title=self.work.title))
        self.work.control.cancel()

    def _show(self) -> None:
        if self.work.control.cancelled:
            return
        paused = self.work.control.paused
        self._pause.setIcon(icon("play" if paused else "pause"))
        name = self.tr("Resume {title}") if paused else self.tr("Pause {title}")
        self._pause.setToolTip(name.format(title=self.work.title))
        self._pause.setAccessibleName(name.format(title=self.work.title))
        progress = self.work.progress
        self._bar.setRange(0, progress.total or 0)
        self._bar.setValue(progress.done)
        text = self._words()
        self._text.setText(text)
        self._text.set_more(progress.current)
        self.setAccessibleName(text)

    def _words(self) -> str:
        number, progress = QLocale().toString, self.work.progress
        parts = [self.work.title]
        if progress.total is not None:
            done, total = number(progress.done), number(progress.total)
            parts[0] = self.tr("{title} {done} of {total}").format(title=self.work.title, done=done, total=total)
        elif progress.done:
            parts[0] = f"{self.work.title} {number(progress.done)}"
        if self.work.control.paused:
            parts.append(self.tr("paused"))
        elif self.work.rate is not None:
            rate = self.work.rate
            parts.append(self.tr("{rate}/s").format(rate=number(round(rate)) if rate >= 10 else f"{rate:.1f}"))
            if (left := self.work.seconds_left) is not None:
                parts.append(self._left(left))
        return " · ".join(parts)

    def _left(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("less than a minute left")
        if seconds < 5400:
            return self.tr("{n} min left").format(n=round(seconds / 60))
        return self.tr("{n} h left").format(n=round(seconds / 3600))
