"""Which tags are at hand: pinned ones, those used of late, and how many photos carry each."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tagger.entities import TagPath
from tagger.store import tags
from tagger.store.database import Database

PINNED_KEYS = 9
"""As many pinned tags have a digit of their own."""

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class KnownTag:
    """A tag that can be offered.

    Attributes:
        photos: How many carry it.
        used_at: When a user last gave it by hand, ISO 8601 in UTC; empty for never.
        synonyms: Its other names.
    """

    path: TagPath
    photos: int = 0
    used_at: str = ""
    synonyms: tuple[str, ...] = ()


def known(db: Database) -> list[KnownTag]:
    """Every tag that some photo carries or that a user made, pinned or gave other names to; by path."""
    names: dict[int, list[str]] = {}
    for tag_id, name in db.conn.execute("SELECT tag_id, name FROM synonyms ORDER BY tag_id, folded"):
        names.setdefault(tag_id, []).append(name)
    rows = db.conn.execute(
        "SELECT t.id, t.path, coalesce(c.photos, 0), coalesce(t.used_at, '') FROM tags t LEFT JOIN"
        " (SELECT tag_id, count(*) AS photos FROM photo_tags WHERE removed = 0 GROUP BY tag_id) c ON c.tag_id = t.id"
        " WHERE c.photos OR t.made OR t.pinned IS NOT NULL OR t.id IN (SELECT tag_id FROM synonyms) ORDER BY t.folded"
    )
    return [KnownTag(TagPath(path), photos, used, tuple(names.get(i, ()))) for i, path, photos, used in rows]


def use(db: Database, paths: Iterable[TagPath]) -> None:
    """Remember that tags were given by hand just now, the last one as the latest."""
    now = datetime.now(UTC)
    later = (now + place * _TICK for place in itertools.count())
    stamps = [(at.isoformat(timespec="microseconds"), path.casefold()) for at, path in zip(later, paths, strict=False)]
    db.conn.executemany("UPDATE tags SET used_at = ? WHERE folded = ?", stamps)


def recent(db: Database, limit: int) -> list[TagPath]:
    """The tags that were last given by hand, the latest first."""
    rows = db.conn.execute("SELECT path FROM tags WHERE used_at IS NOT NULL ORDER BY used_at DESC LIMIT ?", (limit,))
    return [TagPath(path) for (path,) in rows]


def pinned(db: Database) -> list[TagPath]:
    """The pinned tags in their order."""
    rows = db.conn.execute("SELECT path FROM tags WHERE pinned IS NOT NULL ORDER BY pinned, folded")
    return [TagPath(path) for (path,) in rows]


def pin(db: Database, path: TagPath, *, on: bool) -> None:
    """Pin a tag behind the others, made if it is new, or let go of it."""
    tag_id = tags.ensure_tag(db, path)
    if on:
        db.conn.execute(
            "UPDATE tags SET pinned = (SELECT coalesce(max(pinned), 0) + 1 FROM tags) WHERE id = ? AND pinned IS NULL",
            (tag_id,),
        )
    else:
        db.conn.execute("UPDATE tags SET pinned = NULL WHERE id = ?", (tag_id,))
