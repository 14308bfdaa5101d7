"""Going between grid and viewer, zooming, and what lies over the photo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from tagger.errors import TaggerError
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.part import Part
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.session import Session


class Zooming(Protocol):
    """Something that can be zoomed."""

    def zoom_by(self, factor: float) -> None:
        """Zoom in (above 1) or out (below 1)."""

    def toggle_zoom(self) -> None:
        """Between the whole photo and one to one."""


class Viewing(Part):
    """The commands of the grid and the viewer.

    Attributes:
        zoom_instead: What is zoomed while another page with photos is in view; None while there is none.
    """

    def __init__(self, session: Session, browser: Browser, reviewing: Reviewing) -> None:
        super().__init__(browser)
        self._session, self._browser, self._reviewing = session, browser, reviewing
        self._actions: Actions | None = None
        self.zoom_instead: Callable[[], Zooming | None] = lambda: None

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Everything about what is in view."""
        browser, view = self._browser, self._browser.viewer.view
        return {
            "select_all": browser.grid.selectAll,
            "open_viewer": browser.show_viewer,
            "close_viewer": browser.show_grid,
            "previous_photo": lambda: self._reviewing.step(-1),
            "next_photo": lambda: self._reviewing.step(1),
            "zoom_in": lambda: self._zoom(1.25),
            "zoom_out": lambda: self._zoom(0.8),
            "zoom_actual": self._toggle_zoom,
            "overlays": view.set_overlays_visible,
            "surround": lambda: self._session.set_setting("viewer.surround", view.cycle_surround()),
            "show_hidden": self._show_hidden,
        }

    def begin(self, actions: Actions) -> None:
        """As it was when the window was closed."""
        self._actions = actions
        get = self._session.tagger.settings.get
        browser = self._browser
        browser.grid.set_thumbnail_side(int(get("window.thumbnail_side")))
        browser.header.zoom.setValue(browser.grid.thumbnail_side)
        browser.viewer.view.set_surround(str(get("viewer.surround")))
        actions["show_hidden"].setChecked(bool(get("review.show_hidden")))
        actions["overlays"].setChecked(True)
        self._session.setting_changed.connect(self._take)

    def enable(self, actions: Actions) -> None:
        """The viewer needs a photo."""
        actions.enable(self._browser.grid.current_photo() is not None, "open_viewer")
        actions.enable(self._browser.in_viewer, "close_viewer")
        actions.enable(self._browser.in_viewer or self.zoom_instead() is not None, "zoom_actual")

    def remember(self) -> None:
        """Keep what `begin` takes up again."""
        settings, side = self._session.tagger.settings, self._browser.grid.thumbnail_side
        if settings.get("window.thumbnail_side") == side:
            return  # another program may have changed it in the file
        try:
            settings.set("window.thumbnail_side", side)
        except TaggerError as error:
            self._session.messages.report(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While H is held, nothing lies over the photo; it may be released elsewhere than it was pressed."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and self._actions is not None:
            assert isinstance(event, QKeyEvent)
            held = event.type() == QEvent.Type.KeyPress
            typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit)
            meant = not event.modifiers() and not typing and self._browser.in_viewer
            if event.key() == Qt.Key.Key_H and not event.isAutoRepeat() and (meant or not held):
                self._browser.viewer.view.set_overlays_visible(not held and self._actions["overlays"].isChecked())
        return super().eventFilter(watched, event)

    def _zoom(self, factor: float) -> None:
        zoomed = self.zoom_instead() or (self._browser.viewer.view if self._browser.in_viewer else None)
        if zoomed is not None:
            zoomed.zoom_by(factor)
        else:
            self._browser.grid.set_thumbnail_side(round(self._browser.grid.thumbnail_side * factor))

    def _toggle_zoom(self) -> None:
        zoomed = self.zoom_instead() or (self._browser.viewer.view if self._browser.in_viewer else None)
        if zoomed is not None:
            zoomed.toggle_zoom()

    def _show_hidden(self, on: bool) -> None:
        self._session.set_setting("review.show_hidden", on)

    def _take(self, name: str) -> None:
        """A setting was changed, from here or from the page of the settings."""
        value = self._session.tagger.settings.get(name)
        match name:
            case "window.thumbnail_side":
                self._browser.header.zoom.setValue(int(value))
            case "viewer.surround":
                self._browser.viewer.view.set_surround(str(value))
            case "review.advance":
                if self._actions is not None:
                    self._actions["advance"].setChecked(bool(value))
            case "review.show_hidden":
                if self._actions is not None:
                    self._actions["show_hidden"].setChecked(bool(value))
                self._browser.refresh()
