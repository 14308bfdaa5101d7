"""Which photo of a group to keep, for the user to say: rules in order, folders, and a pattern."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tagger.duplicates.keeper import RULES, Policy
from tagger.gui.duplicates.header import SIDE_PX, button
from tagger.gui.language.core import said
from tagger.gui.review.flow import FlowLayout

_RULE = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderedList(QListWidget):
    """A list in the user's order: rows are dragged, or moved with Alt and the arrows.

    Signals:
        edited(): the user changed something.
    """

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._filling = False
        self.itemChanged.connect(lambda _item: self._tell())
        self.model().rowsMoved.connect(lambda *_: self._tell())

    def fill(self, items: Sequence[QListWidgetItem]) -> None:
        """Show these; tells nobody. The same row stays the current one."""
        row = self.currentRow()
        self._filling = True
        self.clear()
        for item in items:
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self._filling = False

    def rows(self) -> list[QListWidgetItem]:
        """What is in the list, from the top."""
        return [self.item(row) for row in range(self.count())]

    def move_current(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            self._filling = True
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentRow(row + by)
            self._filling = False
            self.edited.emit()

    def fit(self, rows: int) -> None:
        """Be as high as so many rows need."""
        height = max(self.sizeHintForRow(0), 28)
        self.setFixedHeight(rows * height + 2 * self.frameWidth() + 4)

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()

    def event(self, event: QEvent) -> bool:
        # Space switches a rule on or off here, whatever it means in the rest of the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _MOVES:
            self.move_current(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class RuleList(OrderedList):
    """All rules for keepers: those that hold in their order, then the others."""

    def show_rules(self, names: Sequence[str]) -> None:
        """Tick these, in this order; tells nobody."""
        self.fill(
            [_rule_item(name, on=True) for name in names]
            + [_rule_item(name, on=False) for name in RULES if name not in names]
        )
        self.fit(len(RULES))

    def ticked(self) -> tuple[str, ...]:
        """Names of the rules that are to hold, from the top."""
        on = (item for item in self.rows() if item.checkState() == Qt.CheckState.Checked)
        return tuple(str(item.data(_RULE)) for item in on)


class FolderList(QWidget):
    """Folders in order, with buttons to add and take away, under a heading if there is a text for it.

    Signals:
        edited(): the user changed something.
    """

    edited = Signal()

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.list = OrderedList(title)
        self.list.edited.connect(self.edited)
        add, self._less = button("add", self.tr("Add a folder…")), button("remove", self.tr("Take away"))
        add.setAccessibleDescription(title)
        self._less.setAccessibleDescription(title)
        add.clicked.connect(self._ask)
        self._less.clicked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in _headed(title, text) if text else ():
            column.addWidget(each)
        column.addWidget(self.list)
        flow = FlowLayout(None, 8)
        flow.addWidget(add)
        flow.addWidget(self._less)
        column.addLayout(flow)
        self.fill(())

    def folders(self) -> tuple[str, ...]:
        """The folders, from the top."""
        return tuple(str(item.data(_RULE)) for item in self.list.rows())

    def fill(self, folders: Sequence[str]) -> None:
        """Show these; tells nobody."""
        self.list.fill([_folder_item(folder) for folder in folders])
        self.list.fit(max(len(folders), 1))
        for each in (self.list, self._less):
            each.setVisible(bool(folders))

    def add(self, folder: str) -> None:
        """Add a folder at the end, if it is not here."""
        if folder and folder not in self.folders():
            self.fill([*self.folders(), folder])
            self.edited.emit()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            folders = self.folders()
            self.fill([*folders[:row], *folders[row + 1 :]])
            self.edited.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.add)
        dialog.open()


class RulesPanel(QScrollArea):
    """All of a policy. It shows and asks; `Ruling` keeps it.

    Attributes:
        rules, references, folders, pattern: Its parts.

    Signals:
        edited(Policy): the user wants this.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rules = RuleList(self.tr("Rules, the most important first"))
        earlier, later = button("caret_up", self.tr("Earlier")), button("caret_down", self.tr("Later"))
        self.references = FolderList(
            self.tr("Reference folders"), self.tr("Their photos are kept, and nothing is ever taken from them.")
        )
        self.folders = FolderList(self.tr("Preferred folders"), self.tr("The most preferred first."))
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText("*/Originals/*")
        self.pattern.setAccessibleName(self.tr("Path like a pattern"))
        self._status = QLabel(wordWrap=True)
        self._status.setProperty("role", "dim")
        self.setWidget(self._inner(earlier, later))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.rules)
        self.setAccessibleName(self.tr("Rules for what to keep"))
        self.setMinimumWidth(240)
        earlier.clicked.connect(lambda: self.rules.move_current(-1))
        later.clicked.connect(lambda: self.rules.move_current(1))
        for signal in (self.rules.edited, self.references.edited, self.folders.edited, self.pattern.editingFinished):
            signal.connect(self._tell)
        self._shown: Policy | None = None

    def _inner(self, earlier: QWidget, later: QWidget) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        column.setSpacing(4)
        hint = self.tr(
            "The first rule that tells two photos apart decides. Drag a rule, or move it with Alt and the arrows."
        )
        for each in _headed(self.tr("What to keep"), hint):
            column.addWidget(each)
        column.addWidget(self.rules)
        flow = FlowLayout(None, 8)
        flow.addWidget(earlier)
        flow.addWidget(later)
        column.addLayout(flow)
        column.addWidget(self._status)
        column.addSpacing(12)
        column.addWidget(self.references)
        column.addSpacing(12)
        column.addWidget(self.folders)
        column.addSpacing(12)
        for each in _headed(self.tr("Path like a pattern"), self.tr("What the path of a preferred photo is like.")):
            column.addWidget(each)
        column.addWidget(self.pattern)
        column.addStretch(1)
        return inner

    def show_policy(self, policy: Policy) -> None:
        """Show what holds; rules that are switched off come last."""
        if policy == self._shown:
            return
        self._shown = policy
        self.rules.show_rules(policy.rules)
        self.references.fill(policy.references)
        self.folders.fill(policy.folders)
        self.pattern.setText(policy.pattern)

    def say(self, text: str) -> None:
        """Say what came of it."""
        self._status.setText(text)

    def status_text(self) -> str:
        """What was said last."""
        return self._status.text()

    def _tell(self) -> None:
        names = self.rules.ticked()
        if not names:
            self.say(self.tr("One rule at least has to decide."))
            shown, self._shown = self._shown, None
            if shown is not None:
                self.show_policy(shown)
            return
        policy = Policy(names, self.references.folders(), self.folders.folders(), self.pattern.text().strip())
        if policy != self._shown:
            self._shown = policy
            self.edited.emit(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys of the page are about groups, which nobody means who is here.
        event.setAccepted(event.key() != Qt.Key.Key_Escape)


def _headed(title: str, text: str) -> tuple[QLabel, QLabel]:
    heading, words = QLabel(title), QLabel(text, wordWrap=True)
    heading.setProperty("role", "section")
    words.setProperty("role", "dim")
    return heading, words


def _rule_item(name: str, *, on: bool) -> QListWidgetItem:
    item = QListWidgetItem(said(RULES[name].title))
    item.setToolTip(item.text())
    item.setData(_RULE, name)
    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item


def _folder_item(folder: str) -> QListWidgetItem:
    item = QListWidgetItem(folder.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    item.setData(_RULE, folder)
    item.setToolTip(item.text())
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
    return item
