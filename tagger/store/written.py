"""What this program last wrote into the sidecars: the base that tells its own keywords from those of others."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlite_utils import Database

from tagger.entities import PhotoId, TagPath


def stale(db: Database, photo_ids: Sequence[int]) -> dict[int, tuple[TagPath, ...]]:
    """Tags that were written into a photo's sidecar and that the photo no longer carries; sorted."""
    rows = db.conn.execute(
        "SELECT w.photo_id, t.path FROM written_tags w JOIN tags t ON t.id = w.tag_id"
        " WHERE w.photo_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM photo_tags p"
        " WHERE p.photo_id = w.photo_id AND p.tag_id = w.tag_id AND p.removed = 0) ORDER BY w.photo_id, t.folded",
        (json.dumps(list(photo_ids)),),
    )
    found: dict[int, list[TagPath]] = defaultdict(list)
    for photo_id, path in rows:
        found[photo_id].append(TagPath(path))
    return {photo_id: tuple(paths) for photo_id, paths in found.items()}


def tag_ids(db: Database, photo_id: PhotoId) -> set[int]:
    """The tags that were written into a photo's sidecar."""
    return {i for (i,) in db.conn.execute("SELECT tag_id FROM written_tags WHERE photo_id = ?", (photo_id,))}


def note(db: Database, photo_ids: Iterable[int]) -> None:
    """These photos' sidecars now say what the library says."""
    ids = [(i,) for i in photo_ids]
    forget(db, (i for (i,) in ids))
    db.conn.executemany(
        "INSERT INTO written_tags SELECT photo_id, tag_id FROM photo_tags WHERE photo_id = ? AND removed = 0", ids
    )


def keep(db: Database, photo_id: PhotoId, found: Collection[int]) -> None:
    """A photo's files were read: what they no longer carry, somebody took out, and may put in again."""
    gone = tag_ids(db, photo_id) - set(found)
    db.conn.executemany(
        "DELETE FROM written_tags WHERE photo_id = ? AND tag_id = ?", [(photo_id, tag_id) for tag_id in gone]
    )


def forget(db: Database, photo_ids: Iterable[int]) -> None:
    """Nothing of these photos' sidecars is known to be this program's."""
    db.conn.executemany("DELETE FROM written_tags WHERE photo_id = ?", [(i,) for i in photo_ids])
