"""The list of what was changed here and by another program, with the choice whose value holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from tagger.gui.review.flow import FlowLayout
from tagger.gui.sidecars import telling
from tagger.gui.sidecars.conflict_model import ConflictModel
from tagger.review.conflicts import Choice
from tagger.store.conflicts import Conflict

_KEYS = {Qt.Key.Key_M: Choice.MINE, Qt.Key.Key_T: Choice.THEIRS}


class ConflictList(QWidget):
    """Conflicts; M takes mine, T takes theirs, with Shift for all of the kind.

    Signals:
        settled(list, Choice): whose value of these conflicts holds.
        opened(int): the photo is to be shown.
    """

    settled = Signal(object, object)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ConflictModel(self)
        self.list = QTreeView()
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Conflicts"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.list.header().setDefaultSectionSize(180)
        self.list.activated.connect(lambda index: self.opened.emit(self.model.found[index.row()].photo_id))
        self.list.installEventFilter(self)
        self.note = QLabel(wordWrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("role", "dim")
        row = FlowLayout(None, 8)
        self.buttons: dict[tuple[Choice, bool], QPushButton] = {}
        for choice, every, text in (
            (Choice.MINE, False, self.tr("Mine (M)")),
            (Choice.THEIRS, False, self.tr("Theirs (T)")),
            (Choice.MINE, True, self.tr("All mine (Shift+M)")),
            (Choice.THEIRS, True, self.tr("All theirs (Shift+T)")),
        ):
            button = self.buttons[choice, every] = QPushButton(text)
            button.setAutoDefault(True)
            button.setToolTip(self.tr("For all conflicts of this kind") if every else "")
            button.clicked.connect(lambda _on=False, choice=choice, every=every: self.settle(choice, every=every))
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.setFocusProxy(self.list)
        self.fill((), {})

    def fill(self, found: Sequence[Conflict], names: Mapping[int, str]) -> None:
        """Show these; the current row stays where it is."""
        row = max(self.list.currentIndex().row(), 0)
        self.model.fill(found, names)
        if found:
            self.list.setCurrentIndex(self.model.index(min(row, len(found) - 1), 0))
        several = self.tr(
            "These were changed here and by another program, each to something else. Mine is written with the next"
            " sidecars; theirs is taken into the library, and undo takes that back."
        )
        self.note.setText(several if found else self.tr("Nothing is in conflict with other programs."))
        for button in self.buttons.values():
            button.setEnabled(bool(found))

    def settle(self, choice: Choice, *, every: bool) -> None:
        """Let one side hold for what is selected, or for all that is of its kind."""
        rows = sorted({index.row() for index in self.list.selectionModel().selectedRows()})
        chosen = [self.model.found[row] for row in rows]
        if every:
            kinds = {telling.kind_of(each.property) for each in chosen}
            chosen = [each for each in self.model.found if telling.kind_of(each.property) in kinds]
        if chosen:
            self.settled.emit(chosen, choice)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            shift = modifiers == Qt.KeyboardModifier.ShiftModifier
            choice = _KEYS.get(Qt.Key(event.key()))
            if choice is not None and (shift or not modifiers):
                self.settle(choice, every=shift)
                return True
        return False
