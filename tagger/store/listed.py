"""What the library knows of a directory, in the shape in which a walk lists it: rows to compare, not objects."""

from __future__ import annotations

from dataclasses import dataclass

from tagger.entities import PhotoId
from tagger.store.database import Database
from tagger.store.paths import to_db

Row = tuple[object, ...]
"""Path, size in bytes and modification time in nanoseconds of a photo; its sidecars' stamp may follow.

Paths are as they are kept: bytes where they are no text.
"""

_SETTLED = "CASE WHEN state = 'ok' AND (sidecar_bytes IS NULL OR ?2) THEN mtime_ns END"
_EDGE = "(SELECT id FROM photos WHERE directory = ?1 ORDER BY id {} LIMIT 1)"


@dataclass(frozen=True, slots=True)
class Settled:
    """The photos of a directory whose files are there, as far as is known.

    Attributes:
        rows: The photos. The time of one that cannot be read, or whose sidecars were not asked for, is None.
        first: The lowest number of a photo of the directory; None where there is none.
        last: The highest one.
    """

    rows: list[Row]
    first: PhotoId | None
    last: PhotoId | None


def settled_in(db: Database, directory: str, *, sidecars: bool) -> Settled:
    """What is known of a directory, not below it; with the size and the time of the sidecars of each photo if asked."""
    more = ", sidecar_bytes, sidecar_mtime_ns" if sidecars else ""
    sql = f"SELECT path, bytes, {_SETTLED}{more} FROM photos WHERE directory = ?1 AND state <> 'missing'"
    rows = db.conn.execute(sql, (to_db(directory), sidecars)).fetchall()
    first, last = db.conn.execute(f"SELECT {_EDGE.format('')}, {_EDGE.format('DESC')}", (to_db(directory),)).fetchone()
    return Settled(rows, first, last)


def readable_in(db: Database, directory: str) -> list[PhotoId]:
    """The photos of a directory, not below it, that could be read."""
    sql = "SELECT id FROM photos WHERE directory = ? AND state = 'ok'"
    return [PhotoId(photo_id) for (photo_id,) in db.conn.execute(sql, (to_db(directory),))]
