"""Suggestions as whole rows, for operations that make them, move them or take them away."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tagger.entities import Box, Decision
from tagger.store.database import Database

_COLUMNS = "photo_id, label_id, operation, model, confidence, x, y, w, h, seen, decision, decided_at"


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """One row of suggestions, without its id.

    Attributes:
        seen: Where the backend saw it, if the box was moved by hand since.
        decided_at: ISO 8601 in UTC; None while it is undecided.
    """

    photo_id: int
    label_id: int
    operation: str
    model: str
    confidence: float
    box: Box | None
    seen: Box | None
    decision: Decision
    decided_at: str | None


def rows(db: Database, ids: Iterable[int]) -> dict[int, SuggestionRow]:
    """The rows of suggestions by their ids; those that are gone are left out."""
    found = db.conn.execute(
        f"SELECT id, {_COLUMNS} FROM suggestions WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: _row(row[1:]) for row in found}


def insert(db: Database, row: SuggestionRow, *, suggestion_id: int | None = None) -> int | None:
    """Make a suggestion, with the id it had before if one is given; None where its photo or label is gone."""
    cursor = db.conn.execute(
        f"INSERT INTO suggestions (id, {_COLUMNS})"
        " SELECT ?, photos.id, labels.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM photos, labels"
        " WHERE photos.id = ? AND labels.id = ?",
        (suggestion_id, *_values(row)[2:], row.photo_id, row.label_id),
    )
    return cursor.lastrowid if cursor.rowcount else None


def update(db: Database, suggestion_id: int, row: SuggestionRow) -> None:
    """Make a suggestion exactly this."""
    assignments = ", ".join(f"{column} = ?" for column in _COLUMNS.split(", "))
    db.conn.execute(f"UPDATE suggestions SET {assignments} WHERE id = ?", (*_values(row), suggestion_id))


def delete(db: Database, suggestion_id: int) -> None:
    """Take a suggestion away; its id never comes to name another one."""
    db.conn.execute("DELETE FROM suggestions WHERE id = ?", (suggestion_id,))


def pack(row: SuggestionRow | None) -> list[Any] | None:
    """A row as JSON can hold it."""
    return None if row is None else list(_values(row))


def unpack(values: Sequence[Any] | None) -> SuggestionRow | None:
    """A row as `pack` made it."""
    return None if values is None else _row(values)


def _values(row: SuggestionRow) -> tuple[Any, ...]:
    box = (None, None, None, None) if row.box is None else (row.box.x, row.box.y, row.box.w, row.box.h)
    seen = None if row.seen is None else json.dumps([row.seen.x, row.seen.y, row.seen.w, row.seen.h])
    head = row.photo_id, row.label_id, row.operation, row.model, row.confidence
    return (*head, *box, seen, str(row.decision), row.decided_at)


def _row(values: Sequence[Any]) -> SuggestionRow:
    photo_id, label_id, operation, model, confidence, x, y, w, h, seen, decision, decided_at = values
    return SuggestionRow(
        photo_id,
        label_id,
        operation,
        model,
        confidence,
        None if x is None else Box(x, y, w, h),
        None if seen is None else Box(*json.loads(seen)),
        Decision(decision),
        decided_at,
    )
