"""The labels under which something waits, with how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tagger.gui import theme
from tagger.gui.direction import towards
from tagger.gui.grid.model import Index
from tagger.gui.tokens import RADIUS_PX, ROW_PX, mixed
from tagger.gui.words import counted, grouped
from tagger.review.by_label import Label

LABEL_ROLE = Qt.ItemDataRole.UserRole + 1
_SIDE_PX = 12
_GAP_PX = 8
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class LabelModel(QAbstractListModel):
    """Labels in the order given; it only looks up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.labels: list[Label] = []

    def set_labels(self, labels: Sequence[Label]) -> None:
        """Show these; where only counts changed, every row stays."""
        same = [each.key for each in labels] == [each.key for each in self.labels]
        if not same:
            self.beginResetModel()
        self.labels = list(labels)
        if not same:
            self.endResetModel()
        elif labels:
            self.dataChanged.emit(self.index(0), self.index(len(labels) - 1))

    def set_waiting(self, key: str, waiting: int) -> None:
        """Say at once how many are left under a label."""
        for row, label in enumerate(self.labels):
            if label.key == key:
                self.labels[row] = replace(label, waiting=waiting)
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: str) -> int:
        """The row of a label, -1 if it is not here."""
        return next((row for row, label in enumerate(self.labels) if label.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of labels."""
        return 0 if parent.isValid() else len(self.labels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, or the label itself."""
        if not index.isValid() or not 0 <= index.row() < len(self.labels):
            return None
        label = self.labels[index.row()]
        if role == LABEL_ROLE:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{label.title}, " + counted(label.waiting, self.tr("1 suggestion"), self.tr("{n} suggestions"))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{label.name} → {', '.join(label.tags)}"
        return label.title if role == Qt.ItemDataRole.DisplayRole else None


class LabelDelegate(QStyledItemDelegate):
    """A row: the title, and the count at the far edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        label = index.data(LABEL_ROLE)
        if not isinstance(label, Label):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        row = option.rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        painter.setFont(theme.font("dim"))
        painter.setPen(theme.colour("text_dim"))
        count = grouped(label.waiting)
        painter.drawText(row, towards(option.direction, Qt.AlignmentFlag.AlignRight), count)
        used = QFontMetrics(painter.font()).horizontalAdvance(count) + _GAP_PX
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        text: QRect = row.adjusted(used if right_to_left else 0, 0, 0 if right_to_left else -used, 0)
        painter.setFont(theme.font(strong=selected))
        painter.setPen(theme.colour("text_strong" if selected else "text" if label.waiting else "text_dim"))
        title = QFontMetrics(painter.font()).elidedText(label.title, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, towards(option.direction, Qt.AlignmentFlag.AlignLeft), title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        if selected:
            painter.fillRect(option.rect, QColor(theme.selected_surface(theme.current())))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            tokens = theme.current()
            painter.fillRect(option.rect, QColor(mixed(tokens.surface_1, tokens.text_strong, 0.05)))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, max(ROW_PX, QFontMetrics(theme.font()).height() + _GAP_PX))


class LabelList(QListView):
    """The labels. Of the keys it takes those that move in it.

    Signals:
        chosen: Key of the label that a click or a key asked for.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = LabelModel(self)
        self.setModel(self.labels)
        self.setItemDelegate(LabelDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Labels to review"))
        self._telling = True
        self.selectionModel().currentChanged.connect(self._tell)

    def set_labels(self, labels: Sequence[Label], current: str) -> None:
        """Show these labels, one of them marked as the one in view; tells nobody."""
        self._telling = False
        self.labels.set_labels(labels)
        self._telling = True
        self.select(current)

    def select(self, key: str) -> None:
        """Mark a label as the one in view; tells nobody."""
        self._telling = False
        index = self.labels.index(self.labels.row_of(key))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect if index.isValid() else flag.Clear)
        self._telling = True

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(self.labels.labels[current.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()
