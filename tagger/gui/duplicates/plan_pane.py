"""The plan of a cleanup, before anything is touched: every file, what is kept instead, why, and what that frees."""

from __future__ import annotations

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from tagger.duplicates.plan import Discard, Spared
from tagger.gui.duplicates.header import SIDE_PX, button
from tagger.gui.duplicates.marks import Sorted
from tagger.gui.duplicates.records import Column, RecordsTable
from tagger.gui.duplicates.words import bytes_text, found_text
from tagger.gui.language.core import said
from tagger.gui.review.flow import FlowLayout
from tagger.gui.words import counted, grouped

GO, LOOK, STAY = range(3)


class PlanPane(QWidget):
    """The three parts of a plan, one at a time.

    Attributes:
        table, tabs: The part in view, and the choice of it.
        apply, elsewhere, tag, stack, export, mark, show_group, back: The buttons.

    Signals:
        opened(): the group of the current row shall be shown.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sorted = Sorted((), (), ())
        self.back = button("back", self.tr("Back to the groups"), "flat")
        self.apply = button("accept", "", "primary")
        self.elsewhere = button("folder", self.tr("Move to a folder…"))
        self.tag = button("tag", self.tr("Only tag them"))
        self.stack = button("stack", self.tr("Only stack them"))
        self.stack.setToolTip(self.tr("Every file stays; the grid shows one photo for each stack"))
        self.export = button("export", self.tr("Export…"))
        self.mark = button("reject", self.tr("To go, or stays"))
        self.show_group = button("compare", self.tr("Compare"))
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("role", "dim")
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the plan"))
        for _part in (GO, LOOK, STAY):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda _part: self._show())
        self.table = RecordsTable(self._columns(GO), self.tr("Plan of the cleanup"))
        self.table.doubleClicked.connect(lambda _index: self.opened.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        head.setSpacing(8)
        flow = FlowLayout(None, 8)
        for each in (
            self.apply,
            self.elsewhere,
            self.tag,
            self.stack,
            self.export,
            self.mark,
            self.show_group,
            self.back,
        ):
            flow.addWidget(each)
        head.addLayout(flow)
        head.addWidget(self._words)
        column.addLayout(head)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(SIDE_PX - 8, 0, SIDE_PX, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        column.addLayout(tabs)
        column.addWidget(self.table, 1)
        self.setAccessibleName(self.tr("Plan of the cleanup"))
        self.show_plan(self._sorted)

    @property
    def part(self) -> int:
        """Which part is in view."""
        return self.tabs.currentIndex()

    def show_plan(self, plan: Sorted, *, busy: bool = False) -> None:
        """Show a plan; ``busy`` while it is being made or carried out."""
        self._sorted = plan
        freed = sum(discard.bytes for discard in plan.go)
        for each in (self.apply, self.elsewhere, self.tag, self.stack):
            each.setEnabled(bool(plan.go) and not busy)
        self.export.setEnabled(bool(plan.go or plan.look or plan.stay))
        words = counted(len(plan.go), self.tr("Move 1 photo out of the way"), self.tr("Move {n} photos out of the way"))
        self.apply.setText(f" {words} ({bytes_text(freed)})")
        self.apply.setAccessibleName(self.apply.text().strip())
        self._words.setText(
            self.tr(
                "Nothing is deleted: the files are held beside their folders, and Undo brings them back. What they know"
                " and the kept photos lack is given to those first."
            )
        )
        texts = (self.tr("To go"), self.tr("For your eye"), self.tr("Stay"))
        for part, (text, records) in enumerate(zip(texts, self._parts(), strict=True)):
            self.tabs.setTabText(part, f"{text} ({grouped(len(records))})")
        self._show()

    def show_making(self) -> None:
        """Say that the plan is on its way."""
        self.show_plan(Sorted((), (), ()), busy=True)
        self.apply.setText(" " + self.tr("The plan is being made…"))
        self.apply.setAccessibleName(self.apply.text().strip())
        self._words.setText("")

    def take_focus(self) -> None:
        """Give the focus to the table."""
        self.table.setFocus()

    def _parts(self) -> tuple[tuple[Discard, ...], tuple[Discard, ...], tuple[Spared, ...]]:
        return self._sorted.go, self._sorted.look, self._sorted.stay

    def _show(self) -> None:
        self.table.set_records(self._parts()[self.part], self._columns(self.part))

    def _columns(self, part: int) -> tuple[Column, ...]:
        file = Column(self.tr("File"), lambda each: each.photo.name, 3, more=lambda each: shown(each.photo.path))
        folder = Column(self.tr("Folder"), lambda each: shown(os.path.dirname(each.photo.path)), 3)
        why = Column(self.tr("Why"), lambda each: said(each.words), 4, more=lambda each: said(each.words))
        if part == STAY:
            return file, folder, why
        keeper = Column(
            self.tr("Kept instead"), lambda each: each.keeper.name, 3, more=lambda each: shown(each.keeper.path)
        )
        found = Column(self.tr("Found by"), lambda each: found_text(each.link.found_by), 2)
        freed = Column(self.tr("Frees"), lambda each: bytes_text(each.bytes), 1, number=True)
        return file, keeper, why, found, freed


def shown(path: str) -> str:
    """A path whose bytes are no text, made of text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
