"""Photos of folders that were removed from the library, put away whole.

They are in no other table, so that nothing counts, finds or shows them; undo, or the folder being added again, brings
them back under their old ids, which name nothing else meanwhile. What is put away is not a list of columns but every
row that hangs on a photo, by the names of its columns, so that a later migration needs no word here.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tagger.entities import FolderId, PhotoId, TagPath
from tagger.progress import Progress, ProgressCallback, ignore_progress
from tagger.store import tags
from tagger.store.database import Database
from tagger.store.packing import pack, unpack
from tagger.store.paths import from_db, to_db

CHUNK = 500
_NOT_KEPT = frozenset({"jobs", "duplicate_members"})
"""What waits in the queue is not known of a photo, only wanted; and its group may be another when it comes back."""


PatternTexts = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class RemovedFolder:
    """A folder that was removed; ``kept`` if adding it again brings back what was known of its photos.

    Attributes:
        patterns: Where only some of its photos left: what counted before and after, each as (include, exclude).
    """

    id: int
    path: str
    added_at: str
    kept: bool
    patterns: tuple[PatternTexts, PatternTexts] | None = None


def folder_id_of(db: Database, path: str) -> FolderId | None:
    """The root at exactly this path."""
    row = db.conn.execute("SELECT id FROM folders WHERE path = ?", (to_db(path),)).fetchone()
    return None if row is None else FolderId(row[0])


def photos_of(db: Database, path: str) -> int:
    """How many photos of the library belong to a root."""
    sql = "SELECT count(*) FROM photos JOIN folders ON folders.id = folder_id WHERE folders.path = ?"
    return int(db.conn.execute(sql, (to_db(path),)).fetchone()[0])


def folder_of(db: Database, photo_id: int) -> str | None:
    """The root that a photo belongs to."""
    sql = "SELECT folders.path FROM photos JOIN folders ON folders.id = folder_id WHERE photos.id = ?"
    row = db.conn.execute(sql, (photo_id,)).fetchone()
    return None if row is None else from_db(row[0])


def remember(db: Database, path: str, *, kept: bool) -> int:
    """Make the place where a root and its photos are put away; its number."""
    cursor = db.conn.execute(
        "INSERT INTO removed_folders (path, added_at, kept, root)"
        " SELECT path, added_at, ?, json_array(include, exclude) FROM folders WHERE path = ?",
        (kept, to_db(path)),
    )
    return cursor.lastrowid or 0


def set_patterns(db: Database, removed_id: int, before: PatternTexts, after: PatternTexts) -> None:
    """Say that only what patterns leave out is put away there."""
    db.conn.execute("UPDATE removed_folders SET patterns = ? WHERE id = ?", (json.dumps([before, after]), removed_id))


def folder(db: Database, removed_id: int) -> RemovedFolder | None:
    """A removed folder by its number."""
    row = db.conn.execute(
        "SELECT id, path, added_at, kept, patterns FROM removed_folders WHERE id = ?", (removed_id,)
    ).fetchone()
    if row is None:
        return None
    before_after = None if row[4] is None else [(tuple(inc), tuple(exc)) for inc, exc in json.loads(row[4])]
    patterns = None if before_after is None else (before_after[0], before_after[1])
    return RemovedFolder(row[0], from_db(row[1]), row[2], bool(row[3]), patterns)


def put_away(db: Database, removed_id: int, progress: ProgressCallback = ignore_progress) -> frozenset[int]:
    """Take a root and its photos out of the library; the photos that went."""
    removed = folder(db, removed_id)
    folder_id = None if removed is None else folder_id_of(db, removed.path)
    if folder_id is None:
        return frozenset()
    ids = [row[0] for row in db.conn.execute("SELECT id FROM photos WHERE folder_id = ? ORDER BY id", (folder_id,))]
    put_photos_away(db, removed_id, ids, progress)
    db.conn.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
    return frozenset(ids)


def put_photos_away(
    db: Database, removed_id: int, ids: Sequence[int], progress: ProgressCallback = ignore_progress
) -> None:
    """Take photos out of the library into a place that `remember` made."""
    tables = list(_tables(db))
    for start in range(0, len(ids), CHUNK):
        progress(Progress(start, len(ids)))
        _put_away(db, removed_id, ids[start : start + CHUNK], tables)


def take_back(db: Database, removed_id: int) -> frozenset[int]:
    """Put a root and its photos back, except those that are there again; the photos that came."""
    removed = folder(db, removed_id)
    if removed is None:
        return frozenset()
    db.conn.execute(
        "INSERT OR IGNORE INTO folders (path, added_at, include, exclude) SELECT path, added_at,"
        " coalesce(json_extract(root, '$[0]'), '[]'), coalesce(json_extract(root, '$[1]'), '[]')"
        " FROM removed_folders WHERE id = ?",
        (removed_id,),
    )
    folder_id = folder_id_of(db, removed.path)
    assert folder_id is not None
    rows = db.conn.execute(
        "SELECT photo_id, content FROM removed_photos WHERE removed_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM photos WHERE photos.path = removed_photos.path OR photos.id = photo_id)",
        (removed_id,),
    ).fetchall()
    columns = _Columns(db)
    for _photo_id, content in rows:
        _bring_back(db, folder_id, content, columns)
    db.conn.execute("DELETE FROM removed_photos WHERE removed_id = ?", (removed_id,))
    return frozenset(photo_id for photo_id, _content in rows)


def bring_back(db: Database, folder_id: FolderId, path: object) -> PhotoId | None:
    """Bring one photo back, whose file is found again, if what was known of it was kept.

    Args:
        db: The library.
        folder_id: The root it belongs to now.
        path: Its path as the tables have it.
    """
    row = db.conn.execute(
        "SELECT photo_id, content FROM removed_photos JOIN removed_folders ON removed_folders.id = removed_id"
        " WHERE removed_photos.path = ? AND kept = 1 AND photo_id NOT IN (SELECT id FROM photos)"
        " ORDER BY removed_id DESC LIMIT 1",
        (path,),
    ).fetchone()
    if row is None:
        return None
    _bring_back(db, folder_id, row[1], _Columns(db))
    # Older removals of the same file know less than the newest.
    db.conn.execute(
        "DELETE FROM removed_photos WHERE path = ? AND removed_id IN (SELECT id FROM removed_folders WHERE kept = 1)",
        (path,),
    )
    return PhotoId(row[0])


def purge(db: Database) -> list[PhotoId]:
    """Forget for good what was not to be kept and cannot be undone any more; the photos it was about."""
    old = "kept = 0 AND NOT EXISTS (SELECT 1 FROM journal WHERE journal.id = removed_folders.journal_id)"
    sql = f"SELECT photo_id FROM removed_photos WHERE removed_id IN (SELECT id FROM removed_folders WHERE {old})"
    ids = [PhotoId(row[0]) for row in db.conn.execute(sql + " AND photo_id NOT IN (SELECT id FROM photos)")]
    db.conn.execute(f"DELETE FROM removed_folders WHERE {old}")
    return ids


def lies_in(path: str, folder: str) -> bool:
    """Whether a path is a folder or below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def relocate(db: Database, old: str, rewrite: Callable[[str | bytes], str | bytes]) -> None:
    """Rewrite the paths of what was put away from a folder that is somewhere else now."""
    sql = "SELECT removed_id, path, content FROM removed_photos WHERE path >= ? AND path < ? ORDER BY removed_id"
    inside = old.rstrip(os.sep) + os.sep
    beyond = inside[:-1] + chr(ord(os.sep) + 1)
    rows = db.conn.execute(sql, (to_db(inside), to_db(beyond))).fetchall()
    if isinstance(to_db(old), str):
        rows += db.conn.execute(sql, (os.fsencode(inside), os.fsencode(beyond))).fetchall()
    for removed_id, path, content in rows:
        db.conn.execute(
            "UPDATE OR REPLACE removed_photos SET path = ?, content = ? WHERE removed_id = ? AND path = ?",
            (rewrite(path), _relocated(content, old, rewrite), removed_id, path),
        )
    held = db.conn.execute("SELECT id, photo FROM held_files WHERE length(photo) > 0").fetchall()
    db.conn.executemany(
        "UPDATE held_files SET photo = ? WHERE id = ?", [(_relocated(each, old, rewrite), i) for i, each in held]
    )


def _relocated(content: bytes, old: str, rewrite: Callable[[str | bytes], str | bytes]) -> bytes:
    known = unpack(content)
    for row in known["photos"]:
        if lies_in(from_db(row["path"]), old):
            row["path"], row["directory"] = rewrite(row["path"]), rewrite(row["directory"])
    return pack(known)


def bind(db: Database, removed_id: int, journal_id: int) -> None:
    """Say which operation can bring it back."""
    db.conn.execute("UPDATE removed_folders SET journal_id = ? WHERE id = ?", (journal_id, removed_id))


def _tables(db: Database) -> Iterator[tuple[str, str]]:
    """The tables whose rows hang on a photo, each with the column that says on which."""
    for name in db.table_names():
        for key in db.conn.execute('SELECT "table", "from" FROM pragma_foreign_key_list(?)', (name,)).fetchall():
            if key[0] == "photos" and name not in _NOT_KEPT:
                yield name, key[1]


def packed(db: Database, photo_id: int) -> bytes:
    """All that is known of one photo."""
    return packed_all(db, [photo_id])[photo_id]


def packed_all(db: Database, ids: Sequence[int]) -> dict[int, bytes]:
    """All that is known of photos; those that are not in the library are left out."""
    return {row["id"]: content for row, content in _packed(db, ids, list(_tables(db)))} if ids else {}


def forget(db: Database, ids: Sequence[int]) -> None:
    """Take photos out of the library, with all that hangs on them."""
    db.conn.execute("DELETE FROM photos WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))


def restore(db: Database, content: bytes) -> None:
    """Put one photo back, with all that was known of it; what of it another one has meanwhile is taken from that."""
    known = unpack(content)
    for row in known.get("suggestions", ()):
        db.conn.execute("DELETE FROM suggestions WHERE id = ?", (row["id"],))
    _bring_back(db, known["photos"][0]["folder_id"], content, _Columns(db))


def restore_all(db: Database, contents: Mapping[int, bytes]) -> set[int]:
    """Put photos back with all that was known of them, by their numbers; those that are in the library then.

    A photo whose folder left the library meanwhile is put away with it. Whoever found the file of one again meanwhile
    has taken it for a new photo: that gives way.
    """
    columns, present = _Columns(db), there(db, list(contents))
    for photo_id, content in contents.items():
        known = unpack(content)
        [photo] = known["photos"]
        folder_id = _folder_of(db, from_db(photo["path"]))
        if photo_id in present:
            continue
        if folder_id is None:
            _put_to_its_folder(db, photo, content)
            continue
        for row in known.get("suggestions", ()):
            db.conn.execute("DELETE FROM suggestions WHERE id = ?", (row["id"],))
        db.conn.execute("DELETE FROM photos WHERE path = ?", (photo["path"],))
        _bring_back(db, folder_id, content, columns)
        present.add(photo_id)
    return present


def there(db: Database, ids: Sequence[int]) -> set[int]:
    """Those of these photos that are in the library."""
    sql = "SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?))"
    return {photo_id for (photo_id,) in db.conn.execute(sql, (json.dumps(list(ids)),))}


def _folder_of(db: Database, path: str) -> FolderId | None:
    """The root that a path lies in now."""
    rows = db.conn.execute("SELECT id, path FROM folders").fetchall()
    return next((FolderId(folder_id) for folder_id, root in rows if lies_in(path, from_db(root))), None)


def _put_to_its_folder(db: Database, photo: Mapping[str, Any], content: bytes) -> None:
    """Put what is known of a photo to its folder, where that was removed and is kept."""
    rows = db.conn.execute("SELECT id, path FROM removed_folders ORDER BY id DESC").fetchall()
    for removed_id, root in rows:
        if lies_in(from_db(photo["path"]), from_db(root)):
            db.conn.execute(
                "INSERT OR REPLACE INTO removed_photos (removed_id, path, photo_id, content) VALUES (?, ?, ?, ?)",
                (removed_id, photo["path"], photo["id"], content),
            )
            return


def _put_away(db: Database, removed_id: int, ids: Sequence[int], tables: Sequence[tuple[str, str]]) -> None:
    db.conn.executemany(
        "INSERT OR REPLACE INTO removed_photos (removed_id, path, photo_id, content) VALUES (?, ?, ?, ?)",
        [(removed_id, row["path"], row["id"], content) for row, content in _packed(db, ids, tables)],
    )
    forget(db, ids)


def _packed(
    db: Database, ids: Sequence[int], tables: Sequence[tuple[str, str]]
) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The rows of photos, each with all that hangs on it."""
    wanted = json.dumps(list(ids))
    known: dict[int, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for table, column in tables:
        for row in _rows(db, f"SELECT * FROM [{table}] WHERE [{column}] IN (SELECT value FROM json_each(?))", wanted):
            known[row[column]][table].append(row)
    used = json.dumps(list({row["tag_id"] for each in known.values() for row in each.get("photo_tags", ())}))
    paths = dict(db.conn.execute("SELECT id, path FROM tags WHERE id IN (SELECT value FROM json_each(?))", (used,)))
    for each in known.values():
        for row in each.get("photo_tags", ()):
            row["tag_id"] = paths[row["tag_id"]]  # by name: tags may be merged or gone when it comes back
    for row in _rows(db, "SELECT * FROM photos WHERE id IN (SELECT value FROM json_each(?))", wanted):
        yield row, pack({"photos": [row], **known[row["id"]]})


def _rows(db: Database, sql: str, wanted: str) -> list[dict[str, Any]]:
    cursor = db.conn.execute(sql, (wanted,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


class _Columns(dict[str, frozenset[str]]):
    """The columns of each table as they are now; none of a table that is gone."""

    def __init__(self, db: Database) -> None:
        super().__init__()
        self._db = db

    def __missing__(self, table: str) -> frozenset[str]:
        rows = self._db.conn.execute("SELECT name FROM pragma_table_info(?)", (table,))
        self[table] = frozenset(name for (name,) in rows)
        return self[table]


def _bring_back(db: Database, folder_id: FolderId, content: bytes, columns: _Columns) -> None:
    known = unpack(content)
    for row in known.pop("photos"):
        _insert(db, "photos", {**row, "folder_id": folder_id}, columns)
    for row in known.get("photo_tags", ()):
        row["tag_id"] = tags.ensure_tag(db, TagPath(row["tag_id"]))
    labels = {row[0] for row in db.conn.execute("SELECT id FROM labels")} if known.get("suggestions") else set()
    for table, rows in known.items():
        for row in rows:
            if table != "suggestions" or row["label_id"] in labels:
                _insert(db, table, row, columns)


def _insert(db: Database, table: str, row: Mapping[str, Any], known: _Columns) -> None:
    columns = [name for name in row if name in known[table]]
    if columns:
        names, marks = ", ".join(f"[{name}]" for name in columns), ", ".join("?" for _ in columns)
        values = [row[name] for name in columns]
        db.conn.execute(f"INSERT OR IGNORE INTO [{table}] ({names}) VALUES ({marks})", values)
