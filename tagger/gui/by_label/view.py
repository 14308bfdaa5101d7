"""The grid of crops with the threshold line running through it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from tagger.gui import theme
from tagger.gui.by_label.delegate import CropDelegate
from tagger.gui.by_label.line import is_on, line_before, row_for
from tagger.gui.by_label.loader import CropLoader
from tagger.gui.by_label.model import CropModel
from tagger.gui.grid import access
from tagger.gui.grid.cell_view import CellView
from tagger.gui.grid.cells import Cells
from tagger.gui.grid.empty import EmptyMessage
from tagger.gui.grid.model import Index
from tagger.gui.grid.thumbnails import in_order
from tagger.review.by_label import Shown

SMALLEST_PX, LARGEST_PX = 96, 384
LINE_PX = 2
GRIP_PX = 12

_NAVIGATION = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_PAGES = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
"""With Ctrl these lead to the next label."""

_Command = QItemSelectionModel.SelectionFlag


class CropView(CellView):
    """Crops in equal cells. A click takes one out or puts it back; the line can be dragged.

    Signals:
        opened: The row, by a double click.
        toggled: A click asked to take the selected rows out, or to put them back.
        line_dragged: The row before which the line shall be.
        empty_action: The button of the empty message.
    """

    opened = Signal(int)
    toggled = Signal()
    line_dragged = Signal(int)
    empty_action = Signal()

    def __init__(self, model: CropModel, loader: CropLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_wished.connect(self.set_side)
        access.install(CropView)
        self._crops, self._loader = model, loader
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self._delegate = CropDelegate(loader.find, self)
        self.side_px = 128
        self._empty = EmptyMessage(self.viewport())
        self._empty.action.connect(self.empty_action)
        self.setItemDelegate(self._delegate)
        self.text_px = self._delegate.text_px()
        self.setProperty("role", "photo")
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Suggestions of this label"))
        self.setModel(model)
        model.modelReset.connect(self._rows_changed)
        model.plan_changed.connect(self.viewport().update)
        loader.ready.connect(model.crops_arrived)
        model.dataChanged.connect(self._details_arrived)
        theme.state().changed.connect(self._take_text_size)
        self.set_message("")

    # What others ask of it

    def set_message(self, text: str, action_text: str = "") -> None:
        """What to say while there is nothing to see, and the button with what to do about it."""
        self._empty.set(text, action_text)
        self._rows_changed()

    def set_side(self, side_px: int) -> None:
        """Make the crops larger or smaller; the current one stays on screen."""
        side_px = min(max(side_px, SMALLEST_PX), LARGEST_PX)
        if side_px != self.side_px:
            self.side_px = side_px
            self._relayout()

    def selected_runs(self) -> list[tuple[int, int]]:
        """The selected rows as (first, last); the current one where none is selected."""
        current = self.currentIndex().row()
        return self.selection_runs() or ([(current, current)] if current >= 0 else [])

    def select_row(self, row: int) -> None:
        """Make a row the current and only selected one, and bring it on screen."""
        self.selectionModel().setCurrentIndex(self._crops.index(row), _Command.ClearAndSelect)

    def show_line(self) -> None:
        """Bring the line on screen."""
        if count := self._crops.rowCount():
            cell = self.cells().rect(min(self._crops.line_row, count - 1))
            top, page = self.verticalOffset(), self.viewport().height()
            if not top <= cell.top() <= top + page - cell.height() // 2:
                self.verticalScrollBar().setValue(cell.top() - page // 2)

    def shown_rows_changed(self) -> None:
        if not self.isVisible():
            return
        rows = self.visible_rows()
        page, count = len(rows), self._crops.rowCount()
        ahead, behind = range(rows.stop, min(rows.stop + page, count)), range(max(rows.start - page, 0), rows.start)
        visible = [each for each in map(self._crops.shown_at, rows) if each is not None]
        near: list[Shown] = [
            each for each in map(self._crops.shown_at, in_order((), ahead, behind)) if each is not None
        ]
        self._loader.want([*visible, *near], len(visible), round(self.side_px * self.devicePixelRatioF()))

    # Inside

    def _rows_changed(self) -> None:
        self._empty.setVisible(not self._crops.rowCount() and self._empty.has_text())
        self.updateGeometries()
        self.viewport().update()
        self.shown_rows_changed()

    def _details_arrived(self, _first: Index, _last: Index, roles: list[int]) -> None:
        if not roles:
            self.shown_rows_changed()

    def _take_text_size(self) -> None:
        self.text_px = self._delegate.text_px()
        self._relayout()

    def _relayout(self) -> None:
        self.updateGeometries()
        self.scrollTo(self.currentIndex())
        self.doItemsLayout()

    def _plain_cells(self) -> Cells:
        cells = self.cells()
        assert isinstance(cells, Cells), "the crops have no headings"
        return cells

    def _line(self) -> list[QPoint]:
        return line_before(self._plain_cells(), self._crops.line_row)

    def _content(self, event: QMouseEvent) -> QPoint:
        return event.position().toPoint() + QPoint(0, self.verticalOffset())

    def _over_line(self, event: QMouseEvent) -> bool:
        return bool(self._crops.rowCount()) and is_on(self._line(), self._content(event))

    def _paint_line(self, painter: QPainter) -> None:
        corners = [each - QPoint(0, self.verticalOffset()) for each in self._line()]
        for width, token in ((LINE_PX + 2, "surface_0"), (LINE_PX, "accent")):
            pen = QPen(theme.colour(token), width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawPolyline(corners)
        middle = (corners[len(corners) // 2 - 1] + corners[len(corners) // 2]) / 2
        grip = QRect(0, 0, GRIP_PX * 2, GRIP_PX // 2) if len(corners) == 2 else QRect(0, 0, GRIP_PX // 2, GRIP_PX * 2)
        grip.moveCenter(middle)
        painter.setPen(QPen(theme.colour("surface_0"), 1))
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(grip, 3, 3)

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        access.tell_current(self)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        access.tell_selection(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._crops.rowCount():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_line(painter)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if event.button() == Qt.MouseButton.LeftButton and self._over_line(event):
            self._dragging = True
            return
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and self.indexAt(event.position().toPoint()).isValid():
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.line_dragged.emit(row_for(self._plain_cells(), self._content(event)))
            self._scroll_towards(event.position().toPoint().y())
            return
        over = self._over_line(event) and not event.buttons()
        self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        place = event.position().toPoint()
        if pressed is None or (place - pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        if self.indexAt(place).isValid() and self.indexAt(place) == self.indexAt(pressed):
            self.toggled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._over_line(event):
            self.toggled.emit()  # the first click of the two has taken it out
            self.opened.emit(index.row())

    def _scroll_towards(self, y: int) -> None:
        """While the line is dragged over the edge, the grid follows."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if y < 0 or y > height:
            bar.setValue(bar.value() + (y if y < 0 else y - height))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.SelectAll):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        paging = event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _PAGES
        if (event.key() in _NAVIGATION and not paging) or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()
        self._empty.setGeometry(self.viewport().rect())
        self.shown_rows_changed()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self.shown_rows_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_rows_changed()
