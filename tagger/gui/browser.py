"""The centre of the window: grid and viewer are two ways to look at one place of the library, on the same photo."""

from __future__ import annotations

import asyncio
import dataclasses
import time
from array import array
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tagger.changes import Change, PhotosChanged
from tagger.entities import Photo, PhotoId, PhotoState, PhotoSummary, Suggestion
from tagger.errors import Cancelled, PhotoError, QueryError
from tagger.gui.finding.sorting import Likeness, Sorting, first_page, listed, sections
from tagger.gui.first_page import FirstPage
from tagger.gui.grid.model import GridModel
from tagger.gui.grid.rows import Rows
from tagger.gui.grid.thumbnails import ThumbnailLoader
from tagger.gui.grid.view import LARGEST_PX, SMALLEST_PX, GridView
from tagger.gui.header import Header
from tagger.gui.session import Session
from tagger.gui.viewer.filmstrip import Filmstrip
from tagger.gui.viewer.loader import PhotoLoader
from tagger.gui.viewer.viewer import Viewer
from tagger.store import photos, suggestions
from tagger.store.database import Database
from tagger.store.query import Listing

_CALM_MS = 60
_RELIST_MS = 300
_PATIENCE_S = 0.025
"""How long finding photos may take before the first are shown without the others."""


class Browser(QWidget):
    """Shows the photos a query finds.

    Attributes:
        grid, viewer, filmstrip, header: Its parts.
        first_page: Notices when the first photos are on screen.
        sorting: How the photos are sorted.
        likeness: The photo that all are similar to, None for no such place.
        loader: Decodes photos, and keeps the last ones.

    Signals:
        photo_shown(Photo | None, list[Suggestion], bool): the current photo, or what is known of it, changed; the bool
            says whether it has been recognised.
        place_changed(): the source, the search or the list of photos changed.
        mode_changed(): the viewer was opened or closed.
        search_failed(QueryError | None): the search text cannot be read, or can be again.
        source_left(): all photos are shown again, rather than one source.
        listed(Listing): the photos were looked up.
    """

    photo_shown = Signal(object, object, bool)
    place_changed = Signal()
    mode_changed = Signal()
    search_failed = Signal(object)
    source_left = Signal()
    listed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._source_query, self._source_title, self._search = "", self.tr("All photos"), ""
        self.sorting = Sorting()
        self.likeness: Likeness | None = None
        self._generation = 0
        self._photo_generation = 0
        self._told: PhotoId | None = None
        self.model = GridModel(self._fetch_summaries, self)
        self._thumbnails = ThumbnailLoader(session.tagger.thumbnail, self)
        self.grid = GridView(self.model, self._thumbnails)
        self.first_page = FirstPage(self.grid, self.model)
        self.viewer = Viewer()
        self.loader = PhotoLoader(session)
        self.header = Header(SMALLEST_PX, LARGEST_PX)
        self.filmstrip = Filmstrip(self.grid, self.model, self._thumbnails)
        self.viewer.add_below(self.filmstrip)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(self.viewer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._pages, 1)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._load_current)
        self._relist = QTimer(self, singleShot=True)
        self._relist.timeout.connect(self.refresh)
        self._connect()

    # Where we are

    @property
    def query(self) -> str:
        """The whole search text: the source's and the user's."""
        parts = [part for part in (self._source_query, self._search) if part]
        return f"({parts[0]}) ({parts[1]})" if len(parts) == 2 else "".join(parts)

    def go_to(self, query: str, title: str) -> None:
        """Show a source, narrowed by the search that is there."""
        self._source_query, self._source_title = query, title
        self.likeness = None
        self.show_grid()
        self.refresh()

    def search(self, text: str) -> None:
        """Narrow what is shown."""
        if text != self._search:
            self._search = text
            self.show_grid()
            self.refresh()

    def sort(self, sorting: Sorting) -> None:
        """Show the same photos in another order, or with other headings."""
        if sorting != self.sorting:
            self.sorting = sorting
            self.refresh()

    def show_like(self, likeness: Likeness | None) -> None:
        """Show what looks like a photo, or with None what was shown before."""
        self.likeness = likeness
        self.show_grid()
        self.refresh()

    def leave_source(self) -> None:
        """Take away what the first chip says."""
        if self.likeness is not None:
            self.show_like(None)
            return
        self.go_to("", self.tr("All photos"))
        self.source_left.emit()

    def refresh(self) -> None:
        """Look the photos up again."""
        self._generation += 1
        self._session.start(self._list(self._generation))

    # Grid and viewer

    @property
    def in_viewer(self) -> bool:
        """Whether the viewer is in view, rather than the grid."""
        return self._pages.currentWidget() is self.viewer

    def show_viewer(self, photo_id: PhotoId | None = None) -> None:
        """Look at one photo; by default the grid's current one."""
        if photo_id is not None and photo_id != self.grid.current_photo():
            self.grid.select_photo(photo_id)
        if self.grid.current_photo() is None:
            return
        self._pages.setCurrentWidget(self.viewer)
        self.viewer.setFocus()
        self.header.zoom.hide()
        self.mode_changed.emit()
        self._load_current()

    def show_grid(self) -> None:
        """Back to the grid, on the same photo."""
        if not self.in_viewer:
            return
        self._pages.setCurrentWidget(self.grid)
        self.header.zoom.show()
        self.grid.setFocus()
        current = self.grid.current_photo()
        if current is not None:
            self.grid.scroll_to_photo(current)
        self.mode_changed.emit()

    def take_focus(self) -> None:
        """Put the focus on the grid or the photo, whichever is in view."""
        (self.viewer if self.in_viewer else self.grid).setFocus()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) photo."""
        current = self.grid.current_photo()
        row = 0 if current is None else self.model.row_of(current) + by
        target = self.model.id_at(row) if row >= 0 else None
        if target is not None:
            self.grid.select_photo(target)

    def targets(self) -> list[PhotoId]:
        """The photos a command is about: the one in the viewer, or the selected ones."""
        current = self.grid.current_photo()
        if self.in_viewer or self.grid.selection_count() == 0:
            return [] if current is None else [current]
        return self.grid.selected_ids()

    async def go_to_undecided(self, *, backwards: bool = False) -> bool:
        """Go to the next (or previous) other photo of the list with something to decide, around the end."""
        ids = self.model.rows.ids
        current = self.grid.current_photo()
        row = -1 if current is None else self.model.row_of(current)
        before, after = ids[: max(row, 0)], ids[row + 1 :]  # slices of an array: no object is made of each id
        order = before[::-1] + after[::-1] if backwards else after + before
        found = await self._session.read(suggestions.first_undecided, order)
        if found is None or not self.grid.select_photo(found):
            return False
        await self.settle()
        return True

    async def go_back_to(self, photo_ids: Collection[int]) -> None:
        """Show the one photo that an operation was about, if it was about one and it is in the list.

        Several selected photos stay selected: the operation was most likely one on all of them.
        """
        several = self.grid.selection_count() > 1 and not self.in_viewer
        if len(photo_ids) == 1 and self.grid.current_photo() not in photo_ids and not several:
            self.grid.select_photo(next(iter(photo_ids)))
        await self.settle()

    async def settle(self) -> None:
        """Make sure that what was last told by `photo_shown` is about the current photo."""
        if self.grid.current_photo() != self._told:
            self._calm.stop()
            self._photo_generation += 1
            await self._load(self.grid.current_photo(), self._photo_generation)

    def take(self, change: Change) -> None:
        """Take a change of the library into what is shown."""
        if not isinstance(change, PhotosChanged):
            return
        if change.redrawn:
            self._thumbnails.forget(self.grid.visible_ids())
        if change.listed:
            self._relist.start(_RELIST_MS if len(self.model.rows.ids) else 0)
        if change.restated:
            self.model.refresh_all()
        if change.ids is not None:
            self.model.refresh(change.ids)
            if self.grid.current_photo() in change.ids:
                self._load_current()

    def tell_again(self) -> None:
        """Say once more which photo is current, for who has come since."""
        if self._told is not None:
            self._load_current()
        self.place_changed.emit()

    def stop(self) -> None:
        """End the threads that load thumbnails."""
        self._thumbnails.stop()

    def _connect(self) -> None:
        self.grid.opened.connect(self.show_viewer)
        self.grid.current_photo_changed.connect(lambda _id: self._calm.start())
        self.grid.thumbnail_side_changed.connect(self.header.zoom.setValue)
        self.header.thumbnail_side_chosen.connect(self.grid.set_thumbnail_side)
        self.header.source_cleared.connect(self.leave_source)

    async def _list(self, generation: int) -> None:
        sorting = dataclasses.replace(self.sorting, expanded=self._session.tagger.expanded)
        likeness = self.likeness
        text = self.query if likeness is None else self._search

        def stale() -> bool:
            return generation != self._generation

        started = time.monotonic()
        try:
            first = await self._session.read_soon(first_page, text, sorting, likeness)
        except QueryError as error:
            if not stale():
                self.search_failed.emit(error)
                self.first_page.settle()
            return
        if stale():
            return
        starting, late = not self.first_page.shown, time.monotonic() - started > _PATIENCE_S
        if first and (starting or late):  # of an empty library nothing is painted that could be waited for
            self._show_first(first)
            if starting:
                await self.first_page.wait()
            first = None
        listing = asyncio.ensure_future(self._all(text, sorting, likeness, stale))
        try:
            if first is not None:
                await asyncio.wait({listing}, timeout=_PATIENCE_S)
                if not listing.done() and not stale():
                    self._show_first(first)
            every = await listing
        finally:
            listing.cancel()
        if every is None or stale():
            return
        found, rows = every
        self.search_failed.emit(None)
        self.model.set_ids(rows, sections(found, sorting), found.scores)
        if not len(found.ids):
            self.first_page.settle()
        if self.grid.current_photo() is None and len(found.ids):
            self.grid.select_photo(found.ids[0])
        self._tell_place(len(found.ids))
        self.listed.emit(found)
        self._calm.start()
        self.place_changed.emit()

    async def _all(
        self, text: str, sorting: Sorting, likeness: Likeness | None, stale: Callable[[], bool]
    ) -> tuple[Listing, Rows] | None:
        def run(db: Database) -> tuple[Listing, Rows]:
            found = listed(db, text, sorting, likeness, stale)
            rows = Rows(found.ids)
            rows.prepare()
            return found, rows

        try:
            return await self._session.read(run)
        except Cancelled:
            return None

    def _show_first(self, ids: array[int]) -> None:
        """Show the first photos while the others are looked up; how many they are is not known yet."""
        self.search_failed.emit(None)
        self.model.set_ids(ids)
        if self.grid.current_photo() is None and ids:
            self.grid.select_photo(ids[0])
        self._tell_place(None)

    def _tell_place(self, count: int | None) -> None:
        title, somewhere = self._source_title, bool(self._source_query)
        if self.likeness is not None:
            title, somewhere = self.tr("Similar to {photo}").format(photo=self.likeness.name), True
        self.header.show_place(title, count, source=somewhere, search=self._search)

    def _fetch_summaries(self, ids: Sequence[int], done: Callable[[Sequence[PhotoSummary]], object]) -> None:
        self._session.start(self._summaries(ids, done))

    async def _summaries(self, ids: Sequence[int], done: Callable[[Sequence[PhotoSummary]], object]) -> None:
        found: Sequence[PhotoSummary] = ()
        try:
            found = await self._session.read_soon(photos.summaries, ids)
        finally:
            done(found)

    # One photo

    def _load_current(self) -> None:
        self._calm.stop()
        self._photo_generation += 1
        self._session.start(self._load(self.grid.current_photo(), self._photo_generation))

    async def _load(self, photo_id: PhotoId | None, generation: int) -> None:
        if photo_id is None:
            self._told = None
            self.viewer.show_nothing()
            self.photo_shown.emit(None, [], False)
            return
        hidden = bool(self._session.tagger.settings.get("review.show_hidden"))
        photo, found, recognised = await self._session.read(_known, photo_id, hidden)
        if generation != self._photo_generation or photo is None:
            return
        self._told = photo_id
        self.photo_shown.emit(photo, found, recognised)
        if self.in_viewer:
            self._session.start(self._show(photo, found, generation))

    async def _show(self, photo: Photo, found: Sequence[Suggestion], generation: int) -> None:
        """Bring the photo into the viewer: its thumbnail at once, the rest when it is decoded."""
        again = self.viewer.photo is not None and self.viewer.photo.id == photo.id
        self.viewer.show_photo(photo)
        self.viewer.view.set_suggestions(found)
        row = self.model.row_of(photo.id)
        self.viewer.show_position(row + 1, len(self.model.rows.ids))
        if photo.state is not PhotoState.OK or (again and self.viewer.view.is_sharp()):
            return
        content = await self._session.call(self._session.tagger.thumbnails.get, photo.id)
        if content and generation == self._photo_generation:
            self.viewer.show_thumbnail(QImage.fromData(content))
        try:
            picture = await self.loader.load(photo)
        except PhotoError as error:
            away = await self._session.read(photos.is_away, photo.id)
            if generation == self._photo_generation and away and content:
                self.viewer.keep_small()
            elif generation == self._photo_generation:
                self.viewer.show_error(error.message, error.advice)
            return
        if generation != self._photo_generation:
            return
        self.viewer.show_image(picture)
        following = self.model.id_at(row + 1)
        if following is not None:
            await self.loader.prepare(await self._session.read(photos.photo, following))


def _known(db: Database, photo_id: PhotoId, hidden: bool) -> tuple[Photo | None, list[Suggestion], bool]:
    photo = photos.photo(db, photo_id)
    found = suggestions.of_photo(db, photo_id, hidden=hidden)
    return photo, found, suggestions.recognised(db, photo_id)
