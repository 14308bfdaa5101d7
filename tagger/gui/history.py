"""Undo and redo in the window, and what they are about to do in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from tagger.changes import Change, JournalChanged, SidecarsWritten
from tagger.entities import SuggestionId
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.language.core import said
from tagger.gui.messages import Message, MessageBar
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.session import Session
from tagger.gui.words import counted
from tagger.review import sidecars
from tagger.store import journal
from tagger.store.database import Database


class History(Part):
    """Takes operations back and shows what they were about; knows how many sidecars are due."""

    def __init__(
        self, session: Session, browser: Browser, inspector: Inspector, reviewing: Reviewing, bar: MessageBar
    ) -> None:
        super().__init__(bar)
        self._session, self._browser, self._inspector, self._reviewing = session, browser, inspector, reviewing
        self._actions: Actions | None = None
        self._bar = bar
        session.changed.connect(self._changed)
        session.setting_changed.connect(self._setting_changed)
        session.messages.said.connect(self._said, Qt.ConnectionType.QueuedConnection)
        bar.undo_wanted.connect(lambda step: reviewing.in_turn(lambda: self._undo_step(step)))

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Undo and redo, each after the keys that were pressed before it."""
        return {
            "undo": lambda: self._reviewing.in_turn(lambda: self._undo(redo=False)),
            "redo": lambda: self._reviewing.in_turn(lambda: self._undo(redo=True)),
        }

    def begin(self, actions: Actions) -> None:
        """Name what can be undone from the start."""
        self._actions = actions
        self._session.start(self._refresh())

    def _changed(self, change: Change) -> None:
        if isinstance(change, JournalChanged | SidecarsWritten):
            self._session.start(self._refresh())

    def _setting_changed(self, name: str) -> None:
        if name == "sidecars.write":
            self._session.start(self._refresh())

    def _said(self, message: Message) -> None:
        if message.undoable:
            self._session.start(self._offer(message))

    async def _offer(self, message: Message) -> None:
        """Offer beside a message to take back what it is about: the operation that was done last."""
        step = await self._session.read(journal.last_id)
        if step is not None:
            self._bar.offer_undo(message, step)

    async def _undo_step(self, step: int) -> None:
        """Take one operation back, unless another one came after it."""
        if await self._session.read(journal.last_id) == step:
            await self._undo(redo=False)

    async def _undo(self, *, redo: bool) -> None:
        tagger = self._session.tagger
        undone = await self._session.call(tagger.redo if redo else tagger.undo)
        if undone is None:
            self._session.messages.say(self.tr("There is nothing to undo."), key="undo")
            return
        words = self.tr("Done again: {what}") if redo else self.tr("Undone: {what}")
        self._session.messages.say(words.format(what=said(undone.title)), key="undo")
        for problem in undone.problems:
            self._session.messages.say(said(problem), key=problem)
        await self._browser.go_back_to(undone.photo_ids)
        if undone.suggestion_ids:
            self._inspector.set_current(SuggestionId(undone.suggestion_ids[0]))

    async def _refresh(self) -> None:
        """Say what can be undone, redone and written; soon after each operation, since its key may come next."""
        due, undo, redo, last = await self._session.read(_standing)
        self._bar.keep_offer(last)
        actions = self._actions
        if actions is None:
            return
        actions["undo"].setText(self.tr("Undo {what}").format(what=said(undo)) if undo else self.tr("Undo"))
        actions["redo"].setText(self.tr("Redo {what}").format(what=said(redo)) if redo else self.tr("Redo"))
        actions["redo"].setEnabled(redo is not None)
        self._say_due(actions, due)

    def _say_due(self, actions: Actions, due: int) -> None:
        """Say how many sidecars wait, or why none will ever be written."""
        never = self._session.tagger.settings.get("sidecars.write") == "never"
        action = actions["write_sidecars"]
        action.setEnabled(due > 0 and not never)
        plain = self.tr("Write sidecars")
        text = counted(due, self.tr("Write 1 sidecar"), self.tr("Write {n} sidecars")) if due else plain
        action.setText(self.tr("Write sidecars (never, say the settings)") if never else text)
        reason = self.tr("The settings say that no sidecar is written. Change that under Sidecars.")
        action.setStatusTip(reason if never else "")


def _standing(db: Database) -> tuple[int, str | None, str | None, int | None]:
    titles = journal.next_title(db, undone=False), journal.next_title(db, undone=True)
    return sidecars.count_due(db), *titles, journal.last_id(db)
