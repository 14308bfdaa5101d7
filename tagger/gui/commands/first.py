"""Keys of a page that come before the same keys of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class OwnKeysFirst(QWidget):
    """A page whose commands hear their keys also where commands of the window have the same ones.

    Qt would run neither of two commands with one key; here the page's own takes it before Qt looks.
    """

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._meant(event)
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> QAction | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(int(modifiers.value) | event.key())
        return next((each for each in self.actions() if each.isEnabled() and pressed in each.shortcuts()), None)
