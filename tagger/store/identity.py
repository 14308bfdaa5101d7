"""Which photo a file is: files that came newly to their path, and photos that are found again at another one.

A photo is a number with all that hangs on it; its file is the columns of its row that indexing reads. A photo that
moved keeps its number, and takes over the file of the row that indexing made at its new path.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tagger.entities import PhotoId, PhotoState, TagPath
from tagger.store import never_upload, stacks, tags, values
from tagger.store.database import Database
from tagger.store.never_upload import Mark
from tagger.store.paths import from_db, to_db
from tagger.store.tags import Origin
from tagger.store.values import PhotoField

MOST_ALIKE = 200
"""Photos with one and the same picture that are looked at; blank frames may be alike by the thousand."""

UNREAD_MTIME_NS = -1
"""No file has this modification time: the next indexing reads the photo again."""

Hash = bytes  # a field of this name hides the type
_64_BITS = (1 << 64) - 1
_EDITED_BITS = 12  # of the perceptual hash
_OF_THE_PHOTO = frozenset({"id", "added_at", "stack_id"})
_OF_THE_FILE = ("photo_regions", "photo_prints")
_WORK = ("photo_tags", "suggestions", "results", "photo_facts", "embeddings", "jobs", "photo_edits", "written_tags")


@dataclass(frozen=True, slots=True)
class Holder:
    """A photo with its file as the library knows it.

    Attributes:
        id: The photo.
        path: Where its file is, or was.
        bytes: Size of the file.
        mtime_ns: Its modification time.
        state: Whether it was there the last time.
        image_hash: Of its image data.
    """

    id: PhotoId
    path: str
    bytes: int
    mtime_ns: int
    state: PhotoState
    image_hash: Hash | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came newly to its path; ``former`` is the hash of what was there before, None for a new photo."""

    holder: Holder
    former: bytes | None
    at: float
    asked: bool


_HOLDER = "p.id, p.path, p.bytes, p.mtime_ns, p.state, p.image_hash"


def came(db: Database, photo_id: int, former: bytes | None = None) -> None:
    """Remember that a file came newly to its path, until it is known whose it is."""
    db.conn.execute(
        "INSERT OR IGNORE INTO arrivals (photo_id, former, at) VALUES (?, ?, ?)", (photo_id, former, time.time())
    )


def make_way(db: Database, row: Mapping[str, Any]) -> None:
    """Let a missing photo give up its path where another picture is at it now: its tags are about what it showed.

    A picture that looks nearly the same is the photo, edited elsewhere and put back. Where a camera counts anew, or
    a file is replaced by another one, the photo stays missing, at a path that no photo can have.

    Args:
        db: The library.
        row: What was read at the path, by columns.
    """
    sql = "SELECT id, image_hash, phash FROM photos WHERE path = ? AND state = 'missing'"
    known = db.conn.execute(sql, (row["path"],)).fetchone()
    if known is None or None in (known[1], row["image_hash"]) or known[1] == row["image_hash"]:
        return
    alike = None not in (known[2], row["phash"]) and ((known[2] ^ row["phash"]) & _64_BITS).bit_count() <= _EDITED_BITS
    if not alike:
        gone = f"{from_db(row['path'])} ({known[0]})"
        db.conn.execute("UPDATE photos SET path = ? WHERE id = ?", (to_db(gone), known[0]))


def is_known(db: Database, image_hash: bytes | None) -> bool:
    """Whether a photo has, or had until a moment ago, this picture."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM photos WHERE image_hash = ?1)"
        " OR EXISTS (SELECT 1 FROM arrivals WHERE former = ?1)"
    )
    return image_hash is not None and bool(db.conn.execute(sql, (image_hash,)).fetchone()[0])


def arrivals(db: Database) -> list[Arrival]:
    """The files whose photo is not settled, in the order they came."""
    rows = db.conn.execute(
        f"SELECT {_HOLDER}, a.former, a.at, a.asked FROM arrivals a CROSS JOIN photos p ON p.id = a.photo_id"
        " ORDER BY a.photo_id"  # so written, SQLite goes through the few that came and not through all photos
    )
    return [Arrival(_holder(row[:6]), row[6], row[7], bool(row[8])) for row in rows]


def holders(db: Database, image_hash: bytes) -> list[Holder]:
    """The photos with a picture, the first ones only where they are very many."""
    sql = f"SELECT {_HOLDER} FROM photos p WHERE p.image_hash = ? ORDER BY p.id LIMIT ?"
    return [_holder(row) for row in db.conn.execute(sql, (image_hash, MOST_ALIKE))]


def holder(db: Database, photo_id: int) -> Holder | None:
    """One photo with its file."""
    row = db.conn.execute(f"SELECT {_HOLDER} FROM photos p WHERE p.id = ?", (photo_id,)).fetchone()
    return None if row is None else _holder(row)


def settled(db: Database, photo_ids: Sequence[int]) -> None:
    """These files are known to be the photos they are."""
    db.conn.executemany("DELETE FROM arrivals WHERE photo_id = ?", [(i,) for i in photo_ids])


def ask(db: Database, photo_ids: Sequence[int]) -> None:
    """Only the user can say whose these files are."""
    db.conn.executemany("UPDATE arrivals SET asked = 1 WHERE photo_id = ?", [(i,) for i in photo_ids])


def copies(db: Database, photo_id: int) -> list[PhotoId]:
    """Other photos with the same picture, whose files are there."""
    rows = db.conn.execute(
        "SELECT o.id FROM photos p JOIN photos o ON o.image_hash = p.image_hash AND o.id <> p.id"
        " WHERE p.id = ? AND o.state <> 'missing' ORDER BY o.id LIMIT ?",
        (photo_id, MOST_ALIKE),
    )
    return [PhotoId(i) for (i,) in rows]


def copy_counts(db: Database, photo_ids: Sequence[int]) -> dict[int, int]:
    """How many others with the same picture each photo has, whose files are there; up to 100 are counted."""
    rows = db.conn.execute(
        "SELECT p.id, (SELECT count(*) FROM (SELECT 1 FROM photos o WHERE o.image_hash = p.image_hash AND o.id <> p.id"
        " AND o.state <> 'missing' LIMIT 100)) FROM photos p WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(photo_ids)),),
    )
    return dict(rows)


def worked_on(db: Database, photo_id: int) -> bool:
    """Whether a user did anything to a photo: gave or took a tag, decided, set a value, forbade its upload."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM photo_tags WHERE photo_id = ?1 AND (origin <> 'file' OR removed = 1))"
        " OR EXISTS (SELECT 1 FROM suggestions WHERE photo_id = ?1 AND decision <> 'suggested')"
        " OR EXISTS (SELECT 1 FROM photo_edits WHERE photo_id = ?1)"
        " OR EXISTS (SELECT 1 FROM never_upload WHERE kind = 'photo' AND value = ?1)"
    )
    return bool(db.conn.execute(sql, (photo_id,)).fetchone()[0])


def exchange(db: Database, one: int, other: int, keeping: Sequence[int] = ()) -> None:
    """Let two photos change their files; all that was done to each stays with it.

    Args:
        db: The library.
        one: A photo.
        other: Another one.
        keeping: Those of the two that keep what they had from a sidecar, where their new file has none.
    """
    private = never_upload.private(db, (one, other))
    stacks.due_with(db, (one, other))
    keywords = {i: file_keywords(db, i) for i in (one, other)}
    rows = {row["id"]: row for row in db.query("SELECT * FROM photos WHERE id IN (?, ?)", (one, other))}
    for photo_id in keeping:
        _keep_left_behind(db, rows[photo_id], rows[other if photo_id == one else one])
    db.conn.execute("UPDATE photos SET path = ? WHERE id = ?", (b"\0", one))  # no two may have one path meanwhile
    _take_file(db, other, rows[one])
    _take_file(db, one, rows[other])
    for table in _OF_THE_FILE:
        _swap(db, table, one, other)
    for photo_id, file_of in ((one, other), (other, one)):
        tags.replace_file_tags(db, PhotoId(photo_id), keywords[file_of])
    stacks.due_with(db, (one, other))
    for photo_id in private - never_upload.private(db, (one, other)):  # it was by the folder it lay in
        never_upload.mark(db, Mark.PHOTO, photo_id)


def absorb(db: Database, photo_id: int, other: int) -> None:
    """Give a photo what was done to another one, which is the same, and strike that one."""
    for field in set(values.edited(db, other)) - set(values.edited(db, photo_id)):
        sql = f"UPDATE photos SET {field} = (SELECT {field} FROM photos WHERE id = ?2) WHERE id = ?1"
        db.conn.execute(sql, (photo_id, other))
    db.conn.execute("DELETE FROM photo_tags WHERE photo_id = ? AND origin = 'file' AND removed = 0", (other,))
    for table in _WORK:
        where = "photo_id = ?2"
        if table == "suggestions":  # of a backend that saw both, what it said of the first counts
            where += (
                " AND NOT EXISTS (SELECT 1 FROM suggestions s JOIN labels l ON l.id = s.label_id WHERE s.photo_id = ?1"
                " AND l.backend = (SELECT backend FROM labels WHERE labels.id = suggestions.label_id))"
            )
            db.conn.execute(f"UPDATE suggestions SET photo_id = ?1 WHERE {where}", (photo_id, other))
        else:
            db.conn.execute(f"UPDATE OR IGNORE [{table}] SET photo_id = ?1 WHERE {where}", (photo_id, other))
    db.conn.execute("DELETE FROM photos WHERE id = ?", (other,))


def read_again(db: Database, photo_id: int) -> None:
    """Have the next indexing read a photo's file."""
    db.conn.execute("UPDATE photos SET mtime_ns = ? WHERE id = ?", (UNREAD_MTIME_NS, photo_id))


def overwritten(db: Database, photo_id: int, former: bytes | None) -> None:
    """A photo's file is gone, and another one has its path: it is missing, and known by the picture it had."""
    db.conn.execute(
        "UPDATE photos SET state = 'missing', mtime_ns = ?, image_hash = ? WHERE id = ?",
        (UNREAD_MTIME_NS, former, photo_id),
    )


def file_keywords(db: Database, photo_id: int) -> list[TagPath]:
    """The tags that a photo's files carry, as far as they are its tags."""
    rows = db.conn.execute(
        "SELECT t.path FROM photo_tags p JOIN tags t ON t.id = p.tag_id"
        " WHERE p.photo_id = ? AND p.origin = 'file' AND p.removed = 0",
        (photo_id,),
    )
    return [TagPath(path) for (path,) in rows]


def _keep_left_behind(db: Database, row: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """A sidecar that stayed at the old place takes nothing with it: what a photo had from it counts as set here."""
    if row["sidecar_bytes"] is None or new["sidecar_bytes"] is not None:
        return
    db.conn.execute(
        "UPDATE photo_tags SET origin = ? WHERE photo_id = ? AND origin = 'file' AND removed = 0",
        (Origin.USER, row["id"]),
    )
    for field in PhotoField:
        if row[field] is not None and new[field] is None:
            values.mark(db, field, [row["id"]])
    tags.sidecars_due(db, [row["id"]])


def _take_file(db: Database, photo_id: int, row: dict[str, Any]) -> None:
    kept = _OF_THE_PHOTO | set(values.edited(db, photo_id))
    columns = [name for name in row if name not in kept]
    sets = ", ".join(f"[{name}] = ?" for name in columns)
    db.conn.execute(f"UPDATE photos SET {sets} WHERE id = ?", [*(row[name] for name in columns), photo_id])


def _swap(db: Database, table: str, one: int, other: int) -> None:
    """Exchange the rows of two photos in a table; the number in between belongs to no photo."""
    if not db.conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return
    names = [row[1] for row in db.conn.execute(f"PRAGMA table_info([{table}])") if row[1] not in ("photo_id", "id")]
    columns, marks = ", ".join(f"[{name}]" for name in names), ", ".join("?" for _ in names)
    read = f"SELECT {columns} FROM [{table}] WHERE photo_id = ?"
    rows = {i: db.conn.execute(read, (i,)).fetchall() for i in (one, other)}
    db.conn.execute(f"DELETE FROM [{table}] WHERE photo_id IN (?, ?)", (one, other))
    for photo_id, found in ((one, rows[other]), (other, rows[one])):
        db.conn.executemany(
            f"INSERT INTO [{table}] (photo_id, {columns}) VALUES (?, {marks})", [(photo_id, *row) for row in found]
        )


def _holder(row: Sequence[Any]) -> Holder:
    photo_id, path, size, mtime_ns, state, image_hash = row
    return Holder(PhotoId(photo_id), from_db(path), size, mtime_ns, PhotoState(state), image_hash)


def questions(db: Database) -> list[tuple[list[PhotoId], list[PhotoId]]]:
    """Photos that are gone, with the files that may be them: those that only the user can tell apart."""
    rows = db.conn.execute(
        "SELECT json_group_array(DISTINCT old.id), json_group_array(DISTINCT new.id) FROM arrivals a"
        " CROSS JOIN photos new ON new.id = a.photo_id CROSS JOIN photos old ON old.image_hash = new.image_hash"
        " WHERE a.asked = 1 AND old.state = 'missing' AND new.state <> 'missing' GROUP BY new.image_hash ORDER BY 1"
    )
    return [(sorted(map(PhotoId, json.loads(old))), sorted(map(PhotoId, json.loads(new)))) for old, new in rows]
