"""Removing a folder from the library, asked for in the window and not in a box over it."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from tagger.errors import Cancelled
from tagger.gui import question
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.icons import icon
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.messages import Level
from tagger.gui.outside import programs
from tagger.gui.outside.programs import shown
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.sources.model import SourceRole
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.words import counted
from tagger.progress import Progress
from tagger.store import folders, removed


class RemoveBar(question.QuestionBar):
    """Says exactly what would be removed and what stays, and asks whether to keep what is known.

    Signals:
        removed(str, bool): the folder is to be removed; whether what is known is kept.
        folder_changed(str): another folder was chosen.
        left(): it was closed, with nothing removed.
    """

    removed = Signal(str, bool)
    folder_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self.folder = QComboBox()
        self.folder.setAccessibleName(self.tr("Folder to remove"))
        self.folder.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.folder.setMinimumContentsLength(24)
        self.folder.activated.connect(lambda _row: self.folder_changed.emit(self.folder.currentData()))
        self._text, self._loss = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._text.setProperty("role", "strong")
        for label in (self._text, self._loss):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._loss.setProperty("role", "dim")
        self.keep = QCheckBox(self.tr("Keep their tags and decisions for when the folder is added again"))
        self.keep.toggled.connect(self._say_loss)
        self.button = QPushButton()
        self.button.setAutoDefault(True)
        self.button.clicked.connect(lambda: self.removed.emit(self._path, self.keep.isChecked()))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(True)
        self.cancel.clicked.connect(self.close_bar)
        question.lay_out(
            self, "folder", [self._text, self.keep, self._loss], [self.cancel, self.button], before=self.folder
        )
        self.setAccessibleName(self.tr("Remove a folder from the library"))
        self.hide()

    def ask(self, path: str, count: int, roots: list[str]) -> None:
        """Ask about a folder with so many photos; another one of the library can be chosen instead."""
        self._path = path
        self.folder.clear()
        for root in roots:
            self.folder.addItem(shown(root), root)
        self.folder.setCurrentIndex(max(self.folder.findData(path), 0))
        self.folder.setVisible(len(roots) > 1)
        name = shown(os.path.basename(path.rstrip(os.sep)) or path)
        one = self.tr("Remove “{name}” and its photo from the library? The file stays where it is.")
        many = self.tr("Remove “{name}” and its {n} photos from the library? The files stay where they are.")
        number = QLocale().toString(count)
        self._text.setText((one if count == 1 else many).format(name=name, n=number))
        self._text.setToolTip(shown(path))
        self.button.setText(counted(count, self.tr("Remove 1 photo"), self.tr("Remove {n} photos")))
        if self.isHidden():
            self.keep.setChecked(True)
        self._say_loss()
        self.setAccessibleDescription(self._text.text())
        self.show()
        self.button.setFocus()

    def _say_loss(self) -> None:
        kept = self.tr("Adding the folder again brings back tags, suggestions, decisions and stars as they are now.")
        lost = self.tr(
            "Tags, suggestions and decisions of these photos are forgotten, except for what is in the files and their"
            " sidecars. Undo can still bring them back."
        )
        self._loss.setText(kept if self.keep.isChecked() else lost)


class Removing(Part):
    """Asks, and removes.

    Attributes:
        bar: Where it asks.
        more: What else the menu of a folder offers: icon, title, and what is called with its path.
    """

    def __init__(
        self, session: Session, browser: Browser, activity: Activity, sources: SourcesPanel, room: QBoxLayout
    ) -> None:
        super().__init__(browser)
        self._sources = sources
        sources.tree.menu_wanted.connect(self._show_menu)
        self._session, self._browser, self._activity = session, browser, activity
        self._asked = 0
        self._actions: Actions | None = None
        self.more: list[tuple[str, str, Callable[[str], object]]] = []
        self.bar = RemoveBar()
        room.addWidget(self.bar)
        self.bar.removed.connect(self._remove)
        self.bar.folder_changed.connect(self.ask)
        self.bar.left.connect(browser.take_focus)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Asking about any folder."""
        return {"remove_folder": lambda: self.ask()}

    def begin(self, actions: Actions) -> None:
        """Take the commands for the menu of a folder."""
        self._actions = actions

    def ask(self, path: str | None = None) -> None:
        """Ask whether to remove a folder of the library; by default the one of the current photo."""
        self._asked += 1
        self._session.start(self._ask(path, self._asked))

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        """What can be done with a folder of the library; not with one that lies in it, which would be read again."""
        key = str(index.data(SourceRole.KEY))
        if not key.startswith("folder:") or str(index.parent().data(SourceRole.KEY)) != "folders":
            return
        path = key.removeprefix("folder:")
        menu = QMenu(self._sources)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("folder"), self.tr("Show in the file manager"), lambda: self._show(path))
        menu.addAction(icon("remove"), self.tr("Remove from the library…"), lambda: self.ask(path))
        for sign, title, call in self.more:
            menu.addAction(icon(sign), title, lambda call=call: call(path))
        if self._actions is not None:
            self._sources.point_at(index)
            menu.addSeparator()
            for name in ("never_send_place", "may_send_place"):
                menu.addAction(self._actions[name])
        menu.popup(place)

    def _show(self, path: str) -> None:
        self._session.start(self._session.call(programs.open_by_default, path))

    async def _ask(self, path: str | None, asked: int) -> None:
        roots = await self._session.read(folders.folders)
        if not roots:
            self._session.messages.say(self.tr("There is no folder in this library."), key="remove")
            return
        if path not in roots:
            path = await self._folder_of_current(roots)
        count = await self._session.read(removed.photos_of, path)
        if asked == self._asked:
            self.bar.ask(path, count, roots)

    async def _folder_of_current(self, roots: list[str]) -> str:
        current = self._browser.grid.current_photo()
        found = None if current is None else await self._session.read(removed.folder_of, current)
        return found if found in roots else roots[0]

    def _remove(self, path: str, keep: bool) -> None:
        if self._activity.runs("index"):
            text = self.tr("Photos are being read. Wait until that is done, or cancel it, then remove the folder.")
            self._session.messages.say(text, Level.WARNING, key="remove")
            return
        self.bar.close_bar()
        self._activity.do("remove", self.tr("Removing a folder"), functools.partial(self._run, path, keep))

    async def _run(self, path: str, keep: bool, work: Work) -> None:
        def told(progress: Progress) -> None:
            work.tell(progress)
            if work.control.cancelled:
                raise Cancelled

        done = await self._session.work(self._session.tagger.remove_folder, path, keep=keep, progress=told)
        name = shown(os.path.basename(path.rstrip(os.sep)) or path)
        one = self.tr("“{name}” and its photo were removed from the library. Undo brings them back.")
        many = self.tr("“{name}” and its {n} photos were removed from the library. Undo brings them back.")
        number = len(done.photo_ids)
        text = (one if number == 1 else many).format(name=name, n=QLocale().toString(number))
        self._session.messages.say(text, key="remove", undoable=True)
