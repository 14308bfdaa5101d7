"""What this program last wrote into the sidecars: the base that tells its own changes from those of others."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tagger.entities import Box, PhotoId, TagPath
from tagger.metadata.change import LEFT
from tagger.store.database import Database
from tagger.store.paths import from_db, to_db

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WrittenRegion:
    """A box as it was written: for which suggestion, in which schema, as what, and where on the stored image.

    ``theirs``: another program changed it or took it away since.
    """

    suggestion_id: int
    schema: str
    kind: str
    name: str
    box: Box
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What one export left: tags as spelled, the files by name with the digests of their contents, regions."""

    tags: Sequence[TagPath]
    files: Sequence[tuple[str, bytes]]
    regions: Sequence[WrittenRegion] = ()


def stale(db: Database, photo_ids: Sequence[int]) -> dict[int, tuple[TagPath, ...]]:
    """Tags that were written into a photo's sidecar and that the photo no longer carries; sorted."""
    rows = db.conn.execute(
        "SELECT w.photo_id, coalesce(w.path, t.path) FROM written_tags w JOIN tags t ON t.id = w.tag_id"
        " WHERE w.photo_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM photo_tags p"
        " WHERE p.photo_id = w.photo_id AND p.tag_id = w.tag_id AND p.removed = 0) ORDER BY w.photo_id, t.folded",
        (json.dumps(list(photo_ids)),),
    )
    return _grouped((photo_id, TagPath(path)) for photo_id, path in rows)


def tags_of(db: Database, photo_ids: Sequence[int]) -> dict[int, tuple[tuple[TagPath, TagPath], ...]]:
    """The tags that photos' sidecars were left with: as they were spelled, and as they are spelled now."""
    rows = db.conn.execute(
        "SELECT w.photo_id, coalesce(w.path, t.path), t.path FROM written_tags w JOIN tags t ON t.id = w.tag_id"
        " WHERE w.photo_id IN (SELECT value FROM json_each(?)) ORDER BY w.photo_id, t.folded",
        (json.dumps(list(photo_ids)),),
    )
    return _grouped((photo_id, (TagPath(old), TagPath(new))) for photo_id, old, new in rows)


def files_of(db: Database, photo_ids: Sequence[int]) -> dict[int, tuple[tuple[str, bytes], ...]]:
    """The sidecars of photos as they were left: name and digest."""
    rows = db.conn.execute(
        "SELECT photo_id, name, digest FROM written_sidecars WHERE photo_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(photo_ids)),),
    )
    return _grouped((photo_id, (from_db(name), bytes(digest))) for photo_id, name, digest in rows)


def regions_of(db: Database, photo_ids: Sequence[int]) -> dict[int, tuple[WrittenRegion, ...]]:
    """The regions that photos' sidecars were left with."""
    rows = db.conn.execute(
        "SELECT photo_id, suggestion_id, schema, kind, name, x, y, w, h, theirs FROM written_regions"
        " WHERE photo_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id, suggestion_id, schema",
        (json.dumps(list(photo_ids)),),
    )
    return _grouped(
        (photo_id, WrittenRegion(key, schema, kind, name, Box(x, y, w, h), bool(theirs)))
        for photo_id, key, schema, kind, name, x, y, w, h, theirs in rows
    )


def tag_ids(db: Database, photo_id: PhotoId) -> set[int]:
    """The tags that were written into a photo's sidecar."""
    return {i for (i,) in db.conn.execute("SELECT tag_id FROM written_tags WHERE photo_id = ?", (photo_id,))}


def note(db: Database, photo_id: int, left: Written) -> None:
    """A photo's sidecars now say this; what was removed here is in none of them."""
    forget(db, [photo_id])
    db.conn.executemany(
        "INSERT OR IGNORE INTO written_tags (photo_id, tag_id, path) SELECT ?, id, ? FROM tags WHERE folded = ?",
        [(photo_id, tag, tag.casefold()) for tag in left.tags],
    )
    db.conn.executemany(
        "INSERT INTO written_sidecars (photo_id, name, digest) VALUES (?, ?, ?)",
        [(photo_id, to_db(name), digest) for name, digest in left.files],
    )
    db.conn.executemany(
        "INSERT OR REPLACE INTO written_regions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (photo_id, r.suggestion_id, r.schema, r.kind, r.name, r.box.x, r.box.y, r.box.w, r.box.h, r.theirs)
            for r in left.regions
        ],
    )


def settle(db: Database, photo_id: int, removed: Iterable[TagPath]) -> None:
    """These tags were removed here, and the sidecars of the photo no longer have them."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO settled_removals SELECT p.photo_id, p.tag_id FROM photo_tags p JOIN tags t"
        " ON t.id = p.tag_id WHERE p.photo_id = ? AND p.removed = 1 AND t.folded = ?",
        [(photo_id, tag.casefold()) for tag in removed],
    )
    db.conn.execute(
        "DELETE FROM settled_removals WHERE photo_id = ? AND tag_id NOT IN"
        " (SELECT tag_id FROM photo_tags WHERE photo_id = ? AND removed = 1)",
        (photo_id, photo_id),
    )


def keep(db: Database, photo_id: PhotoId, found: Collection[int]) -> None:
    """A photo's files were read: what they no longer carry, somebody took out, and may put in again."""
    gone = tag_ids(db, photo_id) - set(found)
    db.conn.executemany(
        "DELETE FROM written_tags WHERE photo_id = ? AND tag_id = ?", [(photo_id, tag_id) for tag_id in gone]
    )


def left_as(db: Database, photo_id: int, name: str, digest: bytes) -> None:
    """What others made of a sidecar has been taken over; from now on it counts as left so."""
    db.conn.execute(
        "UPDATE written_sidecars SET digest = ? WHERE photo_id = ? AND name = ?", (digest, photo_id, to_db(name))
    )


def forget(db: Database, photo_ids: Iterable[int]) -> None:
    """Nothing of these photos' sidecars is known to be this program's."""
    ids = [(i,) for i in photo_ids]
    for table in ("written_tags", "written_sidecars", "written_regions"):
        db.conn.executemany(f"DELETE FROM {table} WHERE photo_id = ?", ids)


def unsettle(db: Database, photo_ids: Iterable[int]) -> None:
    """The sidecars of these photos are as they were before an export: what was removed may be in them again."""
    db.conn.executemany("DELETE FROM settled_removals WHERE photo_id = ?", [(i,) for i in photo_ids])


def give_up(db: Database, photo_id: int, suggestion_id: int, *, mine: bool) -> None:
    """Settle who a region belongs to that two programs changed: this one writes it anew, or never again."""
    if mine:
        sql = "DELETE FROM written_regions WHERE photo_id = ? AND suggestion_id = ?"
    else:
        sql = f"UPDATE written_regions SET theirs = 1, kind = '{LEFT}' WHERE photo_id = ? AND suggestion_id = ?"
    db.conn.execute(sql, (photo_id, suggestion_id))


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = defaultdict(list)
    for photo_id, value in pairs:
        found[photo_id].append(value)
    return {photo_id: tuple(values) for photo_id, values in found.items()}
