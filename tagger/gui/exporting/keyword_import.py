"""Taking a keyword list of another program over: what it would add is shown first."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QLabel, QListView, QPushButton, QWidget

from tagger.entities import TAG_SEPARATOR
from tagger.exporting import keyword_list
from tagger.exporting.keyword_list import Keyword, KeywordList
from tagger.gui import question, row_look, theme
from tagger.gui.browser import Browser
from tagger.gui.outside.programs import shown
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.words import counted
from tagger.vocabulary import importing
from tagger.vocabulary.importing import Added

_ROWS = 8


class ImportBar(question.QuestionBar):
    """Shows what would be added.

    Signals:
        agreed(): it is to be added.
        left(): it was closed.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._rest = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._text.setProperty("role", "strong")
        self._rest.setProperty("role", "dim")
        for label in (self._text, self._rest):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListView()
        self.model = QStringListModel(self)
        self.list.setModel(self.model)
        row_look.set_up(self.list, self.tr("What would be added"))
        self.button, self.cancel = QPushButton(), QPushButton(self.tr("Cancel"))
        for button in (self.button, self.cancel):
            button.setAutoDefault(True)
        self.button.clicked.connect(self.agreed)
        self.cancel.clicked.connect(self.close_bar)
        question.lay_out(self, "tag", [self._text, self.list, self._rest], [self.cancel, self.button])
        self.setAccessibleName(self.tr("Import a keyword list"))
        self.hide()

    def ask(self, name: str, added: Added, found: KeywordList) -> None:
        """Show what a list would add."""
        self._text.setText(self.tr("“{name}” adds to your tags:").format(name=shown(name)))
        rows = [f"+ {tag.replace(TAG_SEPARATOR, ' › ')}" for tag in added.tags]
        rows += [f"+ {tag.replace(TAG_SEPARATOR, ' › ')}  {{{name}}}" for tag, name in added.synonyms]
        self.model.setStringList(rows)
        self.list.setFixedHeight(min(max(len(rows), 1), _ROWS) * theme.row_px() + 2 * self.list.frameWidth())
        known = counted(added.known, self.tr("1 is there already."), self.tr("{n} are there already."))
        lost = counted(
            found.left_out, self.tr("1 line makes no sense and is left out."),
            self.tr("{n} lines make no sense and are left out."),
        )  # fmt: skip
        rest = [self.tr("Nothing is renamed or taken away, and no photo is touched.")]
        rest += [known] * bool(added.known) + [lost] * bool(found.left_out)
        self._rest.setText(" ".join(rest))
        self._rest.setToolTip("\n".join(found.problems[:20]))
        self.button.setText(counted(len(rows), self.tr("Add 1 entry"), self.tr("Add {n} entries")))
        self.setAccessibleDescription(f"{self._text.text()} {self._rest.text()}")
        self.show()
        self.button.setFocus()


class KeywordImport(Part):
    """The command that imports.

    Attributes:
        bar: Where it shows what would be added.
    """

    def __init__(self, session: Session, browser: Browser, room: QBoxLayout) -> None:
        super().__init__(browser)
        self._session, self._browser = session, browser
        self._found: Sequence[Keyword] = ()
        self.bar = ImportBar()
        room.addWidget(self.bar)
        self.bar.agreed.connect(self._add)
        self.bar.left.connect(browser.take_focus)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Choosing a list."""
        return {"import_keywords": self._choose}

    def _choose(self) -> None:
        dialog = QFileDialog(self._browser.window(), self.tr("Import a keyword list"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Keyword lists (*.txt)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self._session.start(self.preview(path)))
        dialog.open()

    async def preview(self, path: str) -> None:
        """Show what a list would add."""
        found = await self._session.call(keyword_list.read, path)
        added = await self._session.read(importing.preview, found.keywords)
        self._found = found.keywords
        if not added:
            self.bar.close_bar()
            text = self.tr("“{name}” adds nothing: all its tags are there.").format(name=shown(os.path.basename(path)))
            self._session.messages.say(text, key="import")
        else:
            self.bar.ask(os.path.basename(path), added, found)

    def _add(self) -> None:
        self.bar.close_bar()
        self._session.start(self._run(self._found))

    async def _run(self, found: Sequence[Keyword]) -> None:
        await self._session.work(self._session.tagger.change_tree, lambda db: importing.add(db, found))
        await self._session.say_done("import")
