"""A list of rows that count, for mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from tagger.gui import row_look, theme
from tagger.gui.tagging.row_delegate import SIDE_PX, RowDelegate, button_rects
from tagger.gui.tagging.rows import Row, RowModel

_NAVIGATION = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEAST_ROWS = 3


class RowList(QListView):
    """Rows of which one is current.

    Signals:
        pressed_button(str, str): Key of a row, and the name of its button.
        entered(str, QPoint): Enter or a double click on a row, or its menu was asked for; with a place for a menu, in
            coordinates of the screen.
        deleted(str): The Delete key on a row.
        current_changed(str | None): Key of the current row.
    """

    pressed_button = Signal(str, str)
    entered = Signal(str, QPoint)
    deleted = Signal(str)
    current_changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, side_px: int = SIDE_PX) -> None:
        super().__init__(parent)
        self._model, self._delegate = RowModel(self), RowDelegate(side_px, self)
        self._pressed: tuple[str, str] | None = None
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        row_look.set_up(self, name)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit(self.current))

    @property
    def rows(self) -> Sequence[Row]:
        """All rows from top to bottom."""
        return self._model.rows

    @property
    def current(self) -> str | None:
        """Key of the current row."""
        row = self._model.row(self.currentIndex())
        return row.key if row is not None else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays so, or the one that takes its place."""
        key, place = self.current, self.currentIndex().row()
        if self._model.set_rows(rows):
            index = self._model.index_of(key)
            if not index.isValid() and place >= 0:
                index = self._model.index(min(place, len(rows) - 1), 0)
            self.setCurrentIndex(index)
            self.updateGeometry()

    def set_current(self, key: str | None) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._model.index_of(key))

    def button_place(self, key: str, name: str) -> QPoint:
        """The middle of a row's button, in coordinates of the viewport."""
        index = self._model.index_of(key)
        row = self._model.row(index)
        assert row is not None
        return button_rects(self.visualRect(index), row.buttons, self.layoutDirection(), self._delegate.side_px)[
            name
        ].center()

    def _button_at(self, index: QModelIndex, place: QPoint) -> str:
        row = self._model.row(index)
        if row is None:
            return ""
        rects = button_rects(self.visualRect(index), row.buttons, self.layoutDirection(), self._delegate.side_px)
        return next((name for name, rect in rects.items() if rect.contains(place)), "")

    def _point_at(self, row: int, button: str) -> None:
        if (row, button) != (self._delegate.hovered_row, self._delegate.pressable):
            self._delegate.hovered_row, self._delegate.pressable = row, button
            self.viewport().update()

    def open(self, index: QModelIndex, place: QPoint | None = None) -> None:
        """Ask for what can be done with a row."""
        row = self._model.row(index)
        if row is not None:
            rect = self.visualRect(index)
            at = place if place is not None else QPoint(rect.left() + theme.scaled(36), rect.bottom())
            self.entered.emit(row.key, self.viewport().mapToGlobal(at))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(240, len(self._model.rows) * theme.row_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(len(self._model.rows), _LEAST_ROWS) * theme.row_px())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            row, button = self._model.row(index), self._button_at(index, event.pos())
            if row is not None and button:
                title = next(each.title for each in row.buttons if each.name == button)
                QToolTip.showText(event.globalPos(), title, self.viewport())
                return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        self._point_at(index.row(), self._button_at(index, place))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1, "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self._model.row(self.indexAt(place))
        button = self._button_at(self.indexAt(place), place)
        if event.button() == Qt.MouseButton.LeftButton and row is not None and button:
            self._pressed = row.key, button
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        place = event.position().toPoint()
        row = self._model.row(self.indexAt(place))
        if row is not None and (row.key, self._button_at(self.indexAt(place), place)) == pressed:
            self.pressed_button.emit(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._button_at(self.indexAt(place), place):
            self.mousePressEvent(event)
        else:
            self.open(self.indexAt(place), place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.open(self.indexAt(event.pos()) if by_mouse else self.currentIndex(), event.pos() if by_mouse else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self._model.rows:
            # Qt makes the first row current without selecting it, so that it cannot be seen to be.
            self.setCurrentIndex(QModelIndex())
            self.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NAVIGATION:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.deleted.emit(self.current)
        else:
            event.ignore()
