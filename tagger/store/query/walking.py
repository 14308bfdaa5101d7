"""Asking photos one after the other for words, which the full-text index of all photos cannot do."""

from __future__ import annotations

import contextlib
import json
from array import array
from collections.abc import Sequence

from tagger.store.database import Database
from tagger.store.query.condition import Condition
from tagger.store.query.text import WALKED
from tagger.store.tables import TOKENIZER

_MOST_AT_ONCE = 4_000


def with_text(
    db: Database, candidates: Sequence[Condition], asked: Condition, count: int, *, shots: bool
) -> array[int]:
    """The first ``count`` of the candidates that fit, some at a time, of which a full-text index is made first.

    Args:
        db: The library.
        candidates: Statements that give the ids of photos in order, one after the other.
        asked: The condition over each photo, its words to be found in `WALKED`.
        count: How many are wanted.
        shots: Whether photos are asked about the one that stands for them, too.
    """
    found: array[int] = array("q")
    texts = Texts(db, shots=shots)
    step = 2 * count
    for each in candidates:
        with contextlib.closing(db.execute(each.sql, each.params)) as rows:
            while len(found) < count and (ids := [row[0] for row in rows.fetchmany(step)]):
                texts.add(ids)
                found.extend(_fitting(db, ids, asked, count - len(found)))
                step = min(2 * step, _MOST_AT_ONCE)
    return found


class Texts:
    """Fills `WALKED`, empty at first, with the names and captions of photos."""

    def __init__(self, db: Database, *, shots: bool) -> None:
        """Empty it; do so before any statement is open, which a change of the tables would end.

        Args:
            db: The library.
            shots: Whether to add the photos that stand for those that are added.
        """
        self._db, self._shots = db, shots
        self._known: set[int] = set()
        # Gone with the transaction, which SQLite ends at once where a statement is ended while the table is filled.
        # Without content, which is not asked for, it takes half the time.
        db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{WALKED}"
            f" USING fts5(name, caption, content='', tokenize='{TOKENIZER}')"
        )
        db.execute(f"INSERT INTO temp.{WALKED}({WALKED}) VALUES ('delete-all')")

    def add(self, ids: Sequence[int]) -> None:
        """Add photos."""
        wanted = set(ids)
        if self._shots:
            some = within(ids)
            leaders = self._db.execute(f"SELECT stack_id FROM photos WHERE {some.sql} AND stack_id > 0", some.params)
            wanted.update(row[0] for row in leaders)
        wanted -= self._known
        self._known |= wanted
        new = within(sorted(wanted))
        rows = f"SELECT id, name, caption FROM photos WHERE {new.sql}"
        self._db.execute(f"INSERT INTO temp.{WALKED}(rowid, name, caption) {rows}", new.params)


def within(ids: Sequence[int]) -> Condition:
    """The condition over ``photos`` for being one of these."""
    return Condition("photos.id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))


def _fitting(db: Database, ids: Sequence[int], asked: Condition, count: int) -> list[int]:
    some = "SELECT id FROM (SELECT key AS place, value AS walked FROM json_each(?)) CROSS JOIN photos ON id = walked"
    sql = f"{some} WHERE {asked.sql} ORDER BY place LIMIT ?"
    return [row[0] for row in db.execute(sql, (json.dumps(list(ids)), *asked.params, count))]
