"""From a crop to its photo in the viewer, and back to the crop."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject

from tagger.entities import PhotoId, SuggestionId
from tagger.gui.browser import Browser
from tagger.gui.by_label.page import LabelPage
from tagger.gui.commands import Actions
from tagger.gui.grid.rows import NO_ROW
from tagger.gui.pages import Pages
from tagger.gui.review.inspector import Inspector
from tagger.gui.session import Session

_LISTED_S = 15.0


class Visit(QObject):
    """Shows the photo of a suggestion; leaving the viewer leads back to the page."""

    def __init__(self, session: Session, browser: Browser, pages: Pages, inspector: Inspector, page: LabelPage) -> None:
        super().__init__(page)
        self._session, self._browser, self._pages, self._inspector, self._page = (
            session,
            browser,
            pages,
            inspector,
            page,
        )
        self._query: str | None = None
        browser.mode_changed.connect(self._come_back)

    def begin(self, actions: Actions) -> None:
        """Take the commands that widen the list of photos."""
        self._actions = actions

    async def go(self, photo_id: PhotoId, suggestion_id: SuggestionId) -> None:
        """Show a photo in the viewer at one of its suggestions."""
        browser = self._browser
        self._query = None
        if browser.model.row_of(photo_id) == NO_ROW:
            await self._list_all(photo_id)
        if browser.model.row_of(photo_id) == NO_ROW:
            self._session.messages.say(self.tr("This photo is no longer in the library."), key="by-label")
            return
        self._pages.show_page(browser)
        browser.show_viewer(photo_id)
        self._query = browser.query
        await browser.settle()
        self._inspector.set_current(suggestion_id)

    async def _list_all(self, photo_id: PhotoId) -> None:
        """The photo is not among those shown: show all."""
        browser = self._browser
        listed = asyncio.Event()
        connection = browser.place_changed.connect(
            lambda: listed.set() if browser.model.row_of(photo_id) != NO_ROW else None
        )
        try:
            self._actions["clear_search"].trigger()
            browser.header.source_cleared.emit()
            async with asyncio.timeout(_LISTED_S):
                await listed.wait()
        except TimeoutError:
            pass  # it is gone
        finally:
            browser.place_changed.disconnect(connection)

    def _come_back(self) -> None:
        if self._query is None or self._browser.in_viewer:
            return
        same, self._query = self._browser.query == self._query, None
        if same:  # otherwise the viewer was left for other photos
            self._pages.show_page(self._page)
