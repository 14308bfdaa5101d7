"""The panels at the sides of the window: which are in view, and where they stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStackedWidget, QWidget

from tagger.gui import remembered
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.part import Part


class Panels(Part):
    """Sources on the left, the inspector on the right.

    Attributes:
        sources, inspector: Their docks.
    """

    def __init__(self, window: QMainWindow, browser: Browser, sources: QWidget, inspector: QWidget) -> None:
        super().__init__(window)
        self._window, self._browser = window, browser
        self._put_away = False
        self.sources = self._dock(self.tr("Sources"), "sources_dock", sources, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.inspector = self._dock(
            self.tr("Inspector"), "inspector_dock", inspector, Qt.DockWidgetArea.RightDockWidgetArea
        )

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Showing and hiding."""
        return {
            "sources": lambda on: self.show(on, self.sources),
            "inspector": lambda on: self.show(on, self.inspector),
            "panels": lambda hidden: self.show(not hidden, self.sources, self.inspector),
        }

    def begin(self, actions: Actions) -> None:
        """Put the window and its panels where they were."""
        remembered.restore(self._window, self.sources, self.inspector)
        for dock in (self.sources, self.inspector):
            dock.visibilityChanged.connect(lambda _visible: self._note(actions))
        self._note(actions)

    def follow(self, pages: QStackedWidget, *with_photo: QWidget) -> None:
        """Put the inspector away on pages that are not about the photo it shows, so that no key decides unseen."""
        pages.currentChanged.connect(lambda _index: self._suit(pages.currentWidget() in with_photo))

    def remember(self) -> None:
        """Keep where the window and its panels are."""
        self._suit(about_photo=True)
        remembered.remember(self._window)

    def _suit(self, about_photo: bool) -> None:
        if about_photo and self._put_away:
            self.inspector.show()
        elif not about_photo and not self.inspector.isHidden():
            self.inspector.hide()
            self._put_away = True
            return
        if about_photo:
            self._put_away = False

    def show(self, on: bool, *docks: QDockWidget) -> None:
        """Show or hide panels; the focus does not go away with one."""
        focus = QApplication.focusWidget()
        if not on and focus is not None and any(dock.isAncestorOf(focus) for dock in docks):
            self._browser.take_focus()
        for dock in docks:
            dock.setVisible(on)

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title)
        dock.setObjectName(name)
        dock.setWidget(widget)
        # Qt mirrors the insides of a window only: where one reads from the right, the sources begin there.
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        if self._window.isRightToLeft():
            area = right if area == left else left
        self._window.addDockWidget(area, dock)
        return dock

    def _note(self, actions: Actions) -> None:
        """Let the menu say which panels are in view, so that the key for all hides what there is."""
        hidden = [dock.isHidden() for dock in (self.sources, self.inspector)]
        actions["sources"].setChecked(not hidden[0])
        actions["inspector"].setChecked(not hidden[1])
        actions["panels"].setChecked(all(hidden))
