"""Jobs of recognition that came to no good end, by reason; and what else services said of photos."""

from __future__ import annotations

from dataclasses import dataclass

from tagger.entities import PhotoId
from tagger.store.database import Database


@dataclass(frozen=True, slots=True)
class Trouble:
    """Jobs of one backend that failed, or whose outcome nobody knows, for one reason.

    Attributes:
        backend: Its name.
        unknown: The outcome is not known: it may have been charged.
        reason: What went wrong, with advice.
        photos: How many photos.
        asked_by_handle: How many of them the service is only asked about, which costs nothing.
    """

    backend: str
    unknown: bool
    reason: str
    photos: int
    asked_by_handle: int = 0


def by_reason(db: Database) -> list[Trouble]:
    """All trouble, the most frequent first."""
    rows = db.conn.execute(
        "SELECT backend, state = 'unknown', coalesce(error, ''), count(DISTINCT photo_id), count(handle) FROM jobs"
        " WHERE state IN ('failed', 'unknown') GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 3"
    )
    return [Trouble(name, bool(unknown), error, count, handles) for name, unknown, error, count, handles in rows]


def retry(db: Database, trouble: Trouble) -> int:
    """Queue these jobs again; returns how many. Those with a handle are asked for, not sent again."""
    return db.conn.execute(
        "UPDATE jobs SET handle = CASE WHEN state = 'unknown' THEN handle END, state = 'queued', error = NULL,"
        " attempts = 0, faults = 0, not_before = 0, owner = NULL"
        " WHERE backend = ? AND state = ? AND coalesce(error, '') = ?",
        (trouble.backend, _state(trouble), trouble.reason),
    ).rowcount


def forget(db: Database, trouble: Trouble) -> int:
    """Take these jobs out of the queue for good, as if they had never been asked for; returns how many."""
    return db.conn.execute(
        "DELETE FROM jobs WHERE backend = ? AND state = ? AND coalesce(error, '') = ?",
        (trouble.backend, _state(trouble), trouble.reason),
    ).rowcount


def photos_in(db: Database, trouble: Trouble) -> list[PhotoId]:
    """The photos it is about."""
    rows = db.conn.execute(
        "SELECT DISTINCT photo_id FROM jobs WHERE backend = ? AND state = ? AND coalesce(error, '') = ? ORDER BY 1",
        (trouble.backend, _state(trouble), trouble.reason),
    )
    return [PhotoId(photo_id) for (photo_id,) in rows]


def waiting_reason(db: Database) -> dict[str, str]:
    """For each backend with queued work, why the last try of some of it was put off, if it was."""
    rows = db.conn.execute(
        "SELECT backend, error, max(id) FROM jobs WHERE state = 'queued' AND error IS NOT NULL GROUP BY backend"
    )
    return {backend: error for backend, error, _id in rows}


def facts_of(db: Database, photo_id: int) -> list[tuple[str, str, str]]:
    """What backends said of a photo besides labels: backend, name, value."""
    rows = db.conn.execute(
        "SELECT backend, name, value FROM photo_facts WHERE photo_id = ? ORDER BY backend, name", (photo_id,)
    )
    return [(str(backend), str(name), str(value)) for backend, name, value in rows]


def answered(db: Database, photo_id: int) -> frozenset[str]:
    """The backends that have answered for a photo."""
    rows = db.conn.execute("SELECT DISTINCT backend FROM results WHERE photo_id = ?", (photo_id,))
    return frozenset(str(backend) for (backend,) in rows)


def _state(trouble: Trouble) -> str:
    return "unknown" if trouble.unknown else "failed"
