"""A menu in which several things can be ticked, one after the other: it stays until it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

_TICKING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}


class LastingMenu(QMenu):
    """A click, Space or Enter ticks what can be ticked; the menu closes with Escape, a click elsewhere, or its rest."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if not _ticks(action):
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        # Space is a command of the window too, which would come before the menu under it is asked.
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in _TICKING:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _TICKING or not _ticks(self.activeAction()):
            super().keyPressEvent(event)


def _ticks(action: QAction | None) -> bool:
    """Tick an action if it can be; whether it can."""
    if action is None or not action.isCheckable() or not action.isEnabled():
        return False
    action.trigger()
    return True
