"""The photos that a search finds in an order, with the headings that this order has."""

from __future__ import annotations

import enum
import itertools
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from tagger.store.database import Database
from tagger.store.query.ordering import Order, sorted_ids, source
from tagger.store.query.reading import Query

GroupKey = str | bytes | int | None


class Grain(enum.Enum):
    """How fine headings of time are; the value is how much of an ISO 8601 time they share."""

    YEAR = 4
    MONTH = 7
    DAY = 10


@dataclass(frozen=True, slots=True)
class Listing:
    """What a search found.

    Attributes:
        ids: The photos, in order.
        groups: What neighbouring photos have in common, and how many they are; in order, together all photos. Empty
            where the order has no headings. A time is the beginning of an ISO 8601 one, a folder its path as it is
            kept, a confidence its tenths; None where photos lack it.
        months: For each month, such as ``2024-05``, how many photos were taken in it; oldest first. Empty where the
            order is not that of time.
        scores: How alike each photo is to the one that others are to be like, -1..1; empty where they are not to be.
    """

    ids: array[int]
    groups: list[tuple[GroupKey, int]] = field(default_factory=list)
    months: list[tuple[str, int]] = field(default_factory=list)
    scores: array[float] = field(default_factory=lambda: array("d"))


def photo_ids(db: Database, query: Query, order: Order = Order.TAKEN, *, descending: bool = False) -> array[int]:
    """The ids of all photos that match, sorted."""
    wanted = sorted_ids(query.photos(), order, descending=descending)
    return array("q", itertools.chain.from_iterable(db.execute(wanted.sql, wanted.params)))


def photo_groups(
    db: Database, query: Query, order: Order, *, descending: bool = False, grain: Grain = Grain.MONTH
) -> list[tuple[GroupKey, int]]:
    """Keys and sizes of the groups that `photo_ids` of the same order runs through; none where it has no headings."""
    key = {
        Order.TAKEN: f"substr(taken_at, 1, {grain.value})",
        Order.ADDED: f"substr(added_at, 1, {grain.value})",
        Order.RATING: "rating",
        Order.CONFIDENCE: "min(CAST(confidence * 10 AS INTEGER), 9)",
        Order.FOLDER: "directory",
    }.get(order)
    if key is None:
        return []
    condition, direction = query.photos(), "DESC" if descending else "ASC"
    where = f"FROM {source(order)} WHERE {condition.sql}"
    if order is Order.ADDED:  # a clock that was set back puts photos of one day into two groups
        rows = db.execute(f"SELECT {key} {where} ORDER BY id {direction}", condition.params)
        return [(each, sum(1 for _row in run)) for each, run in itertools.groupby(row[0] for row in rows)]
    sql = f"SELECT {key} AS key, count(*) {where} GROUP BY key ORDER BY key {direction} NULLS LAST"
    return [(each, count) for each, count in db.execute(sql, condition.params)]


def listing(
    db: Database, query: Query, order: Order, *, descending: bool = False, grain: Grain | None = Grain.MONTH
) -> Listing:
    """All that the grid shows of a search; without groups where ``grain`` is None."""
    ids = photo_ids(db, query, order, descending=descending)
    if order is not Order.TAKEN:
        groups = [] if grain is None else photo_groups(db, query, order, descending=descending, grain=grain)
        return Listing(ids, groups)
    # Asked once: what fits may take long to be gathered.
    days = photo_groups(db, query, order, descending=descending, grain=Grain.DAY)
    months = sorted((str(month), count) for month, count in coarser(days, Grain.MONTH) if month is not None)
    return Listing(ids, [] if grain is None else coarser(days, grain), months)


def coarser(groups: Sequence[tuple[GroupKey, int]], grain: Grain) -> list[tuple[GroupKey, int]]:
    """Groups of time, such as days, put together to coarser ones, such as months."""

    def key(group: tuple[GroupKey, int]) -> GroupKey:
        return None if group[0] is None else str(group[0])[: grain.value]

    return [(each, sum(count for _key, count in run)) for each, run in itertools.groupby(groups, key)]


def count_photos(db: Database, query: Query) -> int:
    """How many photos match."""
    condition = query.photos()
    count: int = db.execute(f"SELECT count(*) FROM photos WHERE {condition.sql}", condition.params).fetchone()[0]
    return count
