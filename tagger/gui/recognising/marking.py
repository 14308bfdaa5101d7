"""Marks folders, tags and photos never to be sent, and shows which are."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QMenu

from tagger.changes import Change, JournalChanged
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.part import Part
from tagger.gui.recognising.sentences import number_of_photos
from tagger.gui.session import Session
from tagger.gui.sources.model import SourceRole
from tagger.gui.sources.panel import SourcesPanel
from tagger.store.never_upload import Mark

_PLACES = ("never_send_place", "may_send_place")


class Marking(Part):
    """The commands of what must never be sent."""

    def __init__(
        self, session: Session, browser: Browser, sources: SourcesPanel, changed: Callable[[], object]
    ) -> None:
        """``changed`` is called when something was marked, or a mark was taken away."""
        super().__init__(browser)
        self._session, self._browser, self._sources, self._changed = session, browser, sources, changed
        self._actions: Actions | None = None
        self._tags_marked = False
        session.changed.connect(self._follow)
        sources.tree.menu_wanted.connect(self._show_menu)
        sources.tree.selectionModel().currentChanged.connect(lambda *_: self._enable_place())
        sources.model.modelReset.connect(self._enable_place)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Marking what is selected."""
        return {
            "never_send": lambda: self._session.start(self._mark_photos(marked=True)),
            "may_send": lambda: self._session.start(self._mark_photos(marked=False)),
            "never_send_place": lambda: self._session.start(self._mark_place(marked=True)),
            "may_send_place": lambda: self._session.start(self._mark_place(marked=False)),
        }

    def begin(self, actions: Actions) -> None:
        """Show the marks there are."""
        self._actions = actions
        self._enable_place()
        self._session.start(self.read())

    def enable(self, actions: Actions) -> None:
        """Selected photos can be marked."""
        actions.enable(self._browser.grid.current_photo() is not None, "never_send", "may_send")

    def _follow(self, change: Change) -> None:
        """A tag that is marked may have another name now, or another one may lie in it."""
        if self._tags_marked and isinstance(change, JournalChanged):
            self.refresh()

    def refresh(self) -> None:
        """Marks were taken away elsewhere."""
        self._session.start(self.read())

    async def read(self) -> None:
        """Show in the sources which folders and tags are marked."""
        marks = await self._session.call(self._session.tagger.services.marks)
        folders = [str(value) for kind, value in marks if kind is Mark.FOLDER]
        tags = [str(value) for kind, value in marks if kind is Mark.TAG]
        self._tags_marked = bool(tags)
        self._sources.model.set_private(folders, tags)
        self._sources.tree.viewport().update()
        self._enable_place()

    async def _mark_photos(self, *, marked: bool) -> None:
        ids = self._browser.targets()
        await self._session.call(self._session.tagger.services.never_upload_photos, ids, marked=marked)
        still = await self._session.call(self._session.tagger.services.private, ids)
        if marked:
            text = self.tr("{photos} will never be sent to any service.")
        elif still:
            text = self.tr("{photos} stay marked by their folder or tag.")
        else:
            text = self.tr("{photos} may be sent again, if you say so.")
        number = number_of_photos(len(still) if still and not marked else len(ids))
        self._session.messages.say(text.format(photos=number), key="marks")
        self._changed()

    async def _mark_place(self, *, marked: bool) -> None:
        place = self._place()
        if place is not None:
            kind, value = place
            await self._session.call(self._session.tagger.services.never_upload, kind, value, marked=marked)
            await self.read()
            self._changed()

    def _place(self) -> tuple[Mark, str] | None:
        """The folder or tag of the current row of the sources."""
        key = str(self._sources.tree.currentIndex().data(SourceRole.KEY) or "")
        what, colon, value = key.partition(":")
        if not colon or what not in (Mark.FOLDER, Mark.TAG):
            return None
        return Mark(what), value

    def _enable_place(self) -> None:
        if self._actions is None:
            return
        place = self._place()
        marked = place is not None and self._sources.model.marked(*place)
        self._actions.enable(place is not None and not marked, "never_send_place")
        self._actions.enable(marked, "may_send_place")

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        """The menu of a folder below the roots, which has no other; those of roots and tags have these commands too."""
        key = str(index.data(SourceRole.KEY))
        if self._actions is None or not key.startswith("folder:"):
            return
        self._sources.point_at(index)
        self._enable_place()
        if str(index.parent().data(SourceRole.KEY)) == "folders":
            return
        menu = QMenu(self._sources)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in _PLACES:
            menu.addAction(self._actions[name])
        menu.popup(place)
