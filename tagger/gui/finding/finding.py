"""Searching, filtering and sorting in the window."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from tagger.changes import Change, PhotosChanged
from tagger.entities import PhotoId
from tagger.errors import QueryError
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.commands.find import HEADINGS, ORDERS
from tagger.gui.finding.field import SearchField
from tagger.gui.finding.filters import FILTERS
from tagger.gui.finding.saving import Saving
from tagger.gui.finding.sorting import GRAINS, Likeness, Sorting
from tagger.gui.language.core import said_of
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.sources.panel import SourcesPanel
from tagger.store import photos, query
from tagger.store.query import Listing, Order, terms
from tagger.store.query.values import known_values

_VALUES_AGAIN_MS = 2000
_SETTINGS = {"window.sort", "window.sort_descending", "window.headings", "window.timeline"}


class Finding(Part):
    """Search field, chips, orders, headings, the timeline and similar photos.

    Attributes:
        field: The search field, for the bar of the window.
    """

    def __init__(self, session: Session, browser: Browser, sources: SourcesPanel) -> None:
        super().__init__(browser)
        self._session, self._browser = session, browser
        self.field = SearchField()
        self.saving = Saving(session, browser, sources, self.field)
        self._actions: Actions | None = None
        self._unseen: PhotoId | None = None
        self._grain = "auto"
        self._values_again = QTimer(self, singleShot=True, interval=_VALUES_AGAIN_MS)
        self._values_again.timeout.connect(lambda: session.start(self._learn_values()))
        self._filters = self._filter_menu()
        self._connect()

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Everything about finding."""
        grid = self._browser.grid
        return {
            "search": self.focus_search,
            "clear_search": self.clear,
            "quick_filter": self.open_filters,
            "similar": lambda: self._session.start(self._show_similar()),
            **self.saving.calls(),
            **{name: functools.partial(self._sort, order) for name, order in ORDERS.items()},
            "sort_descending": lambda on: self._session.set_setting("window.sort_descending", on),
            "headings": lambda on: self._session.set_setting("window.headings", self._grain if on else "none"),
            **{name: functools.partial(self._head, grain) for name, grain in HEADINGS.items()},
            "next_heading": lambda: grid.jump_section(1),
            "previous_heading": lambda: grid.jump_section(-1),
            "select_heading": self._select_heading,
            "timeline": lambda on: self._session.set_setting("window.timeline", on),
        }

    def begin(self, actions: Actions) -> None:
        """Sorted as it was."""
        self._actions = actions
        menu = QMenu(self._browser)
        menu.addActions([actions[name] for name in ORDERS])
        menu.addSeparator()
        menu.addAction(actions["sort_descending"])
        menu.addSeparator()
        menu.addActions([actions[name] for name in ("headings", *HEADINGS, "timeline")])
        self._browser.header.sort_button.setMenu(menu)
        self._take_settings()
        self._session.setting_changed.connect(lambda name: self._take_settings() if name in _SETTINGS else None)
        self._session.start(self._learn_values())

    def enable(self, actions: Actions) -> None:
        """What needs a photo, headings, or a search."""
        browser = self._browser
        headed = browser.model.sections is not None and not browser.in_viewer
        actions.enable(headed, "next_heading", "previous_heading", "select_heading")
        actions.enable(browser.grid.current_photo() is not None, "similar")
        actions.enable(not browser.in_viewer, "quick_filter")
        browser.header.timeline.setVisible(self._shows_timeline())
        self.saving.enable(actions)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Search for nothing in particular."""
        self.field.set_search("")
        self._browser.take_focus()

    def filter_by(self, term: str) -> None:
        """Let one more term hold."""
        try:
            self.field.set_search(terms.with_term(self.field.text(), term))
        except QueryError:  # what is there cannot be read; the field says why
            self.field.set_search(term)
        self._browser.take_focus()

    def open_filters(self) -> None:
        """Show the quick filters below their button."""
        button = self._browser.header.filter_button
        self._filters.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _connect(self) -> None:
        browser, header, field = self._browser, self._browser.header, self.field
        header.filter_button.setMenu(self._filters)
        header.search_changed.connect(self._keep_terms)
        header.all_wanted.connect(self._select_all)
        header.note_followed.connect(self._recognise)
        header.timeline.jumped.connect(self._jump)
        browser.grid.selection_changed.connect(header.show_selection)
        browser.grid.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())
        browser.grid.current_photo_changed.connect(lambda _photo: self._follow())
        browser.grid.escaped.connect(self._escape)
        browser.search_failed.connect(self._show_error)
        browser.listed.connect(self._take_listing)
        field.searched.connect(browser.search)
        field.entered.connect(browser.grid.setFocus)
        field.left.connect(browser.take_focus)
        self._session.changed.connect(self._changed)

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self.tr("Filter"), self._browser)
        for number, group in enumerate(FILTERS):
            if number:
                menu.addSeparator()
            for title, term in group:
                menu.addAction(self.tr(title), functools.partial(self.filter_by, term))
        return menu

    # Searching

    def _show_error(self, error: QueryError | None) -> None:
        if error is not None:
            try:  # what was searched for was put beside the place; the error is about what is in the field
                query.parse(self.field.text().strip())
            except QueryError as own:
                error = own
        self.field.show_error(error)
        if error is not None and not self.field.hasFocus():
            self._session.messages.say(said_of(error), key="search")

    def _keep_terms(self, text: str) -> None:
        self.field.set_search(text)
        self._browser.take_focus()

    async def _learn_values(self) -> None:
        self.field.values = await self._session.read(known_values)

    def _changed(self, change: Change) -> None:
        if not isinstance(change, PhotosChanged):
            return
        if not self._values_again.isActive():
            self._values_again.start()
        if self._unseen is not None and (change.ids is None or self._unseen in change.ids):
            self._browser.refresh()

    # Sorting

    def _sort(self, order: str, on: bool) -> None:
        if on:
            self._session.set_setting("window.sort", order)

    def _head(self, grain: str, on: bool) -> None:
        if on:
            self._session.set_setting("window.headings", grain)

    def _take_settings(self) -> None:
        get, actions = self._session.tagger.settings.get, self._actions
        order, grain = str(get("window.sort")), str(get("window.headings"))
        descending = bool(get("window.sort_descending"))
        self._grain = grain if grain != "none" else self._grain
        if actions is not None:
            checked = {name for name, each in ORDERS.items() if each == order}
            checked |= {name for name, each in HEADINGS.items() if each == self._grain}
            checked |= {"sort_descending"} if descending else set()
            checked |= {"headings"} if grain != "none" else set()
            checked |= {"timeline"} if get("window.timeline") else set()
            for name in (*ORDERS, *HEADINGS, "sort_descending", "headings", "timeline"):
                actions[name].setChecked(name in checked)
            self._browser.header.sort_button.setText(actions[f"sort_{order}"].text())
        self._browser.header.show_order(descending)
        self._browser.sort(Sorting(Order[order.upper()], descending, GRAINS[grain], grain == "auto"))
        self._browser.header.timeline.setVisible(self._shows_timeline())

    def _select_heading(self) -> None:
        grid = self._browser.grid
        sections, row = grid.sections(), grid.currentIndex().row()
        if sections is not None and row >= 0:
            grid.select_section(sections.of(row))

    # The timeline

    def _shows_timeline(self) -> bool:
        browser = self._browser
        wanted = bool(self._session.tagger.settings.get("window.timeline")) and not browser.in_viewer
        by_time = browser.sorting.order is Order.TAKEN and browser.likeness is None
        return wanted and by_time and len(browser.header.timeline.months) > 1

    def _take_listing(self, listing: Listing) -> None:
        browser = self._browser
        browser.header.timeline.set_months(listing.months, descending=browser.sorting.descending)
        browser.header.timeline.setVisible(self._shows_timeline())
        browser.header.show_selection(browser.grid.selection_count())
        self._follow()
        self._session.start(self._note_unseen())

    def _follow(self) -> None:
        """The timeline says where the list is: at the current photo where it can be seen, else at the top."""
        grid = self._browser.grid
        rows, current = grid.visible_rows(), grid.currentIndex().row()
        self._browser.header.timeline.set_row(current if current in rows else rows.start)

    def _jump(self, row: int) -> None:
        photo = self._browser.model.id_at(row)
        if photo is not None:
            self._browser.grid.select_photo(photo)
            self._browser.grid.scroll_to_top(row)

    # Similar photos

    async def _show_similar(self) -> None:
        photo_id = self._browser.grid.current_photo()
        if photo_id is None:
            return
        photo = await self._session.read(photos.photo, photo_id)
        if photo is not None:
            self._browser.show_like(Likeness(photo_id, photo.name))
            self._browser.take_focus()

    async def _note_unseen(self) -> None:
        from tagger.library import similar

        likeness, self._unseen = self._browser.likeness, None
        known = likeness is None or await self._session.read(similar.seen, likeness.photo_id)
        if likeness is not self._browser.likeness:
            return
        self._unseen = None if known or likeness is None else likeness.photo_id
        text = "" if known else self.tr("It is not known yet what this photo looks like.")
        self._browser.header.show_note(text, "" if known else self.tr("Recognise it"))

    def _recognise(self) -> None:
        if self._actions is not None:
            self._actions["recognise_photo"].trigger()
        self._browser.take_focus()

    # The selection

    def _select_all(self) -> None:
        self._browser.grid.selectAll()
        self._browser.take_focus()

    def _escape(self) -> None:
        """Out of similar photos, or of a selection of several."""
        grid, likeness = self._browser.grid, self._browser.likeness
        if likeness is not None:
            grid.select_photo(likeness.photo_id)
            self._browser.show_like(None)
        elif grid.selection_count() > 1 and (current := grid.current_photo()) is not None:
            grid.select_photo(current)
