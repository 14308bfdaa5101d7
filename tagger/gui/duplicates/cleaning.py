"""Cleaning up in the window: the plan, writing it down, carrying it out, and what is held afterwards."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from tagger.duplicates.plan import Discard, Plan, Spared
from tagger.duplicates.plan_file import write_plan
from tagger.entities import TagPath
from tagger.gui.duplicates.deciding import Deciding
from tagger.gui.duplicates.groups_pane import GroupsPane
from tagger.gui.duplicates.held_pane import HeldPane
from tagger.gui.duplicates.marks import Marks, Sorted
from tagger.gui.duplicates.plan_pane import GO, PlanPane, shown
from tagger.gui.duplicates.words import bytes_text
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.work import Work
from tagger.gui.language.core import said
from tagger.gui.messages import Level
from tagger.gui.session import Session
from tagger.gui.words import counted

JOB = "cleanup"
TAG = TagPath("Duplicate")
_NAMED = 3


class Cleaning(QObject):
    """Makes plans of the groups that are listed and carries them out.

    Attributes:
        plan, held: The panes.

    Signals:
        finished(): a cleanup has ended.
    """

    finished = Signal()

    def __init__(self, session: Session, activity: Activity, groups: GroupsPane, marks: Marks) -> None:
        super().__init__(groups)
        self._session, self._activity, self._groups, self._marks = session, activity, groups, marks
        self.plan, self.held = PlanPane(), HeldPane()
        self._whole = Plan((), ())
        self._generation = 0
        self.held.emptied.connect(self._empty)
        self.plan.apply.clicked.connect(lambda: self.apply())
        self.plan.elsewhere.clicked.connect(self._ask_folder)
        self.plan.tag.clicked.connect(lambda: session.start(self._tag()))
        self.plan.stack.clicked.connect(lambda: session.start(self._stack()))

    @property
    def running(self) -> bool:
        """Whether a cleanup is under way."""
        return self._activity.runs(JOB)

    def make(self, group_ids: Sequence[int] | None) -> None:
        """Plan a cleanup of these groups, or of all; what rules do not decide is left for the eye."""
        self._generation += 1
        self._whole = Plan((), ())
        self.plan.show_making()
        self._session.start(self._make(group_ids, self._generation))

    async def _make(self, group_ids: Sequence[int] | None, generation: int) -> None:
        plan = await self._session.work(self._session.tagger.cleanup_plan, group_ids, only_clear=False)
        if generation == self._generation:
            self._whole = plan
            self.plan.show_plan(self._sorted(), busy=self.running)

    def show_marks(self) -> None:
        """Take over what was marked meanwhile."""
        if self.plan.isVisible():
            self.plan.show_plan(self._sorted(), busy=self.running)

    def current(self) -> Discard | Spared | None:
        """The record of the plan that keys are about."""
        found = self.plan.table.current
        return found if isinstance(found, Discard | Spared) else None

    def mark_current(self, deciding: Deciding) -> None:
        """Let the photo of the current row go, or let it stay."""
        record = self.current()
        if isinstance(record, Discard) or (record is not None and self._marks.decided(record.photo.id)):
            deciding.mark_photo(record.photo, goes=self.plan.part != GO)
        elif record is not None:
            text = self.tr("This photo stays: {reason}").format(reason=said(record.words))
            self._session.messages.say(text, key="mark")

    def apply(self, place: str | None = None) -> None:
        """Carry the plan out: hold the files, or move them to a folder, in the tree they are in."""
        plan = self._sorted().plan
        if not plan.discards or self.running:
            return
        self._activity.do(JOB, self.tr("Cleaning up"), functools.partial(self._apply, plan=plan, place=place))
        work = self._activity.work(JOB)
        if work is not None:
            self._groups.show_work(work)
        self.show_marks()

    async def _apply(self, work: Work, *, plan: Plan, place: str | None) -> None:
        tagger = self._session.tagger
        try:
            clean_up = functools.partial(tagger.clean_up, plan, place=place)
            done = await self._session.work(clean_up, progress=work.tell, control=work.control)
        finally:
            self._whole = Plan((), ())
            self.finished.emit()
        for problem in done.problems[:_NAMED]:
            self._session.messages.say(said(problem), Level.WARNING, key=problem)
        if len(done.problems) > _NAMED:
            left = len(done.problems) - _NAMED
            text = counted(left, self.tr("And 1 more was left alone."), self.tr("And {n} more were left alone."))
            self._session.messages.say(text, Level.WARNING, details="\n".join(done.problems), key="cleanup-left")
        photos = counted(len(done.photo_ids), self.tr("1 photo is held"), self.tr("{n} photos are held"))
        text = self.tr("{photos}; emptying frees {size}.").format(photos=photos, size=bytes_text(done.freed_bytes))
        if place is not None:
            moved = counted(len(done.photo_ids), self.tr("1 photo"), self.tr("{n} photos"))
            text = self.tr("{photos} moved to {folder}.").format(photos=moved, folder=shown(place))
        undoable = bool(done.photo_ids)
        if not undoable:
            text = self.tr("Nothing was moved.")
        self._session.messages.say(text, key="cleanup", undoable=undoable)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self.plan, self.tr("Move the photos to a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.apply)
        dialog.open()

    async def _tag(self) -> None:
        """Move nothing, only tag what would go."""
        await self._session.call(self._session.tagger.tag_duplicates, self._sorted().plan, TAG)
        await self._session.say_done("cleanup")

    async def _stack(self) -> None:
        """Move nothing, only let what would go stand behind what is kept."""
        await self._session.call(self._session.tagger.stack_duplicates, self._sorted().plan)
        self.finished.emit()
        await self._session.say_done("cleanup")

    def _sorted(self) -> Sorted:
        return self._marks.sorted_out(self._whole)

    # On paper

    def ask_where(self) -> None:
        """Ask for the file to write the plan to."""
        dialog = QFileDialog(self.plan, self.tr("Export the plan"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Table (*.csv)"), self.tr("JSON (*.json)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("tagger-cleanup.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._session.start(self.export(Path(path))))
        dialog.open()

    async def export(self, path: Path) -> None:
        """Write the plan down, as JSON where the name ends so, else as a table."""
        count = await self._session.call(write_plan, path, self._sorted().whole)
        text = counted(
            count, self.tr("1 line was written to the file."), self.tr("{n} lines were written to the file.")
        )
        self._session.messages.say(text, key="export")

    # What is held

    def show_held(self) -> None:
        """Look up what is held."""
        self._session.start(self._show_held())

    async def _show_held(self) -> None:
        self.held.show_files(await self._session.call(self._session.tagger.held_files))
        if self.held.isVisible():
            self.held.take_focus()

    def _empty(self, days: int) -> None:
        self._activity.do("empty", self.tr("Moving to the trash"), functools.partial(self._emptying, days=days))

    async def _emptying(self, work: Work, *, days: int) -> None:
        empty = functools.partial(self._session.tagger.empty_held, days=days)
        done = await self._session.work(empty, progress=work.tell, control=work.control)
        for problem in done.problems[:_NAMED]:
            self._session.messages.say(said(problem), Level.WARNING, key=problem)
        count = len(done.photo_ids)
        text = counted(count, self.tr("1 photo is in the trash"), self.tr("{n} photos are in the trash"))
        self._session.messages.say(f"{text} ({bytes_text(done.bytes)}).", key="cleanup")
        await self._show_held()
