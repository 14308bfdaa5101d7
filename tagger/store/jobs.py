"""The queue of recognition: one job for each (backend, photo, operation).

States: ``queued`` → ``claimed`` → ``done`` | ``failed`` (will not be answered) | ``unknown`` (sent, outcome not
known). A job with a ``handle`` was submitted to its service and is only polled from then on. Claims belong to an
owner, a process whose heartbeat shows that it lives; claims of a silent owner are taken over.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tagger.entities import PhotoId
from tagger.store.database import Database

SILENT_S = 10.0
"""A process whose heartbeat is older than this is dead, or asleep so soundly that its work may be taken over."""
# The last send of a job is under way, or its answer may have been lost with the program. One that is older than the
# result that is kept belongs to that.
_LEFT = """(
    SELECT (s.status = 'sending' OR s.status LIKE 'stopped%' OR s.status LIKE 'answered%' OR s.status LIKE 'unknown%'
            OR s.status LIKE 'refused (2%')
        AND NOT EXISTS (
            SELECT 1 FROM results r WHERE r.photo_id = s.photo_id AND r.backend = s.backend
            AND r.operation = s.operation AND (julianday(r.done_at) - 2440587.5) * 86400 > s.at)
    FROM sends s WHERE s.photo_id = jobs.photo_id AND s.backend = jobs.backend AND s.operation = jobs.operation
    ORDER BY s.id DESC LIMIT 1)"""
_OWN_CLAIM = "(state = 'claimed' AND owner = ? AND attempts = ?)"


@dataclass(frozen=True, slots=True)
class Job:
    """One claimed job. ``owner`` and ``attempts`` together name the claim: later ones differ in one of them.

    ``faults`` is how often the service itself failed over it.
    """

    id: int
    backend: str
    photo_id: PhotoId
    operation: str
    handle: str | None
    attempts: int
    owner: str
    faults: int = 0


def enqueue(
    db: Database, backend: str, operation: str, ids: Iterable[int], *, again: bool = False, retry: bool = False
) -> int:
    """Queue photos; returns how many.

    Done ones only with ``again``, failed and unknown ones only with ``retry``. An unknown one that the service can be
    asked about by its handle is asked for, not sent again.
    """
    states = (["done"] if again else []) + (["failed", "unknown"] if retry else [])
    marks = ", ".join("?" * len(states))
    queued = 0
    for photo_id in ids:
        cursor = db.conn.execute(
            "INSERT INTO jobs (backend, photo_id, operation, state) VALUES (?, ?, ?, 'queued')"
            " ON CONFLICT (backend, photo_id, operation) DO UPDATE SET"
            " handle = CASE WHEN state = 'unknown' THEN handle END,"
            " state = 'queued', error = NULL, attempts = 0, faults = 0, not_before = 0, owner = NULL"
            f" WHERE state IN ({marks})",
            (backend, photo_id, operation, *states),
        )
        queued += cursor.rowcount
    return queued


def enqueue_all(
    db: Database,
    backend: str,
    operations: Sequence[str],
    ids: Iterable[int],
    *,
    again: bool = False,
    retry: bool = False,
) -> int:
    """Queue all operations of photos, those of each photo together, so that one upload can serve them."""
    return sum(
        enqueue(db, backend, operation, [photo_id], again=again, retry=retry)
        for photo_id in ids
        for operation in operations
    )


def settled(
    db: Database, backend: str, operations: Sequence[str], *, again: bool = False, retry: bool = False
) -> set[int]:
    """Photos for which `enqueue` would do nothing and nothing is under way: all operations have come to an end."""
    states = ([] if again else ["done"]) + ([] if retry else ["failed", "unknown"])
    rows = db.conn.execute(
        f"SELECT photo_id FROM jobs WHERE backend = ? AND state IN ({', '.join('?' * len(states))})"
        f" AND operation IN ({', '.join('?' * len(operations))}) GROUP BY photo_id HAVING count(*) = ?",
        (backend, *states, *operations, len(operations)),
    )
    return {photo_id for (photo_id,) in rows}


def narrowing(db: Database, backends: Sequence[str], ids: Sequence[int]) -> str | None:
    """What keeps work to these photos, as the functions below take it; None where nothing else is queued anyway."""
    only = json.dumps(list(ids))
    row = db.conn.execute(
        f"SELECT 1 FROM jobs WHERE state = 'queued' AND backend IN ({', '.join('?' * len(backends))})"
        " AND photo_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1",
        (*backends, only),
    ).fetchone()
    return None if row is None else only


def claim(db: Database, owner: str, backend: str, limit: int, only: str | None = None) -> list[Job]:
    """Take the next jobs of a backend; submitted ones first, so that what was paid for is fetched."""
    condition, params = _among(only)
    rows = db.conn.execute(
        "UPDATE jobs SET state = 'claimed', owner = ?, attempts = attempts + 1 WHERE id IN ("
        " SELECT id FROM jobs WHERE backend = ? AND state = 'queued' AND not_before <= ?"
        f" AND {condition} ORDER BY handle IS NULL, id LIMIT ?)"
        " RETURNING id, backend, photo_id, operation, handle, attempts, faults",
        (owner, backend, time.time(), *params, limit),
    ).fetchall()
    return [
        Job(i, name, PhotoId(p), operation, handle, tries, owner, faults)
        for i, name, p, operation, handle, tries, faults in rows
    ]


def finish(db: Database, job: Job, *, left_behind: str = "") -> bool:
    """The job is done, if it is still this owner's; False where somebody else has taken it over meanwhile.

    Its handle is from now on that of what is ``left_behind`` at the service, if anything is.
    """
    return _leave(db, job, "done", None, 0.0, left_behind=left_behind)


def fail(db: Database, job: Job, error: str, *, unknown: bool = False) -> bool:
    """The job will not be answered, or nobody can tell whether it was."""
    return _leave(db, job, "unknown" if unknown else "failed", error, 0.0)


def put_back(db: Database, job: Job, *, after_s: float = 0.0, error: str | None = None, fault: bool = False) -> bool:
    """The job is to be tried again, not before ``after_s`` seconds have passed; a ``fault`` of the service counts."""
    mine = _leave(db, job, "queued", error, time.time() + after_s if after_s else 0.0)
    if mine and fault:
        db.conn.execute("UPDATE jobs SET faults = faults + 1 WHERE id = ?", (job.id,))
    return mine


def forget_handle(db: Database, job: Job) -> None:
    """The service can no longer be asked for what it made of a job that was given up."""
    db.conn.execute("UPDATE jobs SET handle = NULL WHERE id = ? AND state = 'unknown'", (job.id,))


def claim_for(db: Database, owner: str, backend: str, operation: str, photo_id: int) -> Job | None:
    """Take one photo's job, new or not, for a result that was found elsewhere; None where it is done or in hands."""
    row = db.conn.execute(
        "INSERT INTO jobs (backend, photo_id, operation, state, owner, attempts) VALUES (?, ?, ?, 'claimed', ?, 1)"
        " ON CONFLICT (backend, photo_id, operation) DO UPDATE SET"
        " state = 'claimed', owner = excluded.owner, attempts = attempts + 1"
        " WHERE state NOT IN ('done', 'claimed') RETURNING id, handle, attempts, faults",
        (backend, photo_id, operation, owner),
    ).fetchone()
    return None if row is None else Job(row[0], backend, PhotoId(photo_id), operation, row[1], row[2], owner, row[3])


def set_handle(db: Database, jobs: Sequence[Job], handle: str) -> None:
    """The jobs were submitted together; from now on they are only polled. Those taken over meanwhile stay as they are.

    A job that was given up as ``unknown`` meanwhile keeps the handle too: it tells what the service knows it by.
    """
    db.conn.executemany(
        f"UPDATE jobs SET handle = ? WHERE id = ? AND ({_OWN_CLAIM} OR state = 'unknown')",
        [(handle, job.id, job.owner, job.attempts) for job in jobs],
    )


def beat(db: Database, owner: str) -> None:
    """Show that the owner lives."""
    db.conn.execute(
        "INSERT INTO workers (owner, pid, heartbeat) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET heartbeat = excluded.heartbeat",
        (owner, os.getpid(), time.time()),
    )


def leave(db: Database, owner: str) -> None:
    """The owner ends; what it still holds goes back to the queue."""
    db.conn.execute("UPDATE jobs SET state = 'queued', owner = NULL WHERE state = 'claimed' AND owner = ?", (owner,))
    db.conn.execute("DELETE FROM workers WHERE owner = ?", (owner,))


def take_over(db: Database, offline: Sequence[str]) -> int:
    """Free the claims of dead owners; returns how many.

    A job that may have been sent away without a handle becomes ``unknown``: it is never sent twice unasked. Whether it
    may have been, the log of sends says, which is written before anything leaves: what was still being read or packed
    is queued again. Jobs of ``offline`` backends cost nothing and are queued again as well.
    """
    dead = [
        owner
        for (owner,) in db.conn.execute(
            "SELECT DISTINCT owner FROM jobs WHERE state = 'claimed' AND owner NOT IN"
            " (SELECT owner FROM workers WHERE heartbeat > ?)",
            (time.time() - SILENT_S,),
        )
    ]
    marks = ", ".join("?" * len(offline))
    safe = f"(handle IS NOT NULL OR backend IN ({marks}) OR NOT coalesce({_LEFT}, 0))"
    freed = 0
    for owner in dead:
        freed += db.conn.execute(
            f"UPDATE jobs SET owner = NULL, state = CASE WHEN {safe} THEN 'queued' ELSE 'unknown' END,"
            f" error = CASE WHEN {safe} THEN NULL ELSE 'The program ended while this photo was being sent.' END"
            " WHERE state = 'claimed' AND owner = ?",
            (*offline, *offline, owner),
        ).rowcount
        db.conn.execute("DELETE FROM workers WHERE owner = ?", (owner,))
    return freed


def counts(db: Database) -> dict[str, dict[str, int]]:
    """How many jobs each backend has in each state."""
    result: dict[str, dict[str, int]] = {}
    for backend, state, count in db.conn.execute("SELECT backend, state, count(*) FROM jobs GROUP BY backend, state"):
        result.setdefault(backend, {})[state] = count
    return result


def left(db: Database, backends: Sequence[str], only: str | None = None) -> int:
    """How many jobs of these backends are queued or under way, whoever does them."""
    condition, params = _among(only)
    row = db.conn.execute(
        f"SELECT count(*) FROM jobs WHERE backend IN ({', '.join('?' * len(backends))})"
        f" AND state IN ('queued', 'claimed') AND {condition}",
        (*backends, *params),
    ).fetchone()
    return int(row[0])


def waiting(db: Database, backend: str, owner: str, only: str | None = None) -> tuple[int, int, float]:
    """Queued jobs, jobs claimed by other owners, and the time of the earliest queued one (seconds since the epoch)."""
    condition, params = _among(only)
    queued, earliest = db.conn.execute(
        "SELECT count(*), coalesce(min(not_before), 0) FROM jobs WHERE backend = ? AND state = 'queued'"
        f" AND {condition}",
        (backend, *params),
    ).fetchone()
    (foreign,) = db.conn.execute(
        f"SELECT count(*) FROM jobs WHERE backend = ? AND state = 'claimed' AND owner <> ? AND {condition}",
        (backend, owner, *params),
    ).fetchone()
    return queued, foreign, earliest


def cancel(db: Database, backend: str) -> int:
    """Take what is queued for a backend out of the queue again; returns how many."""
    return db.conn.execute(
        "DELETE FROM jobs WHERE backend = ? AND state = 'queued' AND handle IS NULL", (backend,)
    ).rowcount


def failures(db: Database) -> list[tuple[str, PhotoId, str, str]]:
    """Backend, photo, state and reason of each failed or unknown job."""
    rows = db.conn.execute(
        "SELECT backend, photo_id, state, error FROM jobs WHERE state IN ('failed', 'unknown') ORDER BY id"
    )
    return [(backend, PhotoId(photo_id), state, error or "") for backend, photo_id, state, error in rows]


def _among(only: str | None) -> tuple[str, tuple[str, ...]]:
    return ("1", ()) if only is None else ("photo_id IN (SELECT value FROM json_each(?))", (only,))


def _leave(db: Database, job: Job, state: str, error: str | None, not_before: float, *, left_behind: str = "") -> bool:
    cursor = db.conn.execute(
        # Nobody asks by the handle of a job that is done, and those of batches are long.
        "UPDATE jobs SET state = ?, error = ?, not_before = ?, owner = NULL,"
        f" handle = CASE WHEN ? THEN ? ELSE handle END WHERE id = ? AND {_OWN_CLAIM}",
        (state, error, not_before, state == "done", left_behind or None, job.id, job.owner, job.attempts),
    )
    return cursor.rowcount == 1
