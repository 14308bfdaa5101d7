"""Keeps the page of the sidecars up to date, and does what is asked for there."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal

from tagger.app import Tagger
from tagger.changes import Change, SidecarsWritten
from tagger.entities import PhotoId
from tagger.errors import Cancelled
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.outside.programs import shown
from tagger.gui.pages import Pages
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.sidecars import telling
from tagger.gui.sidecars.page import SidecarPage
from tagger.gui.sidecars.rows import Row
from tagger.gui.words import counted
from tagger.metadata.difference import differences
from tagger.metadata.sidecars import SidecarResult
from tagger.review import sidecars
from tagger.review.conflicts import Choice
from tagger.settings.declared import DECLARED
from tagger.store import conflicts, photos
from tagger.store.conflicts import Conflict
from tagger.store.database import Database

_TOLD_AT_ONCE = 200


class Sidecars(Part):
    """The commands about sidecars.

    Attributes:
        page: The page.
    """

    _looked = Signal(int, object)

    def __init__(self, session: Session, activity: Activity, pages: Pages, browser: Browser) -> None:
        super().__init__(pages)
        self._session, self._activity, self._pages, self._browser = session, activity, pages, browser
        self._looks = self._details = 0
        self._seen = False
        self.page = SidecarPage()
        pages.add(self.page, self.page.take_focus)
        page = self.page
        page.left.connect(pages.back)
        page.preview.again.clicked.connect(self.look)
        page.preview.write.clicked.connect(self._write)
        page.preview.chosen.connect(self._show_details)
        page.tabs.currentChanged.connect(self._show_tab)
        page.conflicts.settled.connect(lambda found, choice: session.start(self._settle(found, choice)))
        page.conflicts.opened.connect(self._show_photo)
        page.failures.opened.connect(self._show_photo)
        page.failures.retried.connect(self._retry)
        self._looked.connect(self._take)
        activity.sidecars_failed.connect(self._take_failures)
        session.changed.connect(self._changed)
        session.setting_changed.connect(self._setting_changed)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Looking at what would be written, and at the conflicts."""
        return {"preview_sidecars": self._open_preview, "sidecar_conflicts": self._open_conflicts}

    def begin(self, actions: Actions) -> None:
        """Count the conflicts."""
        self._say_settings()
        self._session.start(self._read_conflicts())

    # What would be written

    def _open_preview(self) -> None:
        self._pages.show_page(self.page)
        self.page.preview.begin()  # so that showing it begins no look of its own
        self.page.show_side(self.page.preview)
        self.look()

    def write_or_look(self) -> None:
        """Write what is due; where the settings say so, show it first."""
        preview = self.page.preview
        seen = self.page.isVisible() and self.page.tabs.currentWidget() is preview and preview.write.isEnabled()
        if seen or not self._session.tagger.settings.get("sidecars.show_first"):
            self._write()
        else:
            self._open_preview()

    def look(self) -> None:
        """Work out what would be written."""
        self._drop_look()
        self.page.preview.begin()
        self._activity.do(f"preview {self._looks}", self.tr("Looking what would be written"), self._look)

    def _drop_look(self) -> None:
        """Whatever is being looked for is no longer of interest."""
        self._looks += 1
        self._seen = False
        self._say_settings()
        work = self._activity.work(f"preview {self._looks - 1}")
        if work is not None:
            work.control.cancel()

    def _forget_or_look(self) -> None:
        """What was seen is out of date: look again where it is in view, else as soon as it is."""
        if self.page.isVisible() and self.page.tabs.currentWidget() is self.page.preview:
            self.look()
        else:
            self._drop_look()
            self.page.preview.forget()
            self.page.say_counts()

    def _show_tab(self) -> None:
        preview = self.page.preview
        if self.page.isVisible() and self.page.tabs.currentWidget() is preview and not preview.known:
            self.look()

    async def _look(self, work: Work) -> None:
        looks, tagger = self._looks, self._session.tagger

        def run() -> tuple[int, int]:
            waiting: list[Row] = []
            count, refused = 0, 0
            for photo_id, result in _results(tagger, work):
                row = telling.result_row(result, photo_id)
                if row is not None:
                    waiting.append(row)
                    count += result.error is None
                    refused += result.error is not None
                # A list lays all of its rows out anew with each that come: the more it holds, the more come at once.
                if len(waiting) >= max(_TOLD_AT_ONCE, count // 20):
                    self._looked.emit(looks, waiting)
                    waiting = []
            self._looked.emit(looks, waiting)
            return count, refused

        try:
            count, refused = await self._session.work(run)
        except Cancelled:
            if looks == self._looks:  # else a later look took its place, of which nobody wants to be told
                raise
            return
        if looks != self._looks:
            return
        nothing = self.tr("Nothing is to be written: the sidecars say what the library says.")
        one = self.tr("1 sidecar would change. Nothing has been written yet.")
        many = self.tr("{n} sidecars would change. Nothing has been written yet.")
        text = counted(count, one, many) if count or refused else nothing
        if refused:
            text += " " + counted(refused, self.tr("1 cannot be written."), self.tr("{n} cannot be written."))
        self.page.preview.note.setText(text)
        self._seen = bool(count)
        self._say_settings()

    def _take(self, looks: int, rows: list[Row]) -> None:
        if looks == self._looks:
            self.page.preview.add(rows)
            self.page.say_counts()

    def _show_details(self, photo_id: int) -> None:
        self._details += 1
        self._session.start(self._read_details(photo_id, self._details))

    async def _read_details(self, photo_id: int, details: int) -> None:
        export = functools.partial(self._session.tagger.export_sidecars, [photo_id], dry_run=True)

        def run() -> list[Row]:
            rows: list[Row] = []
            for result in export():
                rows += telling.error_rows(result.error) if result.error else []
                rows += telling.difference_rows(differences(result))
            return rows

        rows = await self._session.call(run)
        if details == self._details:
            self.page.preview.show_details(photo_id, rows)

    def _write(self) -> None:
        self._activity.write_sidecars()

    # Conflicts

    def _open_conflicts(self) -> None:
        self._pages.show_page(self.page)
        self.page.show_side(self.page.conflicts)
        self._session.start(self._read_conflicts())

    async def _read_conflicts(self) -> None:
        found = await self._session.read(conflicts.all_of)
        ids = list({each.photo_id for each in found})
        self.page.conflicts.fill(found, await self._session.call(_names, self._session.tagger, ids))
        self.page.say_counts()

    async def _settle(self, found: Sequence[Conflict], choice: Choice) -> None:
        settled = await self._session.call(self._session.tagger.settle_conflicts, found, choice)
        await self._read_conflicts()
        text = counted(settled, self.tr("1 conflict is settled."), self.tr("{n} conflicts are settled."))
        noted = choice is Choice.THEIRS and any(not each.property.startswith("region:") for each in found)
        self._session.messages.say(text, key="conflicts", undoable=noted and settled > 0)

    # Failures

    def _take_failures(self, found: Sequence[SidecarResult]) -> None:
        self._session.start(self._list_failures(found))

    async def _list_failures(self, found: Sequence[SidecarResult]) -> None:
        ids = await self._session.read(_ids_of, [each.photo_path for each in found])
        rows = [telling.failure_row(each, ids[each.photo_path]) for each in found if each.photo_path in ids]
        self.page.failures.fill(rows)
        self.page.say_counts()
        if rows and self._pages.currentWidget() is self.page:
            self.page.show_side(self.page.failures)

    def show_failures(self) -> None:
        """Show what could not be written."""
        self._pages.show_page(self.page)
        self.page.show_side(self.page.failures)

    def _retry(self, photo_ids: Sequence[int]) -> None:
        self._activity.write_sidecars(photo_ids=photo_ids)

    def _show_photo(self, photo_id: int) -> None:
        self._pages.show_page(self._browser)
        self._browser.grid.select_photo(PhotoId(photo_id))

    # What changes

    @property
    def _may_write(self) -> bool:
        return self._session.tagger.settings.get("sidecars.write") != "never"

    def _changed(self, change: Change) -> None:
        if isinstance(change, SidecarsWritten):
            self._session.start(self._read_conflicts())
            self._forget_or_look()

    def _setting_changed(self, name: str) -> None:
        if name.startswith("sidecars."):
            self._say_settings()

    def _say_settings(self) -> None:
        """Whose habit names new sidecars, and whether any is written."""
        settings, preview = self._session.tagger.settings, self.page.preview
        naming = DECLARED["sidecars.naming"]
        chosen = naming.named[naming.choices.index(str(settings.get("sidecars.naming")))]
        habit = QCoreApplication.translate("Settings", chosen)
        preview.habit.setText(self.tr("Names of new sidecars: {habit}").format(habit=habit))
        preview.write.setToolTip("" if self._may_write else self.tr("The settings say that no sidecar is written."))
        preview.write.setEnabled(self._seen and self._may_write)


def _results(tagger: Tagger, work: Work) -> Iterator[tuple[int, SidecarResult]]:
    """What an export of all that is due would come to, by photo."""
    ids = tagger.store.read(sidecars.due)
    by_path = {path: photo_id for photo_id, path in tagger.paths(ids).items()}
    for result in tagger.export_sidecars(ids, dry_run=True, progress=work.tell, control=work.control):
        yield by_path[result.photo_path], result


def _names(tagger: Tagger, photo_ids: Sequence[int]) -> dict[int, str]:
    """The names of photos, as they are shown."""
    return {i: shown(os.path.basename(path)) for i, path in tagger.paths(photo_ids).items()}


def _ids_of(db: Database, paths: Sequence[str]) -> dict[str, int]:
    return {path: int(found) for path in paths if (found := photos.id_of(db, path)) is not None}
