"""Writing into the photos themselves: says what it does, asks each time, and does it in the background."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from tagger.entities import PhotoId
from tagger.gui import question
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.language.core import said
from tagger.gui.messages import Level
from tagger.gui.outside.programs import shown
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.words import counted
from tagger.metadata.embedding.embed import EmbedResult

_SETTING = "sidecars.embed"


class EmbedBar(question.QuestionBar):
    """Says what would be written into, and asks.

    Signals:
        agreed(): it is to be done.
        left(): it was closed.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(wordWrap=True)
        self._text.setProperty("role", "strong")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        more = QLabel(
            self.tr(
                "Tags, boxes, stars, label and caption go into JPEG, PNG, TIFF and DNG files; other formats are left"
                " alone. The picture is proven to stay the same, and undo brings each file back byte for byte."
            ),
            wordWrap=True,
        )
        more.setProperty("role", "dim")
        self.button, self.cancel = QPushButton(), QPushButton(self.tr("Cancel"))
        for button in (self.button, self.cancel):
            button.setAutoDefault(True)
        self.button.clicked.connect(self.agreed)
        self.cancel.clicked.connect(self.close_bar)
        question.lay_out(self, "warning", [self._text, more], [self.cancel, self.button])
        self.setAccessibleName(self.tr("Write into the photos themselves"))
        self.hide()

    def ask(self, count: int) -> None:
        """Ask about so many photos."""
        one = self.tr("Write into the file of this photo itself?")
        self._text.setText(counted(count, one, self.tr("Write into the files of these {n} photos themselves?")))
        self.button.setText(counted(count, self.tr("Write into 1 photo"), self.tr("Write into {n} photos")))
        self.setAccessibleDescription(self._text.text())
        self.show()
        self.cancel.setFocus()


class Embedding(Part):
    """The command that writes into photos; it can be used only where the settings allow it.

    Attributes:
        bar: Where it asks.
    """

    def __init__(self, session: Session, browser: Browser, activity: Activity, room: QBoxLayout) -> None:
        super().__init__(browser)
        self._session, self._browser, self._activity = session, browser, activity
        self._actions: Actions | None = None
        self._chosen: Sequence[PhotoId] = ()
        self.bar = EmbedBar()
        room.addWidget(self.bar)
        self.bar.agreed.connect(self._begin)
        self.bar.left.connect(browser.take_focus)
        session.setting_changed.connect(lambda name: self._enable() if name == _SETTING else None)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Asking about the selected photos."""
        return {"embed": self._ask}

    def begin(self, actions: Actions) -> None:
        """Know the command."""
        self._actions = actions

    def enable(self, actions: Actions) -> None:
        """Only where the settings allow it, and there is a photo."""
        allowed = bool(self._session.tagger.settings.get(_SETTING))
        actions.enable(allowed and self._browser.grid.current_photo() is not None, "embed")
        title, reason = self.tr("Write into the photos themselves…"), self.tr("not allowed by the settings")
        # In the title, since the tooltip names the key.
        actions["embed"].setText(title if allowed else f"{title} ({reason})")
        actions["embed"].setStatusTip("" if allowed else reason)

    def _enable(self) -> None:
        if self._actions is not None:
            self.enable(self._actions)

    def _ask(self) -> None:
        self._chosen = self._browser.targets()
        if self._chosen:
            self.bar.ask(len(self._chosen))

    def _begin(self) -> None:
        self.bar.close_bar()
        run = functools.partial(self._run, chosen=list(self._chosen))
        self._activity.do("embed", self.tr("Writing into photos"), run)

    async def _run(self, work: Work, *, chosen: Sequence[PhotoId]) -> None:
        failed: list[EmbedResult] = []

        def write() -> int:
            written = 0
            for result in self._session.tagger.embed(chosen, progress=work.tell, control=work.control):
                written += result.action == "embedded"
                failed.extend([result] if result.error is not None else [])
            return written

        written = await self._session.work(write)
        text = counted(written, self.tr("1 photo was written into."), self.tr("{n} photos were written into."))
        details = "\n".join(f"{shown(each.photo_path)}: {said(each.error or '')}" for each in failed)
        if failed:
            text += " " + counted(len(failed), self.tr("1 could not be."), self.tr("{n} could not be."))
            text += " " + said(failed[0].error or "")
        level = Level.WARNING if failed else Level.INFO
        self._session.messages.say(text, level, details=details, key="embed", undoable=written > 0)
