"""The search language of the window and the command line.

Words match the start of a word in tags, labels, file name and caption; ``"phrases"`` match whole words; ``field:value``
is precise. Juxtaposition means AND. Terms about suggestions that are ANDed must hold for one and the same suggestion of
a photo; only labels each ask for one of their own, since a suggestion has a single label. A NOT is about all of
them.
"""

from __future__ import annotations

import enum
import itertools
from array import array
from dataclasses import dataclass

from sqlite_utils import Database

from tagger.store.query import language, meaning
from tagger.store.query.condition import TRUE, Condition
from tagger.store.query.nodes import Node

__all__ = ["Condition", "Order", "Query", "count_photos", "parse", "photo_ids"]


class Order(enum.Enum):
    """What photos are sorted by. Photos that lack it come last; equal ones follow in the order they were added."""

    TAKEN = "taken_at"
    NAME = "name"
    ADDED = "id"
    RATING = "rating"
    FOLDER = "directory"


@dataclass(frozen=True, slots=True)
class Query:
    """A search text that has been read."""

    text: str
    node: Node | None

    def photos(self) -> Condition:
        """The condition over the table ``photos``, under that name."""
        return TRUE if self.node is None else meaning.of_photos(self.node)

    def suggestions(self) -> Condition:
        """The condition over ``suggestions JOIN labels … JOIN photos …``, under those names.

        Terms about suggestions speak of that suggestion, all others of its photo.
        """
        return meaning.of_suggestions(self.node)


def parse(text: str) -> Query:
    """Read a search text. The empty one asks for everything.

    Raises:
        QueryError: it cannot be read; the error says where, why and what is allowed.
    """
    return Query(text, language.read(text))


def photo_ids(db: Database, query: Query, order: Order = Order.TAKEN, *, descending: bool = False) -> array[int]:
    """The ids of all photos that match, sorted."""
    condition = query.photos()
    # Where only some photos match, they are found first and sorted then: walking an index in order would try them all.
    column = order.value if condition == TRUE or order is Order.ADDED else f"+{order.value}"
    direction = "DESC" if descending else "ASC"
    # Photos of one moment, and all those that do not know theirs, go by their names.
    tie = {Order.ADDED: "", Order.TAKEN: f", name {direction}, id {direction}"}.get(order, f", id {direction}")
    sql = f"SELECT id FROM photos WHERE {condition.sql} ORDER BY {column} {direction} NULLS LAST{tie}"
    return array("q", itertools.chain.from_iterable(db.execute(sql, condition.params)))


def count_photos(db: Database, query: Query) -> int:
    """How many photos match."""
    condition = query.photos()
    count: int = db.execute(f"SELECT count(*) FROM photos WHERE {condition.sql}", condition.params).fetchone()[0]
    return count
