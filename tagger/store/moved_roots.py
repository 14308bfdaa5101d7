"""A root that is somewhere else now: every path below it is rewritten, in the transaction of the caller."""

from __future__ import annotations

import os
from collections.abc import Callable

from tagger.entities import FolderId
from tagger.store import removed
from tagger.store.database import Database
from tagger.store.paths import from_db, to_db

Stored = str | bytes
Rewrite = Callable[[Stored], Stored]

REWRITTEN = {
    "photos": ("path", "directory"),
    "journal_files": ("path",),
    "journal_embedded": ("path",),
    "removed_folders": ("path",),
    "held_files": ("path", "held_path"),
    "stacks_due": ("directory",),
}
"""Columns that hold paths; besides them the marks of folders, and what is put away in `removed_photos`."""


def move_root(db: Database, folder_id: FolderId, new: str) -> None:
    """Let a root and all that is known below it be at another path; numbers, and so thumbnails, stay.

    Args:
        db: The library.
        folder_id: The root.
        new: Its path now; no other root may be there, above it or below it.
    """
    old = from_db(db.conn.execute("SELECT path FROM folders WHERE id = ?", (folder_id,)).fetchone()[0])
    rewrite = _rewriting(old, new)
    with _unindexed(db):
        for table, columns in REWRITTEN.items():
            for column in columns:
                _rewrite(db, table, column, old, new, rewrite)
    removed.relocate(db, old, rewrite)
    _keep_private(db, old, new, rewrite)
    db.conn.execute("UPDATE folders SET path = ? WHERE id = ?", (to_db(new), folder_id))


def _rewriting(old: str, new: str) -> Rewrite:
    before, after = old.rstrip(os.sep), new.rstrip(os.sep)
    return lambda value: to_db((after + from_db(value)[len(before) :]) or os.sep)


def _rewrite(db: Database, table: str, column: str, old: str, new: str, rewrite: Rewrite) -> None:
    """Rewrite what is at or below ``old``: text by SQLite itself, what is not valid text one by one."""
    before, after = to_db(old.rstrip(os.sep)), to_db(new.rstrip(os.sep))
    if isinstance(before, str) and isinstance(after, str):
        db.conn.execute(
            f"UPDATE [{table}] SET [{column}] = ? || substr([{column}], ?) WHERE typeof([{column}]) = 'text'"
            f" AND ([{column}] = ? OR substr([{column}], 1, ?) = ?)",
            (after, len(before) + 1, before, len(before) + 1, before + os.sep),
        )
        rows = f"SELECT rowid, [{column}] FROM [{table}] WHERE typeof([{column}]) = 'blob'"
    else:
        rows = f"SELECT rowid, [{column}] FROM [{table}]"
    inside = [(row, value) for row, value in db.conn.execute(rows).fetchall() if removed.lies_in(from_db(value), old)]
    db.conn.executemany(
        f"UPDATE [{table}] SET [{column}] = ? WHERE rowid = ?", [(rewrite(value), row) for row, value in inside]
    )


def _keep_private(db: Database, old: str, new: str, rewrite: Rewrite) -> None:
    """What is never sent moves along; a root that lay in something marked is marked itself from now on."""
    for (value,) in db.conn.execute("SELECT value FROM never_upload WHERE kind = 'folder'").fetchall():
        marked = from_db(value)
        if removed.lies_in(marked, old):
            db.conn.execute("DELETE FROM never_upload WHERE kind = 'folder' AND value = ?", (value,))
            db.conn.execute("INSERT OR IGNORE INTO never_upload VALUES ('folder', ?)", (rewrite(value),))
        elif removed.lies_in(old, marked):
            db.conn.execute("INSERT OR IGNORE INTO never_upload VALUES ('folder', ?)", (to_db(new.rstrip(os.sep)),))


class _unindexed:
    """While entered, the search index does not follow changes of photos: paths are not in it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def __enter__(self) -> None:
        sql = (
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'photos' AND sql LIKE '%UPDATE%'"
        )
        self._triggers = self._db.conn.execute(sql).fetchall()
        for name, _sql in self._triggers:
            self._db.conn.execute(f"DROP TRIGGER [{name}]")

    def __exit__(self, *_error: object) -> None:
        for _name, sql in self._triggers:
            self._db.conn.execute(sql)
