"""The photo alone, or the grid alone, on the whole screen; and the filmstrip."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QToolBar,
    QWidget,
)

from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.part import Part
from tagger.gui.session import Session


class FullScreen(Part):
    """Takes everything around the photos away, and puts it back as it was.

    Attributes:
        on: Whether it is so now.
    """

    def __init__(self, app: QApplication, session: Session, browser: Browser, window: QMainWindow) -> None:
        super().__init__(window)
        self._app = app
        self._session, self._browser, self._window = session, browser, window
        self._hidden: list[QWidget] = []
        self._before = Qt.WindowState.WindowNoState
        self._actions: Actions | None = None
        self.on = False

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """In and out, and the filmstrip."""
        return {"full_screen": self.set_on, "filmstrip": self._filmstrip}

    def begin(self, actions: Actions) -> None:
        """The filmstrip as it was."""
        self._actions = actions
        shown = bool(self._session.tagger.settings.get("viewer.filmstrip"))
        actions["filmstrip"].setChecked(shown)
        self._browser.filmstrip.setVisible(shown)
        self._session.setting_changed.connect(self._take)

    def set_on(self, on: bool) -> None:
        """Fill the screen with what is in the middle of the window, or not."""
        if on is self.on:
            return
        self.on = on
        (self._app.installEventFilter if on else self._app.removeEventFilter)(self)
        if on:
            self._before = self._window.windowState()
            self._hidden = [each for each in self._around() if not each.isHidden()]
            for each in self._hidden:
                each.hide()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        else:
            self._window.setWindowState(self._before)
            for each in self._hidden:
                each.show()
            self._hidden = []
        if self._actions is not None:
            self._actions["full_screen"].setChecked(on)
            self._actions["filmstrip"].setEnabled(not on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the full screen before it leaves anything else."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and self._is_escape(event):
            event.accept()  # no command may hear it, and nobody else
            if event.type() == QEvent.Type.KeyPress:
                self.set_on(False)
            return True
        return super().eventFilter(watched, event)

    def _is_escape(self, event: QEvent) -> bool:
        assert isinstance(event, QKeyEvent)
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QAbstractSpinBox | QPlainTextEdit)
        alone = QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None
        return event.key() == Qt.Key.Key_Escape and not event.modifiers() and not typing and alone

    def _around(self) -> list[QWidget]:
        window, browser = self._window, self._browser
        bars: list[QWidget] = [*window.findChildren(QToolBar), *window.findChildren(QDockWidget)]
        photo = [browser.filmstrip, browser.viewer.caption] if browser.in_viewer else []
        # The bars first: a list in them would take the focus that is looking for a place, and choose its first row.
        return [*bars, window.menuBar(), window.statusBar(), browser.header, *photo]

    def _filmstrip(self, shown: bool) -> None:
        self._session.set_setting("viewer.filmstrip", shown)
        self._browser.filmstrip.setVisible(shown)

    def _take(self, name: str) -> None:
        if name == "viewer.filmstrip" and not self.on:
            shown = bool(self._session.tagger.settings.get(name))
            self._browser.filmstrip.setVisible(shown)
            if self._actions is not None:
                self._actions["filmstrip"].setChecked(shown)
