"""What the user decides of groups and photos, one step after the other, and taking the last one back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from tagger.duplicates.facts import Facts
from tagger.duplicates.overview import Detailed, Fate
from tagger.gui.duplicates.marks import ALLOWED, Marks
from tagger.gui.language.core import said
from tagger.gui.session import Session
from tagger.gui.words import counted, quoted


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was decided: in words, and how to take it back."""

    words: str
    undo: Callable[[], Awaitable[object]]


class Deciding(QObject):
    """Keepers, marks, and what is no duplicate.

    ``changed(group)`` is called after what only this window knows; the library tells of its changes itself.

    Attributes:
        marks: Which photos are to go.
    """

    def __init__(self, session: Session, changed: Callable[[int], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self._session, self._changed = session, changed
        self._steps: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    async def undo(self) -> None:
        """Take the last step back."""
        if self._steps:
            step = self._steps.pop()
            await step.undo()
            self._session.messages.say(self.tr("Undone: {what}").format(what=step.words), key="undo")

    def forget_steps(self) -> None:
        """Nothing can be taken back any more: a cleanup came in between."""
        self._steps.clear()

    async def keep(self, group: Detailed, photo_id: int) -> bool:
        """Make a photo the keeper of its group; whether it is one now."""
        before = group.group
        if photo_id == before.keeper:
            return False
        tagger = self._session.tagger
        if not await self._session.call(tagger.set_keeper, before.id, photo_id):
            text = self.tr("Some photo of this group is not near this one: take that out of the group first.")
            self._session.messages.say(text, key="keeper")
            return False
        marked = self.marks.forget([photo_id])

        async def undo() -> None:
            await self._session.call(tagger.set_keeper, before.id, before.keeper)
            self.marks.restore(marked)

        self._done(self.tr("keep {name}").format(name=quoted(_name(group, photo_id))), undo)
        return True

    def mark(self, group: Detailed, photo_id: int) -> None:
        """Let a photo go, or let it stay."""
        member = group.member(photo_id)
        if member is None or member.fate not in ALLOWED:
            keeps = member is None or member.fate is Fate.KEEP
            reason = self.tr("it is the one that is kept") if keeps or member is None else said(member.words)
            self._session.messages.say(self.tr("This photo stays: {reason}").format(reason=reason), key="mark")
            return
        self.mark_photo(group.id, member.photo, goes=not self.marks.goes(member))

    def mark_photo(self, group_id: int, photo: Facts, *, goes: bool) -> None:
        """Let a photo go that may, or let it stay."""
        words = self.tr("let {name} go") if goes else self.tr("let {name} stay")
        self._marked(group_id, self.marks.mark(photo.id, goes), words.format(name=quoted(photo.name)))

    def mark_others(self, group: Detailed) -> None:
        """Let all but the keeper go, or let all stay."""
        before = self.marks.mark_others(group)
        words = counted(len(before), self.tr("mark 1 photo"), self.tr("mark {n} photos"))
        if before:
            self._marked(group.id, before, words)

    async def separate(self, group: Detailed, photo_id: int | None = None) -> None:
        """Remember for good that a group, or one photo of it, is none."""
        tagger, before = self._session.tagger, group.group
        await self._session.call(tagger.not_duplicates, before, photo_id)

        async def undo() -> None:
            await self._session.call(tagger.duplicates_again, before, photo_id)

        if photo_id is None:
            count = len(before.photo_ids)
            words = counted(count, "", self.tr("{n} photos are no duplicates"))
        else:
            words = self.tr("{name} is no duplicate").format(name=quoted(_name(group, photo_id)))
        self._done(words, undo, offer=True)

    def _marked(self, group_id: int, before: dict[int, bool | None], words: str) -> None:
        async def undo() -> None:
            self.marks.restore(before)
            self._changed(group_id)

        self._done(words, undo)
        self._changed(group_id)

    def _done(self, words: str, undo: Callable[[], Awaitable[object]], *, offer: bool = False) -> None:
        """Remember a step; where it takes something out of sight, offer at once to take it back."""
        step = Step(words, undo)
        self._steps.append(step)
        if offer:
            text = self.tr("Remembered for good: {what}").format(what=words)
            self._session.messages.say(text, key="apart", undo=lambda: self._undo_this(step))

    def _undo_this(self, step: Step) -> None:
        if self._steps and self._steps[-1] is step:
            self._session.start(self.undo())


def _name(group: Detailed, photo_id: int) -> str:
    member = group.member(photo_id)
    return "" if member is None else member.photo.name
