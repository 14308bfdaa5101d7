"""Records in a table: the plan of a cleanup, and what is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tagger.gui import theme
from tagger.gui.grid.model import Index

_PADDING_PX = 12
_SIDE_PX = 8


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it says of a record, its share of the width, and whether it holds numbers."""

    title: str
    text: Callable[[Any], str]
    share: int = 1
    number: bool = False
    more: Callable[[Any], str] | None = None


class RecordsModel(QAbstractTableModel):
    """Records in the order given; `data` only looks up."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.records: Sequence[Any] = ()

    def set_records(self, records: Sequence[Any], columns: Sequence[Column] | None = None) -> None:
        """Show these."""
        self.beginResetModel()
        self._columns = columns or self._columns
        self.records = records
        self.endResetModel()

    @property
    def columns(self) -> Sequence[Column]:
        """What is said of each."""
        return self._columns

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._columns[section].title if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.records):
            return None
        column, record = self._columns[index.column()], self.records[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == Qt.ItemDataRole.ToolTipRole and column.more is not None:
            return column.more(record)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Cells(QStyledItemDelegate):
    """Paints text where the headings have theirs."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        self._table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, self._table)
        room = option.rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        painter.setFont(shown.font)
        painter.setPen(theme.colour("text_strong" if shown.state & QStyle.StateFlag.State_Selected else "text"))
        elided = shown.fontMetrics.elidedText(text, self._table.textElideMode(), room.width())
        painter.drawText(room, int(QStyle.visualAlignment(shown.direction, shown.displayAlignment)), elided)


class RecordsTable(QTableView):
    """A table whose rows are chosen as a whole and of one height, so that any number of them costs the same."""

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = RecordsModel(columns, self)
        self.setModel(self.records)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setShowGrid(False)
        self.setItemDelegate(_Cells(self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.set_records(())

    def set_records(self, records: Sequence[Any], columns: Sequence[Column] | None = None) -> None:
        """Show these; the same row stays the current one."""
        row = self.currentIndex().row()
        self.records.set_records(records, columns)
        height = max(theme.scaled(28), QFontMetrics(self.font()).height() + _PADDING_PX)
        self.verticalHeader().setDefaultSectionSize(height)
        self._share_width()
        if records:
            self.selectRow(min(max(row, 0), len(records) - 1))

    @property
    def current(self) -> Any:
        """The record of the current row; None for none."""
        row = self.currentIndex().row()
        return self.records.records[row] if 0 <= row < len(self.records.records) else None

    def _share_width(self) -> None:
        columns = self.records.columns
        whole = sum(column.share for column in columns)
        for number, column in enumerate(columns):
            self.setColumnWidth(number, self.viewport().width() * column.share // whole)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: Any) -> None:
        # Letters are commands of the page; looking rows up by typing would take them.
        letter = event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if letter or event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)
