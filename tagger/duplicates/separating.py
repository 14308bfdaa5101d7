"""What somebody said is no duplicate: remembered for good, and taken back again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tagger.duplicates import placing, rechoosing
from tagger.duplicates.keeper import Policy
from tagger.entities import Group
from tagger.store import duplicates, removed
from tagger.store.database import Database
from tagger.store.group_changes import ApartChange, Pair, pairs_of


@dataclass(frozen=True, slots=True)
class Parted:
    """What was said at once to be no duplicates.

    Attributes:
        said_at: When, ISO 8601 in UTC; empty where that is not known.
        pairs: The pairs, the smaller id first.
        photo_ids: The photos. If ``alone``, the first one is no duplicate of each other; else all are none.
    """

    said_at: str
    pairs: tuple[Pair, ...]
    photo_ids: tuple[int, ...]
    alone: bool


def parted(db: Database) -> list[Parted]:
    """All that was said to be no duplicates, the last first."""
    return [
        _parted(said_at, [(first, second) for _at, first, second in rows])
        for said_at, rows in itertools.groupby(duplicates.parted(db), key=lambda row: row[0])
    ]


def _parted(said_at: str, pairs: Sequence[Pair]) -> Parted:
    ids = sorted({photo for pair in pairs for photo in pair})
    common = set.intersection(*(set(pair) for pair in pairs))
    if len(common) == 1 and len(ids) > 2:
        one = common.pop()
        return Parted(said_at, tuple(pairs), (one, *(i for i in ids if i != one)), alone=True)
    return Parted(said_at, tuple(pairs), tuple(ids), alone=False)


def change(group: Group, photo_id: int | None, said_at: str) -> ApartChange:
    """That the photos of a group, or one of them and the others, are no duplicates of each other."""
    return ApartChange(pairs_of(group, photo_id), said_at, True, group, photo_id)


def turn(db: Database, said: ApartChange, policy: Policy, *, forward: bool) -> None:
    """Let photos be no duplicates, or let them be some again; groups follow at once."""
    if said.apart == forward:
        duplicates.keep_apart(db, said.pairs, said.said_at)
        _part(db, said)
    else:
        duplicates.let_together(db, said.pairs)
        if said.group is None:
            placing.place_again(db, policy, sorted({photo for pair in said.pairs for photo in pair}))
        else:
            _rejoin(db, said.group)


def _part(db: Database, said: ApartChange) -> None:
    """Let no group have both photos of a pair."""
    group_of = duplicates.groups_of(db, {photo for pair in said.pairs for photo in pair})
    touched = {group_of[a] for a, b in said.pairs if a in group_of and group_of[a] == group_of.get(b)}
    for group in list(duplicates.groups(db, sorted(touched))):
        if said.photo_id is None:
            duplicates.drop_groups(db, [group.id])
        elif said.photo_id in group.photo_ids:
            if said.photo_id == group.keeper:
                any(rechoosing.set_keeper(db, group, link.photo_id) for link in group.links)
            duplicates.drop_members(db, [said.photo_id])


def _rejoin(db: Database, group: Group) -> None:
    """The group stands again as it was, without photos that are gone meanwhile."""
    there = removed.there(db, group.photo_ids)
    links = tuple(link for link in group.links if link.photo_id in there)
    if group.keeper in there and links:
        duplicates.drop_groups(db, set(duplicates.groups_of(db, group.photo_ids).values()))
        duplicates.add_group(db, replace(group, links=links))
