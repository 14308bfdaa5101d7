"""Photos that look like a given one, by the embeddings that a backend left.

Similarity is the cosine of two vectors. They are read in chunks, so that a library of any size takes the memory of
one chunk.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from sqlite3 import Cursor

import numpy as np
from numpy.typing import NDArray

from tagger.errors import UsageError
from tagger.store.database import Database

MOST = 500
CHUNK = 4096
"""Vectors in memory at once: 20 MB at 1,280 numbers each."""

LEAST = 0.3
"""Cosine below which nobody would call two photos alike."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Similar:
    """Photos with how alike they are, the most alike first; the photo itself leads with 1.

    Attributes:
        ids: The photos.
        scores: Cosines, -1..1.
    """

    ids: array[int]
    scores: array[float]


def similar(db: Database, photo_id: int, most: int = MOST, least: float = LEAST) -> Similar:
    """The photos most alike to one, among those that the same model of the same backend has seen.

    Raises:
        UsageError: no backend has left an embedding of this photo.
    """
    row = db.conn.execute(
        "SELECT backend, model, vector FROM embeddings WHERE photo_id = ? ORDER BY backend LIMIT 1", (photo_id,)
    ).fetchone()
    wanted = None if row is None else _unit(np.frombuffer(row[2], dtype="<f4")[np.newaxis])[0]
    if row is None or wanted is None or not np.any(wanted):
        raise UsageError(
            "It is not known yet what this photo looks like.", "Recognise it, then ask for similar photos again."
        )
    rows = db.conn.execute(
        "SELECT photo_id, vector FROM embeddings WHERE backend = ? AND model = ? AND length(vector) = ?",
        (row[0], row[1], len(row[2])),
    )
    ids, scores = _best(rows, wanted, most)
    alike = (scores >= least) | (ids == photo_id)
    first = np.lexsort((ids[alike], -scores[alike], ids[alike] != photo_id))
    return Similar(array("q", ids[alike][first].tolist()), array("d", scores[alike][first].tolist()))


def seen(db: Database, photo_id: int) -> bool:
    """Whether a backend has left an embedding of a photo."""
    found = db.conn.execute("SELECT EXISTS (SELECT 1 FROM embeddings WHERE photo_id = ?)", (photo_id,)).fetchone()
    return bool(found[0])


def _best(rows: Cursor, wanted: Floats, most: int) -> tuple[NDArray[np.int64], Floats]:
    ids, scores = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
    while chunk := rows.fetchmany(CHUNK):
        vectors = np.frombuffer(b"".join(vector for _id, vector in chunk), dtype="<f4").reshape(len(chunk), -1)
        ids = np.concatenate((ids, np.fromiter((i for i, _vector in chunk), dtype=np.int64, count=len(chunk))))
        scores = np.concatenate((scores, _cosines(vectors, wanted)))
        if len(ids) > most:
            kept = np.argpartition(-scores, most - 1)[:most]
            ids, scores = ids[kept], scores[kept]
    return ids, scores


def _cosines(vectors: Floats, wanted: Floats) -> Floats:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        cosines = (vectors @ wanted) / lengths
    found: Floats = np.clip(np.nan_to_num(cosines, nan=-1.0, posinf=-1.0, neginf=-1.0), -1, 1)
    return found


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=np.isfinite(lengths) & (lengths > 0))
    return unit
