"""Which photos are to go: by the rules, and by what the user decided otherwise; without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tagger.duplicates.overview import Detailed, Fate, Member
from tagger.duplicates.plan import MARKED, Discard, Plan, Spared

ALLOWED = frozenset({Fate.GO, Fate.LOOK})
"""The fates of photos of which the user may decide; what is kept or protected stays."""


class Marks:
    """What the user marked, by photo: True to go, False to stay. Of all others the rules decide.

    This is what the window shows; `Deciding` keeps it in the library.
    """

    def __init__(self) -> None:
        self._marked: dict[int, bool] = {}

    def goes(self, member: Member) -> bool:
        """Whether a photo is to go."""
        if member.fate not in ALLOWED:
            return False
        return self._marked.get(member.photo.id, member.fate is Fate.GO)

    def decided(self, photo_id: int) -> bool:
        """Whether the user marked a photo."""
        return photo_id in self._marked

    def open(self, member: Member) -> bool:
        """Whether a photo still waits for somebody to look at it."""
        return member.fate is Fate.LOOK and member.photo.id not in self._marked

    def mark(self, wanted: Mapping[int, bool]) -> None:
        """Decide of photos."""
        self._marked.update(wanted)

    def others(self, group: Detailed) -> dict[int, bool]:
        """What to mark so that all go that may; or, if they all do, so that they stay."""
        others = [member for member in group.members if member.fate in ALLOWED]
        goes = not all(self.goes(member) for member in others)
        return {member.photo.id: goes for member in others}

    def replace(self, marked: Mapping[int, bool]) -> bool:
        """Take over all that is marked; whether it was something else before."""
        changed = self._marked != marked
        self._marked = dict(marked)
        return changed

    def sorted_out(self, plan: Plan) -> Sorted:
        """What of a plan for everything is to be done, what waits for the eye, and what stays."""
        go, look, stay = [], [], list(plan.spared)
        for discard in plan.discards:
            decided = self._marked.get(discard.photo.id)
            if decided or (decided is None and discard.clear):
                go.append(discard if discard.clear else replace(discard, words=MARKED))
            elif decided is None:
                look.append(discard)
            else:
                stay.append(Spared(discard.group_id, discard.photo, "marked to stay"))
        return Sorted(tuple(go), tuple(look), tuple(stay))


@dataclass(frozen=True, slots=True)
class Sorted:
    """A plan in three parts: what goes, what is left for the eye, and what stays."""

    go: tuple[Discard, ...]
    look: tuple[Discard, ...]
    stay: tuple[Spared, ...]

    @property
    def plan(self) -> Plan:
        """What is to be done."""
        return replace(Plan((), ()), discards=self.go, spared=self.stay)

    @property
    def whole(self) -> Plan:
        """The plan as it is written down: what waits for the eye stays for now."""
        waiting = (Spared(each.group_id, each.photo, f"not clear: {each.words}") for each in self.look)
        return Plan(self.go, (*waiting, *self.stay))
