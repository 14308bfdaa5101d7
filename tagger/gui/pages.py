"""The pages in the centre of the window, one of which is in view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class Pages(QStackedWidget):
    """A stack of pages that knows the way back. A page that is shown gets the focus, or passes it on.

    `currentChanged` says that another page came into view.
    """

    def __init__(self, home: QWidget, focus: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._before: list[QWidget] = []
        self._focus: dict[QWidget, Callable[[], object]] = {}
        self.add(home, focus)

    @property
    def home(self) -> QWidget:
        """The page that `back` ends at."""
        return self._home

    def add(self, page: QWidget, focus: Callable[[], object] | None = None) -> None:
        """Add a page, without showing it.

        Args:
            page: The page.
            focus: Gives the focus to what should have it; by default the page itself.
        """
        self._focus[page] = focus or page.setFocus
        self.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Bring a page into view."""
        current = self.currentWidget()
        if current is page:
            return
        self._before = [each for each in self._before if each is not page]
        if page is self._home:
            self._before.clear()
        elif current is not None:
            self._before.append(current)
        self._show(page)

    def back(self) -> None:
        """Return to the page from which the present one was opened."""
        page = self._before.pop() if self._before else self._home
        if page is not self.currentWidget():
            self._show(page)

    def _show(self, page: QWidget) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            # Hiding what has the focus would pass it to the next widget; the list of places then chooses a place.
            focus.clearFocus()
        self.setCurrentWidget(page)
        self._focus[page]()


class ControlPage(QWidget):
    """A page of controls, to which plain keys belong: Space ticks a box there, it does not go to the next photo.

    Signals:
        left(): the user wants to go back.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_plain(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _is_plain(event: QKeyEvent) -> bool:
    """Whether a key is one that fields, lists and buttons may need, rather than one that only commands have."""
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return not event.modifiers() & command and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
