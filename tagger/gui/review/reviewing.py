"""Deciding from the keyboard: one decision after the other, each on what is current when its turn comes."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any

from tagger.entities import Decision, Photo, Suggestion, SuggestionId
from tagger.gui.announcing import say_aloud
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.session import Session
from tagger.gui.viewer.spoken import decided_text
from tagger.store import suggestions

_SAID = 5
"""More labels than these nobody wants to hear after one key."""


class Reviewing(Part):
    """Connects the inspector's and the keys' decisions with the library, and moves on after them.

    Attributes:
        over_many: Decides over several selected photos, and says whether it did; while it is None they are refused.
    """

    def __init__(self, session: Session, browser: Browser, inspector: Inspector) -> None:
        super().__init__(browser)
        self._session, self._browser, self._inspector = session, browser, inspector
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._photo: Photo | None = None
        self.over_many: Callable[[Decision], Awaitable[bool]] | None = None
        self._suggestions: Sequence[Suggestion] = ()
        view = browser.viewer.view
        browser.photo_shown.connect(self._show)
        inspector.decided.connect(self._decided)
        inspector.current_changed.connect(view.set_current)
        inspector.hovered.connect(view.set_hovered)
        view.hovered.connect(inspector.set_hovered)
        view.picked.connect(inspector.set_current)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Deciding and moving on."""
        return {
            "accept": lambda: self.decide(Decision.ACCEPTED),
            "reject": lambda: self.decide(Decision.REJECTED),
            "defer": lambda: self.decide(Decision.DEFERRED),
            "take_back": lambda: self.decide(Decision.SUGGESTED),
            "accept_photo": lambda: self.decide_all(Decision.ACCEPTED),
            "reject_photo": lambda: self.decide_all(Decision.REJECTED),
            "next_undecided": self.next_undecided,
            "previous_undecided": lambda: self.in_turn(self._previous),
            "advance": lambda on: self._session.set_setting("review.advance", on),
        }

    def begin(self, actions: Actions) -> None:
        """Say the keys beside the buttons."""
        actions["advance"].setChecked(bool(self._session.tagger.settings.get("review.advance")))
        keys = {Decision.ACCEPTED: "accept", Decision.REJECTED: "reject", Decision.DEFERRED: "defer"}
        keys[Decision.SUGGESTED] = "take_back"

        def say_keys() -> None:
            self._inspector.set_shortcuts({d: actions[name].shortcut().toString() for d, name in keys.items()})

        for name in keys.values():
            actions[name].changed.connect(say_keys)
        say_keys()

    def enable(self, actions: Actions) -> None:
        """A photo is needed."""
        review = (
            "accept",
            "reject",
            "defer",
            "take_back",
            "accept_photo",
            "reject_photo",
            "next_undecided",
            "previous_undecided",
        )
        actions.enable(self._browser.grid.current_photo() is not None, *review)

    def decide(self, decision: Decision) -> None:
        """Decide what is current; key presses that come faster than the library answers wait for their turn."""
        self.in_turn(lambda: self._decide(None, decision))

    def decide_all(self, decision: Decision) -> None:
        """Decide everything that is undecided on this photo."""
        self.in_turn(lambda: self._decide_all(decision))

    def next_undecided(self) -> None:
        """Go on to what is to be decided next, on this photo or another."""
        self.in_turn(self._next)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) photo, after the decisions whose keys were pressed before."""
        if self._waiting:
            self.in_turn(lambda: self._step(by))
        else:
            self._browser.step(by)

    def in_turn(self, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run what a key asked for after everything that keys before it asked for."""
        self._waiting += 1
        self._session.start(self._take_turn(run))

    async def _take_turn(self, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            async with self._turn:
                await run()
        finally:
            self._waiting -= 1

    def _decided(self, ids: Sequence[SuggestionId], decision: Decision) -> None:
        self.in_turn(lambda: self._decide(list(ids), decision))

    async def _decide(self, ids: Sequence[SuggestionId] | None, decision: Decision) -> None:
        if await self._many(decision):
            return
        await self._browser.settle()
        chosen = self._inspector.current_ids() if ids is None else ids
        if not chosen:
            return
        await self._session.call(self._session.tagger.decide, chosen, decision)
        await self.reload()
        decided = [each for each in self._suggestions if each.id in chosen]
        say_aloud(self._inspector, decided_text(decided[:_SAID]))
        if decision is not Decision.SUGGESTED and self._session.tagger.settings.get("review.advance"):
            await self._advance()

    async def _decide_all(self, decision: Decision) -> None:
        if await self._many(decision, everything=True):
            return
        await self._browser.settle()
        ids = [s.id for s in self._suggestions if s.decision in (Decision.SUGGESTED, Decision.DEFERRED)]
        if ids:
            await self._session.call(self._session.tagger.decide, ids, decision)
            await self.reload()
        if self._session.tagger.settings.get("review.advance"):
            await self._advance()

    async def _many(self, decision: Decision, *, everything: bool = False) -> bool:
        """Whether several photos are selected: what a key decides then is up to `over_many`, but never everything."""
        many = self._browser.grid.selection_count() > 1 and not self._browser.in_viewer
        if many and self.over_many is not None and not everything:
            return await self.over_many(decision)
        if many:
            text = self.tr("Select a single photo to decide on its suggestions.")
            self._session.messages.say(text, key="decide-many")
        return many

    async def reload(self) -> None:
        """Show what was decided or changed before the change is told round: the next key finds the next suggestion."""
        if self._photo is None:
            return
        hidden = bool(self._session.tagger.settings.get("review.show_hidden"))
        found = await self._session.read(suggestions.of_photo, self._photo.id, hidden=hidden)
        self._suggestions = found
        self._inspector.set_photo(self._photo, found, True)
        self._browser.viewer.view.set_suggestions(found)

    async def _previous(self) -> None:
        await self._browser.settle()
        rows, current = self._inspector.list.suggestions, self._inspector.list.current
        above = list(itertools.takewhile(lambda each: each.id != current, rows)) if current is not None else []
        waiting = [each for each in above if each.decision is Decision.SUGGESTED]
        if not waiting and await self._browser.go_to_undecided(backwards=True):
            waiting = [each for each in self._inspector.list.suggestions if each.decision is Decision.SUGGESTED]
        if waiting:
            self._inspector.set_current(waiting[-1].id)
        else:
            self._session.messages.say(self.tr("Nothing is left to decide here."), key="nothing-left")

    async def _next(self) -> None:
        await self._browser.settle()
        if not self._inspector.go_next_undecided(around=False) and not await self._browser.go_to_undecided():
            await self._advance()

    async def _step(self, by: int) -> None:
        self._browser.step(by)

    async def _advance(self) -> None:
        if self._inspector.go_next_undecided():
            return
        if not await self._browser.go_to_undecided():
            self._session.messages.say(self.tr("Nothing is left to decide here."), key="nothing-left")

    def _show(self, photo: Photo | None, found: Sequence[Suggestion], recognised: bool) -> None:
        self._photo, self._suggestions = photo, found
        self._inspector.set_photo(photo, found, recognised)
