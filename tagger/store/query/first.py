"""The first photos that a search finds, long before all of them are found."""

from __future__ import annotations

import itertools
import json
import time
from array import array

from tagger.errors import Cancelled
from tagger.store.database import Database
from tagger.store.query.condition import TRUE, Condition
from tagger.store.query.listing import Order, ordered
from tagger.store.query.patience import unless
from tagger.store.query.reading import Query
from tagger.store.query.text import WALKED
from tagger.store.tables import TOKENIZER

WALK_S = 0.045
_WITH_TEXT = 2
"""How much longer a walk may take where words are asked for, since gathering these takes longer as well."""


def first_ids(
    db: Database, query: Query, order: Order, *, count: int, descending: bool = False, walk_s: float = WALK_S
) -> array[int] | None:
    """The first photos of `photo_ids` with the same arguments; fewer than ``count`` only where there are no more.

    Either many photos fit: then those along an index in order are asked one after the other, which soon finds enough.
    Or few do: then they are gathered and sorted. Which it is shows when the walk has not found enough after
    ``walk_s``. Measured on 1,000,000 photos: see ``tests/bench/bench_search.py``.

    Returns:
        None where no index has the order, so that this would take as long as finding all.
    """
    if order in (Order.NAME, Order.CONFIDENCE):
        return None
    condition = query.photos()
    found = _walked(db, condition.of_each(), order, count, descending, walk_s)
    if found is None:
        gathered = ordered(condition, order, descending=descending, walking=condition == TRUE)
        found = _ids(db, gathered, count)
    return found


def _walked(
    db: Database, condition: Condition, order: Order, count: int, descending: bool, walk_s: float
) -> array[int] | None:
    """The first photos along the index of the order; None where that takes too long."""
    with_text = WALKED in condition.sql
    until = time.monotonic() + walk_s * (_WITH_TEXT if with_text else 1)
    try:
        with unless(db, lambda: time.monotonic() > until):
            if with_text:
                return _walked_with_text(db, condition, order, count, descending)
            return _ids(db, ordered(condition, order, descending=descending, walking=True), count)
    except Cancelled:
        return None


def _walked_with_text(db: Database, condition: Condition, order: Order, count: int, descending: bool) -> array[int]:
    """The same where words are asked for: some photos at a time, of which a full-text index is made first."""
    found: array[int] = array("q")
    walk = ordered(TRUE, order, descending=descending, walking=True)
    # Gone with the transaction, which SQLite ends at once where the walk takes too long while the table is filled.
    db.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{WALKED} USING fts5(name, caption, tokenize='{TOKENIZER}')")
    some = "SELECT id FROM (SELECT key AS place, value AS walked FROM json_each(?)) CROSS JOIN photos ON id = walked"
    sql = f"{some} WHERE {condition.sql} ORDER BY place"
    at, step = 0, 2 * count
    while len(found) < count:
        rows = [row[0] for row in db.execute(f"{walk.sql} LIMIT ? OFFSET ?", (step, at))]
        if not rows:
            break
        _index_text(db, json.dumps(rows))
        found.extend(_ids(db, Condition(sql, (json.dumps(rows), *condition.params)), count - len(found)))
        at, step = at + step, 2 * step
    return found


def _index_text(db: Database, ids: str) -> None:
    db.execute(f"DELETE FROM temp.{WALKED}")
    db.execute(
        f"INSERT INTO temp.{WALKED}(rowid, name, caption)"
        " SELECT id, name, caption FROM photos WHERE id IN (SELECT value FROM json_each(?))",
        (ids,),
    )


def _ids(db: Database, wanted: Condition, count: int) -> array[int]:
    rows = db.execute(f"{wanted.sql} LIMIT ?", (*wanted.params, count))
    return array("q", itertools.chain.from_iterable(rows))
