"""What cleanups hold, until it goes to the system's trash."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tagger.gui.duplicates.header import SIDE_PX, Choice, button
from tagger.gui.duplicates.plan_pane import shown
from tagger.gui.duplicates.records import Column, RecordsTable
from tagger.gui.duplicates.words import bytes_text
from tagger.gui.question import lay_out
from tagger.gui.review.flow import FlowLayout
from tagger.gui.viewer.caption import date_text
from tagger.gui.words import counted
from tagger.store.held import HeldFile

DAYS = (0, 7, 30, 90)


class HeldPane(QWidget):
    """The files that are held, and the question before they go to the trash.

    Attributes:
        table, empty, back, days: Its parts.
        question, yes, no: What is asked.

    Signals:
        emptied(int): what was cleaned up so many days ago, or earlier, shall go to the trash.
    """

    emptied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: Sequence[HeldFile] = ()
        self.back = button("back", self.tr("Back to the groups"), "flat")
        self.empty = button("trash", self.tr("Empty…"))
        ages = [self.tr("All of them")]
        ages += [self.tr("Cleaned up {n} days ago or earlier").format(n=days) for days in DAYS[1:]]
        self.days = Choice(self.tr("Which of them"), list(zip(ages, DAYS, strict=True)))
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("role", "dim")
        columns = (
            Column(
                self.tr("File"), lambda each: shown(os.path.basename(each.path)), 3, more=lambda each: shown(each.path)
            ),
            Column(self.tr("It was in"), lambda each: shown(os.path.dirname(each.path)), 4),
            Column(self.tr("Cleaned up"), lambda each: date_text(each.at), 2),
            Column(self.tr("Size"), lambda each: bytes_text(each.bytes), 1, number=True),
        )
        self.table = RecordsTable(columns, self.tr("Files held by cleanups"))
        self.question, self._asked = QFrame(), QLabel(wordWrap=True)
        self.yes, self.no = button("trash", "", "primary"), button("cancel", self.tr("Keep them"))
        lay_out(self.question, "warning", [self._asked], [self.yes, self.no])
        self.question.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        head.setSpacing(8)
        flow = FlowLayout(None, 8)
        for each in (self.days, self.empty, self.back):
            flow.addWidget(each)
        head.addLayout(flow)
        head.addWidget(self._words)
        head.addWidget(self.question)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.setAccessibleName(self.tr("Files held by cleanups"))
        self.empty.clicked.connect(self._ask)
        self.no.clicked.connect(self._close)
        self.yes.clicked.connect(self._say_yes)
        self.days.currentIndexChanged.connect(lambda _row: self._close())

    def show_files(self, files: Sequence[HeldFile]) -> None:
        """Show what is held now."""
        self._files = files
        self.table.set_records(files)
        self.empty.setEnabled(bool(files))
        size = bytes_text(sum(file.bytes for file in files))
        words = counted(len(files), self.tr("1 file is held"), self.tr("{n} files are held"))
        hint = self.tr("Undo brings back what was cleaned up last, as long as it is here.")
        self._words.setText(f"{words}, {size}. {hint}" if files else self.tr("Nothing is held."))

    def take_focus(self) -> None:
        """Give the focus to the table, or to what is asked."""
        (self.no if self.question.isVisible() else self.table if self._files else self.back).setFocus()

    def asking(self) -> bool:
        """Whether the question is open."""
        return self.question.isVisible()

    def _meant(self) -> list[HeldFile]:
        before = (datetime.now(UTC) - timedelta(days=self.days.value)).isoformat()
        return [file for file in self._files if file.at < before]

    def _ask(self) -> None:
        files = self._meant()
        size = bytes_text(sum(file.bytes for file in files))
        self._asked.setText(
            self.tr("These files go to the system's trash; then only that can bring them back.")
            if files
            else self.tr("None of them is that old.")
        )
        words = counted(len(files), self.tr("Move 1 file to the trash"), self.tr("Move {n} files to the trash"))
        self.yes.setText(f" {words} ({size})")
        self.yes.setAccessibleName(self.yes.text().strip())
        self.yes.setVisible(bool(files))
        self.question.show()
        self.no.setFocus()

    def _close(self) -> None:
        had_focus = self.question.isAncestorOf(self.window().focusWidget() or self)
        self.question.hide()
        if had_focus:
            self.empty.setFocus()

    def _say_yes(self) -> None:
        self._close()
        self.emptied.emit(self.days.value)
