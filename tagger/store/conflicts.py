"""What was changed here and by another program, each to something else: listed until the user chooses."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tagger.store.database import Database

Value = int | str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One property of one photo that two programs changed.

    Attributes:
        photo_id: the photo.
        property: ``rating``, ``colour_label``, ``caption``, ``tag:`` with a path, or ``region:`` with the id of a
            suggestion.
        base: what it was before either changed it, as far as that is known.
        mine: what it is in this library; None for nothing.
        theirs: what the sidecar says.
        at: when it was found, ISO 8601 in UTC; empty for one that is not listed yet.
    """

    photo_id: int
    property: str
    base: Value
    mine: Value
    theirs: Value
    at: str = ""


def note(db: Database, photo_id: int, found: Iterable[Conflict]) -> None:
    """List conflicts; one that is listed already says from now on what was found last."""
    now = datetime.now(UTC).isoformat()
    db.conn.executemany(
        "INSERT OR REPLACE INTO conflicts (photo_id, property, base, mine, theirs, at) VALUES (?, ?, ?, ?, ?, ?)",
        [(photo_id, c.property, c.base, c.mine, c.theirs, now) for c in found],
    )


def all_of(db: Database, photo_ids: Sequence[int] | None = None) -> list[Conflict]:
    """Every conflict, or those of some photos, in order of photos."""
    if photo_ids is None:
        rows = db.conn.execute(f"SELECT {_COLUMNS} FROM conflicts ORDER BY photo_id, property")
    else:
        rows = db.conn.execute(
            f"SELECT {_COLUMNS} FROM conflicts WHERE photo_id IN (SELECT value FROM json_each(?))"
            " ORDER BY photo_id, property",
            (json.dumps(list(photo_ids)),),
        )
    return [Conflict(*row) for row in rows]


def count(db: Database) -> int:
    """How many conflicts wait for a choice."""
    return int(db.conn.execute("SELECT count(*) FROM conflicts").fetchone()[0])


def properties_of(db: Database, photo_ids: Sequence[int]) -> dict[int, frozenset[str]]:
    """The properties of photos that are in conflict."""
    found: dict[int, set[str]] = defaultdict(set)
    for conflict in all_of(db, photo_ids):
        found[conflict.photo_id].add(conflict.property)
    return {photo_id: frozenset(properties) for photo_id, properties in found.items()}


def find(db: Database, photo_id: int, prop: str) -> Conflict | None:
    """One conflict; None if it is settled or never was."""
    return next((c for c in all_of(db, [photo_id]) if c.property == prop), None)


def forget(db: Database, photo_id: int, prop: str) -> None:
    """It is settled."""
    db.conn.execute("DELETE FROM conflicts WHERE photo_id = ? AND property = ?", (photo_id, prop))


_COLUMNS = "photo_id, property, base, mine, theirs, at"
