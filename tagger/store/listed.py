"""What the library knows of directories, in the shape in which a walk lists them: rows to compare, not objects."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from tagger.entities import PhotoId
from tagger.store.database import Database
from tagger.store.paths import to_db

Row = tuple[object, ...]
"""Path, size in bytes and modification time in nanoseconds of a photo; its sidecars' stamp may follow.

Paths are as they are kept: bytes where they are no text.
"""

_ASKED = "directory IN (SELECT value FROM json_each(?1))"
_SETTLED = "CASE WHEN state = 'ok' AND (sidecar_bytes IS NULL OR ?2) THEN mtime_ns END"


@dataclass(frozen=True, slots=True)
class Settled:
    """The photos of some directories whose files are there, as far as is known.

    Attributes:
        rows: The photos. The time of one that cannot be read, or whose sidecars were not asked for, is None.
        first: The lowest number of a photo of the directories; None where there is none.
        last: The highest one.
    """

    rows: list[Row]
    first: PhotoId | None
    last: PhotoId | None


def settled_in(db: Database, directories: Sequence[str], *, sidecars: bool) -> Settled:
    """What is known of directories, not below them; with the stamp of the sidecars of each photo if asked.

    Args:
        db: The library.
        directories: Those whose paths are text, see `is_text`.
        sidecars: Whether size and time of the sidecars are to be told.
    """
    asked = json.dumps(list(directories), ensure_ascii=False)
    more = ", sidecar_bytes, sidecar_mtime_ns" if sidecars else ""
    sql = f"SELECT path, bytes, {_SETTLED}{more} FROM photos WHERE {_ASKED} AND state <> 'missing'"
    rows = db.conn.execute(sql, (asked, sidecars)).fetchall()
    first, last = db.conn.execute(f"SELECT min(id), max(id) FROM photos WHERE {_ASKED}", (asked,)).fetchone()
    return Settled(rows, first, last)


def readable_in(db: Database, directories: Sequence[str]) -> list[PhotoId]:
    """The photos of directories, not below them, that could be read."""
    sql = f"SELECT id FROM photos WHERE {_ASKED} AND state = 'ok'"
    asked = json.dumps(list(directories), ensure_ascii=False)
    return [PhotoId(photo_id) for (photo_id,) in db.conn.execute(sql, (asked,))]


def is_text(path: str) -> bool:
    """Whether a path is kept as text, which not all names are."""
    return isinstance(to_db(path), str)
