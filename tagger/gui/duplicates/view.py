"""The list of groups."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tagger.gui import theme
from tagger.gui.duplicates.delegate import GroupDelegate
from tagger.gui.duplicates.lines import THUMBNAIL_PX, Lines, places
from tagger.gui.duplicates.model import GroupModel
from tagger.gui.grid import access
from tagger.gui.grid.cell_view import CellView
from tagger.gui.grid.thumbnails import ThumbnailLoader, in_order

_MOVES = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_Flag = QItemSelectionModel.SelectionFlag


class GroupView(CellView):
    """Groups below each other; within the current one, one photo is the current one.

    Of the keys it takes those that move between groups.

    Signals:
        moved(): another group or photo is the current one.
        opened(): a photo was clicked twice.
    """

    moved = Signal()
    opened = Signal()

    def __init__(self, model: GroupModel, thumbnails: ThumbnailLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install(GroupView)
        self._groups, self._thumbnails = model, thumbnails
        self.side_px, self.text_px = THUMBNAIL_PX, 0
        self._lines: tuple[tuple[int, int, int], Lines] | None = None
        self._delegate = GroupDelegate(thumbnails.find, model.marks, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setProperty("role", "photo")
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Groups of near-duplicates"))
        self.setModel(model)
        thumbnails.ready.connect(lambda _ids: self.viewport().update())
        model.modelReset.connect(self._rows_changed)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._want())

    def cells(self) -> Lines:
        """One group in each line."""
        key = (self._count(), self.viewport().width(), theme.scaled(THUMBNAIL_PX))
        lines = getattr(self, "_lines", None)
        if lines is None or lines[0] != key:
            self._lines = lines = (key, Lines(*key, mirrored=self.isRightToLeft()))
        return lines[1]

    # Where one is

    @property
    def row(self) -> int:
        """The current group; -1 for none."""
        return int(self.currentIndex().row())

    @property
    def place(self) -> int:
        """The current photo within it."""
        return self._delegate.place

    def photo_id(self) -> int | None:
        """The current photo."""
        entry = self._groups.entry_at(self.row)
        return None if entry is None else entry.photo_ids[min(self.place, len(entry.photo_ids) - 1)]

    def go_to(self, row: int, place: int = 0) -> None:
        """Make a group and a photo of it the current ones, and bring them on screen."""
        count = self._count()
        if not count:
            return
        row = min(max(row, 0), count - 1)
        entry = self._groups.entry_at(row)
        self._delegate.place = 0 if entry is None else min(max(place, 0), len(entry.photo_ids) - 1)
        index = self._at(row)
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        else:
            self._tell()
        self.scrollTo(index)

    def step_photo(self, by: int) -> None:
        """Go to the next or previous photo of the group."""
        self.go_to(self.row, self.place + by)

    # Qt

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        entry = self._groups.entry_at(current.row())
        if entry is not None and self._delegate.place >= len(entry.photo_ids):
            self._delegate.place = 0
        self._tell()

    def _tell(self) -> None:
        self.viewport().update()
        access.tell_current(self)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _MOVES or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        before = self.row
        super().keyPressEvent(event)
        if self.row != before:
            self.go_to(self.row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and (hit := self._hit(event.position().toPoint())):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.go_to(*hit)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._hit(event.position().toPoint()) is not None:
            self.opened.emit()

    def _hit(self, point: QPoint) -> tuple[int, int] | None:
        """The group at a point, and the photo of it: the first one where none is at the point."""
        index = self.indexAt(point)
        entry = self._groups.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        current = self.place if index.row() == self.row else 0
        mirrored = self.isRightToLeft()
        where = places(self.visualRect(index), len(entry.photo_ids), current, mirrored=mirrored)
        for number, square in enumerate(where.thumbnails, where.first):
            if square.contains(point):
                return index.row(), number
        return index.row(), current

    def shown_rows_changed(self) -> None:
        self._want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometries()
        self._want()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lines = None

    def _rows_changed(self) -> None:
        self.updateGeometries()
        self._want()

    def _want(self) -> None:
        """Ask for the thumbnails of what is on screen, then of what comes after and before it."""
        loader = getattr(self, "_thumbnails", None)
        if loader is None or not self.isVisible():
            return
        rows, page = self.visible_rows(), len(self.visible_rows())
        ahead = range(rows.stop, min(rows.stop + page, self._count()))
        behind = range(max(rows.start - page, 0), rows.start)
        ids = in_order(*(self._photos_of(each) for each in (rows, ahead, behind)))
        loader.want(ids, round(self.cells().side_px * self.devicePixelRatioF()))

    def _photos_of(self, rows: range) -> list[int]:
        """Those with room in their rows."""
        width = self.viewport().width()
        fit = max(1, width // THUMBNAIL_PX)
        found: list[int] = []
        for row in rows:
            entry = self._groups.entry_at(row)
            if entry is not None:
                first = max(0, self.place - fit + 1) if row == self.row else 0
                found += entry.photo_ids[first : first + fit]
        return found
