"""The help menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from tagger.gui import about
from tagger.gui.key_sheet import KeySheet
from tagger.gui.part import Part
from tagger.gui.session import Session


class Explaining(Part):
    """Shows the sheet of keys, the log and what the program is."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Help."""
        return {
            "keys": self._show_keys,
            "log": lambda: about.show_log(self._session.messages),
            "about": lambda: about.AboutDialog(self._window).open(),
        }

    def _show_keys(self) -> None:
        open_ones = (each for each in self._window.findChildren(KeySheet) if each.isVisible())
        sheet = next(open_ones, None) or KeySheet(self._window)
        sheet.show()
        sheet.activateWindow()
