"""The photos that a search finds in an order, with the headings that this order has."""

from __future__ import annotations

import enum
import itertools
import re
from array import array
from dataclasses import dataclass, field

from tagger.store.database import Database
from tagger.store.query.condition import TRUE, Condition
from tagger.store.query.reading import Query

GroupKey = str | bytes | int | None
_DIGITS = re.compile(r"[0-9]+")
_MOST_DIGITS = 20

_HIGHEST = """(SELECT suggestions.photo_id AS of, max(confidence) AS confidence FROM suggestions
 JOIN labels ON labels.id = label_id WHERE decision = 'suggested' AND hidden = 0 GROUP BY suggestions.photo_id)"""


class Order(enum.Enum):
    """What photos are sorted by. Photos that lack it come last; equal ones follow in the order they were added.

    ``CONFIDENCE`` is that of the surest suggestion which waits for a decision. Names are sorted as people count:
    IMG_2 before IMG_10, whatever the case.
    """

    TAKEN = "taken_at"
    NAME = "name"
    ADDED = "id"
    RATING = "rating"
    CONFIDENCE = "confidence"
    FOLDER = "directory"


_ALONG = {
    Order.TAKEN: " INDEXED BY photos_taken",
    Order.RATING: " INDEXED BY photos_rating",
    Order.FOLDER: " INDEXED BY photos_directory",
    Order.ADDED: " NOT INDEXED",
}


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
        months: For each month, such as ``2024-05``, how many photos were taken in it; oldest first.
        scores: How alike each photo is to the one that others are to be like, -1..1; empty where they are not to be.
    """

    ids: array[int]
    groups: list[tuple[GroupKey, int]] = field(default_factory=list)
    months: list[tuple[str, int]] = field(default_factory=list)
    scores: array[float] = field(default_factory=lambda: array("d"))


def photo_ids(db: Database, query: Query, order: Order = Order.TAKEN, *, descending: bool = False) -> array[int]:
    """The ids of all photos that match, sorted."""
    if order is Order.NAME:
        return _by_name(db, query, descending=descending)
    condition = query.photos()
    # Where only some photos match, they are found first and sorted then: walking an index in order would try them all.
    wanted = ordered(condition, order, descending=descending, walking=condition == TRUE)
    return array("q", itertools.chain.from_iterable(db.execute(wanted.sql, wanted.params)))


def ordered(condition: Condition, order: Order, *, descending: bool, walking: bool) -> Condition:
    """The statement that gives the ids of photos in any order but that of names, to which a LIMIT can be added.

    Args:
        condition: Which photos.
        order: By what they are sorted.
        descending: Whether the highest come first.
        walking: Whether to go along the index of the order and ask photo by photo.
    """
    column = order.value if walking or order is Order.ADDED else f"+{order.value}"
    direction = "DESC" if descending else "ASC"
    # Photos of one moment, and all those that do not know theirs, go by their names.
    tie = {Order.ADDED: "", Order.TAKEN: f", name {direction}, id {direction}"}.get(order, f", id {direction}")
    source = _source(order) + (_ALONG.get(order, "") if walking else "")
    sql = f"SELECT id FROM {source} WHERE {condition.sql} ORDER BY {column} {direction} NULLS LAST{tie}"
    return Condition(sql, condition.params)


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
    where = f"FROM {_source(order)} WHERE {condition.sql}"
    if order is Order.ADDED:  # a clock that was set back puts photos of one day into two groups
        rows = db.execute(f"SELECT {key} {where} ORDER BY id {direction}", condition.params)
        return [(each, sum(1 for _row in run)) for each, run in itertools.groupby(row[0] for row in rows)]
    sql = f"SELECT {key} AS key, count(*) {where} GROUP BY key ORDER BY key {direction} NULLS LAST"
    return [(each, count) for each, count in db.execute(sql, condition.params)]


def month_counts(db: Database, query: Query) -> list[tuple[str, int]]:
    """How many of the photos were taken in each month that has some, oldest first."""
    condition = query.photos()
    sql = f"SELECT substr(taken_at, 1, 7) AS month, count(*) FROM photos WHERE {condition.sql}"
    rows = db.execute(f"{sql} AND taken_at IS NOT NULL GROUP BY month ORDER BY month", condition.params)
    return [(month, count) for month, count in rows]


def listing(
    db: Database, query: Query, order: Order, *, descending: bool = False, grain: Grain | None = Grain.MONTH
) -> Listing:
    """All that the grid shows of a search; without groups where ``grain`` is None."""
    ids = photo_ids(db, query, order, descending=descending)
    groups = [] if grain is None else photo_groups(db, query, order, descending=descending, grain=grain)
    return Listing(ids, groups, month_counts(db, query))


def count_photos(db: Database, query: Query) -> int:
    """How many photos match."""
    condition = query.photos()
    count: int = db.execute(f"SELECT count(*) FROM photos WHERE {condition.sql}", condition.params).fetchone()[0]
    return count


def natural(name: str) -> str:
    """A key that sorts names as people count, whatever the case; ``a2`` before ``a10``, ``a02`` beside ``a2``."""
    return _DIGITS.sub(_padded, name.casefold())


def _padded(digits: re.Match[str]) -> str:
    return digits[0].zfill(_MOST_DIGITS)


def _by_name(db: Database, query: Query, *, descending: bool) -> array[int]:
    condition = query.photos()
    rows = db.execute(f"SELECT name, id FROM photos WHERE {condition.sql} ORDER BY id", condition.params).fetchall()
    keyed = sorted((natural(name), photo_id) for name, photo_id in rows)
    if descending:
        keyed.reverse()
    return array("q", (photo_id for _name, photo_id in keyed))


def _source(order: Order) -> str:
    return f"photos LEFT JOIN {_HIGHEST} ON of = id" if order is Order.CONFIDENCE else "photos"
