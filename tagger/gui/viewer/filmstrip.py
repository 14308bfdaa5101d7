"""The photos of the list in one line under the viewer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from tagger.entities import PhotoSummary
from tagger.gui import theme
from tagger.gui.grid import access
from tagger.gui.grid.badges import PLATE_ALPHA, Badges, absence_of
from tagger.gui.grid.cells import PADDING_PX
from tagger.gui.grid.delegate import CellDelegate
from tagger.gui.grid.model import GridModel, Index
from tagger.gui.grid.thumbnails import ThumbnailLoader, in_order
from tagger.gui.grid.view import GridView
from tagger.gui.icons import icon
from tagger.gui.tokens import RADIUS_PX

SIDE_PX = 64
CELL_PX = SIDE_PX + 12
HEIGHT_PX = SIDE_PX + 2 * PADDING_PX
MARK_PX = 14

_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


@dataclass(frozen=True, slots=True)
class Strip:
    """Equal cells in a line, in pixels from the left of the view.

    Attributes:
        count: Number of cells.
        width_px: Width of the view.
        offset_px: How far the line is scrolled, from its beginning.
        mirrored: Right-to-left.
    """

    count: int
    width_px: int
    offset_px: int = 0
    mirrored: bool = False

    @property
    def length_px(self) -> int:
        """Length of the whole line."""
        return self.count * CELL_PX

    def rect(self, row: int) -> QRect:
        """The place of a cell."""
        start = row * CELL_PX - self.offset_px
        left = self.width_px - start - CELL_PX if self.mirrored else start
        return QRect(left, 0, CELL_PX, HEIGHT_PX)

    def row_at(self, x_px: int) -> int | None:
        """The cell at a place, None where there is none."""
        row = ((self.width_px - 1 - x_px if self.mirrored else x_px) + self.offset_px) // CELL_PX
        return row if 0 <= row < self.count else None

    def rows(self) -> range:
        """The cells in view, also those that are there only in part."""
        first = min(self.offset_px // CELL_PX, self.count)
        return range(first, min(-(-(self.offset_px + self.width_px) // CELL_PX), self.count))

    def centring(self, row: int) -> int:
        """The offset that puts a cell into the middle, as far as the line reaches."""
        wanted = row * CELL_PX + CELL_PX // 2 - self.width_px // 2
        return max(0, min(wanted, self.length_px - self.width_px))


class Filmstrip(QAbstractItemView):
    """Shows the grid's photos, with the grid's current photo in the middle; choosing one here chooses it there.

    Placed by arithmetic, so that only what is in view is ever touched.
    """

    def __init__(self, grid: GridView, model: GridModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None):
        super().__init__(parent)
        self._photos, self._thumbnails = model, thumbnails
        self._pointed = False
        access.install(Filmstrip)
        self.setItemDelegate(_SmallCells(thumbnails.find, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("role", "photo")
        self.setAccessibleName(self.tr("Filmstrip"))
        self.setModel(model)
        own = self.selectionModel()
        self.setSelectionModel(grid.selectionModel())
        own.deleteLater()

    def strip(self) -> Strip:
        """The layout as it is now."""
        width = self.viewport().width()
        return Strip(self._photos.rowCount(), width, self.horizontalOffset(), self.isRightToLeft())

    def visible_rows(self) -> range:
        """The rows on screen."""
        return self.strip().rows()

    def centre_current(self) -> None:
        """Bring the current photo into the middle."""
        if self.currentIndex().isValid():
            self.updateGeometries()
            self.horizontalScrollBar().setValue(self.strip().centring(self.currentIndex().row()))
        self._shown_rows_changed()

    def _shown_rows_changed(self) -> None:
        self.viewport().update()
        if not self.isVisible():
            return
        rows, ids = self.strip().rows(), self._photos.rows.ids
        page = len(rows)
        order = in_order(
            ids[rows.start : rows.stop], ids[rows.stop : rows.stop + page], ids[max(rows.start - page, 0) : rows.start]
        )
        self._thumbnails.want(order, round(SIDE_PX * self.devicePixelRatioF()))

    # What QAbstractItemView asks for

    def reset(self) -> None:
        """The list is another one. Qt's own would forget the selection, which the grid takes over into the new list."""
        self.updateGeometries()
        self._shown_rows_changed()

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self.centre_current()

    def updateGeometries(self) -> None:
        bar, page = self.horizontalScrollBar(), self.viewport().width()
        bar.setRange(0, max(0, self._photos.rowCount() * CELL_PX - page))
        bar.setPageStep(page)
        bar.setSingleStep(CELL_PX)
        super().updateGeometries()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return 0

    def visualRect(self, index: Index) -> QRect:
        return self.strip().rect(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.strip().row_at(point.x())
        return QModelIndex() if row is None else self._photos.index(row)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        # A photo that is clicked stays under the pointer, or a double click would hit two.
        if index.isValid() and not self._pointed:
            self.centre_current()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count, row = self._photos.rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        onward, page = (-1 if self.isRightToLeft() else 1), max(self.viewport().width() // CELL_PX, 1)
        steps = {
            _Cursor.MoveLeft: -onward, _Cursor.MoveRight: onward, _Cursor.MovePrevious: -1, _Cursor.MoveNext: 1,
            _Cursor.MovePageUp: -page, _Cursor.MovePageDown: page, _Cursor.MoveHome: -row,
            _Cursor.MoveEnd: count - 1 - row,
        }  # fmt: skip
        return self._photos.index(min(max(row + steps.get(action, 0), 0), count - 1))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index) if index.isValid() else QItemSelection(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands; Qt would look through the names of all photos."""

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("surface_0"))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state, strip, current = QStyle.StateFlag, self.strip(), self.currentIndex().row()
        plain = option.state & ~(state.State_HasFocus | state.State_Selected | state.State_Active)
        for row in strip.rows():
            option.rect, option.state = strip.rect(row), plain
            if row == current:
                option.state |= state.State_HasFocus | (state.State_Active if self.hasFocus() else state.State_None)
            self.itemDelegate().paint(painter, option, self._photos.index(row))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointed = True
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is selected by dragging."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pointed = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().x() or event.angleDelta().y()
        self.horizontalScrollBar().setValue(self.horizontalOffset() - round(turned / 120 * 3 * CELL_PX))
        event.accept()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._shown_rows_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.centre_current()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.centre_current()


class _SmallCells(CellDelegate):
    """Cells without names, and with marks that fit."""

    def __init__(self, find, parent: QWidget) -> None:  # type: ignore[no-untyped-def]
        super().__init__(find, parent)
        self.names_visible = False
        self._badges = _SmallBadges()


class _SmallBadges(Badges):
    """One small mark for the state, at the corner where the grid has its own."""

    def paint(self, painter: QPainter, square: QRect, summary: PhotoSummary, direction: Qt.LayoutDirection) -> None:
        missing = absence_of(summary)
        if missing or summary.suggested or summary.accepted:
            bottom = Qt.AlignmentFlag.AlignLeft | (
                Qt.AlignmentFlag.AlignTop if missing else Qt.AlignmentFlag.AlignBottom
            )
            place = QStyle.alignedRect(direction, bottom, QSize(MARK_PX, MARK_PX), square.adjusted(2, 2, -2, -2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface_0", PLATE_ALPHA))
            painter.drawRoundedRect(QRectF(place), RADIUS_PX, RADIUS_PX)
            name, token = ("undecided", "suggested") if summary.suggested else ("accept", "accepted")
            if missing:
                name, token = missing, "text"
            icon(name, token).paint(painter, place.adjusted(2, 2, -2, -2))
