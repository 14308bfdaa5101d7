"""The grid of photos."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from tagger.entities import PhotoId
from tagger.gui import theme
from tagger.gui.grid import access
from tagger.gui.grid.cell_view import CellView
from tagger.gui.grid.delegate import CellDelegate
from tagger.gui.grid.empty import EmptyMessage
from tagger.gui.grid.model import GridModel, Index
from tagger.gui.grid.place import Place
from tagger.gui.grid.rows import NO_ROW
from tagger.gui.grid.sections import Sections
from tagger.gui.grid.thumbnails import ThumbnailLoader, in_order

SMALLEST_PX, LARGEST_PX = 128, 512
SELECTION_MS = 50
_JUMPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

_Command = QItemSelectionModel.SelectionFlag


class GridView(CellView):
    """Photos in a grid of equal cells, of which only those on screen are ever touched.

    The current photo, the selection and the place of the scroll bar belong to photos, not to rows, and survive a new
    list that still has them.

    Signals:
        opened: PhotoId, by Enter or a double click.
        escaped: Escape was pressed.
        current_photo_changed: PhotoId | None.
        selection_changed: Number of selected photos, once it is calm.
        thumbnail_side_changed: The new side in pixels.
        empty_action: The button of the empty message.
        drag_wanted: The selected photos are being dragged.
    """

    opened = Signal(object)
    escaped = Signal()
    current_photo_changed = Signal(object)
    selection_changed = Signal(int)
    thumbnail_side_changed = Signal(int)
    empty_action = Signal()
    drag_wanted = Signal()

    def __init__(self, model: GridModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_wished.connect(self.set_thumbnail_side)
        self._photos = model
        self._thumbnails = thumbnails
        self._announced: PhotoId | None = None
        self._place: Place | None = None
        self._at_top = True
        self._cell_delegate = CellDelegate(thumbnails.find, self)
        self._calm = QTimer(self, singleShot=True, interval=SELECTION_MS)
        self._calm.timeout.connect(self._announce_selection)
        self._empty = EmptyMessage(self.viewport())
        self._empty.action.connect(self.empty_action)
        self._set_up()
        model.modelAboutToBeReset.connect(self._remember_place)
        self.setModel(model)
        model.modelReset.connect(self._restore_place)
        model.rowsInserted.connect(self._rows_changed)
        thumbnails.ready.connect(model.thumbnails_arrived)
        theme.state().changed.connect(self._take_text_size)
        self._rows_changed()

    def _set_up(self) -> None:
        self.setItemDelegate(self._cell_delegate)
        self.text_px = self._cell_delegate.text_px()
        self.setProperty("role", "photo")
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Photos"))
        self.doubleClicked.connect(self._open)
        self.setDragEnabled(True)

    def sections(self) -> Sections | None:
        """The headings of the list."""
        model = self.model()
        return model.sections if isinstance(model, GridModel) else None

    # What others ask of the grid

    @property
    def thumbnail_side(self) -> int:
        """Side of the square of a photo in pixels."""
        return self.side_px

    def set_thumbnail_side(self, side_px: int) -> None:
        """Make the photos larger or smaller, `SMALLEST_PX` to `LARGEST_PX`; what is in the middle stays on screen."""
        side_px = min(max(side_px, SMALLEST_PX), LARGEST_PX)
        if side_px == self.side_px:
            return
        self._relayout(side_px, self.text_px)
        self.thumbnail_side_changed.emit(side_px)

    def set_names_visible(self, visible: bool) -> None:
        """Write the file names below the photos or not."""
        self._cell_delegate.names_visible = visible
        self._take_text_size()

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

    def thumbnail(self, photo_id: int) -> QPixmap | None:
        """The picture of a photo in the grid, if it is at hand."""
        return self._thumbnails.find(photo_id, self.side_px)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Qt's own would ask the model for the content, which has to be looked up in the library first."""
        self.drag_wanted.emit()

    def selection_count(self) -> int:
        """How many photos are selected."""
        return sum(last - first + 1 for first, last in self.selection_runs())

    def selected_ids(self) -> list[PhotoId]:
        """The selected photos in the order of the list."""
        ids = self._photos.rows.ids
        found: list[PhotoId] = []
        for first, last in self.selection_runs():
            found.extend(PhotoId(each) for each in ids[first : last + 1])
        return found

    def visible_ids(self) -> list[PhotoId]:
        """The photos on screen in the order of the list."""
        rows = self.visible_rows()
        return [PhotoId(each) for each in self._photos.rows.ids[rows.start : rows.stop]]

    # Place

    def _anchor_row(self) -> int:
        """The row to hold on to when the layout changes: the current one if it can be seen, else the first that can."""
        rows = self.visible_rows()
        current = self.currentIndex().row()
        return current if current in rows else rows.start

    def _take_text_size(self) -> None:
        self._relayout(self.side_px, self._cell_delegate.text_px())

    def _relayout(self, side_px: int, text_px: int) -> None:
        row = self._anchor_row()
        height = max(self.viewport().height(), 1)
        share = (self.cells().rect(row).center().y() - self.verticalOffset()) / height
        self.side_px, self.text_px = side_px, text_px
        self.updateGeometries()
        self.verticalScrollBar().setValue(round(self.cells().rect(row).center().y() - share * height))
        self.doItemsLayout()

    def _remember_place(self) -> None:
        rows = self.visible_rows()
        offset = self.verticalOffset() + self.cells().heading_px - self.cells().rect(rows.start).top()
        self._at_top = not self.verticalOffset()
        self._place = Place(self._photos.rows, self.currentIndex().row(), self.selection_runs(), rows, offset)

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
        if self._at_top:
            self.verticalScrollBar().setValue(0)  # dated photos that come before the first ones push nothing away
        elif row != NO_ROW:
            self.verticalScrollBar().setValue(self.cells().rect(row).top() + offset - self.cells().heading_px)

    def _rows_changed(self) -> None:
        self._empty.setVisible(not len(self._photos.rows) and self._empty.has_text())
        self.updateGeometries()
        self._calm.start()
        self.viewport().update()
        self.shown_rows_changed()

    def shown_rows_changed(self) -> None:
        if self.isHidden():
            return  # the filmstrip has the loader meanwhile
        rows = self.visible_rows()
        ids, page = self._photos.rows.ids, len(rows)
        order = in_order(
            ids[rows.start : rows.stop], ids[rows.stop : rows.stop + page], ids[max(rows.start - page, 0) : rows.start]
        )
        self._thumbnails.want(order, round(self.side_px * self.devicePixelRatioF()))

    def _open(self, index: Index) -> None:
        photo_id = self._photos.id_at(index.row())
        if photo_id is not None:
            self.opened.emit(photo_id)

    def _announce_selection(self) -> None:
        self.selection_changed.emit(self.selection_count())
        access.tell_selection(self)

    def _announce_current(self) -> None:
        current = self.current_photo()
        if current != self._announced:
            self._announced = current
            self.current_photo_changed.emit(current)
            access.tell_current(self)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._place is None:
            self._announce_current()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._calm.start()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        old_width = event.oldSize().width()
        row = -1
        if old_width > 0 and old_width != event.size().width() and self.verticalOffset() > 0:
            cells = self.cells()
            before = cells.at_width(old_width)
            row = before.rows_between(self.verticalOffset(), self.verticalOffset() + 1).start
        super().resizeEvent(event)
        self.updateGeometries()
        if row >= 0:
            self.verticalScrollBar().setValue(self.cells().rect(row).top())
        self._empty.setGeometry(self.viewport().rect())
        self.shown_rows_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_rows_changed()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        if headed := self.cells().heading_px:  # what stood at the top went along; the next one pushes it away
            self.viewport().update(0, 0, self.viewport().width(), 2 * headed + max(dy, 0))
        self.shown_rows_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modified = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modified:
            self._open(self.currentIndex())
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and not modified:
            self.escaped.emit()
            event.accept()
        elif modified == Qt.KeyboardModifier.ControlModifier and event.key() in _JUMPS:
            if not self.jump_section(_JUMPS[event.key()]):
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)
