"""The help menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from tagger.gui import about
from tagger.gui.commands import Actions
from tagger.gui.help.privacy import redacted
from tagger.gui.help.report import counts, last_errors, private_names, report
from tagger.gui.help.text_window import TextWindow
from tagger.gui.key_sheet import KeySheet
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.shortcuts.keymap import Keymap


class Explaining(Part):
    """Shows the sheet of keys, the log, a report of a problem, and what the program is."""

    def __init__(self, session: Session, keymap: Keymap, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._keymap, self._window = session, keymap, window
        self._actions: Actions | None = None
        self._sheet: KeySheet | None = None
        keymap.changed.connect(lambda: self._sheet.refresh() if self._sheet else None)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Help."""
        return {
            "keys": self._show_keys,
            "log": lambda: self._session.start(self._show_log()),
            "report": lambda: self._session.start(self._show_report()),
            "about": lambda: about.AboutDialog(self._window).show(),
        }

    def begin(self, actions: Actions) -> None:
        """The sheet speaks of all commands."""
        self._actions = actions

    def _show_keys(self) -> None:
        if self._sheet is None and self._actions is not None:
            self._sheet = KeySheet(self._actions, self._window)
            self._sheet.finished.connect(lambda _result: self._forget())
            self._sheet.destroyed.connect(lambda: self._forget())
        if self._sheet is not None:
            self._sheet.show()
            self._sheet.activateWindow()

    def _forget(self) -> None:
        self._sheet = None

    async def _show_log(self) -> None:
        text = await self._session.call(_end_of_log)
        private = await self._session.read(private_names)
        explained = self.tr("What went wrong, newest last. Paths, names of photos and secrets are left out here.")
        shown = await self._session.call(redacted, text, private)
        window = TextWindow(self.tr("Log"), explained, shown or self.tr("Nothing went wrong so far."), self._window)
        window.add_button(self.tr("Open the file"), lambda: about.show_log(self._session.messages))
        window.show()
        window.show_end()

    async def _show_report(self) -> None:
        session = self._session
        counted, private = await session.read(counts), await session.read(private_names)
        errors = await session.call(last_errors, about.log_path())
        explained = self.tr(
            "Read this, copy it, and paste it where you report the problem; Tagger sends nothing by itself. Say also"
            " what you did and what you expected."
        )
        text = report(session.tagger.settings, counted, private, errors)
        TextWindow(self.tr("Report a problem"), explained, text, self._window).show()


def _end_of_log() -> str:
    path = about.log_path()
    try:
        with open(path, "rb") as file:
            file.seek(max(0, path.stat().st_size - 100_000))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
