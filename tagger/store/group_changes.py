"""What a step of the journal changed in decisions about near-duplicates, and how it is kept there."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from tagger.entities import FoundBy, Group, GroupKind, Link
from tagger.store.group_decisions import Mark

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkChange:
    """What was said of a photo before and after; None where the rules decide."""

    photo_id: int
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class KeeperChange:
    """The keeper of a group before and after, and which of its photos the user had chosen before."""

    before: int
    after: int
    chosen_before: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ApartChange:
    """A group, or one photo of it, was said to be no duplicate; or with ``apart`` False, pairs may be some again.

    Attributes:
        pairs: The pairs that it is about, the smaller id first.
        said_at: When they were said to be none.
        apart: Whether that was said, or taken back.
        group: As it stood before, if it did.
        photo_id: The photo that left it; None for all.
    """

    pairs: tuple[Pair, ...]
    said_at: str
    apart: bool
    group: Group | None = None
    photo_id: int | None = None


@dataclass(frozen=True, slots=True)
class StackChange:
    """The photo that the user let stand for another one before and after; None where there was none."""

    photo_id: int
    before: int | None
    after: int | None


def pairs_of(group: Group, photo_id: int | None) -> tuple[Pair, ...]:
    """The pairs of a group, or of one photo of it with each other, the smaller id first."""
    if photo_id is None:
        return tuple(itertools.combinations(sorted(group.photo_ids), 2))
    return tuple((min(i, photo_id), max(i, photo_id)) for i in group.photo_ids if i != photo_id)


GroupChange = MarkChange | KeeperChange | ApartChange | StackChange


def pack(change: GroupChange) -> list[Any]:
    """A change as JSON can hold it."""
    match change:
        case MarkChange(photo_id, before, after):
            return ["mark", photo_id, _packed_mark(before), _packed_mark(after)]
        case KeeperChange(before_id, after_id, chosen):
            return ["keeper", before_id, after_id, list(chosen)]
        case ApartChange(pairs, said_at, apart, group, photo):
            # A group of thousands has millions of pairs, which follow from it.
            told = [list(pair) for pair in pairs] if group is None else []
            return ["apart", told, said_at, apart, _packed_group(group), photo]
        case StackChange(photo_id, before_id, after_id):
            return ["stack", photo_id, before_id, after_id]


def unpack(packed: list[Any]) -> GroupChange:
    """What `pack` was given."""
    kind, first, second, third, *more = packed
    if kind == "mark":
        return MarkChange(first, _mark(second), _mark(third))
    if kind == "keeper":
        return KeeperChange(first, second, tuple(third))
    if kind == "stack":
        return StackChange(first, second, third)
    group, photo_id = _group(more[0]), more[1]
    pairs = tuple((a, b) for a, b in first) if group is None else pairs_of(group, photo_id)
    return ApartChange(pairs, second, third, group, photo_id)


def _packed_mark(mark: Mark | None) -> list[Any] | None:
    return None if mark is None else [mark.goes, mark.keeper_id]


def _mark(packed: list[Any] | None) -> Mark | None:
    return None if packed is None else Mark(bool(packed[0]), packed[1])


def _packed_group(group: Group | None) -> list[Any] | None:
    if group is None:
        return None
    links = [[link.photo_id, link.found_by, link.bits, link.certainty, link.turn] for link in group.links]
    return [group.id, group.kind, group.keeper, links, group.reason]


def _group(packed: list[Any] | None) -> Group | None:
    if packed is None:
        return None
    number, kind, keeper, links, reason = packed
    linked = tuple(Link(i, FoundBy(found), bits, sure, turn) for i, found, bits, sure, turn in links)
    return Group(number, GroupKind(kind), keeper, linked, reason)
