"""The page of near-duplicates: the groups, one of them compared, the plan of a cleanup, what is held."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tagger.gui.commands.first import OwnKeysFirst


class DuplicatesPage(OwnKeysFirst):
    """One pane at a time; `back` leads to the one before. Keys of the page come before those of the window."""

    def __init__(self, groups: QWidget, *others: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = groups
        self._stack = QStackedWidget()
        for each in (groups, *others):
            self._stack.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setAccessibleName(self.tr("Near-duplicates"))
        self.pane_changed = self._stack.currentChanged

    def _meant(self, event: QKeyEvent) -> QAction | None:
        # Enter presses the button that has the focus.
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        held = self.window().focusWidget()
        if entered and isinstance(held, QAbstractButton | QComboBox | QLineEdit | QListWidget):
            return None
        return super()._meant(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self.window().focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, QAbstractButton):
            held.click()
        else:
            super().keyPressEvent(event)

    @property
    def pane(self) -> QWidget:
        """What is in view."""
        pane = self._stack.currentWidget()
        assert pane is not None
        return pane

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane into view, with the focus."""
        focus = self.pane.focusWidget()
        if focus is not None and pane is not self.pane:
            focus.clearFocus()
        self._stack.setCurrentWidget(pane)
        self.take_focus()

    def back(self) -> bool:
        """Back to the groups; False where they are in view already."""
        if self.pane is self._groups:
            return False
        self.show_pane(self._groups)
        return True

    def take_focus(self) -> None:
        """Give the focus to what is in view."""
        take = getattr(self.pane, "take_focus", self.pane.setFocus)
        take()
