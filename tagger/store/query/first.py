"""The first photos that a search finds, long before all of them are found."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from tagger.errors import Cancelled
from tagger.store.database import Database
from tagger.store.query import walking
from tagger.store.query.condition import Condition, all_of
from tagger.store.query.narrowing import Few, few
from tagger.store.query.ordering import Order, along, sorted_ids
from tagger.store.query.patience import after, unless
from tagger.store.query.reading import Query
from tagger.store.query.text import WALKED

WALK_S = 0.045
LOOK_S = 0.006
"""How long a part of a search may take to show that few photos fit it."""

_LONGER = 1.3
"""How much longer a walk may take where words are asked for, or several things: gathering these takes longer, too."""

_MUCH_LONGER = 4.0
"""The same where the surest suggestions of all photos would have to be found."""


def first_ids(
    db: Database, query: Query, order: Order, *, count: int, descending: bool = False, walk_s: float = WALK_S
) -> array[int]:
    """The first photos of `photo_ids` with the same arguments; fewer than ``count`` only where there are no more.

    Three ways lead there. Few photos fit one part of the search: then these are asked for the others, and sorted. Or
    many fit all of it: then those along an index in order are asked one after the other, which soon finds enough. Or
    neither is so, which shows when the walk has not found enough after ``walk_s``: then what fits is gathered and
    sorted. Measured on 1,000,000 photos: see ``tests/bench/bench_search.py``.
    """
    search = _Search(query, query.parts(), order, descending, count)
    # A word may begin a million words, which are gathered in one step that cannot be ended: these are walked first.
    plain, with_words = search.parted()
    found = search.among(db, few(db, search.parts, plain, LOOK_S))
    if found is None:
        longer = _MUCH_LONGER if order is Order.CONFIDENCE else _LONGER if with_words or len(search.parts) > 1 else 1
        found = search.walk(db, walk_s * longer)
    if found is None:
        found = search.among(db, few(db, search.parts, with_words, 2 * LOOK_S))
    return search.gather(db) if found is None else found


@dataclass(frozen=True, slots=True)
class _Search:
    query: Query
    parts: list[Condition]
    order: Order
    descending: bool
    count: int

    def parted(self) -> tuple[list[Condition], list[Condition]]:
        """The parts without words to be found in texts, and those with some."""
        with_words = [part for part in self.parts if WALKED in part.of_each().sql]
        return [part for part in self.parts if part not in with_words], with_words

    def among(self, db: Database, some: Few | None) -> array[int] | None:
        """The first of a few that are known to fit one part."""
        if some is None:
            return None
        if any(WALKED in part.of_each().sql for part in some.others):
            # What stands for a shot is among the few, or was not found.
            walking.Texts(db, shots=False).add(some.ids)
        within = walking.within(some.ids)
        asked = self.query.shown(all_of([within, *(part.of_each() for part in some.others)])).of_each()
        return self._ids(db, sorted_ids(asked, self.order, descending=self.descending, few=True))

    def walk(self, db: Database, walk_s: float) -> array[int] | None:
        """The first along the index of the order; None where that takes too long."""
        plain, with_words = self.parted()
        asked = self.query.shown(all_of(self.parts)).of_each()
        try:
            with unless(db, after(walk_s)):
                if with_words:
                    candidates = along(all_of(_each(plain)), self.order, descending=self.descending)
                    shots = self.query.expanded is not None
                    return walking.with_text(db, candidates, asked, self.count, shots=shots)
                found: array[int] = array("q")
                for way in along(asked, self.order, descending=self.descending):
                    found.extend(self._ids(db, way, self.count - len(found)))
                return found
        except Cancelled:
            return None

    def gather(self, db: Database) -> array[int]:
        """The first of all that fit, which are not the most, or the walk would have found them."""
        few = self.order is Order.CONFIDENCE
        return self._ids(db, sorted_ids(self.query.photos(), self.order, descending=self.descending, few=few))

    def _ids(self, db: Database, wanted: Condition, count: int | None = None) -> array[int]:
        limit = self.count if count is None else count
        return array("q", itertools.chain.from_iterable(db.execute(f"{wanted.sql} LIMIT ?", (*wanted.params, limit))))


def _each(parts: Sequence[Condition]) -> list[Condition]:
    return [part.of_each() for part in parts]
