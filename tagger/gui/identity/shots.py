"""Shots with several files, shown as one photo or each; and going to other files of a photo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tagger.entities import Photo, PhotoId
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.identity.same_files import SameFiles, SameFilesView, same_files
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.store import stacks


class Shots(Part):
    """Shows the files of a shot as one photo, where the setting says so, and each of them when asked."""

    def __init__(self, session: Session, browser: Browser, view: SameFilesView) -> None:
        super().__init__(browser)
        self._session, self._browser, self._view = session, browser, view
        self._photo: Photo | None = None
        self._wanted: PhotoId | None = None
        self._generation = 0
        self._take("grid.stack_pairs")
        browser.photo_shown.connect(self._show)
        browser.listed.connect(lambda _found: self._arrive())
        view.chosen.connect(self.go_to)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Opening a shot, and going on to the next file of a photo."""
        return {"open_shot": self._toggle, "next_file": self._next, "unstack": self._unstack}

    def begin(self, actions: Actions) -> None:
        """Follow the settings."""
        self._session.setting_changed.connect(self._take)

    def enable(self, actions: Actions) -> None:
        """Only a shot with several files can be opened."""
        photo = self._photo
        stacked = self._session.tagger.expanded is not None and photo is not None and photo.stack_id is not None
        actions.enable(stacked, "open_shot", "unstack")
        actions.enable(photo is not None and (photo.stack_id is not None or photo.copies > 0), "next_file")

    def go_to(self, photo_id: PhotoId) -> None:
        """Show a photo, whatever has to be listed for it."""
        if not self._browser.grid.select_photo(photo_id):
            self._session.start(self._open_for(photo_id))

    async def _open_for(self, photo_id: PhotoId) -> None:
        leader = await self._session.read(stacks.leader, photo_id)
        expanded = self._session.tagger.expanded
        self._wanted = photo_id
        if leader is not None and expanded is not None and leader != photo_id:
            self._session.tagger.expanded = expanded | {leader}
        if leader is not None and self._browser.grid.select_photo(leader):
            self._browser.refresh()
        else:  # it is not where one looks now
            self._browser.search("")
            self._browser.leave_source()

    def _arrive(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self._browser.grid.select_photo(wanted):
            self._session.messages.say(self.tr("This file is not in the list that is shown."), key="file")

    def _show(self, photo: Photo | None, *_rest: object) -> None:
        self._photo = photo
        self._generation += 1
        if photo is None or (photo.stack_id is None and not photo.copies):
            self._view.show_files(SameFiles(), None)
            return
        self._session.start(self._load(photo.id, self._generation))

    async def _load(self, photo_id: PhotoId, generation: int) -> None:
        found = await self._session.read(same_files, photo_id)
        if generation == self._generation:
            self._view.show_files(found, photo_id)

    def _toggle(self) -> None:
        expanded, photo = self._session.tagger.expanded, self._photo
        if expanded is None or photo is None or photo.stack_id is None:
            return
        leader = photo.stack_id
        self._session.tagger.expanded = expanded - {leader} if leader in expanded else expanded | {leader}
        if leader in expanded:
            self._browser.grid.select_photo(leader)
        self._browser.refresh()

    def _unstack(self) -> None:
        if self._photo is not None:
            self._session.start(self._take_apart(self._photo.id))

    async def _take_apart(self, photo_id: PhotoId) -> None:
        if await self._session.call(self._session.tagger.unstack, photo_id):
            await self._session.say_done("stack")
        else:
            text = self.tr("RAW and JPEG of one shot stay together; the settings say whether they are shown as one.")
            self._session.messages.say(text, key="stack")

    def _next(self) -> None:
        if self._photo is not None:
            self._session.start(self._go_on(self._photo.id))

    async def _go_on(self, photo_id: PhotoId) -> None:
        """Around all files of the photo, by their numbers."""
        found = await self._session.read(same_files, photo_id)
        others = sorted({each for each, _path in (*found.shot, *found.copies)} - {photo_id})
        if others:
            self.go_to(next((each for each in others if each > photo_id), others[0]))

    def _take(self, name: str) -> None:
        tagger = self._session.tagger
        if name == "grid.stack_pairs":
            on = bool(tagger.settings.get(name))
            tagger.expanded = frozenset() if on else None
            self._browser.refresh()
        elif name == "grid.stack_front":
            self._session.start(self._session.work(tagger.restack))
