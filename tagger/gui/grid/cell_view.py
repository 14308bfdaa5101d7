"""A view of equal cells, laid out by arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from tagger.gui import theme
from tagger.gui.grid.cells import Cells
from tagger.gui.grid.model import Index

_Command = QItemSelectionModel.SelectionFlag
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class CellView(QAbstractItemView):
    """Equal cells of which only those on screen are ever touched, placed by `Cells`.

    Not a QListView: all that it adds is a layout that walks the rows. Qt calls the methods below from within the first
    setters already, so they need nothing that a subclass sets later.

    Attributes:
        side_px: Side of the square for the photo.
        text_px: Height of the line below the square.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_px = 176
        self.text_px = 0
        self._cells_cache: tuple[tuple[int, ...], Cells] | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def shown_rows_changed(self) -> None:
        """Called when other rows may be on screen than before."""

    def _count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount()

    def _at(self, row: int) -> QModelIndex:
        return self.model().index(row, 0)

    def selection_runs(self) -> list[tuple[int, int]]:
        """The selected rows as (first, last), in ascending order."""
        return sorted((each.top(), each.bottom()) for each in runs(self.selectionModel().selection()))

    def cells(self) -> Cells:
        """The layout as it is now."""
        width = self.viewport().width()
        key = (self._count(), width, self.side_px, self.text_px, int(self.isRightToLeft()))
        if self._cells_cache is None or self._cells_cache[0] != key:
            self._cells_cache = (key, Cells(key[0], key[1], key[2], key[3], mirrored=bool(key[4])))
        return self._cells_cache[1]

    def visible_rows(self) -> range:
        """The rows on screen, also those that are there only in part."""
        top = self.verticalOffset()
        return self.cells().rows_between(top, top + self.viewport().height())

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.shown_rows_changed()

    def updateGeometries(self) -> None:
        cells, bar = self.cells(), self.verticalScrollBar()
        page = self.viewport().height()
        bar.setRange(0, max(0, cells.height_px - page))
        bar.setPageStep(page)
        bar.setSingleStep(max(cells.line_px // 3, 1))
        super().updateGeometries()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self.cells().rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.cells().row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self._at(row)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        cell, height, bar = self.cells().rect(index.row()), self.viewport().height(), self.verticalScrollBar()
        top, bottom = cell.top(), cell.bottom() + 1 - height
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and top < bar.value()):
            bar.setValue(top)
        elif hint == _Hint.PositionAtBottom or (hint == _Hint.EnsureVisible and bottom > bar.value()):
            bar.setValue(min(bottom, top))
        elif hint == _Hint.PositionAtCenter:
            bar.setValue((top + bottom) // 2)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = self._count()
        if not count:
            return QModelIndex()
        current = self.currentIndex().row()
        if current < 0:
            return self._at(self.visible_rows().start)
        return self._at(self._moved(current, action, count))

    def _moved(self, row: int, action: QAbstractItemView.CursorAction, count: int) -> int:
        cells = self.cells()
        page = max(self.viewport().height() // cells.line_px, 1) * cells.columns
        onward = -1 if self.isRightToLeft() else 1
        steps = {
            _Cursor.MoveLeft: -onward,
            _Cursor.MoveRight: onward,
            _Cursor.MovePrevious: -1,
            _Cursor.MoveNext: 1,
            _Cursor.MoveUp: -cells.columns,
            _Cursor.MoveDown: cells.columns,
            _Cursor.MovePageUp: -page,
            _Cursor.MovePageDown: page,
            _Cursor.MoveHome: -row,
            _Cursor.MoveEnd: count - 1 - row,
        }
        return _landed(row, steps.get(action, 0), count, cells.columns)

    # Selection

    def selectAll(self) -> None:
        if count := self._count():
            everything = QItemSelection(self._at(0), self._at(count - 1))
            self.selectionModel().select(everything, _Command.ClearAndSelect)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        cells = self.cells()
        rect = rect.translated(0, self.verticalOffset())
        if self.state() == QAbstractItemView.State.DragSelectingState:
            runs = cells.rows_in(rect.normalized())
        else:
            # From Shift with a click or a key: all photos between the two, as they are read.
            ends = sorted(cells.row_at(point.x(), point.y()) or 0 for point in _corners(rect))
            runs = [range(ends[0], ends[1] + 1)] if cells.count else []
        selection = QItemSelection()
        for run in runs:
            selection.append(QItemSelectionRange(self._at(run.start), self._at(run.stop - 1)))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        # Only what is on screen: a region of 100,000 cells takes half a second.
        rows = self.visible_rows()
        region = QRegion()
        for each in runs(selection):
            for row in range(max(each.top(), rows.start), min(each.bottom() + 1, rows.stop)):
                region += self.cells().rect(row).translated(0, -self.verticalOffset())
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("surface_0"))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        cells, offset = self.cells(), self.verticalOffset()
        top = event.rect().top() + offset
        plain = option.state & ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        active = QStyle.StateFlag.State_Active if self.hasFocus() else QStyle.StateFlag.State_None
        plain = (plain & ~QStyle.StateFlag.State_Active) | active
        current, selected = self.currentIndex().row(), self.selectionModel().isRowSelected
        delegate = self.itemDelegate()
        for row in cells.rows_between(top, top + event.rect().height()):
            option.rect = cells.rect(row).translated(0, -offset)
            if option.rect.intersects(event.rect()):
                option.state = plain
                if row == current:
                    option.state |= QStyle.StateFlag.State_HasFocus
                if selected(row):
                    option.state |= QStyle.StateFlag.State_Selected
                delegate.paint(painter, option, self._at(row))
        painter.end()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands; Qt would look through the names of all photos."""


def runs(selection: QItemSelection) -> Iterator[QItemSelectionRange]:
    """The ranges of a selection."""
    return (selection.at(each) for each in range(selection.count()))


def _landed(row: int, step: int, count: int, columns: int) -> int:
    """Where a step ends: over the edge it stops in the same column; a half-filled last line can still be reached."""
    target = row + step
    if abs(step) <= 1:
        return min(max(target, 0), count - 1)
    if target < 0:
        return row % columns
    if target < count:
        return target
    last_line = (count - 1) // columns
    if row // columns == last_line:
        return row
    return min(last_line * columns + row % columns, count - 1)


def _corners(rect: QRect) -> Sequence[QPoint]:
    return rect.topLeft(), rect.bottomRight()
