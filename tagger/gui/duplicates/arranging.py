"""Which groups are listed, and in what order; without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tagger.duplicates.kinds import SAFE
from tagger.duplicates.overview import Entry
from tagger.duplicates.plan import LEAST_CERTAINTY
from tagger.entities import GroupKind


class SortBy(StrEnum):
    """What comes first."""

    BYTES = "bytes"
    CERTAINTY = "certainty"
    COUNT = "count"
    DATE = "date"


class Sureness(StrEnum):
    """How sure it is that all photos of a group show the same."""

    EXACT = "exact"
    SURE = "sure"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What to list; None for whatever it is."""

    sort: SortBy = SortBy.BYTES
    kind: GroupKind | None = None
    sureness: Sureness | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """How much is listed; ``bytes`` of all that cleanup could free."""

    groups: int = 0
    photos: int = 0
    bytes: int = 0


_ORDERS: Mapping[SortBy, Callable[[Entry], Any]] = {
    SortBy.BYTES: lambda entry: (-entry.bytes, entry.id),
    SortBy.CERTAINTY: lambda entry: (-entry.exact, -entry.certainty, -entry.bytes, entry.id),
    SortBy.COUNT: lambda entry: (-len(entry.photo_ids), -entry.bytes, entry.id),
    SortBy.DATE: lambda entry: (not entry.taken_at, entry.taken_at, entry.id),
}


def sureness(entry: Entry) -> Sureness:
    """How sure it is that the photos of a group show the same."""
    if entry.exact:
        return Sureness.EXACT
    return Sureness.SURE if entry.certainty >= LEAST_CERTAINTY else Sureness.UNSURE


def arranged(entries: Iterable[Entry], by: Arrangement) -> list[Entry]:
    """The groups to list, in order."""
    wanted = (
        entry
        for entry in entries
        if by.kind in (None, entry.kind) and (by.sureness is None or sureness(entry) is by.sureness)
    )
    return sorted(wanted, key=_ORDERS[by.sort])


def settled(before: Sequence[Entry], now: Sequence[Entry]) -> Sequence[Entry]:
    """The groups in the order they were in, so that none moves away from under a key; as they are if some are new."""
    known = {entry.id: entry for entry in now}
    return [known[each.id] for each in before if each.id in known] if known.keys() <= {e.id for e in before} else now


def totals(entries: Sequence[Entry]) -> Totals:
    """How much that is."""
    photos = sum(len(entry.photo_ids) for entry in entries)
    return Totals(len(entries), photos, sum(entry.bytes for entry in entries if entry.kind in SAFE))
