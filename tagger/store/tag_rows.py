"""What the library keeps of a tag itself, whichever photos carry it, and which labels lead to it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from tagger.entities import TagPath
from tagger.store.database import Database


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag's path as it is written, its place among the pinned tags, whether a user made it, and its synonyms.

    A ``category`` only holds others together: in a keyword list it stands in brackets.
    """

    path: TagPath
    pinned: int | None = None
    made: bool = False
    synonyms: tuple[str, ...] = ()
    category: bool = False


def rows(db: Database, tag_ids: Iterable[int]) -> dict[int, TagRow]:
    """What is kept of these tags."""
    ids = json.dumps(list(tag_ids))
    names: dict[int, list[str]] = defaultdict(list)
    found = db.conn.execute(
        "SELECT tag_id, name FROM synonyms WHERE tag_id IN (SELECT value FROM json_each(?)) ORDER BY tag_id, folded",
        (ids,),
    )
    for tag_id, name in found:
        names[tag_id].append(name)
    return {
        tag_id: TagRow(TagPath(path), pinned, bool(made), tuple(names[tag_id]), bool(category))
        for tag_id, path, pinned, made, category in db.conn.execute(
            "SELECT id, path, pinned, made, category FROM tags WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        )
    }


def set_row(db: Database, tag_id: int, row: TagRow) -> None:
    """Make what is kept of a tag exactly this; a new path may differ from the old one by case only.

    Sidecars that have the tag in another spelling are due then.
    """
    db.conn.execute(
        "INSERT OR IGNORE INTO sidecars_due SELECT w.photo_id FROM written_tags w JOIN tags t ON t.id = w.tag_id"
        " WHERE w.tag_id = ? AND coalesce(w.path, t.path) <> ?",
        (tag_id, row.path),
    )
    db.conn.execute(
        "UPDATE tags SET path = ?, folded = ?, pinned = ?, made = ?, category = ? WHERE id = ?",
        (row.path, row.path.casefold(), row.pinned, row.made, row.category, tag_id),
    )
    db.conn.execute("DELETE FROM synonyms WHERE tag_id = ?", (tag_id,))
    db.conn.executemany(
        "INSERT OR IGNORE INTO synonyms (tag_id, name, folded) SELECT id, ?, ? FROM tags WHERE id = ?",
        [(name, name.casefold(), tag_id) for name in row.synonyms],
    )


def turned(now: TagRow, was: TagRow, becomes: TagRow) -> TagRow:
    """The row with everything set to ``becomes`` that still is as ``was`` says; what changed since stays."""
    taken = {f.name: getattr(becomes, f.name) for f in fields(now) if getattr(now, f.name) == getattr(was, f.name)}
    return replace(now, **taken)


def pack(row: TagRow) -> list[object]:
    """The row as JSON can hold it."""
    return [row.path, row.pinned, row.made, list(row.synonyms), row.category]


def unpack(value: list[object]) -> TagRow:
    """The row behind `pack`."""
    path, pinned, made, synonyms, *category = value  # steps of earlier versions say nothing of categories
    return TagRow(TagPath(str(path)), pinned, bool(made), tuple(synonyms), any(category))  # type: ignore[arg-type]


def label_tags(db: Database) -> dict[int, tuple[str, TagPath]]:
    """The name and the tag of every label, by its id."""
    return {i: (name, TagPath(tag)) for i, name, tag in db.conn.execute("SELECT id, name, tag FROM labels ORDER BY id")}


def set_label_tags(db: Database, new: Iterable[tuple[int, TagPath]]) -> None:
    """Let labels lead to these tags from now on."""
    db.conn.executemany("UPDATE labels SET tag = ? WHERE id = ?", [(tag, label_id) for label_id, tag in new])


def categories(db: Database) -> list[TagPath]:
    """The tags that only hold others together, sorted."""
    return [TagPath(path) for (path,) in db.conn.execute("SELECT path FROM tags WHERE category = 1 ORDER BY folded")]
