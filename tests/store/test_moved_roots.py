"""A root at another path: every path follows, in one transaction, and nothing else changes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tagger.store import folders, never_upload, removed
from tagger.store.moved_roots import REWRITTEN, move_root
from tagger.store.never_upload import Mark
from tagger.store.paths import from_db, to_db
from tagger.store.store import Store

NO_TEXT = os.fsdecode(b"/drive/photos/caf\xe9")
PATHLESS = {
    ("tags", "path"),  # of the tag in the hierarchy
    ("sends", "path"),  # a log says where it was then
    ("folders", "path"),
    ("folders", "volume_path"),
    ("removed_photos", "path"),
    ("written_tags", "path"),  # a keyword
}
"""Columns that look like paths and are not rewritten by the list, each for its reason."""


def add_photo(db, folder_id: int, path: str) -> int:
    sql = (
        "INSERT INTO photos (folder_id, path, directory, name, state, bytes, mtime_ns, added_at)"
        " VALUES (?, ?, ?, ?, 'ok', 1, 1, '2026')"
    )
    name = os.fsencode(os.path.basename(path)).decode("utf-8", "replace")
    return db.conn.execute(sql, (folder_id, to_db(path), to_db(os.path.dirname(path)), name)).lastrowid


def fill(db) -> None:
    root = folders.add_folder(db, "/drive/photos")
    other = folders.add_folder(db, "/drive/photos2")
    for path in ("/drive/photos/a.jpg", "/drive/photos/deep/b\n.jpg", NO_TEXT + "/c.jpg", NO_TEXT + ".jpg"):
        add_photo(db, root, path)
    add_photo(db, other, "/drive/photos2/a.jpg")
    db.conn.execute("INSERT INTO journal (at, title, changes) VALUES ('2026', 't', '{}')")
    for path in ("/drive/photos/a.jpg.xmp", "/drive/photos2/a.jpg.xmp", NO_TEXT + "/c.jpg.xmp"):
        sql = "INSERT INTO journal_files (journal_id, photo_id, path, after) VALUES (1, 1, ?, x'00')"
        db.conn.execute(sql, (to_db(path),))
    for folder in ("/drive/photos/deep", "/drive", "/drive/photos2"):
        never_upload.mark(db, Mark.FOLDER, folder)
    never_upload.mark(db, Mark.TAG, "drive")
    never_upload.mark(db, Mark.PHOTO, 1)


def paths(db, table: str, column: str = "path") -> list[str]:
    return sorted(from_db(value) for (value,) in db.conn.execute(f"SELECT {column} FROM {table}"))


@pytest.fixture
def store(tmp_path: Path):
    store = Store.open(tmp_path / "library.tagger")
    store.write(fill).result()
    yield store
    store.close()


@pytest.mark.parametrize("new", ["/mnt/other/photos", os.fsdecode(b"/mnt/\xff\xfe")])
def test_every_path_follows_and_no_other(store: Store, new: str) -> None:
    before = store.read(lambda db: paths(db, "photos"))
    store.write(lambda db: move_root(db, folders.root_of(db, "/drive/photos").id, new)).result()

    def moved(path: str) -> str:
        return new + path.removeprefix("/drive/photos") if path.startswith("/drive/photos/") else path

    assert store.read(lambda db: paths(db, "photos")) == sorted(map(moved, before))
    assert store.read(lambda db: paths(db, "photos", "directory")) == sorted(
        os.path.dirname(moved(path)) for path in before
    )
    assert store.read(lambda db: paths(db, "journal_files")) == sorted(
        map(moved, ["/drive/photos/a.jpg.xmp", "/drive/photos2/a.jpg.xmp", NO_TEXT + "/c.jpg.xmp"])
    )
    assert store.read(folders.folders) == sorted([new, "/drive/photos2"])
    found = "SELECT rowid FROM photos_fts WHERE photos_fts MATCH 'a'"
    assert len(store.read(lambda db: db.conn.execute(found).fetchall())) == 2, "what is searched for is still found"
    triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'photos_%'"
    assert store.read(lambda db: db.conn.execute(triggers).fetchone()[0]) == 3


def test_what_is_never_sent_stays_so_wherever_it_goes(store: Store) -> None:
    ids = [1, 2, 3, 4, 5]
    assert store.read(lambda db: never_upload.private(db, ids)) == set(ids), "all of the drive is marked"
    store.write(lambda db: move_root(db, folders.root_of(db, "/drive/photos").id, "/mnt/x")).result()
    assert store.read(lambda db: never_upload.private(db, ids)) == set(ids)
    marks = {value for kind, value in store.read(never_upload.marks) if kind is Mark.FOLDER}
    assert marks == {"/mnt/x", "/mnt/x/deep", "/drive", "/drive/photos2"}


def test_what_was_put_away_comes_back_at_the_new_place(store: Store) -> None:
    def exclude(db) -> int:
        root = folders.root_of(db, "/drive/photos")
        place = removed.remember(db, root.path, kept=True)
        removed.put_photos_away(db, place, [1, 3])
        return place

    place = store.write(exclude).result()
    store.write(lambda db: move_root(db, folders.root_of(db, "/drive/photos").id, "/mnt/x")).result()
    assert store.write(lambda db: removed.take_back(db, place)).result() == {1, 3}
    name = NO_TEXT.rpartition("/")[2]
    assert {"/mnt/x/a.jpg", f"/mnt/x/{name}/c.jpg"} <= set(store.read(lambda db: paths(db, "photos")))


def test_every_column_that_may_hold_a_path_is_known(store: Store) -> None:
    """A table that another part adds has to say here whether its paths follow a drive."""
    known = {(table, column) for table, columns in REWRITTEN.items() for column in columns} | PATHLESS
    columns = store.read(
        lambda db: {
            (table, column.name)
            for table in db.table_names()
            for column in db.table(table).columns
            if "path" in column.name or "directory" in column.name or "file" in column.name
        }
    )
    assert columns - known == set()


_KILLED = """
import os, sys, signal
from tagger.store import folders, moved_roots
from tagger.store.store import Store
store = Store.open(sys.argv[1])
def move(db):
    moved_roots.move_root(db, folders.root_of(db, "/drive/photos").id, "/mnt/x")
    os.kill(os.getpid(), signal.SIGKILL)
store.write(move).result()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_in_the_middle_leaves_every_path_as_it_was(store: Store) -> None:
    before = store.read(lambda db: paths(db, "photos"))
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(store.path)], check=False, timeout=60)
    assert ended.returncode == -9
    assert store.read(lambda db: paths(db, "photos")) == before
    assert store.read(folders.folders) == ["/drive/photos", "/drive/photos2"]
    with sqlite3.connect(store.path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'photos_%'"
        assert db.execute(triggers).fetchone()[0] == 3
    db.close()


def test_what_a_cleanup_holds_goes_back_to_the_new_place(store: Store) -> None:
    def hold(db) -> None:
        content = removed.packed(db, 1)
        db.conn.execute("INSERT INTO cleanups (id, at, title) VALUES (1, '2026', 't')")
        sql = "INSERT INTO held_files (cleanup_id, photo_id, keeper_id, path, held_path, bytes, state, photo)"
        row = ("/drive/photos/a.jpg", "/drive/photos/.held/a.jpg", content)
        db.conn.execute(sql + " VALUES (1, 1, 2, ?, ?, 1, 'held', ?)", row)
        db.conn.execute("DELETE FROM photos WHERE id = 1")

    store.write(hold).result()
    store.write(lambda db: move_root(db, folders.root_of(db, "/drive/photos").id, "/mnt/x")).result()
    [row] = store.read(lambda db: db.conn.execute("SELECT path, held_path, photo FROM held_files").fetchall())
    assert row[:2] == ("/mnt/x/a.jpg", "/mnt/x/.held/a.jpg")
    store.write(lambda db: removed.restore(db, row[2])).result()
    assert "/mnt/x/a.jpg" in store.read(lambda db: paths(db, "photos"))
