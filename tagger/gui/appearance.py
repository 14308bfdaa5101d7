"""The look of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication, QWidget

from tagger.gui import theme
from tagger.gui.commands import Actions
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.theme import DARK, LIGHT


class Appearance(Part):
    """Changes the theme."""

    def __init__(self, app: QApplication, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._session = app, session

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """The themes."""
        return {"light": self._set_light}

    def begin(self, actions: Actions) -> None:
        """The theme was applied before the window was made."""
        actions["light"].setChecked(self._session.tagger.settings.get("window.theme") == "light")

    def _set_light(self, on: bool) -> None:
        self._session.set_setting("window.theme", "light" if on else "dark")
        theme.apply(self._app, LIGHT if on else DARK)
