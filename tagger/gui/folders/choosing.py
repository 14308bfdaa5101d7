"""Choosing by patterns what of a folder counts, in a bar that says how many photos would leave."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from tagger.errors import UsageError
from tagger.gui import question
from tagger.gui.browser import Browser
from tagger.gui.folders.removing import Removing
from tagger.gui.jobs.activity import Activity
from tagger.gui.language.core import said_of
from tagger.gui.messages import Level
from tagger.gui.outside.programs import shown
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.library import choosing
from tagger.library.choosing import Chosen
from tagger.store import folders, removed
from tagger.store.folders import Root

_CALM_MS = 250
_LINES = 4


class ChooseBar(question.QuestionBar):
    """Takes patterns, one a line. Escape lets it be.

    Signals:
        applied(list, list): these are to be left out, and only these are to count.
        edited(list, list): the same, while they are typed.
        left(): it was closed, with nothing changed.
    """

    applied = Signal(list, list)
    edited = Signal(list, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(lambda: self.edited.emit(*self.patterns()))
        self._title, self._note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._title.setProperty("role", "strong")
        self._note.setProperty("role", "dim")
        for label in (self._title, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.exclude, self.include = QPlainTextEdit(), QPlainTextEdit()
        fields = QGridLayout()
        fields.setSpacing(4)
        titles = (self.tr("&Leave out"), self.tr("Only &these (nothing for all)"))
        for column, (field, title) in enumerate(zip((self.exclude, self.include), titles, strict=True)):
            label = QLabel(title)
            label.setBuddy(field)
            fields.addWidget(label, 0, column)
            fields.addWidget(field, 1, column)
            field.setTabChangesFocus(True)
            field.setAccessibleName(title.replace("&", ""))
            field.setFixedHeight(QFontMetrics(field.font()).lineSpacing() * _LINES + 12)
            field.textChanged.connect(self._typed)
        self.exclude.setPlaceholderText("*.tif\n/Exports/\n!keep.tif")
        self.button, self.cancel = QPushButton(self.tr("Apply")), QPushButton(self.tr("Cancel"))
        for button in (self.button, self.cancel):
            button.setAutoDefault(True)
        self.button.clicked.connect(lambda: self.applied.emit(*self.patterns()))
        self.cancel.clicked.connect(self.close_bar)
        question.lay_out(self, "filter", [self._title, fields, self._note], [self.cancel, self.button])
        self.setAccessibleName(self.tr("What counts in a folder"))
        self.hide()

    def ask(self, root: Root) -> None:
        """Show the patterns of a folder, to be changed."""
        name = shown(os.path.basename(root.path.rstrip(os.sep)) or root.path)
        self._title.setText(self.tr("What counts in “{name}”? Names or patterns, one a line").format(name=name))
        self._title.setToolTip(shown(root.path))
        self.exclude.setPlainText("\n".join(root.exclude))
        self.include.setPlainText("\n".join(root.include))
        self._calm.start(0)
        self.show()
        self.exclude.setFocus()

    def _typed(self) -> None:
        self._calm.start(_CALM_MS)

    def patterns(self) -> tuple[list[str], list[str]]:
        """What is to be left out, and what is to count alone, as typed."""
        return self.exclude.toPlainText().splitlines(), self.include.toPlainText().splitlines()

    def explain(self, text: str, *, possible: bool) -> None:
        """Say what it would do, or why it cannot be."""
        self._note.setText(text)
        self.button.setEnabled(possible)
        self.setAccessibleDescription(text)

    def close_bar(self) -> None:
        """Ask no more."""
        self._calm.stop()
        super().close_bar()


class Choosing(Part):
    """Asks, says what it would do, and does it.

    Attributes:
        bar: Where it asks.
    """

    def __init__(
        self, session: Session, browser: Browser, activity: Activity, removing: Removing, room: QBoxLayout
    ) -> None:
        super().__init__(browser)
        self._session, self._browser, self._activity = session, browser, activity
        self._path, self._asked = "", 0
        self.bar = ChooseBar()
        room.addWidget(self.bar)
        self.bar.edited.connect(self._preview)
        self.bar.applied.connect(self._apply)
        self.bar.left.connect(browser.take_focus)
        removing.more.append(("filter", self.tr("What counts in it…"), self.ask))

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Asking about the folder of the current photo."""
        return {"choose_photos": lambda: self.ask()}

    def ask(self, path: str | None = None) -> None:
        """Ask about a folder of the library; by default the one of the current photo."""
        self._session.start(self._ask(path))

    async def _ask(self, path: str | None) -> None:
        roots = await self._session.read(folders.roots)
        if not roots:
            self._session.messages.say(self.tr("There is no folder in this library."), key="choose")
            return
        if path is None:
            current = self._browser.grid.current_photo()
            path = None if current is None else await self._session.read(removed.folder_of, current)
        self._path = path or roots[0].path
        self.bar.ask(next((root for root in roots if root.path == self._path), roots[0]))

    def _preview(self, exclude: list[str], include: list[str]) -> None:
        self._asked += 1
        self._session.start(self._say(exclude, include, self._asked))

    async def _say(self, exclude: list[str], include: list[str], asked: int) -> None:
        try:
            found = await self._session.read(choosing.preview, self._path, include, exclude)
        except UsageError as error:
            text, possible = said_of(error), False
        else:
            text, possible = self._told(found), found.changed
        if asked == self._asked:
            self.bar.explain(text, possible=possible)

    def _told(self, found: Chosen) -> str:
        number, total = len(found.left_out), QLocale().toString(found.total)
        if not number:
            return self.tr("All {total} photos of it stay.").format(total=total)
        one = self.tr("1 of {total} photos leaves the library; what is known of it is kept, and no file is touched.")
        many = self.tr(
            "{n} of {total} photos leave the library; what is known of them is kept, and no file is touched."
        )
        text = one if number == 1 else many
        return text.format(n=QLocale().toString(number), total=total)

    def _apply(self, exclude: list[str], include: list[str]) -> None:
        if self._activity.runs("index"):
            text = self.tr("Photos are being read. Wait until that is done, or cancel it, then choose.")
            self._session.messages.say(text, Level.WARNING, key="choose")
            return
        self.bar.close_bar()
        self._session.start(self._run(self._path, exclude, include))

    async def _run(self, path: str, exclude: list[str], include: list[str]) -> None:
        await self._session.work(self._session.tagger.choose_photos, path, include, exclude)
        await self._session.say_done("choose")
        self._activity.index([path])  # what counts again has to be found
