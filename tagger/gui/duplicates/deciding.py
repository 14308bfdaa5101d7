"""What the user decides of groups and photos: shown at once, and kept in the library one after the other."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from tagger.duplicates.facts import Facts
from tagger.duplicates.overview import Detailed, Fate
from tagger.gui.duplicates.marks import ALLOWED, Marks
from tagger.gui.language.core import said
from tagger.gui.session import Session
from tagger.gui.words import counted, quoted

InTurn = Callable[[Callable[[], Coroutine[Any, Any, None]]], None]


class Deciding(QObject):
    """Keepers, marks, and what is no duplicate; each is a step that Undo takes back.

    Attributes:
        marks: Which photos are to go.

    Signals:
        marked(): other photos than before are to go.
        kept(int, int): a photo is the keeper of a group now; the group and the photo.
    """

    marked = Signal()
    kept = Signal(int, int)

    def __init__(self, session: Session, in_turn: InTurn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self._session, self._in_turn = session, in_turn
        self._saving = 0

    def keep(self, group: Detailed, photo_id: int) -> None:
        """Make a photo the keeper of its group because the user says so."""
        self._in_turn(lambda: self._keep(group, photo_id))

    async def _keep(self, group: Detailed, photo_id: int) -> None:
        if await self._session.call(self._session.tagger.set_keeper, group.id, photo_id):
            self.kept.emit(group.id, photo_id)
        else:
            text = self.tr("Some photo of this group is not near this one: take that out of the group first.")
            self._session.messages.say(text, key="keeper")

    def mark(self, group: Detailed, photo_id: int) -> None:
        """Let a photo go, or let it stay."""
        member = group.member(photo_id)
        if member is None or member.fate not in ALLOWED:
            keeps = member is None or member.fate is Fate.KEEP
            reason = self.tr("it is the one that is kept") if keeps or member is None else said(member.words)
            self._session.messages.say(self.tr("This photo stays: {reason}").format(reason=reason), key="mark")
            return
        self.mark_photo(member.photo, goes=not self.marks.goes(member))

    def mark_photo(self, photo: Facts, *, goes: bool) -> None:
        """Let a photo go that may, or let it stay."""
        self._save({photo.id: goes})

    def mark_others(self, group: Detailed) -> None:
        """Let all but the keeper go, or let all stay."""
        self._save(self.marks.others(group))

    def separate(self, group: Detailed, photo_id: int | None = None) -> None:
        """Remember for good that a group, or one photo of it, is none."""
        self._in_turn(lambda: self._separate(group, photo_id))

    async def _separate(self, group: Detailed, photo_id: int | None) -> None:
        await self._session.call(self._session.tagger.not_duplicates, group.group, photo_id)
        if photo_id is None:
            count = len(group.group.photo_ids)
            words = counted(count, "", self.tr("{n} photos are no duplicates"))
        else:
            member = group.member(photo_id)
            name = "" if member is None else member.photo.name
            words = self.tr("{name} is no duplicate").format(name=quoted(name))
        text = self.tr("Remembered for good: {what}").format(what=words)
        self._session.messages.say(text, key="apart", undoable=True)

    # Marks: in the window at once, in the library soon after

    def reload(self) -> None:
        """Take over what the library has, as after an undo."""
        self._session.start(self._reload())

    def _save(self, wanted: Mapping[int, bool]) -> None:
        if wanted:
            self.marks.mark(wanted)
            self._saving += 1
            self._in_turn(lambda: self._write(wanted))
            self.marked.emit()

    async def _write(self, wanted: Mapping[int, bool]) -> None:
        try:
            await self._session.call(self._session.tagger.mark_duplicates, wanted)
        finally:
            self._saving -= 1
        await self._reload()

    async def _reload(self) -> None:
        if self._saving:
            return  # the last one to be written is going to do so
        marks = await self._session.call(self._session.tagger.marked_duplicates)
        if not self._saving and self.marks.replace(marks):
            self.marked.emit()
