"""Searching for duplicates in the window: its steps, and what is said before, meanwhile and after."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tagger.changes import PhotosChanged
from tagger.errors import Cancelled, TaggerError
from tagger.gui.duplicates.groups_pane import GroupsPane
from tagger.gui.duplicates.words import step_text
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.language.core import said_of
from tagger.gui.session import Session
from tagger.gui.words import counted
from tagger.progress import Progress

JOB = "duplicates"
_AFTER_HASHES = ("embeddings", "crops")


class Searching(QObject):
    """Runs the search and shows in the pane how it stands.

    Attributes:
        empty: Whether the library has no photo.

    Signals:
        turned(): a search has begun or turned.
    """

    turned = Signal()

    def __init__(self, session: Session, activity: Activity, pane: GroupsPane) -> None:
        super().__init__(pane)
        self._session, self._activity, self._pane = session, activity, pane
        self._searched = False
        self.empty = False
        self._failed = ""

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._activity.runs(JOB)

    def find(self) -> None:
        """Search the library, unless that is under way."""
        if self.running:
            return
        self._failed = ""
        self._activity.do(JOB, self.tr("Finding duplicates"), self._find)
        work = self._activity.work(JOB)
        if work is not None:
            self._pane.show_work(work)
            work.progressed.connect(lambda: self._show_step(work))
            work.finished.connect(self.turned)
        if not self._pane.has_groups:
            self.show_listed(0, 0)
        self.turned.emit()

    async def _find(self, work: Work) -> None:
        tagger, early = self._session.tagger, False

        def progressed(progress: Progress) -> None:
            nonlocal early
            work.tell(progress)
            if progress.current in _AFTER_HASHES and not early:
                early = True  # what hashes tell is kept by now, and can be looked at
                tagger.changes.tell(PhotosChanged(restated=True))

        try:
            found = await self._session.work(tagger.find_duplicates, progress=progressed, control=work.control)
        except Cancelled:
            self._failed = self.tr("It was stopped. What was computed until then is kept, so it goes on from there.")
            raise
        except TaggerError as error:
            self._failed = said_of(error)
            raise
        finally:
            tagger.changes.tell(PhotosChanged(restated=True))
        text = counted(len(found), self.tr("1 group of duplicates found."), self.tr("{n} groups of duplicates found."))
        self._session.messages.say(text if found else self.tr("No duplicates were found."), key="duplicates")

    def _show_step(self, work: Work) -> None:
        work.title = step_text(work.progress.current)

    def show_state(self, searched: bool, *, empty: bool) -> None:
        """Take over whether there was a search, and whether the library is empty."""
        self._searched, self.empty = searched, empty
        words = self.tr("Find again") if searched else self.tr("Find duplicates")
        self._pane.header.search.setText(f" {words}")

    def show_listed(self, groups: int, listed: int) -> None:
        """Show the list, or say why there is none."""
        pane = self._pane
        if listed:
            pane.show_groups(True)
            return
        if groups:
            text = self.tr("None of the groups is of this kind and certainty.")
            pane.notice.say("filter", self.tr("Nothing to list"), text, self.tr("List all groups"))
        elif self.running:
            text = self.tr("The first groups come as soon as the hashes are compared.")
            pane.notice.say("duplicates", self.tr("Looking for duplicates…"), text)
        elif self.empty:
            text = self.tr("There are no photos to compare yet. Add a folder with some first.")
            pane.notice.say("folder_open", self.tr("The library is empty"), text, self.tr("Add a folder…"))
        elif self._failed:
            pane.notice.say("error", self.tr("The search turned early"), self._failed, self.tr("Try again"))
        elif self._searched:
            text = self.tr("No photo of the library looks like another one.")
            pane.notice.say("accept", self.tr("No duplicates"), text, self.tr("Look again"))
        else:
            text = self.tr(
                "Photos are compared by what they show: copies, smaller and edited versions, turned and mirrored ones,"
                " and crops. Nothing is changed by looking; what goes is decided by you."
            )
            pane.notice.say("duplicates", self.tr("Find near-duplicates"), text, self.tr("Find duplicates"))
        pane.show_groups(False)
