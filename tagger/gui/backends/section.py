"""The section of the settings that lists the backends, with its form and its trial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tagger.gui import theme
from tagger.gui.backends.form import BackendForm
from tagger.gui.backends.known import state_text
from tagger.gui.backends.marks import NeverSent
from tagger.gui.backends.trial import Trial
from tagger.gui.icons import icon
from tagger.gui.language.core import said
from tagger.gui.palette.entries import folded
from tagger.gui.review.flow import FlowLayout
from tagger.recognition.registry import BackendInfo

_NAME = Qt.ItemDataRole.UserRole
_WIDEST_PX = 320
_TICK_PX = 12


class BackendsSection(QStackedWidget):
    """Shows and asks; whoever owns it does what is asked.

    Attributes:
        list: The backends; a tick switches one on.
        form, trial: Adding or changing one, and trying it.
        marks: What must never be sent.

    Signals:
        enabled(str, bool): a backend is to be switched on or off.
        adding(), changing(str), removing(str), trying(str): what is asked for.
        opened(): it came into view.
    """

    enabled = Signal(str, bool)
    adding = Signal()
    changing = Signal(str)
    removing = Signal(str)
    trying = Signal(str)
    opened = Signal()

    def __init__(self, marks: NeverSent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._doomed = ""
        self.list, self.form, self.trial, self.marks = _List(), BackendForm(), Trial(), marks
        self.list.setAccessibleName(self.tr("Backends"))
        self.list.setHeaderLabels([self.tr("Name"), self.tr("Service"), self.tr("State")])
        self.list.itemChanged.connect(self._ticked)
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self.list.itemActivated.connect(lambda item, _column: self.changing.emit(item.data(0, _NAME)))
        self.list.erased.connect(self._ask_remove)
        self.add = self._button("add", self.tr("Add…"), self.adding.emit)
        self.change = self._button("settings", self.tr("Change…"), lambda: self.changing.emit(self.current))
        self.try_ = self._button("play", self.tr("Test…"), lambda: self.trying.emit(self.current))
        self.remove = self._button("remove", self.tr("Remove…"), self._ask_remove)
        self._question = QLabel(wordWrap=True)
        self.sure = self._button("trash", "", self._remove)
        self.keep = self._button("cancel", self.tr("Keep it"), self._ask_nothing)
        self._lay_out()
        for page in (self.form, self.trial):
            self.addWidget(page)
            page.left.connect(self.show_list)
        self.setFocusProxy(self.list)

    @property
    def current(self) -> str:
        """Name of the current backend; empty for none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(0, _NAME))

    def fill(self, infos: Sequence[BackendInfo], paused: Mapping[str, str]) -> None:
        """Show these backends."""
        current, self._filling = self.current, True
        self.list.clear()
        for info in infos:
            item = QTreeWidgetItem([info.name, said(info.title), state_text(info, paused.get(info.name))])
            item.setData(0, _NAME, info.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if info.enabled else Qt.CheckState.Unchecked)
            item.setToolTip(2, item.text(2))
            troubled = info.problem or (info.enabled and info.needs) or info.name in paused
            item.setIcon(2, icon("warning" if troubled else "local" if info.here else "cloud", "text_dim"))
            self.list.addTopLevelItem(item)
            if info.name == current:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self._filling = False
        self._enable()

    def choose(self, name: str) -> None:
        """Make a backend the current one."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, _NAME) == name:
                self.list.setCurrentItem(item)

    def narrow(self, text: str) -> int:
        """Show the backends that fit a text; how many that is."""
        words, shown = folded(text).split(), 0
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is None:
                continue
            said_there = folded(" ".join(item.text(column) for column in range(3)) + " " + self.tr("Backends"))
            fits = all(word in said_there for word in words)
            item.setHidden(not fits)
            shown += fits
        return shown

    def show_list(self) -> None:
        """Back to the list."""
        self.form.clear_secrets()
        self.setCurrentIndex(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        page = QWidget()
        heading = QLabel(self.tr("What recognises your photos. Those that send photos away ask before they do."))
        heading.setProperty("role", "dim")
        heading.setWordWrap(True)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.list, 2)
        changes = QWidget()
        flow = FlowLayout(changes, 8)
        for button in (self.add, self.change, self.try_, self.remove):
            flow.addWidget(button)
        layout.addWidget(changes)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self._question, 1)
        for button in (self.sure, self.keep):
            asked.addWidget(button)
        layout.addLayout(asked)
        layout.addWidget(self.marks, 1)
        self.addWidget(page)
        self._ask_nothing()

    def _button(self, name: str, text: str, run: object) -> QPushButton:
        button = QPushButton(icon(name), f" {text}")
        button.setAccessibleName(text)
        button.setAutoDefault(True)
        button.clicked.connect(run)
        return button

    def _enable(self) -> None:
        for button in (self.change, self.try_, self.remove):
            button.setEnabled(bool(self.current))

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == 0:
            self.enabled.emit(item.data(0, _NAME), item.checkState(0) == Qt.CheckState.Checked)

    def _ask_remove(self) -> None:
        self._doomed = self.current
        if self._doomed:
            asked = self.tr("Remove {name} with its secrets? What it recognised stays.")
            self._question.setText(asked.format(name=self._doomed))
            self.sure.setText(f" {self.tr('Remove {name}').format(name=self._doomed)}")
            self.sure.setAccessibleName(self.sure.text().strip())
            for widget in (self._question, self.sure, self.keep):
                widget.show()
            self.sure.setFocus()

    def _ask_nothing(self) -> None:
        had_focus = self.sure.hasFocus() or self.keep.hasFocus()
        for widget in (self._question, self.sure, self.keep):
            widget.hide()
        if had_focus:
            self.list.setFocus()

    def _remove(self) -> None:
        self._ask_nothing()
        self.removing.emit(self._doomed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()


class _List(QTreeWidget):
    erased = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(theme.scaled(_WIDEST_PX))

    def sizeHintForColumn(self, column: int) -> int:
        # Qt leaves out what the style sheet puts around a box to tick.
        return super().sizeHintForColumn(column) + (theme.scaled(_TICK_PX) if column == 0 else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.erased.emit()
        else:
            super().keyPressEvent(event)
