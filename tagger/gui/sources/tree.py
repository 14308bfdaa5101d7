"""The view of the sources: keys, drops and the menu of a place."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from tagger.entities import TagPath
from tagger.gui.sources.model import PHOTOS_MIME, SEARCH_MIME, TAG_MIME, SourceRole

INDENT_PX = 16
_MERGE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SourceTree(QTreeView):
    """Tags can be dragged onto each other, photos onto tags.

    Signals:
        entered_key(QModelIndex): Enter was pressed on a place.
        tag_dropped(TagPath, TagPath | None, bool): A tag was dropped onto another, or at the top; the bool says that
            they are to become one, for which Ctrl and Shift are held.
        photos_dropped(list[int], TagPath): Photos were dropped onto a tag.
        search_dropped(int, str): A saved search was dropped onto the place with this key, another search.
        rename_wanted(QModelIndex), delete_wanted(QModelIndex): F2 or Delete was pressed where no command has that key.
        menu_wanted(QModelIndex, QPoint): A menu was asked for, at a place of the screen.
    """

    entered_key = Signal(QModelIndex)
    tag_dropped = Signal(object, object, bool)
    photos_dropped = Signal(list, object)
    search_dropped = Signal(int, str)
    rename_wanted = Signal(QModelIndex)
    delete_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.entering = False
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT_PX)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragEnabled(True)
        self.setAutoExpandDelay(600)

    @property
    def typing(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row the current one where none is; to come here chooses no place."""
        self.entering = True
        try:
            super().focusInEvent(event)
        finally:
            self.entering = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_key.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.rename_wanted.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window; Qt would look through all names."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft() if by_key else event.pos()
        if index.isValid():
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(place))

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # QMouseEvent
        if event.button() == Qt.MouseButton.RightButton:
            event.accept()  # the menu is about the row under it; the place that is shown stays
            return
        super().mousePressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.take_drop(event.mimeData(), index, merge=event.modifiers() & _MERGE == _MERGE):
            # Whatever the source thinks: nothing of it goes away by itself.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def take_drop(self, data: QMimeData, index: QModelIndex, *, merge: bool) -> bool:
        """Tell what was dropped onto a row; False if it means nothing there."""
        if not self.model().canDropMimeData(data, Qt.DropAction.CopyAction, -1, -1, index):
            return False
        onto: TagPath | None = index.data(SourceRole.TAG)
        if data.hasFormat(SEARCH_MIME):
            self.search_dropped.emit(int(bytes(data.data(SEARCH_MIME).data())), index.data(SourceRole.KEY))
        elif data.hasFormat(PHOTOS_MIME):
            self.photos_dropped.emit(json.loads(bytes(data.data(PHOTOS_MIME).data())), onto)
        else:
            self.tag_dropped.emit(TagPath(json.loads(bytes(data.data(TAG_MIME).data()))), onto, merge)
        return True
