"""Folders: the roots that the library indexes."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tagger.entities import FolderId
from tagger.store.database import Database
from tagger.store.paths import from_db, to_db


@dataclass(frozen=True, slots=True)
class Root:
    """A folder of the library.

    Attributes:
        id: Its number.
        path: Where it is, or was when it was seen last.
        volume: Which drive it is on; None where that cannot be told.
        volume_path: Its path on that drive, relative.
        network: Whether it is on another machine.
        away_since: Since when it cannot be reached, as ISO 8601; None while it is there.
        include, exclude: Patterns of what counts, see `tagger.library.patterns`.
    """

    id: FolderId
    path: str
    volume: str | None = None
    volume_path: str | None = None
    network: bool = False
    away_since: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    @property
    def away(self) -> bool:
        """Whether it cannot be reached."""
        return self.away_since is not None


def add_folder(db: Database, path: str) -> FolderId:
    """Add a root, or find the one that already covers it. Roots inside a new root become part of it."""
    inside: list[Root] = []
    for root in roots(db):
        if path == root.path or path.startswith(_prefix(root.path)):
            return root.id
        if root.path.startswith(_prefix(path)):
            inside.append(root)
    excluded = [pattern for root in inside for pattern in _from_above(root, path)]
    cursor = db.conn.execute(
        "INSERT INTO folders (path, added_at, exclude) VALUES (?, ?, ?)",
        (to_db(path), datetime.now(UTC).isoformat(), json.dumps(excluded)),
    )
    new = FolderId(cursor.lastrowid or 0)
    for root in inside:
        db.conn.execute("UPDATE photos SET folder_id = ? WHERE folder_id = ?", (new, root.id))
        db.conn.execute("DELETE FROM folders WHERE id = ?", (root.id,))
    return new


def folders(db: Database) -> list[str]:
    """Paths of the roots, sorted."""
    return sorted(from_db(row["path"]) for row in db.query("SELECT path FROM folders"))


def roots(db: Database) -> list[Root]:
    """The roots, by their paths."""
    sql = "SELECT id, path, volume, volume_path, network, away_since, include, exclude FROM folders"
    return sorted((_root(row) for row in db.conn.execute(sql)), key=lambda root: root.path)


def root_of(db: Database, path: str) -> Root | None:
    """The root that covers a path."""
    return next((root for root in roots(db) if path == root.path or path.startswith(_prefix(root.path))), None)


def is_away(db: Database, path: str) -> bool:
    """Whether a path lies in a root that cannot be reached."""
    root = root_of(db, path)
    return root is not None and root.away


def set_place(db: Database, folder_id: FolderId, volume: str | None, volume_path: str | None, *, network: bool) -> None:
    """Remember on which drive a root is, and where on it."""
    db.conn.execute(
        "UPDATE folders SET volume = ?, volume_path = ?, network = ? WHERE id = ?",
        (volume, None if volume_path is None else to_db(volume_path), network, folder_id),
    )


def set_away(db: Database, folder_id: FolderId, *, away: bool) -> None:
    """Say whether a root can be reached; the moment it went is kept."""
    now = datetime.now(UTC).isoformat() if away else None
    sql = "UPDATE folders SET away_since = ? WHERE id = ? AND (away_since IS NULL) = ?"
    db.conn.execute(sql, (now, folder_id, away))


def set_patterns(db: Database, folder_id: FolderId, include: tuple[str, ...], exclude: tuple[str, ...]) -> None:
    """Set what of a root counts; nothing is taken out by this."""
    db.conn.execute(
        "UPDATE folders SET include = ?, exclude = ? WHERE id = ?",
        (json.dumps(include), json.dumps(exclude), folder_id),
    )


def directories_below(db: Database, path: str) -> list[str]:
    """The directories at or below a path that hold photos; found by the index, whatever the size of the library."""
    inside = path.rstrip(os.sep) + os.sep
    beyond = inside[:-1] + chr(ord(os.sep) + 1)
    ranges = [(to_db(inside), to_db(beyond))]
    if isinstance(to_db(path), str):  # what is not text below it is kept as bytes
        ranges.append((os.fsencode(inside), os.fsencode(beyond)))
    found = [from_db(row[0]) for row in db.conn.execute(_AT, (to_db(path),))]
    for first, end in ranges:
        found += [from_db(row[0]) for row in db.conn.execute(_BELOW, (first, end))]
    return found


_AT = "SELECT DISTINCT directory FROM photos WHERE directory = ?"
_BELOW = "SELECT DISTINCT directory FROM photos WHERE directory >= ? AND directory < ?"


def directory_counts(db: Database) -> dict[str, int]:
    """How many photos lie directly in each directory."""
    rows = db.conn.execute("SELECT directory, count(*) FROM photos GROUP BY directory")
    return {from_db(directory): count for directory, count in rows}


def _root(row: tuple[Any, ...]) -> Root:
    folder_id, path, volume, volume_path, network, away_since, include, exclude = row
    return Root(
        FolderId(folder_id),
        from_db(path),
        volume,
        None if volume_path is None else from_db(volume_path),
        bool(network),
        away_since,
        tuple(json.loads(include)),
        tuple(json.loads(exclude)),
    )


def _from_above(root: Root, above: str) -> list[str]:
    """What a root leaves out, as patterns of a folder that it lies in."""
    place = root.path[len(_prefix(above)) :].replace(os.sep, "/")
    place = "".join(f"\\{each}" if each in "\\*?[]!# " else each for each in place)
    found = []
    for pattern in root.exclude:
        kept, pattern = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
        anywhere = "/" not in pattern.rstrip("/")
        found.append(f"{kept}/{place}/{'**/' if anywhere else ''}{pattern.lstrip('/')}")
    return found


def _prefix(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep
