"""What jobs that came to an end may have left at their service: it is named by the handle that they keep.

The first word of a handle names the thing itself, which several jobs of a photo may share.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from tagger.store.database import Database

FACT, TOLD = "upload", "could not be deleted yet; that is tried again with each run"
_ENDED = "backend = ? AND state IN ('done', 'failed') AND handle IS NOT NULL"
_THING = "substr(handle, 1, instr(handle || ' ', ' ') - 1)"


def handles(db: Database, backend: str, most: int) -> tuple[list[str], list[str]]:
    """The handles of jobs that came to an end, ``most`` of them, and of all those that go on."""
    ended = db.conn.execute(f"SELECT DISTINCT handle FROM jobs WHERE {_ENDED} LIMIT ?", (backend, most))
    needed = db.conn.execute(
        "SELECT DISTINCT handle FROM jobs WHERE backend = ? AND state NOT IN ('done', 'failed') AND handle IS NOT NULL",
        (backend,),
    )
    return [handle for (handle,) in ended], [handle for (handle,) in needed]


def forget(db: Database, backend: str, gone: Iterable[str], photo_ids: Iterable[int] | None = None) -> None:
    """Nothing is left of what these handles name.

    Args:
        db: The library.
        backend: Whose.
        gone: The handles.
        photo_ids: Of the photos they belong to, where that is known: otherwise all jobs are looked through.
    """
    among = "" if photo_ids is None else " AND photo_id IN (SELECT value FROM json_each(?))"
    things = json.dumps([handle.partition(" ")[0] for handle in gone])
    ids = () if photo_ids is None else (json.dumps(list(photo_ids)),)
    rows = db.conn.execute(
        f"UPDATE jobs SET handle = NULL WHERE {_ENDED} AND {_THING} IN (SELECT value FROM json_each(?)){among}"
        " RETURNING photo_id",
        (backend, things, *ids),
    ).fetchall()
    db.conn.executemany(
        "DELETE FROM photo_facts WHERE photo_id = ? AND backend = ? AND name = ?",
        [(photo_id, backend, FACT) for (photo_id,) in rows],
    )


def stays(db: Database, backend: str, photo_ids: Iterable[int]) -> None:
    """Have it told with these photos that something of them is still at the service."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO photo_facts VALUES (?, ?, ?, ?)",
        [(photo_id, backend, FACT, TOLD) for photo_id in photo_ids],
    )


def alone(db: Database, owner: str, since: float) -> bool:
    """Whether no other owner has shown since that it lives."""
    row = db.conn.execute("SELECT 1 FROM workers WHERE owner <> ? AND heartbeat > ? LIMIT 1", (owner, since))
    return row.fetchone() is None
