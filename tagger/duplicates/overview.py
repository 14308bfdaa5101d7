"""The groups as a list shows them: all of them in a few numbers each, and those in view with all there is to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tagger.duplicates.facts import Facts, facts
from tagger.duplicates.keeper import Policy, Verdict
from tagger.duplicates.kinds import SAFE
from tagger.duplicates.plan import doubt, reason_to_stay
from tagger.entities import FoundBy, Group, GroupKind, Link
from tagger.store import duplicates
from tagger.store.database import Database

_Row = tuple[int, str, int, int, float, str, int, str | None, int | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One group in numbers.

    Attributes:
        id, kind: As the group's.
        photo_ids: All its photos, the keeper first.
        bytes: Of all but the keeper; 0 where cleanup leaves the group alone.
        certainty: Of its least certain link, 0..1.
        found_by: How its photos were found.
        taken_at: When the keeper was taken, as the camera wrote it; empty where that is not known.
    """

    id: int
    kind: GroupKind
    photo_ids: tuple[int, ...]
    bytes: int
    certainty: float
    found_by: frozenset[FoundBy]
    taken_at: str

    @property
    def exact(self) -> bool:
        """Whether all its photos have the same image data."""
        return self.found_by <= {FoundBy.FILE, FoundBy.IMAGE}


class Fate(StrEnum):
    """What becomes of a photo of a group by itself."""

    KEEP = "keep"
    GO = "go"
    LOOK = "look"
    """It may go, but not without somebody having looked at it."""
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class Member:
    """A photo of a group: what is known of it, what links it to the keeper, and why it is to go or stays."""

    photo: Facts
    link: Link | None
    fate: Fate
    words: str


@dataclass(frozen=True, slots=True)
class Detailed:
    """A group with all there is to say of it, its keeper first; ``why`` is the reason for the keeper in words."""

    group: Group
    members: tuple[Member, ...]
    why: str

    @property
    def id(self) -> int:
        """The group's."""
        return self.group.id

    def member(self, photo_id: int) -> Member | None:
        """One of its photos."""
        return next((each for each in self.members if each.photo.id == photo_id), None)


def overview(db: Database) -> list[Entry]:
    """All groups in numbers, in the order of their ids."""
    rows = db.conn.execute(
        "SELECT g.id, g.kind, m.photo_id, m.keeper, m.certainty, m.found_by, p.bytes, p.taken_at, p.stack_id"
        " FROM duplicate_groups g JOIN duplicate_members m ON m.group_id = g.id JOIN photos p ON p.id = m.photo_id"
        " ORDER BY g.id, m.keeper DESC, m.certainty DESC, m.photo_id"
    )
    found: list[Entry] = []
    group: list[_Row] = []
    for row in rows:
        if group and row[0] != group[0][0]:
            found += _entry(group)
            group = []
        group.append(row)
    return found + (_entry(group) if group else [])


def detailed(db: Database, policy: Policy, group_ids: Sequence[int]) -> Iterator[Detailed]:
    """All there is to say of some groups."""
    groups = list(duplicates.groups(db, group_ids))
    known = {photo.id: photo for photo in facts(db, [each for group in groups for each in group.photo_ids])}
    for group in groups:
        keeper = known.get(group.keeper)
        if keeper is not None:
            others = [_member(policy, group, keeper, known[link.photo_id], link) for link in group.links]
            why = _commonest([policy.verdict(keeper, each.photo) for each in others])
            yield Detailed(group, (Member(keeper, None, Fate.KEEP, why), *others), why)


def _commonest(verdicts: Sequence[Verdict]) -> str:
    """The reason that holds against most of the others, in words."""
    often = Counter(verdict.rule for verdict in verdicts)
    return max(verdicts, key=lambda verdict: (verdict.clear, often[verdict.rule])).words


def _member(policy: Policy, group: Group, keeper: Facts, photo: Facts, link: Link) -> Member:
    reason = reason_to_stay(policy, group, keeper, photo)
    if reason is not None:
        return Member(photo, link, Fate.STAY, reason)
    verdict = policy.verdict(keeper, photo)
    unclear = doubt(keeper, photo, link, verdict)
    return Member(photo, link, Fate.LOOK if unclear else Fate.GO, unclear or verdict.words)


def _entry(rows: Sequence[_Row]) -> list[Entry]:
    first, others = rows[0], rows[1:]
    if not first[3] or not others:
        return []
    kind = GroupKind(first[1])
    stays = [row[8] is not None and row[8] == first[8] for row in others]
    freed = sum(row[6] for row, stacked in zip(others, stays, strict=True) if not stacked) if kind in SAFE else 0
    found_by = frozenset(FoundBy(row[5]) for row in others)
    ids = tuple(row[2] for row in rows)
    return [Entry(first[0], kind, ids, freed, min(row[4] for row in others), found_by, first[7] or "")]
