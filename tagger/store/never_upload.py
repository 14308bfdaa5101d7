"""Folders, tags and photos that must never be sent to a service, whatever backend is asked."""

from __future__ import annotations

import enum
import json
import os
from collections.abc import Iterable

from tagger.store.database import Database
from tagger.store.paths import from_db, to_db


class Mark(enum.StrEnum):
    """What is marked: a folder with all below it, a tag with all below it, one photo."""

    FOLDER = "folder"
    TAG = "tag"
    PHOTO = "photo"


# Paths may be BLOBs (names that are no text); compared as bytes, both kinds are the same.
_PRIVATE = f"""
SELECT p.id FROM photos p WHERE p.id IN (SELECT value FROM json_each(:ids)) AND (
    EXISTS (SELECT 1 FROM never_upload n WHERE n.kind = 'photo' AND n.value = p.id)
    OR EXISTS (
        SELECT 1 FROM never_upload n WHERE n.kind = 'folder' AND (
            CAST(p.directory AS BLOB) = CAST(n.value AS BLOB)
            OR substr(CAST(p.directory AS BLOB), 1, length(CAST(n.value AS BLOB)) + {len(os.sep)})
                = CAST(n.value || :sep AS BLOB)))
    OR EXISTS (
        SELECT 1 FROM photo_tags t JOIN tags g ON g.id = t.tag_id JOIN never_upload n ON n.kind = 'tag'
        WHERE t.photo_id = p.id AND t.removed = 0
            AND (g.folded = n.value OR substr(g.folded, 1, length(n.value) + 1) = n.value || '|')))
"""


def mark(db: Database, kind: Mark, value: str | int) -> None:
    """Never send it: an absolute folder, a tag's path, or a photo's id."""
    db.conn.execute("INSERT OR IGNORE INTO never_upload VALUES (?, ?)", (kind, _stored(kind, value)))


def unmark(db: Database, kind: Mark, value: str | int) -> bool:
    """It may be sent again; False where it was not marked."""
    cursor = db.conn.execute("DELETE FROM never_upload WHERE kind = ? AND value = ?", (kind, _stored(kind, value)))
    return cursor.rowcount > 0


def marks(db: Database) -> list[tuple[Mark, str | int]]:
    """All that is marked."""
    rows = db.conn.execute("SELECT kind, value FROM never_upload ORDER BY kind, value")
    return [(Mark(kind), from_db(value) if kind == Mark.FOLDER else value) for kind, value in rows]


def private(db: Database, ids: Iterable[int]) -> set[int]:
    """Those of the photos that must not be sent."""
    wanted = json.dumps(list(ids))
    return {photo_id for (photo_id,) in db.conn.execute(_PRIVATE, {"ids": wanted, "sep": os.sep})}


def lies_private(db: Database, path: str) -> bool:
    """Whether a file lies in a folder that is marked, be it in the library or not."""
    places = {path}
    while (above := os.path.dirname(path)) != path:
        places.add(path := above)
    rows = db.conn.execute("SELECT value FROM never_upload WHERE kind = 'folder'")
    return any((from_db(value) or os.sep) in places for (value,) in rows)


def follow(db: Database, tag: str, to: str) -> None:
    """Mark what a tag is called from now on, if it is marked, lies in one that is, or one below it is.

    The marks of the old name stay: the change may be undone, and nothing may be sent in between.
    """
    old, new = tag.casefold(), to.casefold()
    for kind, value in marks(db):
        marked = str(value)
        if kind == Mark.TAG and f"{marked}|".startswith(f"{old}|"):
            mark(db, kind, new + marked[len(old) :])
        elif kind == Mark.TAG and old.startswith(f"{marked}|"):
            mark(db, kind, new)


def _stored(kind: Mark, value: str | int) -> str | bytes | int:
    match kind:
        case Mark.FOLDER:
            return to_db(str(value).rstrip(os.sep))
        case Mark.TAG:
            return str(value).casefold()
        case Mark.PHOTO:
            return int(value)
