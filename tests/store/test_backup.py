from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tagger.errors import Cancelled, LibraryError
from tagger.progress import Control
from tagger.store import Store, backup


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "my library.tagger"
    store = Store.open(path)
    store.write(lambda db: db.conn.execute("INSERT INTO tags (path, folded) VALUES ('Dog', 'dog')")).result()
    store.close()
    return path


def tags_in(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        found = [row[0] for row in connection.execute("SELECT path FROM tags ORDER BY id")]
    connection.close()
    return found


def test_a_backup_is_a_library_with_everything_that_is_committed(library: Path, tmp_path: Path) -> None:
    store = Store.open(library)
    try:
        store.write(lambda db: db.conn.execute("INSERT INTO tags (path, folded) VALUES ('Cat', 'cat')")).result()
        target = tmp_path / "über ‘quotes’ %20.tagger"
        backup.back_up(library, target)
        assert tags_in(target) == ["Dog", "Cat"]
        store.write(lambda db: db.conn.execute("DELETE FROM tags")).result()
        assert tags_in(target) == ["Dog", "Cat"]
    finally:
        store.close()
    copy = Store.open(target)  # a library like any other
    copy.close()


def test_an_earlier_backup_is_replaced_only_by_a_whole_one(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.tagger"
    target.write_text("an earlier one")
    control = Control()
    control.cancel()
    store = Store.open(library)
    rows = [(f"t{n}" * 50, f"t{n}" * 50) for n in range(20_000)]
    store.write(lambda db: db.conn.executemany("INSERT INTO tags (path, folded) VALUES (?, ?)", rows)).result()
    store.close()
    with pytest.raises(Cancelled):
        backup.back_up(library, target, control)
    assert target.read_text() == "an earlier one"
    assert [path.name for path in tmp_path.glob("*.part")] == []
    backup.back_up(library, target)
    assert len(tags_in(target)) == 20_001


def test_a_backup_onto_the_library_itself_is_refused(library: Path) -> None:
    with pytest.raises(LibraryError, match="onto itself"):
        backup.back_up(library, library)
    assert tags_in(library) == ["Dog"]


def test_a_place_that_cannot_be_written_is_said_with_advice(library: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        backup.back_up(library, tmp_path / "no such folder" / "b.tagger")
    assert "no such folder" in caught.value.message
    assert caught.value.advice
