"""Prints: hashes of photos in all eight orientations, by which near-duplicates are found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tagger.entities import PhotoId
from tagger.store.database import Database

PRINT_BYTES = 64
_CHUNK = 10_000


def save(db: Database, prints: Iterable[tuple[PhotoId, bytes | None, float]]) -> None:
    """Keep the print and the detail of photos; a photo without one loses what it had."""
    rows = list(prints)
    db.conn.executemany(
        "DELETE FROM photo_prints WHERE photo_id = ?", [(i,) for i, turned, _detail in rows if not turned]
    )
    db.conn.executemany(
        "INSERT OR REPLACE INTO photo_prints (photo_id, turned, detail) VALUES (?, ?, ?)",
        [row for row in rows if row[1] is not None],
    )


def changed(db: Database, prints: Iterable[tuple[PhotoId, bytes | None, float]]) -> list[PhotoId]:
    """The photos of these that have another print so far."""
    new = {photo_id: turned for photo_id, turned, _detail in prints}
    sql = "SELECT photo_id, turned FROM photo_prints WHERE photo_id IN (SELECT value FROM json_each(?))"
    return [PhotoId(i) for i, turned in db.conn.execute(sql, (json.dumps(list(new)),)) if turned != new[PhotoId(i)]]


def unmeasured(db: Database, photo_ids: Sequence[int]) -> list[PhotoId]:
    """The photos of these whose sharpness was not measured yet."""
    sql = "SELECT photo_id FROM photo_prints WHERE sharpness IS NULL AND photo_id IN (SELECT value FROM json_each(?))"
    return [PhotoId(i) for (i,) in db.conn.execute(sql, (json.dumps(list(photo_ids)),))]


def set_sharpness(db: Database, measured: Mapping[int, float]) -> None:
    """Keep how sharp photos are."""
    rows = [(value, photo_id) for photo_id, value in measured.items()]
    db.conn.executemany("UPDATE photo_prints SET sharpness = ? WHERE photo_id = ?", rows)


def missing(db: Database) -> list[PhotoId]:
    """The photos that could be read and have no print yet."""
    sql = "SELECT id FROM photos WHERE phash IS NOT NULL AND id NOT IN (SELECT photo_id FROM photo_prints)"
    return [PhotoId(i) for (i,) in db.conn.execute(sql)]


def since(db: Database, photo_id: int) -> list[tuple[PhotoId, bytes]]:
    """The prints of photos that came after one, in the order in which they came."""
    rows = db.conn.execute(
        "SELECT photo_id, turned FROM photo_prints WHERE photo_id > ? AND length(turned) = ? ORDER BY photo_id",
        (photo_id, PRINT_BYTES),
    )
    return [(PhotoId(i), turned) for i, turned in rows]


def of(db: Database, photo_ids: Sequence[int]) -> list[tuple[PhotoId, bytes]]:
    """The prints of these photos, of those that have one."""
    rows = db.conn.execute(
        "SELECT photo_id, turned FROM photo_prints WHERE length(turned) = ?"
        " AND photo_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id",
        (PRINT_BYTES, json.dumps(list(photo_ids))),
    )
    return [(PhotoId(i), turned) for i, turned in rows]


def telling(db: Database, least: float) -> Iterator[tuple[Sequence[int], bytes]]:
    """Ids of photos with at least so much detail, with their prints joined together, some thousand at a time.

    Photos whose file is missing are left out: there is nothing to compare or to clean up.
    """
    rows = db.conn.execute(
        "SELECT photo_id, turned FROM photo_prints JOIN photos ON photos.id = photo_id"
        " WHERE detail >= ? AND length(turned) = ? AND state = 'ok'",
        (least, PRINT_BYTES),
    )
    while chunk := rows.fetchmany(_CHUNK):
        yield [photo_id for photo_id, _turned in chunk], b"".join(turned for _photo_id, turned in chunk)
