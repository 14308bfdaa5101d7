"""Near-duplicates in the window: finding them, listing them, and what can be done with each group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from tagger.changes import Change, JournalChanged, PhotosChanged
from tagger.duplicates.holding import held_total
from tagger.duplicates.overview import Detailed, Entry, detailed, overview
from tagger.entities import PhotoId
from tagger.gui.commands import COMMANDS, Actions, Place
from tagger.gui.compare.comparing import ELSEWHERE
from tagger.gui.duplicates.arranging import arranged, settled, totals
from tagger.gui.duplicates.buttons import bind
from tagger.gui.duplicates.cleaning import Cleaning
from tagger.gui.duplicates.comparing import DIFFERENCE, PEAKING, PLAIN, Comparison
from tagger.gui.duplicates.deciding import Deciding
from tagger.gui.duplicates.fact import Telling
from tagger.gui.duplicates.groups_pane import GroupsPane
from tagger.gui.duplicates.model import GroupModel
from tagger.gui.duplicates.page import DuplicatesPage
from tagger.gui.duplicates.parting import Parting
from tagger.gui.duplicates.rules_panel import RulesPanel
from tagger.gui.duplicates.ruling import Ruling
from tagger.gui.duplicates.searching import Searching
from tagger.gui.duplicates.view import GroupView
from tagger.gui.grid.thumbnails import ThumbnailLoader
from tagger.gui.part import Part
from tagger.gui.parts.frame import Frame
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.viewing import Viewing
from tagger.store import duplicates
from tagger.store.database import Database

_AGAIN_MS = 250
_ABOUT_GROUP = (
    *("duplicates_next", "duplicates_previous", "duplicates_next_photo", "duplicates_previous_photo"),
    *("duplicates_keeper", "duplicates_mark_others", "duplicates_apart", "duplicates_photo_apart"),
)
_WHILE_COMPARING = ("duplicates_flip", "duplicates_difference", "duplicates_peaking")
_OVERLAYS = {"duplicates_difference": DIFFERENCE, "duplicates_peaking": PEAKING}


class Duplicates(Part):
    """Connects the page with the library.

    Attributes:
        page: Where everything is.
        pane: The groups on it.
    """

    def __init__(self, frame: Frame, viewing: Viewing, reviewing: Reviewing) -> None:
        super().__init__(frame.browser)
        self._session, self._pages = frame.session, frame.pages
        self._reviewing = reviewing
        self._actions: Actions | None = None
        self._loader = ThumbnailLoader(frame.session.tagger.thumbnail, self)
        self.deciding = Deciding(frame.session, reviewing.in_turn, self)
        self.model = GroupModel(self._fetch, self.deciding.marks, self)
        rules = RulesPanel()
        self.ruling = Ruling(frame.session, rules)
        self.pane = GroupsPane(GroupView(self.model, self._loader), rules)
        self.comparison = Comparison(frame.session, frame.browser, self.pane.view, self.model)
        self.cleaning = Cleaning(frame.session, frame.activity, self.pane, self.deciding.marks)
        self.parting = Parting(frame.session, self.pane.header)
        panes = (self.comparison.pane, self.cleaning.plan, self.cleaning.held, self.parting.pane)
        self.page = DuplicatesPage(self.pane, *panes)
        self.searching = Searching(frame.session, frame.activity, self.pane)
        Telling(frame.session, frame.browser, frame.inspector.group, self.open_at)
        self._entries: Sequence[Entry] = ()
        self._generation = 0
        self._wanted: tuple[int | None, int | None] = (None, None)
        self._stale = True
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        frame.pages.add(self.page, self.page.take_focus)
        frame.session.changed.connect(self._changed)
        frame.pages.currentChanged.connect(lambda _index: self._come_into_view())
        self.pane.header.arranged.connect(lambda _by: self._arrange())
        self.pane.notice.action.connect(self._act)
        self.pane.view.moved.connect(self._moved)
        self.pane.view.opened.connect(lambda: self._trigger("duplicates_compare"))
        self.model.dataChanged.connect(lambda *_: self._moved())
        self.cleaning.plan.opened.connect(lambda: self._trigger("duplicates_compare"))
        self.cleaning.finished.connect(self._cleaned)
        self.searching.turned.connect(self._enable)
        self.deciding.marked.connect(self._repaint)
        self.deciding.kept.connect(self._kept)
        elsewhere = viewing.zoom_instead
        viewing.zoom_instead = lambda: self.comparison.pane if self.here and self.comparing else elsewhere()

    # Commands

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Everything about groups."""
        view, deciding, reviewing = self.pane.view, self.deciding, self._reviewing
        return {
            "duplicates": self.open,
            "duplicates_find": self.searching.find,
            "duplicates_next": lambda: view.go_to(view.row + 1),
            "duplicates_previous": lambda: view.go_to(view.row - 1),
            "duplicates_next_photo": lambda: self._step(1),
            "duplicates_previous_photo": lambda: self._step(-1),
            "duplicates_keeper": lambda: self._with_photo(deciding.keep),
            "duplicates_mark": self._mark,
            "duplicates_mark_others": lambda: self._with_photo(lambda group, _photo: deciding.mark_others(group)),
            "duplicates_apart": lambda: self._with_photo(lambda group, _photo: deciding.separate(group)),
            "duplicates_photo_apart": lambda: self._with_photo(deciding.separate),
            "duplicates_compare": self._compare,
            "duplicates_flip": self.comparison.flip,
            "duplicates_difference": lambda on: self._overlay(DIFFERENCE if on else PLAIN),
            "duplicates_peaking": lambda on: self._overlay(PEAKING if on else PLAIN),
            "duplicates_back": self.leave,
            "duplicates_rules": self._show_rules,
            "duplicates_plan": self._plan,
            "duplicates_export": self.cleaning.ask_where,
            "duplicates_held": self._show_held,
            "duplicates_parted": lambda: self.page.show_pane(self.parting.pane),
            "duplicates_together": lambda: reviewing.in_turn(self.parting.let_together),
        }

    def begin(self, actions: Actions) -> None:
        """Let the buttons do what the commands do, and say their keys."""
        self._actions = actions
        header, pane, plan, held = self.pane.header, self.comparison.pane, self.cleaning.plan, self.cleaning.held
        parted = self.parting.pane
        buttons: dict[QPushButton, str] = {header.search: "find", header.plan: "plan"}
        buttons |= {header.rules: "rules", header.held: "held", header.parted: "parted"}
        buttons |= {parted.together: "together"}
        buttons |= {each.back: "back" for each in (header, pane, plan, held, parted)}
        for each in (self.pane, pane):
            buttons |= {each.keeper: "keeper", each.mark: "mark", each.apart: "apart"}
        buttons |= {self.pane.compare: "compare", plan.show_group: "compare", plan.mark: "mark", plan.export: "export"}
        buttons |= {pane.difference: "difference", pane.peaking: "peaking"}
        bind(actions, {button: f"duplicates_{name}" for button, name in buttons.items()})
        self.page.pane_changed.connect(lambda _index: self._pane_changed())

    def enable(self, actions: Actions) -> None:
        """The page's commands work while it is in view; those about a group while there is one."""
        actions.enable(self.here, *(each.name for each in COMMANDS if each.place is Place.DUPLICATES))
        if not self.here:
            return
        actions.enable(False, *ELSEWHERE)
        pane, groups = self.page.pane, self.pane.has_groups
        listed, in_plan = pane is self.pane, pane is self.cleaning.plan
        actions.enable(groups and (listed or self.comparing), *_ABOUT_GROUP)
        actions.enable(self.comparing, *_WHILE_COMPARING)
        actions.enable(listed, "duplicates_rules", "duplicates_held", "duplicates_parted")
        actions.enable(pane is self.parting.pane, "duplicates_together")
        actions.enable(listed and not self.searching.running, "duplicates_find")
        actions.enable(listed and groups, "duplicates_plan")
        actions.enable(groups and (listed or in_plan), "duplicates_compare")
        actions.enable(groups and (listed or in_plan or self.comparing), "duplicates_mark")
        actions.enable(in_plan, "duplicates_export")
        if self.comparing:
            actions.enable(True, "zoom_actual", "zoom_in", "zoom_out")

    @property
    def here(self) -> bool:
        """Whether the page is in view."""
        return self._pages.currentWidget() is self.page

    def open(self) -> None:
        """Show the page."""
        self._pages.show_page(self.page)

    def open_at(self, group_id: int, photo_id: int | None = None) -> None:
        """Show the page with a group, and a photo of it."""
        self._wanted = (group_id, photo_id)
        self.page.back()
        if self.here:
            self.refresh()
        self.open()

    def leave(self) -> None:
        """Back to what was in view before, within the page or before it."""
        if self.comparing and self.comparison.pane.stacked:
            self.comparison.pane.set_stacked(False)
        elif self.page.pane is self.pane and self.pane.rules.isVisible():
            self._trigger("duplicates_rules")
        elif not self.page.back():
            self._pages.back()

    def stop(self) -> None:
        """End the threads that load thumbnails."""
        self._again.stop()
        self._loader.stop()

    # The list

    def refresh(self) -> None:
        """List the groups anew."""
        self._stale = False
        self._generation += 1
        self._session.start(self._list(self._generation))

    async def _list(self, generation: int) -> None:
        searched, empty, entries, held = await self._session.read(_known)
        if generation == self._generation:
            self._entries = entries
            self.searching.show_state(searched, empty=empty)
            self.pane.header.show_held(*held)
            self.deciding.reload()
            self.parting.reload()
            self._arrange(keep_order=True)

    def _arrange(self, *, keep_order: bool = False) -> None:
        view, model = self.pane.view, self.model
        (group_id, photo_id), self._wanted = self._wanted, (None, None)
        before, row = model.entry_at(view.row), max(view.row, 0)
        listed = arranged(self._entries, self.pane.header.arrangement)
        if group_id is not None and not any(entry.id == group_id for entry in listed):
            self.pane.header.show_everything()  # somebody asked for a group that the filter hides
            listed = arranged(self._entries, self.pane.header.arrangement)
        if group_id is None and before is not None:
            group_id, photo_id = before.id, view.photo_id()
        model.set_entries(settled(model.entries, listed) if keep_order else listed)
        self.pane.header.show_totals(totals(listed))
        self.searching.show_listed(len(self._entries), len(listed))
        found = -1 if group_id is None else model.row_of(group_id)
        entry = model.entry_at(found)
        place = entry.photo_ids.index(photo_id) if entry is not None and photo_id in entry.photo_ids else 0
        view.go_to(found if found >= 0 else row, place)
        self._enable()

    def _fetch(self, ids: Sequence[int], done: Callable[[Iterable[Detailed]], object]) -> None:
        self._session.start(self._details(ids, done))

    async def _details(self, ids: Sequence[int], done: Callable[[Iterable[Detailed]], object]) -> None:
        found: Sequence[Detailed] = ()
        policy = self._session.tagger.policy
        try:
            found = await self._session.read(lambda db: list(detailed(db, policy(), ids)))
        finally:
            done(found)

    def _changed(self, change: Change) -> None:
        if isinstance(change, JournalChanged) and self.here:
            self.deciding.reload()
        if isinstance(change, PhotosChanged):
            if change.redrawn:
                rows = self.pane.view.visible_rows()
                entries = (self.model.entry_at(row) for row in rows)
                self._loader.forget(PhotoId(i) for entry in entries if entry for i in entry.photo_ids)
            if self.here:
                self._again.start()
            else:
                self._stale = True

    def _come_into_view(self) -> None:
        if self.here and (self._stale or self._wanted[0] is not None):
            self.refresh()

    # One group

    def _with_photo(self, act: Callable[[Detailed, int], object]) -> None:
        """Do something with the current group and photo, once it is known."""
        view = self.pane.view
        group, photo_id = self.model.detailed_at(view.row), view.photo_id()
        if group is not None and photo_id is not None:
            act(group, photo_id)

    def _kept(self, group_id: int, photo_id: int) -> None:
        self._wanted = (group_id, photo_id)
        self.refresh()

    def _step(self, by: int) -> None:
        self.pane.view.step_photo(-by if self.page.isRightToLeft() else by)

    def _moved(self) -> None:
        """Another group or photo is the current one, or more is known of it."""
        if self.comparing:
            self.comparison.show()

    @property
    def comparing(self) -> bool:
        """Whether a group is compared."""
        return self.page.pane is self.comparison.pane

    def _mark(self) -> None:
        """Let the current photo go or stay; in the plan that of the current row."""
        if self.page.pane is self.cleaning.plan:
            self.cleaning.mark_current(self.deciding)
        else:
            self._with_photo(self.deciding.mark)

    def _show_rules(self, on: bool) -> None:
        self.ruling.show()
        self.pane.show_rules(on)

    def _plan(self) -> None:
        """Plan for what is listed."""
        everything = len(self.model.entries) == len(self._entries)
        self.cleaning.make(None if everything else [entry.id for entry in self.model.entries])
        self.page.show_pane(self.cleaning.plan)

    def _show_held(self) -> None:
        self.cleaning.show_held()
        self.page.show_pane(self.cleaning.held)

    def _cleaned(self) -> None:
        if self.page.pane is self.cleaning.plan:
            self.page.back()
        self._enable()

    def _compare(self) -> None:
        record = self.cleaning.current() if self.page.pane is self.cleaning.plan else None
        if record is not None:
            self.pane.view.go_to(self.model.row_of(record.group_id))
            entry = self.model.entry_at(self.pane.view.row)
            if entry is not None and record.photo.id in entry.photo_ids:
                self.pane.view.go_to(self.pane.view.row, entry.photo_ids.index(record.photo.id))
        self.comparison.show()
        self.page.show_pane(self.comparison.pane)

    def _overlay(self, overlay: str) -> None:
        self.comparison.set_overlay(overlay)
        if self._actions is not None:
            for name, each in _OVERLAYS.items():
                self._actions[name].setChecked(overlay == each)

    def _pane_changed(self) -> None:
        if not self.comparing:
            self.comparison.leave()
        self._enable()

    def _repaint(self) -> None:
        """Other photos are to go."""
        self.model.repaint()
        self.cleaning.show_marks()

    def _act(self) -> None:
        """The button of the notice."""
        if self._entries:
            self.pane.header.show_everything()
        elif self.searching.empty:
            self._trigger("add_folder")
        else:
            self.searching.find()

    def _trigger(self, name: str) -> None:
        if self._actions is not None:
            self._actions[name].trigger()

    def _enable(self) -> None:
        if self._actions is not None:
            self.enable(self._actions)


def _known(db: Database) -> tuple[bool, bool, list[Entry], tuple[int, int]]:
    """Whether there was a search, whether there is no photo, the groups, number and bytes of the files held."""
    empty = db.conn.execute("SELECT 1 FROM photos LIMIT 1").fetchone() is None
    return duplicates.state(db, "last_photo") is not None, empty, overview(db), held_total(db)
