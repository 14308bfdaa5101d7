"""The look of the window: the theme the user chose, or what the system asks for, also when that changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tagger.gui import theme
from tagger.gui.commands import Actions
from tagger.gui.part import Part
from tagger.gui.session import Session

_THEMES = ("system", "dark", "light")


class Appearance(Part):
    """Changes the theme, and follows the system where it is told to."""

    def __init__(self, app: QApplication, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._session = app, session
        parent.window().installEventFilter(self)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        if hasattr(hints, "accessibility"):  # new in Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self.apply)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """The themes."""
        return {f"theme_{name}": lambda on, name=name: self._choose(name) if on else None for name in _THEMES}

    def begin(self, actions: Actions) -> None:
        """The theme was applied before the window was made."""
        self._session.setting_changed.connect(lambda name: self._take(name, actions))
        self._check(actions)

    def apply(self) -> None:
        """Show what the settings and the system ask for now, if that is something else."""
        get = self._session.tagger.settings.get
        wanted = theme.for_settings(get("window.theme"), get("window.contrast"))
        if wanted is not theme.current():
            theme.apply(self._app, wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The system's look changed, of which its font is a part."""
        if event.type() == QEvent.Type.ThemeChange:
            theme.follow_system_font(self._app)
        return False

    def _choose(self, name: str) -> None:
        self._session.set_setting("window.theme", name)

    def _take(self, name: str, actions: Actions) -> None:
        if name in ("window.theme", "window.contrast"):
            self._check(actions)
            self.apply()

    def _check(self, actions: Actions) -> None:
        actions[f"theme_{self._session.tagger.settings.get('window.theme')}"].setChecked(True)
