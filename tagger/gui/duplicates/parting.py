"""What was said to be no duplicates, remembered for good: the list of it, and taking it back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tagger.changes import Change, JournalChanged
from tagger.duplicates.separating import Parted
from tagger.gui.duplicates.header import SIDE_PX, GroupsHeader, button
from tagger.gui.duplicates.plan_pane import shown
from tagger.gui.duplicates.records import Column, RecordsTable
from tagger.gui.review.flow import FlowLayout
from tagger.gui.session import Session
from tagger.gui.viewer.caption import date_text
from tagger.gui.words import counted

_NAMED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One time that something was said to be no duplicate, with the paths of the photos."""

    said: Parted
    paths: tuple[str, ...]


class PartedPane(QWidget):
    """Their list; `Parting` fills it.

    Attributes:
        table, together, back: Its parts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button("back", self.tr("Back to the groups"), "flat")
        self.together = button("undo", self.tr("Let them be duplicates again"))
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("role", "dim")
        columns = (
            Column(self.tr("Photo"), lambda line: _names(line.paths[:1]), 3, more=_tip),
            Column(self.tr("Is no duplicate of"), lambda line: _names(line.paths[1:]), 5, more=_tip),
            Column(self.tr("Said"), lambda line: date_text(line.said.said_at), 2),
        )
        self.table = RecordsTable(columns, self.tr("Remembered as no duplicates"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        head.setSpacing(8)
        flow = FlowLayout(None, 8)
        flow.addWidget(self.together)
        flow.addWidget(self.back)
        head.addLayout(flow)
        head.addWidget(self._words)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.setAccessibleName(self.tr("Remembered as no duplicates"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show all that was said."""
        self.table.set_records(lines)
        text = self.tr(
            "No search groups these photos again. Taken back, copies find each other at once, and crops with the next"
            " search."
        )
        self._words.setText(text if lines else self.tr("Nothing is remembered as no duplicates."))

    def take_focus(self) -> None:
        """Give the focus to the table, or to the way out."""
        (self.table if self.table.records.rowCount() else self.back).setFocus()


class Parting(QObject):
    """Connects the list with the library.

    Attributes:
        pane: Where it is shown.
    """

    def __init__(self, session: Session, header: GroupsHeader) -> None:
        super().__init__(header)
        self._session, self._header = session, header
        self.pane = PartedPane()
        self._generation = 0
        session.changed.connect(self._changed)

    def reload(self) -> None:
        """Look up what was said."""
        self._generation += 1
        self._session.start(self._load(self._generation))

    async def let_together(self) -> None:
        """Take back what the current row says."""
        line: Line | None = self.pane.table.current
        if line is not None:
            await self._session.call(self._session.tagger.duplicates_again, line.said)
            await self._session.say_done("apart")

    async def _load(self, generation: int) -> None:
        lines = await self._session.call(self._lines)
        if generation == self._generation:
            self._header.show_parted(len(lines))
            self.pane.show_lines(lines)
            if self.pane.isVisible():
                self.pane.take_focus()

    def _lines(self) -> list[Line]:
        """In a worker thread."""
        tagger = self._session.tagger
        parted = tagger.parted_duplicates()
        paths = tagger.paths([photo for said in parted for photo in said.photo_ids])
        return [Line(said, tuple(paths.get(photo, "") for photo in said.photo_ids)) for said in parted]

    def _changed(self, change: Change) -> None:
        if isinstance(change, JournalChanged) and self.pane.isVisible():
            self.reload()


def _names(paths: Sequence[str]) -> str:
    names = [shown(os.path.basename(path)) for path in paths[:_NAMED]]
    more = len(paths) - len(names)
    return ", ".join([*names, counted(more, "+ 1", "+ {n}")] if more else names)


def _tip(line: Line) -> str:
    return "\n".join(shown(path) for path in line.paths)
