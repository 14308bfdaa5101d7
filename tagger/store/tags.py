"""Tags and which photo carries them.

A tag that was removed from a photo stays known there, so that no re-read brings it back.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tagger.entities import PhotoId, TagPath
from tagger.store import written
from tagger.store.database import Database


class Origin(StrEnum):
    """Where a photo's tag came from."""

    FILE = "file"
    USER = "user"
    SUGGESTION = "suggestion"
    MOVED = "moved"
    """Only of removed ones: the tag was renamed or merged. A file may still carry it, but nobody said no to it."""
    ELSEWHERE = "elsewhere"
    """Only of removed ones: another program took it out of the sidecar, and it comes back when one puts it in again."""


@dataclass(frozen=True, slots=True)
class Tagging:
    """One photo's tag: where it came from, and whether it was taken away again."""

    origin: Origin
    removed: bool


def ensure_tag(db: Database, path: TagPath) -> int:
    """The id of a tag, made if it is new; spelling that differs only by case is the existing tag."""
    folded = path.casefold()
    row = db.conn.execute("SELECT id FROM tags WHERE folded = ?", (folded,)).fetchone()
    if row is not None:
        return int(row[0])
    return db.conn.execute("INSERT INTO tags (path, folded) VALUES (?, ?)", (path, folded)).lastrowid or 0


def find_tag(db: Database, path: str) -> int | None:
    """The id of a tag, whatever the case it is written in."""
    row = db.conn.execute("SELECT id FROM tags WHERE folded = ?", (path.casefold(),)).fetchone()
    return None if row is None else int(row[0])


def folded(db: Database, tag_ids: Iterable[int]) -> dict[int, str]:
    """The casefolded paths of tags."""
    rows = db.conn.execute(
        "SELECT id, folded FROM tags WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(tag_ids)),)
    )
    return dict(rows)


def all_tags(db: Database) -> list[TagPath]:
    """Every tag that some photo carries, sorted."""
    rows = db.conn.execute(
        "SELECT path FROM tags WHERE EXISTS (SELECT 1 FROM photo_tags p WHERE p.tag_id = tags.id AND p.removed = 0)"
        " ORDER BY folded"
    )
    return [TagPath(path) for (path,) in rows]


def made_tags(db: Database) -> list[TagPath]:
    """The tags that a user made or pinned, with or without photos, sorted."""
    rows = db.conn.execute("SELECT path FROM tags WHERE made = 1 OR pinned IS NOT NULL ORDER BY folded")
    return [TagPath(path) for (path,) in rows]


def tag_counts(db: Database) -> list[tuple[TagPath, int]]:
    """Tags with the number of photos that carry them, sorted by path."""
    rows = db.conn.execute(
        "SELECT t.path, count(*) FROM photo_tags p JOIN tags t ON t.id = p.tag_id WHERE p.removed = 0"
        " GROUP BY t.id ORDER BY t.folded"
    )
    return [(TagPath(path), count) for path, count in rows]


def tags_of(db: Database, ids: Sequence[int]) -> dict[int, tuple[TagPath, ...]]:
    """The tags of each photo, sorted; photos without tags are left out."""
    return _paths(db, ids, removed=False)


def removed_tags_of(db: Database, ids: Sequence[int]) -> dict[int, tuple[TagPath, ...]]:
    """The tags that were removed from each photo here, and so must leave its sidecar, as far as they may be in it."""
    rows = db.conn.execute(
        "SELECT p.photo_id, t.path FROM photo_tags p JOIN tags t ON t.id = p.tag_id"
        " WHERE p.removed = 1 AND p.origin <> ? AND p.photo_id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM settled_removals s WHERE s.photo_id = p.photo_id AND s.tag_id = p.tag_id)"
        " ORDER BY p.photo_id, t.folded",
        (Origin.ELSEWHERE, json.dumps(list(ids))),
    )
    return _grouped(rows)


def refused_tags_of(db: Database, ids: Sequence[int]) -> dict[int, tuple[TagPath, ...]]:
    """The tags that were removed from each photo because they do not fit it; renamed ones are not among them."""
    return _paths(db, ids, removed=True, but=Origin.MOVED)


def tagging(db: Database, photo_id: int, tag_id: int) -> Tagging | None:
    """How a photo carries, or carried, a tag."""
    return taggings(db, [(photo_id, tag_id)]).get((photo_id, tag_id))


def taggings(db: Database, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Tagging]:
    """How photos carry, or carried, tags, by photo and tag; pairs that have nothing to do with each other are left out.

    One statement however many they are.
    """
    rows = db.conn.execute(
        "SELECT p.photo_id, p.tag_id, p.origin, p.removed FROM json_each(?) pair CROSS JOIN photo_tags p"
        " ON p.photo_id = json_extract(pair.value, '$[0]') AND p.tag_id = json_extract(pair.value, '$[1]')",
        (json.dumps(list(pairs)),),
    )
    return {(photo_id, tag_id): Tagging(Origin(origin), bool(removed)) for photo_id, tag_id, origin, removed in rows}


def set_tagging(db: Database, photo_id: int, tag_id: int, value: Tagging | None) -> None:
    """Make a photo's tag exactly this; its sidecar is due then."""
    set_taggings(db, [(photo_id, tag_id, value)])


def set_taggings(db: Database, values: Sequence[tuple[int, int, Tagging | None]]) -> None:
    """Make photos' tags exactly these; their sidecars are due then. Photos that are gone are passed over."""
    photos: dict[tuple[int, Tagging | None], list[int]] = defaultdict(list)
    for (photo_id, tag_id), value in {(photo_id, tag_id): value for photo_id, tag_id, value in values}.items():
        photos[tag_id, value].append(photo_id)
    for (tag_id, value), ids in photos.items():  # few however many photos there are, each one statement
        if value is None:
            db.conn.execute(
                "DELETE FROM photo_tags WHERE tag_id = ? AND photo_id IN (SELECT value FROM json_each(?))",
                (tag_id, json.dumps(ids)),
            )
        else:
            db.conn.execute(
                "INSERT INTO photo_tags (photo_id, tag_id, origin, removed)"
                " SELECT id, ?, ?, ? FROM photos WHERE id IN (SELECT value FROM json_each(?))"
                " ON CONFLICT DO UPDATE SET origin = excluded.origin, removed = excluded.removed",
                (tag_id, value.origin, value.removed, json.dumps(ids)),
            )
    sidecars_due(db, {photo_id for photo_id, _tag_id, _value in values})


def sidecars_due(db: Database, photo_ids: Iterable[int]) -> None:
    """The sidecars of these photos no longer say what the library says; photos that are gone are passed over."""
    db.conn.execute(
        "INSERT OR IGNORE INTO sidecars_due SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(photo_ids)),),
    )


def file_tags_of(db: Database, ids: Sequence[int]) -> dict[int, tuple[TagPath, ...]]:
    """Of the tags of each photo, those that came from its files alone."""
    rows = db.conn.execute(
        "SELECT p.photo_id, t.path FROM photo_tags p JOIN tags t ON t.id = p.tag_id"
        " WHERE p.removed = 0 AND p.origin = ? AND p.photo_id IN (SELECT value FROM json_each(?))"
        " ORDER BY p.photo_id, t.folded",
        (Origin.FILE, json.dumps(list(ids))),
    )
    return _grouped(rows)


def replace_file_tags(db: Database, photo_id: PhotoId, keywords: Iterable[TagPath]) -> None:
    """Take over the keywords a file carries now.

    New ones come, ones that others removed go, what was removed here stays removed. So does what this program wrote
    and the photo no longer carries: its sidecar is only waiting to be told.
    """
    found = {ensure_tag(db, keyword) for keyword in keywords}
    known = {
        tag_id: Tagging(Origin(origin), bool(removed))
        for tag_id, origin, removed in db.conn.execute(
            "SELECT tag_id, origin, removed FROM photo_tags WHERE photo_id = ?", (photo_id,)
        )
    }
    written.keep(db, photo_id, found)
    add_file_tags(db, photo_id, found - known.keys() - written.tag_ids(db, photo_id))
    gone = [t for t, how in known.items() if how.origin is Origin.FILE and not how.removed and t not in found]
    db.conn.executemany(
        "DELETE FROM photo_tags WHERE photo_id = ? AND tag_id = ?", [(photo_id, tag_id) for tag_id in gone]
    )


def add_file_tags(db: Database, photo_id: int, tag_ids: Iterable[int]) -> None:
    """A photo's files carry these tags."""
    db.conn.executemany(
        "INSERT INTO photo_tags (photo_id, tag_id, origin) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET origin = excluded.origin, removed = 0",
        [(photo_id, tag_id, Origin.FILE) for tag_id in tag_ids],
    )


def _paths(db: Database, ids: Sequence[int], *, removed: bool, but: str = "") -> dict[int, tuple[TagPath, ...]]:
    rows = db.conn.execute(
        "SELECT p.photo_id, t.path FROM photo_tags p JOIN tags t ON t.id = p.tag_id"
        " WHERE p.removed = ? AND p.origin <> ? AND p.photo_id IN (SELECT value FROM json_each(?))"
        " ORDER BY p.photo_id, t.folded",
        (removed, but, json.dumps(list(ids))),
    )
    return _grouped(rows)


def _grouped(rows: Iterable[tuple[int, str]]) -> dict[int, tuple[TagPath, ...]]:
    found: dict[int, list[TagPath]] = defaultdict(list)
    for photo_id, path in rows:
        found[photo_id].append(TagPath(path))
    return {photo_id: tuple(paths) for photo_id, paths in found.items()}
