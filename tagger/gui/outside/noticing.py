"""Telling the desktop that long work has ended, while the user is elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.outside import programs
from tagger.gui.session import Session

LONG_S = 20.0
"""Work that is over sooner was waited for."""

_SHOWN_MS = 8000


class Noticing(QObject):
    """Says so when long work ends and the window is not in front, unless the setting is off.

    Attributes:
        long_s: What counts as long.
    """

    def __init__(
        self, session: Session, activity: Activity, window: QWidget, in_front: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._in_front = in_front or window.isActiveWindow
        self._tray: QSystemTrayIcon | None = None
        self.long_s = LONG_S
        activity.started.connect(self._began)

    def _began(self, work: Work) -> None:
        began = time.monotonic()
        work.finished.connect(lambda: self._ended(work, time.monotonic() - began))

    def _ended(self, work: Work, seconds: float) -> None:
        # What the user stopped, or what ends with the window, is no news.
        unasked = work.control.cancelled or self._in_front() or seconds < self.long_s
        if unasked or not self._session.tagger.settings.get("window.notify"):
            return
        QApplication.alert(self._window)
        done = QLocale().toString(work.progress.done)
        title = self.tr("{work}: done").format(work=work.title)
        text = self.tr("{n} photos").format(n=done) if work.progress.done else ""
        self._session.start(self._tell(title, text))

    async def _tell(self, title: str, text: str) -> None:
        if not await self._session.call(programs.notify, title, text) and QSystemTrayIcon.isSystemTrayAvailable():
            if self._tray is None:
                self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.show()
            self._tray.showMessage(title, text, self._window.windowIcon(), _SHOWN_MS)
