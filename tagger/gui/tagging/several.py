"""Several selected photos at once: what they carry is looked up beside the window, and decided label by label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer

from tagger.changes import Change, PhotosChanged
from tagger.entities import Decision, PhotoId
from tagger.gui.browser import Browser
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.session import Session
from tagger.gui.tagging.reach import leaf
from tagger.gui.words import counted
from tagger.review import selection
from tagger.review.decisions import Decided
from tagger.review.selection import Carried, CarriedLabel
from tagger.store.database import Database

_CALM_MS = 40
_BUSY_MS = 150
"""Longer than this it is said that something is being counted; a shorter wait would only flicker."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The selected photos as the grid knows them: which rows of which list. Cheap however many they are."""

    rows: Sequence[int]
    runs: tuple[tuple[int, int], ...]

    def ids(self) -> list[PhotoId]:
        """Their ids, in the order of the list; for a worker thread, since a million take a while."""
        return [PhotoId(each) for first, last in self.runs for each in self.rows[first : last + 1]]


class Several(Part):
    """Shows what the selected photos carry, and decides on one label over all of them."""

    def __init__(self, session: Session, browser: Browser, inspector: Inspector) -> None:
        super().__init__(inspector)
        self._session, self._browser, self._inspector = session, browser, inspector
        self._generation = 0
        self._shown: Chosen | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(lambda: session.start(self.look()))
        self._busy = QTimer(self, singleShot=True, interval=_BUSY_MS)
        self._busy.timeout.connect(inspector.show_counting)
        browser.grid.selection_changed.connect(lambda _count: self._selected())
        browser.mode_changed.connect(self._selected)
        session.changed.connect(self._changed)

    @property
    def many(self) -> bool:
        """Whether commands are about several photos."""
        return not self._browser.in_viewer and self._browser.grid.selection_count() > 1

    def chosen(self) -> Chosen:
        """The photos that commands are about."""
        rows = self._browser.model.rows.ids
        if self.many:
            return Chosen(rows, tuple(self._browser.grid.selection_runs()))
        targets = self._browser.targets()
        return Chosen(targets, ((0, len(targets) - 1),) if targets else ())

    async def ids(self) -> list[PhotoId]:
        """The ids of the photos that commands are about."""
        return await self._session.call(self.chosen().ids)

    async def look(self) -> None:
        """Look up what the selection carries and show it, unless it changed meanwhile."""
        self._calm.stop()
        self._generation += 1
        generation, chosen = self._generation, self.chosen()
        if not self.many:
            self._busy.stop()
            return
        anew = chosen != self._shown
        if anew and not self._busy.isActive():
            self._busy.start()
        hidden = bool(self._session.tagger.settings.get("review.show_hidden"))
        carried = await self._session.read(_carried, chosen, hidden)
        if generation != self._generation:
            return
        self._busy.stop()
        self._shown = chosen
        self._inspector.show_carried(carried, anew=anew)

    async def settle(self) -> None:
        """Make sure that what is shown is about what is selected."""
        if self._calm.isActive() or self._shown != self.chosen():
            await self.look()

    async def decide(self, decision: Decision) -> bool:
        """Decide on the current label over all selected photos, and go on to the next under which something waits.

        True: however it went, that was what the decision was about.
        """
        await self.settle()
        label = self._inspector.labels.label
        if label is None:
            self._session.messages.say(self.tr("Choose a label in the inspector to decide on it."), key="label-decided")
            return True
        ids = await self.ids()
        decided = await self._session.call(self._session.tagger.decide_label, ids, label.name, label.tag, decision)
        self._say(label, decision, decided)
        await self.look()
        advance = bool(self._session.tagger.settings.get("review.advance"))
        if decided.suggestions and decision is not Decision.SUGGESTED and advance:
            self._inspector.labels.go_next_waiting()
        return True

    def _selected(self) -> None:
        count = self._browser.grid.selection_count() if self.many else min(len(self._browser.targets()), 1)
        self._inspector.set_selection_count(count)
        if count > 1:
            self._calm.start()
        else:
            self._generation += 1
            self._shown = None
            self._calm.stop()
            self._busy.stop()

    def _changed(self, change: Change) -> None:
        if isinstance(change, PhotosChanged) and self.many and not self._calm.isActive():
            self._calm.start()

    def _say(self, label: CarriedLabel, decision: Decision, decided: Decided) -> None:
        name = leaf(label.tag)
        if not decided.suggestions:
            text = self.tr("Nothing is open under {label} here. “Back to undecided” opens what was decided.")
        else:
            text = {
                Decision.ACCEPTED: self.tr("Accepted {n} × {label} on {photos}."),
                Decision.REJECTED: self.tr("Rejected {n} × {label} on {photos}."),
                Decision.DEFERRED: self.tr("Deferred {n} × {label} on {photos}."),
                Decision.SUGGESTED: self.tr("{n} × {label} on {photos} to be decided again."),
            }[decision]
        number = counted(decided.suggestions, "1", "{n}")
        photos = counted(len(decided.photo_ids), self.tr("1 photo"), self.tr("{n} photos"))
        text = text.format(n=number, label=name, photos=photos)
        self._session.messages.say(text, key="label-decided", undoable=bool(decided.suggestions))


def _carried(db: Database, chosen: Chosen, hidden: bool) -> Carried:
    return selection.look(db, chosen.ids(), hidden=hidden)
