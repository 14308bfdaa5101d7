"""The grid for screen readers: Qt makes lists of its own list views only, and this grid is none.

The list has one child for each photo on screen, and for the current one wherever it is; a library of 1,000,000 photos
is never made into as many objects. A child is told apart by its row.

Qt keeps the interfaces it was given by address, so a child that was handed out lives on; it only refers to the view.
"""

from __future__ import annotations

from typing import Any
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea

from tagger.gui.words import grouped

Maybe = Any  # an object, or None where there is none, which Qt's stubs do not allow

_handed_out: list[QAccessibleInterface] = []
_kinds: list[type[QAbstractItemView]] = []


def install(kind: type[QAbstractItemView]) -> None:
    """Let Qt ask here for views of this class, which have ``visible_rows()``; once is enough."""
    if not _kinds:
        QAccessible.installFactory(_make)
    if kind not in _kinds:
        _kinds.append(kind)


def tell_current(view: QAbstractItemView) -> None:
    """Let screen readers say what the current photo is; nothing is done while nobody listens."""
    if QAccessible.isActive() and view.hasFocus():
        found = QAccessible.queryAccessibleInterface(view)
        child = found.focusChild() if isinstance(found, PhotoList) else None
        if child is not None:
            event = QAccessibleEvent(view, QAccessible.Event.Focus)
            event.setChild(found.indexOfChild(child))
            QAccessible.updateAccessibility(event)


def tell_selection(view: QAbstractItemView) -> None:
    """Let screen readers know that other photos are selected."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.SelectionWithin))


def _make(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QAbstractItemView) or not isinstance(thing, tuple(_kinds)):
        return None
    made = PhotoList(thing)  # Qt remembers it by itself, and deletes it with the view
    _handed_out.append(made)
    return made


class OfView(QAccessibleInterface):
    """What list and items share; it keeps no view alive."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__()
        self._ref = ref(view)

    @property
    def _view(self) -> Any:
        view = self._ref()
        assert view is not None, "asked for after its end"
        return view

    def isValid(self) -> bool:
        view = self._ref()
        return view is not None and shiboken6.isValid(view)

    def window(self) -> Any:
        return self._view.window().windowHandle()

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing can be written here."""


class PhotoList(OfView):
    """The grid as a list of the photos on screen."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._children: dict[int, PhotoItem] = {}

    def rows(self) -> list[int]:
        """The rows that are children now."""
        rows = list(self._view.visible_rows())
        current = self._view.currentIndex().row()
        return rows if current < 0 or current in rows else [*rows, current]

    def item(self, row: int) -> PhotoItem:
        """The child for a row; the same one every time."""
        if row not in self._children:
            self._children[row] = PhotoItem(self, self._view, row)
            _handed_out.append(self._children[row])
        return self._children[row]

    def object(self) -> QObject:
        return self._view

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._view.hasFocus()
        state.multiSelectable = state.extSelectable = True
        state.invisible = not self._view.isVisible()
        state.disabled = not self._view.isEnabled()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._view.accessibleName()
        if kind == QAccessible.Text.Description:
            return self._view.accessibleDescription()
        return ""

    def rect(self) -> QRect:
        return QRect(self._view.mapToGlobal(self._view.rect().topLeft()), self._view.size())

    def parent(self) -> Maybe:
        return QAccessible.queryAccessibleInterface(self._view.parentWidget())

    def childCount(self) -> int:
        return len(self.rows())

    def child(self, number: int) -> Maybe:
        rows = self.rows()
        return self.item(rows[number]) if 0 <= number < len(rows) else None

    def childAt(self, x: int, y: int) -> Maybe:
        viewport = self._view.viewport()
        index = self._view.indexAt(viewport.mapFromGlobal(QRect(x, y, 1, 1).topLeft()))
        return self.item(index.row()) if index.isValid() else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        rows = self.rows()
        return rows.index(child.row) if isinstance(child, PhotoItem) and child.row in rows else -1

    def focusChild(self) -> Maybe:
        row = self._view.currentIndex().row()
        return self.item(row) if row >= 0 else None


class PhotoItem(OfView):
    """One photo: its name and what is known of it, whether it is selected and has the focus.

    Attributes:
        row: Its place in the list.
    """

    def __init__(self, of: PhotoList, view: QAbstractItemView, row: int) -> None:
        super().__init__(view)
        self._list, self.row = ref(of), row

    def isValid(self) -> bool:
        return super().isValid() and self.row < self._view.model().rowCount()

    def object(self) -> Maybe:
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.focused = self._view.hasFocus() and self._view.currentIndex().row() == self.row
        state.selected = self._view.selectionModel().isRowSelected(self.row)
        state.offscreen = self.row not in self._view.visible_rows()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        model = self._view.model()
        if kind == QAccessible.Text.Name:
            said = model.data(model.index(self.row, 0), Qt.ItemDataRole.AccessibleTextRole)
            return str(said or self._view.tr("Photo {number}").format(number=grouped(self.row + 1)))
        if kind == QAccessible.Text.Description:
            place = self._view.tr("{number} of {all}")
            return place.format(number=grouped(self.row + 1), all=grouped(model.rowCount()))
        return ""

    def rect(self) -> QRect:
        place = self._view.visualRect(self._view.model().index(self.row, 0))
        return QRect(self._view.viewport().mapToGlobal(place.topLeft()), place.size())

    def parent(self) -> Maybe:
        return self._list()

    def childCount(self) -> int:
        return 0

    def child(self, number: int) -> Maybe:
        return None

    def childAt(self, x: int, y: int) -> Maybe:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> Maybe:
        return None
