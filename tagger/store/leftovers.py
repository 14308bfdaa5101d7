"""What jobs that came to an end may have left at their service: it is named by the handle that they keep.

The first word of a handle names the thing itself, which several jobs of a photo may share.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from tagger.store.database import Database

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


def forget(db: Database, backend: str, gone: Iterable[str]) -> None:
    """Nothing is left of what these handles name."""
    db.conn.execute(
        f"UPDATE jobs SET handle = NULL WHERE {_ENDED} AND handle IN (SELECT value FROM json_each(?))",
        (backend, json.dumps(list(gone))),
    )


def nothing_left(db: Database, job_id: int) -> None:
    """What a job's handle names is gone: the photo's other jobs that came to an end need not remember it."""
    row = db.conn.execute(f"SELECT backend, photo_id, {_THING} FROM jobs WHERE id = ?", (job_id,)).fetchone()
    if row is not None and row[2]:
        db.conn.execute(f"UPDATE jobs SET handle = NULL WHERE {_ENDED} AND photo_id = ? AND {_THING} = ?", row)


def alone(db: Database, owner: str, since: float) -> bool:
    """Whether no other owner has shown since that it lives."""
    row = db.conn.execute("SELECT 1 FROM workers WHERE owner <> ? AND heartbeat > ? LIMIT 1", (owner, since))
    return row.fetchone() is None
