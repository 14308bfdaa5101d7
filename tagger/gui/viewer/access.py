"""The photo for screen readers: a picture to work on, and in it the boxes.

Qt makes a scroll area of it, without a role and with a child that has the focus but no name.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

from tagger.entities import SuggestionId
from tagger.gui.grid import access
from tagger.gui.viewer.photo_view import PhotoView
from tagger.gui.viewer.spoken import box_text

_Text = QAccessible.Text
_kept: list[QAccessibleInterface] = []
_installed: list[bool] = []


def install() -> None:
    """Let Qt ask here for photos; once is enough."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_make)


def _make(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, PhotoView):
        return None
    made = PhotoAccess(thing)
    _kept.append(made)
    return made


class PhotoAccess(access.OfView):
    """The photo: its name, and a child for each box that is drawn."""

    def __init__(self, view: PhotoView) -> None:
        super().__init__(view)
        self._boxes: dict[SuggestionId, BoxAccess] = {}

    def object(self) -> QObject:
        return self._view

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Canvas

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._view.hasFocus()
        state.invisible = not self._view.isVisible()
        state.disabled = not self._view.isEnabled()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == _Text.Name:
            return str(self._view.accessibleName())
        return str(self._view.accessibleDescription()) if kind == _Text.Description else ""

    def rect(self) -> QRect:
        return QRect(self._view.mapToGlobal(self._view.rect().topLeft()), self._view.size())

    def parent(self) -> access.Maybe:
        return QAccessible.queryAccessibleInterface(self._view.parentWidget())

    def childCount(self) -> int:
        return len(self._view.boxes)

    def child(self, number: int) -> access.Maybe:
        boxes = self._view.boxes
        return self._box(boxes[number][0]) if 0 <= number < len(boxes) else None

    def childAt(self, x: int, y: int) -> access.Maybe:
        found = self._view.suggestions_at(self._view.viewport().mapFromGlobal(QRect(x, y, 1, 1).topLeft()))
        return self._box(found[0]) if found else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        known = [identity for identity, _box in self._view.boxes]
        return known.index(child.identity) if isinstance(child, BoxAccess) and child.identity in known else -1

    def focusChild(self) -> access.Maybe:
        current = self._view.current
        return self._box(current) if current is not None and self._view.suggestion(current) is not None else None

    def _box(self, identity: SuggestionId) -> BoxAccess:
        if identity not in self._boxes:
            self._boxes[identity] = BoxAccess(self, self._view, identity)
            _kept.append(self._boxes[identity])
        return self._boxes[identity]


class BoxAccess(access.OfView):
    """One box: what it is called, how it was decided, and where it is."""

    def __init__(self, of: PhotoAccess, view: PhotoView, identity: SuggestionId) -> None:
        super().__init__(view)
        self._of, self.identity = of, identity

    def isValid(self) -> bool:
        return super().isValid() and self._view.suggestion(self.identity) is not None

    def object(self) -> access.Maybe:
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self._view.current == self.identity
        return state

    def text(self, kind: QAccessible.Text) -> str:
        found = self._view.suggestion(self.identity)
        return box_text(found) if kind == _Text.Name and found is not None else ""

    def rect(self) -> QRect:
        found = self._view.suggestion(self.identity)
        if found is None or found.box is None:
            return QRect()
        box = found.box
        corners = self._view.mapped_to_view(box.x, box.y), self._view.mapped_to_view(box.x + box.w, box.y + box.h)
        first, last = (self._view.viewport().mapToGlobal(corner.toPoint()) for corner in corners)
        return QRect(first, last)

    def parent(self) -> access.Maybe:
        return self._of

    def childCount(self) -> int:
        return 0

    def child(self, number: int) -> access.Maybe:
        return None

    def childAt(self, x: int, y: int) -> access.Maybe:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> access.Maybe:
        return None
