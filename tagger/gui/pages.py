"""The pages in the centre of the window, one of which is in view."""

from __future__ import annotations

from collections.abc import Callable

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
