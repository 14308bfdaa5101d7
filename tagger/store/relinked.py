"""A missing photo and a file that are the same because the user said so: done, taken back, done again."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tagger.entities import PhotoId
from tagger.errors import UsageError
from tagger.store import identity, removed, stacks
from tagger.store.database import Database
from tagger.store.packing import bytes_as_text, text_as_bytes

_CHANGED = ("photo_tags", "photo_edits", "photo_regions", "photo_prints", "written_tags")
"""What of the photo changes with its file; all else stays with it, whatever came to it since."""


@dataclass(frozen=True, slots=True)
class Relink:
    """A photo that took the file of another one.

    Attributes:
        photo_id: The photo.
        other: The one that was made for the file, and is gone.
        before: The photo's own rows as they were.
        content: All that was known of the other one.
    """

    photo_id: int
    other: int
    before: bytes
    content: bytes


def relink(db: Database, photo_id: PhotoId, other: PhotoId) -> Relink:
    """Let a photo have the file of another one, which goes; what was done to either is kept.

    Raises:
        UsageError: one of them is not in the library.
    """
    if photo_id == other or identity.holder(db, photo_id) is None or identity.holder(db, other) is None:
        raise UsageError("One of these photos is not in the library.", "Look through their folders again.")
    done = Relink(photo_id, other, _snapshot(db, photo_id), removed.packed(db, other))
    _do(db, photo_id, other)
    return done


def apply(db: Database, change: Relink, *, forward: bool) -> set[int]:
    """Do it again, or take it back, where both are as it left them; the photos that changed."""
    photo, other = identity.holder(db, change.photo_id), identity.holder(db, change.other)
    if photo is None or (other is None) == forward:
        return set()
    if forward:
        _do(db, PhotoId(change.photo_id), PhotoId(change.other))
    else:
        _take_back(db, change)
    stacks.due_with(db, (change.photo_id, change.other))
    return {change.photo_id, change.other}


def pack(change: Relink) -> list[object]:
    """As the journal keeps it."""
    texts = [base64.b64encode(each).decode() for each in (change.before, change.content)]
    return [change.photo_id, change.other, *texts]


def unpack(value: Sequence[Any]) -> Relink:
    """From what the journal keeps."""
    photo_id, other, before, content = value
    return Relink(photo_id, other, base64.b64decode(before), base64.b64decode(content))


def _do(db: Database, photo_id: PhotoId, other: PhotoId) -> None:
    identity.exchange(db, photo_id, other, keeping=[photo_id])
    identity.absorb(db, photo_id, other)
    identity.settled(db, [photo_id])


def _take_back(db: Database, change: Relink) -> None:
    known = json.loads(zlib.decompress(change.before), object_hook=text_as_bytes)
    [row] = known.pop("photos")
    columns = [name for name in row if name not in ("id", "stack_id")]
    sets = ", ".join(f"[{name}] = ?" for name in columns)
    db.conn.execute(f"UPDATE photos SET {sets} WHERE id = ?", [*(row[name] for name in columns), change.photo_id])
    for table, rows in known.items():
        db.conn.execute(f"DELETE FROM [{table}] WHERE photo_id = ?", (change.photo_id,))
        for each in rows:
            gone = (
                "tag_id" in each
                and not db.conn.execute("SELECT 1 FROM tags WHERE id = ?", (each["tag_id"],)).fetchone()
            )
            if not gone:
                db.table(table).insert(each)
    removed.restore(db, change.content)


def _snapshot(db: Database, photo_id: int) -> bytes:
    known = {table: list(db.query(f"SELECT * FROM [{table}] WHERE photo_id = ?", (photo_id,))) for table in _CHANGED}
    known["photos"] = list(db.query("SELECT * FROM photos WHERE id = ?", (photo_id,)))
    return zlib.compress(json.dumps(known, default=bytes_as_text).encode())
