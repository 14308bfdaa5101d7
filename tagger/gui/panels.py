"""The panels at the sides of the window: which are in view, and where they stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStackedWidget, QStyle, QWidget

from tagger.gui import remembered
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.part import Part

_ARRANGING = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest}


class Panels(Part):
    """Sources on the left, the inspector on the right.

    Where the window is too narrow for them beside what is in the middle they are put away, and come back when there is
    room. One that was opened by hand nevertheless stays: the window grows for it.

    Attributes:
        sources, inspector: Their docks.
    """

    def __init__(self, window: QMainWindow, browser: Browser, sources: QWidget, inspector: QWidget) -> None:
        super().__init__(window)
        self._window, self._browser = window, browser
        self.sources = self._dock(self.tr("Sources"), "sources_dock", sources, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.inspector = self._dock(
            self.tr("Inspector"), "inspector_dock", inspector, Qt.DockWidgetArea.RightDockWidgetArea
        )
        self._wanted = {self.sources: True, self.inspector: True}
        self._shown: list[QDockWidget] = list(self._wanted)
        self._opened: list[QDockWidget] = []
        self._about_photo, self._arranging = True, False

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
        self._wanted = {dock: not dock.isHidden() for dock in self._wanted}
        self._window.installEventFilter(self)
        for dock in self._wanted:
            dock.visibilityChanged.connect(lambda _visible, dock=dock: self._seen(dock, actions))
        self._arrange()
        self._note(actions)

    def follow(self, pages: QStackedWidget, *with_photo: QWidget) -> None:
        """Put the inspector away on pages that are not about the photo it shows, so that no key decides unseen."""
        pages.currentChanged.connect(lambda _index: self._suit(pages.currentWidget() in with_photo))

    def remember(self) -> None:
        """Keep where the window and its panels are; those that are away only for now are there."""
        self._about_photo, self._arranging = True, True
        for dock, wanted in self._wanted.items():
            dock.setVisible(wanted)
        remembered.remember(self._window)
        self._arranging = False
        self._arrange()

    def show(self, on: bool, *docks: QDockWidget) -> None:
        """Show or hide panels; the focus does not go away with one."""
        for dock in docks:
            self._want(dock, on)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window got wider or narrower, or what is in it needs more or less."""
        if watched is self._window and event.type() in _ARRANGING:
            self._arrange()
        return False

    def _suit(self, about_photo: bool) -> None:
        self._about_photo = about_photo
        self._arrange()

    def _want(self, dock: QDockWidget, on: bool) -> None:
        """Take what the user wants of a panel."""
        self._wanted[dock] = on
        self._opened = [each for each in self._opened if each is not dock]
        if not on:
            return
        self._about_photo = True
        beside = [each for each, wanted in self._wanted.items() if wanted]
        if self._needed(beside) > self._window.width():
            self._opened.append(dock)
        while len(self._opened) > 1 and self._needed(self._opened) > self._most():
            del self._opened[0]

    def _arrange(self) -> None:
        """Show the panels that are wanted and have room."""
        if self._arranging or self._window.isFullScreen():
            return
        self._arranging = True
        try:
            self._shown = self._fitting()
            for dock in self._wanted:
                if dock.isHidden() is (dock in self._shown):
                    self._put(dock, on=dock in self._shown)
            stay = [dock for dock in self._shown if dock in self._opened]
            self._window.setMinimumWidth(min(self._needed(stay), self._most()))
        finally:
            self._arranging = False

    def _fitting(self) -> list[QDockWidget]:
        """The panels that are wanted; where there is no room for both the inspector, by which one decides."""
        wanted = [dock for dock, on in self._wanted.items() if on and (self._about_photo or dock is not self.inspector)]
        stay = [dock for dock in wanted if dock in self._opened]
        for some in ([self.sources, self.inspector], [self.inspector], [self.sources]):
            shown = [dock for dock in wanted if dock in some or dock in stay]
            if self._needed(shown) <= self._window.width():
                return shown
        return stay

    def _needed(self, docks: Sequence[QDockWidget]) -> int:
        """Width that the window needs for these panels, in pixels."""
        beside = [dock for dock in docks if not dock.isFloating()]
        line = self._window.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent, None, self._window)
        panels = sum(max(dock.minimumSizeHint().width(), dock.minimumWidth()) + line for dock in beside)
        centre = self._window.centralWidget()
        return panels + (0 if centre is None else centre.minimumSizeHint().width())

    def _most(self) -> int:
        """Width that the window can have, in pixels."""
        return self._window.width() if self._window.isMaximized() else self._window.screen().availableSize().width()

    def _put(self, dock: QDockWidget, *, on: bool) -> None:
        focus = QApplication.focusWidget()
        if not on and focus is not None and dock.isAncestorOf(focus):
            self._browser.take_focus()
        dock.setVisible(on)

    def _seen(self, dock: QDockWidget, actions: Actions) -> None:
        """A panel came or went; where that was not done here, the user wants it so."""
        on = not dock.isHidden()
        if not self._arranging and on is not (dock in self._shown):
            self._want(dock, on)
            self._arrange()
        self._note(actions)

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
        hidden = [dock.isHidden() for dock in self._wanted]
        actions["sources"].setChecked(not hidden[0])
        actions["inspector"].setChecked(not hidden[1])
        actions["panels"].setChecked(all(hidden))
