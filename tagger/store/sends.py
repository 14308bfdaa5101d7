"""What was sent to services: a log that outlives photos and backends, and what it may have cost.

Money is counted in millionths of the user's currency, as whole numbers. What a send may cost is counted before it
leaves, and taken back once the service has said that it does not charge for it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from tagger.entities import PhotoId
from tagger.errors import BackendRefused
from tagger.store.database import Database
from tagger.store.paths import from_db, to_db

MILLION = 1_000_000
SENDING = "sending"
"""Status of what is on its way, or was when the program ended."""


@dataclass(frozen=True, slots=True)
class Send:
    """One photo that was sent. ``at`` is ISO 8601 in UTC, ``cost`` in the user's currency, ``name`` what it went by."""

    at: str
    backend: str
    operation: str
    photo_id: PhotoId
    path: str
    name: str
    bytes: int
    cost: float
    status: str


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of a backend in millionths; 0 for none."""

    price: int = 0
    daily: int = 0
    total: int = 0


def begin(
    db: Database, backend: str, operation: str, photo_id: int, path: str, name: str, size: int, budget: Budget
) -> int:
    """Log that a photo leaves and count its price; returns the entry's id.

    Raises:
        BackendRefused: it would exceed a budget.
    """
    day = today()
    spent_today, spent = spent_on(db, backend, day)
    for limit, so_far, daily in ((budget.daily, spent_today, True), (budget.total, spent, False)):
        if limit and budget.price and so_far + budget.price > limit:
            reason = f"{max(limit - so_far, 0) / MILLION:,.2f} of {limit / MILLION:,.2f} is left"
            today_s = f"Today's budget of {backend} is used up: {reason}."
            message = today_s if daily else f"The whole budget of {backend} is used up: {reason}."
            raise BackendRefused(message, "Raise it, or wait.")
    _count(db, backend, day, budget.price)
    cursor = db.conn.execute(
        "INSERT INTO sends (at, day, backend, operation, photo_id, path, name, bytes, millionths, status)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (time.time(), day, backend, operation, photo_id, to_db(path), name, size, budget.price, SENDING),
    )
    return cursor.lastrowid or 0


def end(db: Database, send_id: int, status: str, *, charged: bool) -> None:
    """Log what became of it."""
    row = db.conn.execute("SELECT backend, day, millionths FROM sends WHERE id = ?", (send_id,)).fetchone()
    if row is not None and not charged:
        _count(db, row[0], row[1], -row[2])
        db.conn.execute("UPDATE sends SET millionths = 0 WHERE id = ?", (send_id,))
    db.conn.execute("UPDATE sends SET status = ? WHERE id = ?", (status, send_id))


def spent_on(db: Database, backend: str, day: str) -> tuple[int, int]:
    """Millionths that a backend may have cost on that day and in all."""
    row = db.conn.execute(
        "SELECT coalesce(sum(millionths) FILTER (WHERE day = ?), 0), coalesce(sum(millionths), 0)"
        " FROM costs WHERE backend = ?",
        (day, backend),
    ).fetchone()
    return int(row[0]), int(row[1])


def names_of(db: Database, backend: str, ids: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
    """The names under which photos were sent to a backend, oldest first."""
    found: dict[int, tuple[str, ...]] = {}
    for photo_id, name in db.conn.execute(
        "SELECT photo_id, name FROM sends WHERE backend = ? AND photo_id IN (SELECT value FROM json_each(?))"
        " ORDER BY id",
        (backend, json.dumps(list(ids))),
    ):
        found[photo_id] = (*found.get(photo_id, ()), name)
    return found


def sends(db: Database, backend: str | None = None) -> Iterator[Send]:
    """Everything that was sent, oldest first; of one backend, or of all."""
    rows = db.conn.execute(
        "SELECT at, backend, operation, photo_id, path, name, bytes, millionths, status FROM sends"
        " WHERE ? IS NULL OR backend = ? ORDER BY id",
        (backend, backend),
    )
    for at, name, operation, photo_id, path, sent_as, size, millionths, status in rows:
        when = datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
        yield Send(when, name, operation, PhotoId(photo_id), from_db(path), sent_as, size, millionths / MILLION, status)


def note_quota(db: Database, backend: str, remaining: int) -> None:
    """Remember what a service said of the calls left."""
    db.conn.execute("INSERT OR REPLACE INTO quotas VALUES (?, ?, ?)", (backend, remaining, time.time()))


def quotas(db: Database) -> dict[str, int]:
    """The calls left at each backend, as far as its service said."""
    return dict(db.conn.execute("SELECT backend, remaining FROM quotas").fetchall())


def today() -> str:
    """The day as the user's calendar has it; daily budgets begin with it."""
    return datetime.now().astimezone().date().isoformat()


def _count(db: Database, backend: str, day: str, millionths: int) -> None:
    if millionths:
        db.conn.execute(
            "INSERT INTO costs VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET millionths = millionths + excluded.millionths",
            (backend, day, millionths),
        )
