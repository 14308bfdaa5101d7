"""The groups: their list, what can be done with the current one, and what is said where there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tagger.gui import theme
from tagger.gui.duplicates.header import SIDE_PX, GroupsHeader, button
from tagger.gui.duplicates.notice import Notice
from tagger.gui.duplicates.view import GroupView
from tagger.gui.jobs.bar import WorkBar
from tagger.gui.jobs.work import Work
from tagger.gui.review.flow import FlowLayout

_RULES_PX = 320


class GroupsPane(QWidget):
    """Header, list and buttons, with the rules at the side.

    Attributes:
        header, view, notice, rules: Its parts.
        compare, keeper, mark, apart: The buttons about the current group.
    """

    def __init__(self, view: GroupView, rules: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header, self.view, self.rules, self.notice = GroupsHeader(), view, rules, Notice()
        self.compare = button("compare", self.tr("Compare"))
        self.keeper = button("accept", self.tr("Keep this one"))
        self.mark = button("reject", self.tr("To go, or stays"))
        self.apart = button("disagrees", self.tr("Not duplicates"))
        self._busy = QVBoxLayout()
        self._busy.setContentsMargins(SIDE_PX, 0, SIDE_PX, 4)
        self._stack = QStackedWidget()
        self._stack.addWidget(view)
        self._stack.addWidget(self.notice)
        self._actions = QWidget()
        flow = FlowLayout(self._actions, 8)
        flow.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        for each in (self.compare, self.keeper, self.mark, self.apart):
            flow.addWidget(each)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(rules)
        self._splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._busy)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._actions)
        rules.hide()

    def show_groups(self, shown: bool) -> None:
        """Show the list, or else the notice; the focus stays with what is seen."""
        held = self.window().focusWidget()
        had_focus = held is None or self._stack.isAncestorOf(held)
        self._stack.setCurrentWidget(self.view if shown else self.notice)
        self._actions.setVisible(shown)
        self.header.plan.setEnabled(shown)
        if had_focus and self.isVisible():
            self.take_focus()

    @property
    def has_groups(self) -> bool:
        """Whether the list is shown."""
        return self._stack.currentWidget() is self.view

    def show_work(self, work: Work) -> None:
        """Show how far a search or a cleanup is, until it ends."""
        self._busy.addWidget(WorkBar(work))

    def show_rules(self, shown: bool) -> None:
        """Show or hide the rules."""
        self.rules.setVisible(shown)
        self.header.rules.setChecked(shown)
        if shown:
            width = theme.scaled(_RULES_PX)
            self._splitter.setSizes([max(self.width() - width, width), width])
            self.rules.setFocus()
        else:
            self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the list, or to what can be done instead."""
        if self.has_groups:
            self.view.setFocus()
        elif self.notice.button.isVisible():
            self.notice.button.setFocus()
        else:
            self.notice.setFocus()
