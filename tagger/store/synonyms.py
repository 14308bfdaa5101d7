"""Other names of tags, under which they are found and completed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tagger.entities import TagPath
from tagger.store import tags
from tagger.store.database import Database


def all(db: Database) -> dict[TagPath, tuple[str, ...]]:
    """The synonyms of every tag that has some, sorted."""
    found: dict[TagPath, list[str]] = defaultdict(list)
    rows = db.conn.execute("SELECT t.path, s.name FROM synonyms s JOIN tags t ON t.id = s.tag_id ORDER BY 1, s.folded")
    for path, name in rows:
        found[TagPath(path)].append(name)
    return {path: tuple(names) for path, names in found.items()}


def of(db: Database, tag: TagPath) -> tuple[str, ...]:
    """The synonyms of one tag, sorted."""
    rows = db.conn.execute(
        "SELECT s.name FROM synonyms s JOIN tags t ON t.id = s.tag_id WHERE t.folded = ? ORDER BY s.folded",
        (tag.casefold(),),
    )
    return tuple(name for (name,) in rows)


def set(db: Database, tag: TagPath, names: Sequence[str]) -> None:
    """Make these the synonyms of a tag, made if it is new; of two spellings the first is kept."""
    tag_id = tags.ensure_tag(db, tag)
    own = {tag.casefold(), tag.rpartition("|")[2].casefold()}
    db.conn.execute("DELETE FROM synonyms WHERE tag_id = ?", (tag_id,))
    db.conn.executemany(
        "INSERT OR IGNORE INTO synonyms (tag_id, name, folded) VALUES (?, ?, ?)",
        [(tag_id, name, name.casefold()) for name in map(str.strip, names) if name and name.casefold() not in own],
    )
