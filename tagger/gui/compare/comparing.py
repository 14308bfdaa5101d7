"""Comparing two photos of the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from tagger.changes import Change, PhotosChanged
from tagger.entities import Photo, PhotoId
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.compare.loading import Loading
from tagger.gui.compare.page import ComparePage
from tagger.gui.compare.side import Side
from tagger.gui.pages import Pages
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.viewing import Viewing
from tagger.store import photos

ELSEWHERE = ("open_viewer", "close_viewer", "next_undecided", "select_all")
"""Commands whose keys mean something else on this page."""


class Comparing(Part):
    """Fills the page with two photos, and lets the rest of the window follow the one that keys are about.

    That photo is the current one of the grid meanwhile: the inspector shows it, and every key that decides or sets
    something is about it.

    Attributes:
        page: Where they are compared.
    """

    def __init__(self, session: Session, browser: Browser, pages: Pages, viewing: Viewing) -> None:
        super().__init__(browser)
        self._session, self._browser, self._pages = session, browser, pages
        self.page = ComparePage()
        self._ids: dict[Side, PhotoId] = {}
        self._loading = Loading(session, browser.loader, self._show_photo, self.page.show_picture)
        self._among: Sequence[int] = ()
        self._selected: list[PhotoId] = []
        pages.add(self.page, self.page.take_focus)
        viewing.zoom_instead = lambda: self.page if self.here else None
        self.page.side_chosen.connect(self._take_current)
        self.page.swap_wanted.connect(self.swap)
        self.page.stack_wanted.connect(lambda: self.page.set_stacked(not self.page.stacked))
        self.page.leave_wanted.connect(self.leave)
        browser.grid.current_photo_changed.connect(self._current_changed)
        session.changed.connect(self._changed)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Opening, leaving, and what can be done there."""
        return {
            "compare": self.open,
            "compare_next": lambda: self.step(1),
            "compare_previous": lambda: self.step(-1),
            "compare_flip": self.page.flip,
            "compare_swap": self.swap,
            "compare_leave": self.leave,
        }

    def enable(self, actions: Actions) -> None:
        """Two photos are needed; on the page some keys mean something else than elsewhere."""
        here = self.here
        actions.enable(not here and len(self._browser.model.rows.ids) > 1, "compare")
        actions.enable(here, "compare_next", "compare_previous", "compare_flip", "compare_swap", "compare_leave")
        actions.enable(not here, "select_all")
        if here:
            actions.enable(False, *ELSEWHERE)
            actions.enable(True, "zoom_actual")

    @property
    def here(self) -> bool:
        """Whether the page is in view."""
        return self._pages.currentWidget() is self.page

    def open(self) -> None:
        """Compare the two selected photos, or the current one with the next."""
        grid, ids = self._browser.grid, self._browser.model.rows.ids
        selected = [] if self._browser.in_viewer else grid.selected_ids()
        self._selected = selected if len(selected) > 1 else []
        self._among = selected if len(selected) > 2 else ids
        current = grid.current_photo()
        if len(selected) < 2:
            row = self._browser.model.row_of(current) if current is not None else 0
            selected = [PhotoId(each) for each in (ids[row : row + 2] if row + 1 < len(ids) else ids[row - 1 :])]
        if len(selected) < 2:
            return
        for side in (self.page.left, self.page.right):
            side.viewer.view.set_surround(self._browser.viewer.view.surround)
        self._pages.show_page(self.page)
        self.page.set_stacked(False)
        self._put(self.page.left, selected[0])
        self._put(self.page.right, selected[1])
        self.page.align()
        self.page.choose(self.page.left if current == selected[0] else self.page.right)
        self.page.take_focus()
        self._take_current()

    def leave(self) -> None:
        """Back to where it was called from, with the same photos selected."""
        self._pages.back()
        model, grid = self._browser.model, self._browser.grid
        rows = [row for row in map(model.row_of, self._selected) if row >= 0]
        if len(rows) > 1:
            selection = QItemSelection()
            for row in rows:
                selection.select(model.index(row), model.index(row))
            grid.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._browser.take_focus()

    def swap(self) -> None:
        """Let the photos change sides."""
        left, right = self._ids.get(self.page.left), self._ids.get(self.page.right)
        if left is not None and right is not None:
            self._put(self.page.left, right)
            self._put(self.page.right, left)
            self._take_current()

    def step(self, by: int) -> None:
        """Compare with the next (1) or previous (-1) photo of the list, or of those that were selected."""
        side, fixed = self.page.right, self._ids.get(self.page.left)
        among = [each for each in self._among if each != fixed] if len(self._among) < 1000 else self._among
        place = list(among).index(self._ids[side]) if self._ids.get(side) in among else -1
        place += by
        if 0 <= place < len(among) and among[place] == fixed:
            place += by
        if 0 <= place < len(among):
            self._put(side, PhotoId(among[place]))
            self.page.choose(side)
            self.page.take_focus()
            self._take_current()

    # The photos

    def _put(self, side: Side, photo_id: PhotoId) -> None:
        self._ids[side] = photo_id
        self._loading.put(side, photo_id)

    def _show_photo(self, side: Side, photo: Photo) -> None:
        self.page.show_photo(side, photo)
        side.viewer.show_position(self._browser.model.row_of(photo.id) + 1, len(self._browser.model.rows.ids))

    # The rest of the window

    def _take_current(self) -> None:
        photo_id, grid = self._ids.get(self.page.chosen), self._browser.grid
        if self.here and photo_id is not None and (grid.current_photo(), grid.selection_count()) != (photo_id, 1):
            grid.select_photo(photo_id)

    def _current_changed(self, photo_id: PhotoId | None) -> None:
        """Something else than this page went to another photo: after a decision, or an undo."""
        if not self.here or photo_id is None or photo_id == self._ids.get(self.page.chosen):
            return
        other = self.page.other(self.page.chosen)
        if photo_id == self._ids.get(other):
            self.page.choose(other)
            self.page.take_focus()
        else:
            self._put(self.page.chosen, photo_id)

    def _changed(self, change: Change) -> None:
        if self.here and isinstance(change, PhotosChanged):
            for side, photo_id in self._ids.items():
                if change.ids is None or photo_id in change.ids:
                    self._session.start(self._tell(side, photo_id))

    async def _tell(self, side: Side, photo_id: PhotoId) -> None:
        """Take over what else is known of a photo that is shown already."""
        photo = await self._session.read(photos.photo, photo_id)
        if photo is not None and self._ids.get(side) == photo_id and side.photo is not None:
            self.page.show_photo(side, photo)
