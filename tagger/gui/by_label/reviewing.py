"""Reviewing by label: which label is in view, deciding it in one step, and going on to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from tagger.changes import Change, PhotosChanged
from tagger.entities import Decision
from tagger.errors import QueryError, TaggerError
from tagger.gui.browser import Browser
from tagger.gui.by_label.loader import CropLoader
from tagger.gui.by_label.model import CropModel
from tagger.gui.by_label.page import LabelPage
from tagger.gui.by_label.plan import Planning
from tagger.gui.by_label.visit import Visit
from tagger.gui.commands import COMMANDS, Actions, Place
from tagger.gui.icons import icon
from tagger.gui.pages import Pages
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.session import Session
from tagger.gui.sources.model import SourceRole
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.words import grouped
from tagger.review import by_label
from tagger.review.by_label import USUAL_THRESHOLD, History, Label, Shown, Waiting
from tagger.store import query
from tagger.store.database import Database
from tagger.store.query import Condition

_AGAIN_MS = 120


class Prepared(NamedTuple):
    """What is shown of a label."""

    waiting: Waiting
    history: History


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """How a label was left, or decided."""

    threshold: float
    taken_out: Sequence[int] | NDArray[np.int64] = field(default=())


class _Past(NamedTuple):
    key: str
    suggestion_id: int
    plan: Plan


class ByLabel(Part):
    """Connects the page with the library.

    A decision is shown before it is written: the next label is there at once, read ahead while the last one was looked
    at. What is undone comes back into view with the line and the outliers it had.
    """

    def __init__(
        self,
        session: Session,
        browser: Browser,
        pages: Pages,
        sources: SourcesPanel,
        inspector: Inspector,
        reviewing: Reviewing,
    ) -> None:
        super().__init__(browser)
        self._session, self._browser, self._pages, self._sources = session, browser, pages, sources
        self._in_turn = reviewing.in_turn
        self._loader = CropLoader(session.tagger.thumbnails.get, self)
        self.model = CropModel(self._fetch, self)
        self.page = LabelPage(self.model, self._loader)
        self._planning = Planning(self.page)
        self._visit = Visit(session, browser, pages, inspector, self.page)
        self._labels: list[Label] = []
        self._label: Label | None = None
        self._generation = 0
        self._ahead: dict[str, Prepared] = {}
        self._plans: dict[str, Plan] = {}
        self._done: set[str] = set()
        self._past: list[_Past] = []
        self._stale = True
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(lambda: session.start(self._refresh()))
        pages.add(self.page, self.page.view.setFocus)
        session.changed.connect(self._changed)
        sources.tree.menu_wanted.connect(self._show_menu)
        self.page.labels.chosen.connect(self.choose)
        self.page.kind.currentIndexChanged.connect(lambda _row: self._other_labels())
        self.page.view.empty_action.connect(pages.back)
        self.page.view.opened.connect(lambda _row: self._open_photo())

    # Commands

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Everything about a label."""
        return {
            **self._planning.calls(),
            "review_label": self.review,
            "label_accept": self.accept,
            "label_accept_only": lambda: self.accept(reject_below=True),
            "label_reverse": self._reverse,
            "label_scope": lambda _on: self._other_labels(),
            "label_next": lambda: self._step(1),
            "label_previous": lambda: self._step(-1),
            "label_open": self._open_photo,
            "label_back": self._pages.back,
        }

    def begin(self, actions: Actions) -> None:
        """Let the page's buttons do what the commands do, and say their keys."""
        self._actions = actions
        self._visit.begin(actions)
        page, header = self.page, self.page.header
        buttons = {
            "label_accept": page.accept,
            "label_accept_only": page.reject_below,
            "label_back": page.back,
        }
        for name, button in buttons.items():
            button.clicked.connect(actions[name].trigger)
            button.setToolTip(f"{actions[name].text()} ({actions[name].shortcut().toString()})")
        for name, button in {"label_reverse": header.order, "label_scope": header.scope}.items():
            button.setToolTip(f"{actions[name].text()} ({actions[name].shortcut().toString()})")
            button.clicked.connect(actions[name].trigger)
            actions[name].toggled.connect(button.setChecked)

    def enable(self, actions: Actions) -> None:
        """The page's commands work while it is in view."""
        on = self._on_page()
        actions.enable(on, *(each.name for each in COMMANDS if each.place is Place.LABEL))
        self.page.header.scope.setVisible(bool(self._browser.query))
        if on and self._stale:
            self._again.start(0)

    def review(self, key: str = "") -> None:
        """Show the page with a label: the one named, the one chosen among the sources, or the fullest."""
        current = self._sources.tree.currentIndex().data(SourceRole.KEY) or ""
        key = key or (current.removeprefix("label:").casefold() if current.startswith("label:") else "")
        self._done.clear()
        if not self._labels:
            self.page.show_nothing(self.tr("Looking for what waits…"))
        self._pages.show_page(self.page)
        self._session.start(self._open(key))

    def choose(self, key: str) -> None:
        """Show a label, at once if it was read ahead."""
        label = next((each for each in self._labels if each.key == key), None)
        if label is None:
            return
        self._keep_plan()
        self._generation += 1
        self._label = label
        self._loader.forget()
        if (prepared := self._ahead.pop(key, None)) is not None:
            self._show(label, prepared)
        else:
            self.page.show_nothing(self.tr("Looking for what waits…"))
            self.page.labels.select(key)
            self._session.start(self._read(label, self._generation))

    def accept(self, *, reject_below: bool = False) -> None:
        """Accept what is above the line, reject what was taken out, and go on to the next label."""
        label, model = self._label, self.model
        if label is None or (not model.accepted + model.out and not (reject_below and len(model.waiting))):
            return
        waiting, plan = model.waiting, Plan(model.threshold, model.taken_out)
        rest = 0 if reject_below else len(waiting) - model.accepted - model.out
        self._label = None
        self._done.add(label.key)
        self._plans.pop(label.key, None)
        self.page.labels.labels.set_waiting(label.key, rest)
        self._in_turn(lambda: self._decide(label, waiting, plan, reject_below))
        self._advance(label.key)

    def stop(self) -> None:
        """End the threads that make crops."""
        self._again.stop()
        self._loader.stop()

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        """The menu of a label among the sources."""
        key = str(index.data(SourceRole.KEY))
        if key.startswith("label:"):
            menu = QMenu(self._sources)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.addAction(icon("label"), self.tr("Show its photos"), lambda: self._sources.choose(key))
            review = self.tr("Review this label")
            menu.addAction(icon("review"), review, lambda: self.review(key.removeprefix("label:").casefold()))
            menu.popup(place)

    # Which label

    def _on_page(self) -> bool:
        return self._pages.currentWidget() is self.page

    def _step(self, by: int) -> None:
        keys = [each.key for each in self._labels]
        here = keys.index(self._label.key) if self._label is not None and self._label.key in keys else -1
        if 0 <= here + by < len(keys):
            self.choose(keys[here + by])

    def _next_key(self, but: str) -> str:
        open_ = (each.key for each in self._labels if each.key not in self._done and each.key != but)
        return next(open_, "")

    def _advance(self, key: str) -> None:
        following = self._next_key(key)
        if following:
            self.choose(following)
        else:
            self._nothing_left()

    def _nothing_left(self) -> None:
        self._generation += 1
        self._label = None
        words = self.tr("Every label here has been reviewed.") if self._done else self.tr("No suggestion waits here.")
        self.page.show_nothing(words, self.tr("Back to the photos"))

    def _keep_plan(self) -> None:
        if self._label is not None and len(self.model.waiting):
            self._plans[self._label.key] = Plan(self.model.threshold, self.model.taken_out)

    def _other_labels(self) -> None:
        """Labels or tags, of all photos or of those shown: nothing known before holds."""
        self._labels, self._label = [], None
        self._ahead.clear()
        self._plans.clear()
        self.review()

    async def _open(self, key: str) -> None:
        await self._list()
        known = [each.key for each in self._labels]
        if key and key not in known:
            self._session.messages.say(self.tr("Nothing waits under “{label}”.").format(label=key), key="by-label")
        if known:
            self.choose(key if key in known else known[0])
        else:
            self._nothing_left()

    async def _list(self) -> None:
        scope, by_tag = self._scope(), self.page.kind.currentIndex() == 1
        self._labels = await self._session.read(by_label.labels, scope, by_tag=by_tag)
        self._stale = False
        self._ahead.clear()
        self.page.labels.set_labels(self._labels, self._label.key if self._label is not None else "")

    def _scope(self) -> Condition | None:
        text = self._browser.query
        if not text or not self._actions["label_scope"].isChecked():
            return None
        try:
            return query.parse(text).photos()
        except QueryError:
            return None  # the search field says so already, and the photos shown are those of before

    # One label

    async def _read(self, label: Label, generation: int) -> None:
        prepared = await self._prepare(label)
        if generation == self._generation:
            self._show(label, prepared)

    async def _prepare(self, label: Label) -> Prepared:
        waiting = await self._session.read(by_label.waiting, label.ids, self._scope())
        return Prepared(waiting, await self._session.read(by_label.history, label.ids))

    def _show(self, label: Label, prepared: Prepared) -> None:
        plan = self._plans.get(label.key) or Plan(prepared.history.advised_threshold() or USUAL_THRESHOLD)
        self.page.show_label(label, prepared.waiting, prepared.history, plan.threshold, plan.taken_out)
        if len(prepared.waiting):
            self.page.view.select_row(0)
        else:
            self.page.view.set_message(self.tr("Nothing waits under this label any more."))
        self._session.start(self._read_ahead(label.key))

    async def _read_ahead(self, key: str) -> None:
        following = self._next_key(key)
        label = next((each for each in self._labels if each.key == following), None)
        if label is not None and following not in self._ahead:
            generation, prepared = self._generation, await self._prepare(label)
            if generation == self._generation:
                self._ahead = {following: prepared}

    async def _decide(self, label: Label, waiting: Waiting, plan: Plan, reject_below: bool) -> None:
        tagger = self._session.tagger
        try:
            wanted = await self._session.call(
                by_label.plan, waiting, plan.threshold, plan.taken_out, reject_below=reject_below
            )
            await self._session.call(tagger.decide_by_label, label.title, wanted)
        except TaggerError:
            self._again.start(0)  # what was shown as decided is not
            raise
        ids = next((each for each in wanted.values() if len(each)), None)
        if ids is not None:
            self._past.append(_Past(label.key, int(ids[0]), plan))
        accepted, rejected = (grouped(len(wanted[each])) for each in (Decision.ACCEPTED, Decision.REJECTED))
        text = self.tr("{label}: {accepted} accepted, {rejected} rejected")
        said = text.format(label=label.title, accepted=accepted, rejected=rejected)
        self._session.messages.say(said, key="by-label", undoable=True)

    def _reverse(self, on: bool) -> None:
        current = self.model.id_at(self.page.view.currentIndex().row())
        self.model.set_reversed(on)
        if current is not None:
            self.page.view.select_row(0)

    def _open_photo(self) -> None:
        found = self.model.shown_at(self.page.view.currentIndex().row())
        if found is not None:
            self._session.start(self._visit.go(found.photo_id, found.id))

    # What changes

    def _changed(self, change: Change) -> None:
        if isinstance(change, PhotosChanged):
            self._stale = True
            if self._on_page() and not self._again.isActive():
                self._again.start(_AGAIN_MS)

    async def _refresh(self) -> None:
        """Show what the library says now; what was decided here and taken back comes into view again."""
        await self._list()
        while self._past:
            waits = await self._session.read(_waits, self._past[-1].suggestion_id)
            if not waits:
                break
            past = self._past.pop()
            self._done.discard(past.key)
            self._plans[past.key] = past.plan
            self._label = None
            self.choose(past.key)
        label = self._label
        if label is None:
            return
        generation, prepared = self._generation, await self._prepare(label)
        if generation == self._generation and not np.array_equal(prepared.waiting.ids, self.model.waiting.ids):
            self._show_again(label, prepared)

    def _show_again(self, label: Label, prepared: Prepared) -> None:
        view, model = self.page.view, self.model
        current = model.id_at(view.currentIndex().row())
        self.page.show_label(label, prepared.waiting, prepared.history, model.threshold, model.taken_out)
        row = model.row_of(current) if current is not None else -1
        if len(prepared.waiting):
            view.select_row(max(row, 0))
        else:
            view.set_message(self.tr("Nothing waits under this label any more."))

    def _fetch(self, ids: Sequence[int], done: Callable[[Iterable[Shown]], None]) -> None:
        self._session.start(self._details(ids, done))

    async def _details(self, ids: Sequence[int], done: Callable[[Iterable[Shown]], None]) -> None:
        found: Sequence[Shown] = ()
        try:
            found = await self._session.read(by_label.shown, ids)
        finally:
            done(found)


def _waits(db: Database, suggestion_id: int) -> bool:
    sql = "SELECT 1 FROM suggestions WHERE id = ? AND decision = 'suggested'"
    return db.conn.execute(sql, (suggestion_id,)).fetchone() is not None
