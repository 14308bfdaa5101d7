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
    Signal,
)
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from tagger.gui import theme
from tagger.gui.grid import access
from tagger.gui.grid.cells import Cells
from tagger.gui.grid.headings import heading_px, paint_heading
from tagger.gui.grid.model import Index
from tagger.gui.grid.sections import SectionedCells, Sections

STEP_PX = 32
_WHEEL_NOTCH = 120
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

    Signals:
        side_wished(int): The wheel was turned with Ctrl: the side it asks for.
    """

    side_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install(CellView)
        self.side_px = 176
        self.text_px = 0
        self._wheel = 0
        self._cells_cache: tuple[tuple[int, ...], Sections | None, Cells | SectionedCells] | None = None
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

    def sections(self) -> Sections | None:
        """The headings, None where there are none."""
        return None

    def cells(self) -> Cells | SectionedCells:
        """The layout as it is now."""
        width, sections = self.viewport().width(), self.sections()
        headed = 0 if sections is None else heading_px()
        key = (self._count(), width, self.side_px, self.text_px, int(self.isRightToLeft()), headed)
        if self._cells_cache is None or self._cells_cache[0] != key or self._cells_cache[1] is not sections:
            plain = Cells(key[0], key[1], key[2], key[3], mirrored=bool(key[4]))
            made = plain if sections is None else SectionedCells(sections, plain, headed)
            self._cells_cache = (key, sections, made)
        return self._cells_cache[2]

    def visible_rows(self) -> range:
        """The rows on screen, also those that are there only in part."""
        top = self.verticalOffset()
        return self.cells().rows_between(top, top + self.viewport().height())

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.shown_rows_changed()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if QAccessible.isActive() or not (first.isValid() and last.isValid()):
            super().dataChanged(first, last, roles)
            return
        # Qt's own asks for the place of every row between the two, on screen or not.
        rows, cells, offset = self.visible_rows(), self.cells(), self.verticalOffset()
        top, bottom = max(first.row(), rows.start), min(last.row(), rows.stop - 1)
        if top <= bottom:
            lines = cells.rect(top).united(cells.rect(bottom)).translated(0, -offset)
            self.viewport().update(0, lines.top(), self.viewport().width(), lines.height())

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
        if self.heading_at(point) is not None:
            return QModelIndex()
        row = self.cells().row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self._at(row)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        cell, height, bar = self.cells().rect(index.row()), self.viewport().height(), self.verticalScrollBar()
        top, bottom = cell.top() - self.cells().heading_px, cell.bottom() + 1 - height
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
        page = max(self.viewport().height() // cells.line_px, 1)
        onward = -1 if self.isRightToLeft() else 1
        steps = {
            _Cursor.MoveLeft: -onward,
            _Cursor.MoveRight: onward,
            _Cursor.MovePrevious: -1,
            _Cursor.MoveNext: 1,
            _Cursor.MoveHome: -row,
            _Cursor.MoveEnd: count - 1 - row,
        }
        lines = {_Cursor.MoveUp: -1, _Cursor.MoveDown: 1, _Cursor.MovePageUp: -page, _Cursor.MovePageDown: page}
        if action in lines:
            return cells.moved(row, lines[action])
        return min(max(row + steps.get(action, 0), 0), count - 1)

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
            ends = sorted(cells.nearest_row(point.x(), point.y()) for point in _corners(rect))
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
        self._paint_headings(painter, event.rect())
        painter.end()

    def _paint_headings(self, painter: QPainter, rect: QRect) -> None:
        cells, offset = self.cells(), self.verticalOffset()
        if isinstance(cells, SectionedCells):
            for section in cells.headings_between(rect.top() + offset, rect.bottom() + 1 + offset):
                place = cells.stuck_rect(section, offset).translated(0, -offset)
                if place.intersects(rect):
                    rows = cells.sections.rows(section)
                    paint_heading(painter, place, cells.sections.titles[section], len(rows), self.layoutDirection())

    # Headings

    def heading_at(self, point: QPoint) -> int | None:
        """The section whose heading is at a point of the viewport."""
        cells, offset = self.cells(), self.verticalOffset()
        return cells.heading_at(point.y() + offset, offset) if isinstance(cells, SectionedCells) else None

    def select_section(
        self, section: int, command: QItemSelectionModel.SelectionFlag = _Command.ClearAndSelect
    ) -> None:
        """Select all photos below a heading, the first of them the current one."""
        sections = self.sections()
        assert sections is not None
        rows = sections.rows(section)
        self.selectionModel().setCurrentIndex(self._at(rows.start), _Command.NoUpdate)
        self.selectionModel().select(QItemSelection(self._at(rows.start), self._at(rows.stop - 1)), command)

    def jump_section(self, by: int) -> bool:
        """Go to the first photo below the next heading (1), or below this or the one before (-1); False for none."""
        sections, row = self.sections(), self.currentIndex().row()
        if sections is None or row < 0:
            return False
        here = sections.of(row)
        back = by < 0 and row > sections.starts[here]
        target = sections.starts[min(max(here + (0 if back else by), 0), len(sections) - 1)]
        self.selectionModel().setCurrentIndex(self._at(target), _Command.ClearAndSelect)
        self.scrollTo(self._at(target), _Hint.PositionAtTop)
        return True

    def scroll_to_top(self, row: int) -> None:
        """Bring a row to the top, below its heading."""
        self.executeDelayedItemsLayout()
        self.scrollTo(self._at(row), _Hint.PositionAtTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        section = self.heading_at(event.position().toPoint())
        if section is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        more = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self.select_section(section, _Command.Select if more else _Command.ClearAndSelect)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.heading_at(event.position().toPoint()) is None:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # Fine wheels turn by less than a notch at a time.
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _WHEEL_NOTCH)
        self._wheel -= notches * _WHEEL_NOTCH
        self.side_wished.emit(self.side_px + notches * STEP_PX)
        event.accept()

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands; Qt would look through the names of all photos."""


def runs(selection: QItemSelection) -> Iterator[QItemSelectionRange]:
    """The ranges of a selection."""
    return (selection.at(each) for each in range(selection.count()))


def _corners(rect: QRect) -> Sequence[QPoint]:
    return rect.topLeft(), rect.bottomRight()
