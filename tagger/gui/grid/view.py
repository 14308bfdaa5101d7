"""The grid of photos."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from tagger.entities import PhotoId
from tagger.gui import theme
from tagger.gui.grid.cells import Cells
from tagger.gui.grid.delegate import CellDelegate
from tagger.gui.grid.empty import EmptyMessage
from tagger.gui.grid.model import GridModel, Index
from tagger.gui.grid.place import Place
from tagger.gui.grid.rows import NO_ROW
from tagger.gui.grid.thumbnails import ThumbnailLoader, in_order

SMALLEST_PX, LARGEST_PX, STEP_PX = 128, 512, 32
SELECTION_MS = 50
WHEEL_NOTCH = 120

_Command = QItemSelectionModel.SelectionFlag
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class GridView(QListView):
    """Photos in a grid of equal cells, of which only those on screen are ever touched.

    Layout is arithmetic (see `Cells`) in place of QListView's own. The current photo, the selection and the place of
    the scroll bar belong to photos, not to rows, and survive a new list that still has them.

    Signals:
        opened: PhotoId, by Enter or a double click.
        current_photo_changed: PhotoId | None.
        selection_changed: Number of selected photos, once it is calm.
        thumbnail_side_changed: The new side in pixels.
        empty_action: The button of the empty message.
    """

    opened = Signal(object)
    current_photo_changed = Signal(object)
    selection_changed = Signal(int)
    thumbnail_side_changed = Signal(int)
    empty_action = Signal()

    def __init__(self, model: GridModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = model
        self._thumbnails = thumbnails
        self._side_px = 176
        self._wheel = 0
        self._announced: PhotoId | None = None
        self._place: Place | None = None
        self._cells_cache: tuple[tuple[int, ...], Cells] | None = None
        self._cell_delegate = CellDelegate(thumbnails.find, self)
        self._calm = QTimer(self, singleShot=True, interval=SELECTION_MS)
        self._calm.timeout.connect(lambda: self.selection_changed.emit(self.selection_count()))
        self._empty = EmptyMessage(self.viewport())
        self._empty.action.connect(self.empty_action)
        self._set_up()
        model.modelAboutToBeReset.connect(self._remember_place)
        self.setModel(model)
        model.modelReset.connect(self._restore_place)
        model.rowsInserted.connect(self._rows_changed)
        thumbnails.ready.connect(model.thumbnails_arrived)
        theme.state().changed.connect(self.doItemsLayout)
        self._rows_changed()

    def _set_up(self) -> None:
        self.setItemDelegate(self._cell_delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAutoScroll(True)
        # Qt's own layout is not used, and must not walk the rows when it is asked anyway.
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setProperty("role", "photo")
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Photos"))
        self.doubleClicked.connect(self._open)

    # What others ask of the grid

    @property
    def thumbnail_side(self) -> int:
        """Side of the square of a photo in pixels."""
        return self._side_px

    def set_thumbnail_side(self, side_px: int) -> None:
        """Make the photos larger or smaller, `SMALLEST_PX` to `LARGEST_PX`; what is in the middle stays on screen."""
        side_px = min(max(side_px, SMALLEST_PX), LARGEST_PX)
        if side_px == self._side_px:
            return
        self._relayout_around(self._anchor_row(), lambda: setattr(self, "_side_px", side_px))
        self.thumbnail_side_changed.emit(side_px)

    def set_names_visible(self, visible: bool) -> None:
        """Write the file names below the photos or not."""
        self._relayout_around(self._anchor_row(), lambda: setattr(self._cell_delegate, "names_visible", visible))

    def set_empty_message(self, text: str, action_text: str = "") -> None:
        """What to say while there is no photo, and the button with what to do about it."""
        self._empty.set(text, action_text)
        self._rows_changed()

    def current_photo(self) -> PhotoId | None:
        """The photo with the focus."""
        return self._photos.id_at(self.currentIndex().row())

    def select_photo(self, photo_id: int) -> bool:
        """Select only this photo, make it the current one and scroll to it; False if it is not in the list."""
        row = self._photos.row_of(photo_id)
        if row == NO_ROW:
            return False
        self.selectionModel().setCurrentIndex(self._photos.index(row), _Command.ClearAndSelect)
        self.scroll_to_photo(photo_id)
        return True

    def scroll_to_photo(self, photo_id: int) -> bool:
        """Bring the photo on screen, whatever is laid out by then; False if it is not in the list."""
        row = self._photos.row_of(photo_id)
        if row != NO_ROW:
            self.executeDelayedItemsLayout()
            self.scrollTo(self._photos.index(row))
        return row != NO_ROW

    def selection_count(self) -> int:
        """How many photos are selected."""
        return sum(each.height() for each in self.selectionModel().selection())

    def selected_ids(self) -> list[PhotoId]:
        """The selected photos in the order of the list."""
        ids = self._photos.rows.ids
        found: list[PhotoId] = []
        for first, last in sorted((each.top(), each.bottom()) for each in self.selectionModel().selection()):
            found.extend(PhotoId(each) for each in ids[first : last + 1])
        return found

    def visible_ids(self) -> list[PhotoId]:
        """The photos on screen in the order of the list."""
        rows = self._visible_rows()
        return [PhotoId(each) for each in self._photos.rows.ids[rows.start : rows.stop]]

    # Place

    def cells(self) -> Cells:
        """The layout as it is now."""
        width = self.viewport().width()
        key = (len(self._photos.rows), width, self._side_px, self._cell_delegate.text_px(), int(self.isRightToLeft()))
        if self._cells_cache is None or self._cells_cache[0] != key:
            self._cells_cache = (key, Cells(key[0], key[1], key[2], key[3], mirrored=bool(key[4])))
        return self._cells_cache[1]

    def _visible_rows(self) -> range:
        top = self.verticalOffset()
        return self.cells().rows_between(top, top + self.viewport().height())

    def _anchor_row(self) -> int:
        """The row to hold on to when the layout changes: the current one if it can be seen, else the first that can."""
        rows = self._visible_rows()
        current = self.currentIndex().row()
        return current if current in rows else rows.start

    def _relayout_around(self, row: int, change: Callable[[], None]) -> None:
        height = max(self.viewport().height(), 1)
        share = (self.cells().rect(row).center().y() - self.verticalOffset()) / height
        change()
        self.updateGeometries()
        self.verticalScrollBar().setValue(round(self.cells().rect(row).center().y() - share * height))
        self.doItemsLayout()

    def _remember_place(self) -> None:
        rows = self._visible_rows()
        offset = self.verticalOffset() - self.cells().rect(rows.start).top()
        selection = [(each.top(), each.bottom()) for each in self.selectionModel().selection()]
        self._place = Place(self._photos.rows, self.currentIndex().row(), selection, rows, offset)

    def _restore_place(self) -> None:
        place, self._place = self._place, None
        self.updateGeometries()
        if place is not None and len(self._photos.rows):
            self._restore(place)
        self._rows_changed()
        self._announce_current()

    def _restore(self, place: Place) -> None:
        now = self._photos.rows
        selection = QItemSelection()
        for first, last in place.selection_in(now):
            selection.select(self._photos.index(first), self._photos.index(last))
        current = place.current_in(now)
        if current != NO_ROW:
            if selection.isEmpty() and place.selection:
                selection.select(self._photos.index(current), self._photos.index(current))
            self.selectionModel().setCurrentIndex(self._photos.index(current), _Command.NoUpdate)
        self.selectionModel().select(selection, _Command.ClearAndSelect)
        row, offset = place.top_in(now)
        if row != NO_ROW:
            self.verticalScrollBar().setValue(self.cells().rect(row).top() + offset)

    def _rows_changed(self) -> None:
        self._empty.setVisible(not len(self._photos.rows) and self._empty.has_text())
        self.updateGeometries()
        self._calm.start()
        self.viewport().update()
        self._want_thumbnails()

    def _want_thumbnails(self) -> None:
        rows = self._visible_rows()
        ids, page = self._photos.rows.ids, len(rows)
        order = in_order(
            ids[rows.start : rows.stop], ids[rows.stop : rows.stop + page], ids[max(rows.start - page, 0) : rows.start]
        )
        self._thumbnails.want(order, round(self._side_px * self.devicePixelRatioF()))

    def _open(self, index: Index) -> None:
        photo_id = self._photos.id_at(index.row())
        if photo_id is not None:
            self.opened.emit(photo_id)

    def _announce_current(self) -> None:
        current = self.current_photo()
        if current != self._announced:
            self._announced = current
            self.current_photo_changed.emit(current)

    # Layout that Qt asks for

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)
        self.updateGeometries()
        self.viewport().update()
        self._want_thumbnails()

    def updateGeometries(self) -> None:
        cells, bar = self.cells(), self.verticalScrollBar()
        page = self.viewport().height()
        bar.setRange(0, max(0, cells.height_px - page))
        bar.setPageStep(page)
        bar.setSingleStep(max(cells.line_px // 3, 1))
        QAbstractItemView.updateGeometries(self)

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
        return QModelIndex() if row is None else self._photos.index(row)

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
        count = len(self._photos.rows)
        if not count:
            return QModelIndex()
        current = self.currentIndex().row()
        if current < 0:
            return self._photos.index(self._visible_rows().start)
        return self._photos.index(self._moved(current, action, count))

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
        if count := len(self._photos.rows):
            everything = QItemSelection(self._photos.index(0), self._photos.index(count - 1))
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
            selection.append(_range(self._photos, run))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        # Only what is on screen: a region of 100,000 cells takes half a second.
        rows = self._visible_rows()
        region = QRegion()
        for each in selection:
            for row in range(max(each.top(), rows.start), min(each.bottom() + 1, rows.stop)):
                region += self.cells().rect(row).translated(0, -self.verticalOffset())
        return region

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if self._place is None:
            self._announce_current()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._calm.start()

    # Events

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
        for row in cells.rows_between(top, top + event.rect().height()):
            option.rect = cells.rect(row).translated(0, -offset)
            if option.rect.intersects(event.rect()):
                option.state = plain
                if row == current:
                    option.state |= QStyle.StateFlag.State_HasFocus
                if selected(row):
                    option.state |= QStyle.StateFlag.State_Selected
                self._cell_delegate.paint(painter, option, self._photos.index(row))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        old_width = event.oldSize().width()
        row = -1
        if old_width > 0 and old_width != event.size().width() and self.verticalOffset() > 0:
            cells = self.cells()
            before = Cells(cells.count, old_width, cells.side_px, cells.text_px, cells.mirrored)
            row = before.rows_between(self.verticalOffset(), self.verticalOffset() + 1).start
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()
        if row >= 0:
            self.verticalScrollBar().setValue(self.cells().rect(row).top())
        self._empty.setGeometry(self.viewport().rect())
        self._want_thumbnails()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_thumbnails()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self._want_thumbnails()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / WHEEL_NOTCH)
        self._wheel -= notches * WHEEL_NOTCH
        self.set_thumbnail_side(self._side_px + notches * STEP_PX)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modified:
            self._open(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands; Qt would look through the names of all photos."""


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


def _range(model: GridModel, rows: range) -> QItemSelectionRange:
    return QItemSelectionRange(model.index(rows.start), model.index(rows.stop - 1))
