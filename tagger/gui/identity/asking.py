"""Asking which photo a file is, where several missing ones or several files have one picture."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from tagger.changes import Change, PhotosChanged
from tagger.entities import Photo, PhotoId
from tagger.gui import question, theme
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.outside.programs import shown
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.store import identity, photos
from tagger.store.database import Database

_THUMBNAIL_PX = 48
_SHOWN_ROWS = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A file, and the missing photos one of which it may be; ``left`` is how many files are asked about."""

    file: Photo
    missing: tuple[Photo, ...]
    left: int


def next_question(db: Database, passed: Sequence[PhotoId]) -> Question | None:
    """The first file that was not passed over; None where nothing is to be asked."""
    asked = [(new, old) for old, files in identity.questions(db) for new in files if new not in passed]
    if not asked:
        return None
    new, old = asked[0]
    found = list(photos.photos(db, [new, *old]))
    return Question(found[0], tuple(found[1:]), len(asked))


class AskBar(QFrame):
    """Asks about one file.

    Signals:
        answered(PhotoId): the missing photo that it is.
        is_new(): it is none of them.
        later(): not now.
    """

    answered = Signal(object)
    is_new = Signal()
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._rest = QLabel(wordWrap=True), QLabel()
        self._text.setProperty("role", "strong")
        self._rest.setProperty("role", "dim")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Missing photos with this picture"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setIconSize(QSize(_THUMBNAIL_PX, _THUMBNAIL_PX))
        self.list.itemActivated.connect(lambda _item: self._answer())
        self.same = QPushButton(self.tr("It is this photo"))
        self.new = QPushButton(self.tr("It is a new photo"))
        self.not_now = QPushButton(self.tr("Later"))
        for button in (self.same, self.new, self.not_now):
            button.setAutoDefault(True)
        self.same.clicked.connect(self._answer)
        self.new.clicked.connect(self.is_new)
        self.not_now.clicked.connect(self.later)
        question.lay_out(
            self, "missing", [self._text, self.list], [self.not_now, self.new, self.same], before=self._rest
        )
        self.setAccessibleName(self.tr("Photos that may have moved"))
        self.hide()

    def ask(self, asked: Question, thumbnails: Mapping[PhotoId, bytes]) -> None:
        """Ask about a file; the missing photos are listed with what tells them apart."""
        name, folder = shown(asked.file.name), shown(os.path.dirname(asked.file.path))
        one = self.tr("“{name}” in {folder} shows the picture of a missing photo. Is it that photo?")
        many = self.tr("“{name}” in {folder} shows the picture of {n} missing photos. Which of them is it?")
        number = QLocale().toString(len(asked.missing))
        self._text.setText((one if len(asked.missing) == 1 else many).format(name=name, folder=folder, n=number))
        rest = self.tr("{n} files are to be asked about").format(n=QLocale().toString(asked.left))
        self._rest.setText(rest if asked.left > 1 else "")
        self.list.clear()
        for photo in asked.missing:
            self._add(photo, thumbnails.get(photo.id) or thumbnails.get(asked.file.id))
        self.list.setCurrentRow(0)
        rows = min(len(asked.missing), _SHOWN_ROWS)
        self.list.setFixedHeight(rows * max(_THUMBNAIL_PX + 8, theme.row_px()) + 2 * self.list.frameWidth())
        self.setAccessibleDescription(self._text.text())
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, photo: Photo, thumbnail: bytes | None) -> None:
        tags = ", ".join(tag.rsplit("|", 1)[-1] for tag in photo.tags)
        name = "  ·  ".join(part for part in (shown(photo.name), tags) if part)
        text = f"{name}\n{shown(os.path.dirname(photo.path))}"
        item = QListWidgetItem(text)
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.UserRole, photo.id)
        if thumbnail is not None:
            item.setIcon(QIcon(QPixmap.fromImage(QImage.fromData(thumbnail))))
        item.setSizeHint(QSize(0, max(_THUMBNAIL_PX + 8, theme.row_px())))
        self.list.addItem(item)

    def _answer(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.answered.emit(item.data(Qt.ItemDataRole.UserRole))


class Asking(Part):
    """Asks one after the other, when an indexing leaves something to ask.

    Attributes:
        bar: Where it asks.
    """

    def __init__(self, session: Session, browser: Browser, room: QBoxLayout) -> None:
        super().__init__(browser)
        self._session, self._browser = session, browser
        self._passed: list[PhotoId] = []
        self._question: Question | None = None
        self._generation = 0
        self.bar = AskBar()
        room.addWidget(self.bar)
        self.bar.answered.connect(self._same)
        self.bar.is_new.connect(self._new)
        self.bar.later.connect(self._later)
        session.changed.connect(self._changed)
        self._look(focus=False)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Asking again what was put off."""
        return {"moved_photos": self._again}

    def begin(self, actions: Actions) -> None:
        """Nothing is remembered."""

    def _again(self) -> None:
        self._passed.clear()
        self._look(focus=True)

    def _changed(self, change: Change) -> None:
        if isinstance(change, PhotosChanged) and change.listed:
            self._look(focus=False)

    def _look(self, *, focus: bool) -> None:
        self._generation += 1
        self._session.start(self._ask(self._generation, focus))

    async def _ask(self, generation: int, focus: bool) -> None:
        asked = await self._session.read(next_question, tuple(self._passed))
        ids = [] if asked is None else [asked.file.id, *(photo.id for photo in asked.missing)]
        thumbnails = await self._session.call(self._session.tagger.thumbnails.get_many, ids) if ids else {}
        if generation != self._generation:
            return
        had_focus = self.bar.isAncestorOf(self.bar.window().focusWidget() or self._browser)
        if asked is None:
            self.bar.hide()
            if had_focus:
                self._browser.take_focus()
            if focus:
                self._session.messages.say(self.tr("No photo is in question."), key="moved")
        elif asked != self._question or self.bar.isHidden():
            self.bar.ask(asked, thumbnails)
        self._question = asked
        if asked is not None and (focus or had_focus):
            self.bar.list.setFocus()

    def _same(self, missing: PhotoId) -> None:
        if self._question is not None:
            self._session.start(self._answer(missing, self._question.file.id))

    async def _answer(self, missing: PhotoId, file: PhotoId) -> None:
        await self._session.call(self._session.tagger.same_photo, [(missing, file)])
        await self._session.say_done("moved")

    def _new(self) -> None:
        if self._question is not None:
            self._session.start(self._settle(self._question.file.id))

    async def _settle(self, file: PhotoId) -> None:
        await self._session.call(self._session.tagger.not_the_same, [file])
        self._look(focus=False)

    def _later(self) -> None:
        if self._question is not None:
            self._passed.append(self._question.file.id)
        self._look(focus=False)
