"""A library with as many suggestions as wanted, written straight into its tables: the photos need not exist."""

from __future__ import annotations

from pathlib import Path

from tagger.store import Store
from tagger.store.database import Database

LABELS = 80
SUGGESTIONS_PER_PHOTO = 10 / 3

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
_PHOTOS = f"""{_NUMBERS}
INSERT INTO photos (folder_id, path, directory, name, state, bytes, mtime_ns, format, width, height, taken_at, added_at)
SELECT 1, '/many/' || (i / 1000) || '/' || i || '.jpg', '/many/' || (i / 1000), i || '.jpg', 'ok', 1000000, 1, 'JPEG',
  3000, 2000, datetime(1500000000 + i * 61, 'unixepoch'), '2026-01-01' FROM n"""

# Knuth's multiplicative hash spreads confidences; a fifth has the first label, as "person" has in most libraries.
_SUGGESTIONS = f"""{_NUMBERS}
INSERT INTO suggestions (photo_id, label_id, operation, model, confidence, x, y, w, h, decision)
SELECT 1 + i % :photos, CASE WHEN i % 5 = 0 THEN 1 ELSE 2 + (i / 5 * 7) % (:labels - 1) END, 'recognise', 'm',
  0.2 + ((i * 2654435761) % 4294967296) / 4294967296.0 * 0.79,
  CASE WHEN i % 2 THEN 0.1 END, CASE WHEN i % 2 THEN 0.2 END, CASE WHEN i % 2 THEN 0.3 END,
  CASE WHEN i % 2 THEN 0.4 END, 'suggested' FROM n"""


def fill(db: Database, count: int) -> None:
    """Write ``count`` waiting suggestions of `LABELS` labels on three tenths as many photos."""
    photos = max(round(count / SUGGESTIONS_PER_PHOTO), 1)
    db.conn.execute("INSERT INTO folders (id, path, added_at) VALUES (1, '/many', '2026-01-01')")
    for number in range(1, LABELS + 1):
        db.conn.execute(
            "INSERT INTO labels (id, backend, name, kind, tag) VALUES (?, 'onnx', ?, 'object', ?)",
            (number, f"label {number}", f"Things|Label {number}"),
        )
    db.conn.execute(_PHOTOS, {"count": photos})
    db.conn.execute(_SUGGESTIONS, {"count": count, "photos": photos, "labels": LABELS})
    db.conn.execute("ANALYZE")


def library(folder: Path, count: int) -> Path:
    """Make the library file in a folder."""
    path = folder / f"many-{count}.tagger"
    store = Store.open(path)
    try:
        store.write(lambda db: fill(db, count)).result()
    finally:
        store.close()
    return path
