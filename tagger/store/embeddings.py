"""Embeddings: what a network made of a photo, to find alike ones; float32 numbers, little-endian."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from tagger.entities import PhotoId
from tagger.store.database import Database

_CHUNK = 5000


def missing(db: Database, photo_ids: Sequence[int], backend: str, model: str) -> list[PhotoId]:
    """Photos of these that a model has left no embedding of."""
    known = {i for i, _vector in of(db, photo_ids, backend, model)}
    return [PhotoId(i) for i in photo_ids if i not in known]


def of(db: Database, photo_ids: Sequence[int], backend: str, model: str) -> Iterator[tuple[int, bytes]]:
    """The embeddings that a model left of these photos."""
    for start in range(0, len(photo_ids), _CHUNK):
        yield from db.conn.execute(
            "SELECT photo_id, vector FROM embeddings WHERE photo_id IN (SELECT value FROM json_each(?))"
            " AND backend = ? AND model = ?",
            (json.dumps(list(photo_ids[start : start + _CHUNK])), backend, model),
        )


def commonest(db: Database) -> tuple[str, str] | None:
    """Backend and model that left most embeddings; None where there are none."""
    row = db.conn.execute(
        "SELECT backend, model FROM embeddings GROUP BY backend, model ORDER BY count(*) DESC LIMIT 1"
    ).fetchone()
    return None if row is None else (str(row[0]), str(row[1]))


def save(db: Database, backend: str, model: str, vectors: Mapping[int, bytes]) -> None:
    """Keep embeddings of photos."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO embeddings (photo_id, backend, model, vector) VALUES (?, ?, ?, ?)",
        [(photo_id, backend, model, vector) for photo_id, vector in vectors.items()],
    )
