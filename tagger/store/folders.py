"""Folders: the roots that the library indexes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from sqlite_utils import Database

from tagger.entities import FolderId
from tagger.store.paths import from_db, to_db


def add_folder(db: Database, path: str) -> FolderId:
    """Add a root, or find the one that already covers it. Roots inside a new root become part of it."""
    inside: list[int] = []
    for row in db.query("SELECT id, path FROM folders"):
        root = from_db(row["path"])
        if path == root or path.startswith(_prefix(root)):
            return FolderId(row["id"])
        if root.startswith(_prefix(path)):
            inside.append(row["id"])
    cursor = db.conn.execute(
        "INSERT INTO folders (path, added_at) VALUES (?, ?)", (to_db(path), datetime.now(UTC).isoformat())
    )
    new = FolderId(cursor.lastrowid or 0)
    for old in inside:
        db.conn.execute("UPDATE photos SET folder_id = ? WHERE folder_id = ?", (new, old))
        db.conn.execute("DELETE FROM folders WHERE id = ?", (old,))
    return new


def folders(db: Database) -> list[str]:
    """Paths of the roots, sorted."""
    return sorted(from_db(row["path"]) for row in db.query("SELECT path FROM folders"))


def directory_counts(db: Database) -> dict[str, int]:
    """How many photos lie directly in each directory."""
    rows = db.conn.execute("SELECT directory, count(*) FROM photos GROUP BY directory")
    return {from_db(directory): count for directory, count in rows}


def _prefix(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep
