from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tagger.errors import LibraryError, NewerLibraryError
from tagger.review import undo
from tagger.store import Store, duplicates, jobs, never_upload, photos, searches, suggestions, tag_use
from tests.recognition.services import add_photos

LIBRARIES = Path(__file__).with_name("libraries")


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "library.tagger")
    yield opened
    opened.close()


def insert_folder(path):
    return lambda db: db.conn.execute("INSERT INTO folders (path, added_at) VALUES (?, '')", (path,)).rowcount


def folders_in(db):
    return [path for (path,) in db.conn.execute("SELECT path FROM folders ORDER BY id")]


def test_a_library_is_made_where_there_is_none_and_found_again(tmp_path):
    path = tmp_path / "new" / "näme 100%?#.tagger"
    for _ in range(2):
        opened = Store.open(path)
        assert opened.read(lambda db: db.conn.execute("PRAGMA journal_mode").fetchone()) == ("wal",)
        assert opened.write(lambda db: db.conn.execute("PRAGMA foreign_keys").fetchone()).result() == (1,)
        opened.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform != "linux", reason="only there names are bytes")
def test_a_library_may_lie_where_names_are_not_text(tmp_path):
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")
    opened = Store.open(Path(folder) / "library.tagger")
    opened.write(insert_folder("/a")).result()
    assert opened.read(folders_in) == ["/a"]
    opened.close()


def test_a_later_versions_library_is_refused_and_stays_as_it_is(tmp_path):
    path = tmp_path / "library.tagger"
    Store.open(path).close()
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('tagger', 'm999_x', '')"
        )
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match=r"later version.*m999_x.*Install"):
        Store.open(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_stays_as_it_is(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match=r"another program.*--library"):
        Store.open(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_refused_with_advice(tmp_path):
    path = tmp_path / "library.tagger"
    path.write_bytes(b"\xff\xd8\xff" * 2000)
    with pytest.raises(LibraryError) as error:
        Store.open(path)
    assert "not a Tagger library" in error.value.advice
    with pytest.raises(LibraryError) as error:
        Store.open(tmp_path)
    assert error.value.advice
    with pytest.raises(LibraryError, match="cannot be made"):
        Store.open(path / "below" / "a file")


def read_names(path):
    opened = Store.open(path)
    try:
        opened.read(lambda db: db.conn.execute("SELECT name FROM photos NOT INDEXED").fetchall())
    finally:
        opened.close()


def test_a_damaged_library_is_refused_with_advice(tmp_path):
    path = tmp_path / "library.tagger"
    made = Store.open(path)
    made.write(lambda db: add_photos(db, 3000)).result()
    made.close()
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = b"\x7f" * (len(data) - 4096 * 2)
    path.write_bytes(data)
    with pytest.raises(LibraryError) as error:
        read_names(path)
    assert "backup" in error.value.advice


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a file system that can be made read-only")
def test_a_library_in_a_folder_that_may_not_be_written_is_opened_to_look_at_and_none_is_made(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    Store.open(folder / "library.tagger").close()
    if os.geteuid() == 0:  # root may write anywhere but on a read-only mount
        mounted = subprocess.run(["mount", "--bind", "-o", "ro", folder, folder], capture_output=True, check=False)
        remounted = subprocess.run(["mount", "-o", "remount,ro,bind", folder], capture_output=True, check=False)
        if mounted.returncode or remounted.returncode:
            subprocess.run(["umount", folder], capture_output=True, check=False)
            pytest.skip("root, and nothing can be mounted")
    else:
        folder.chmod(0o500)
    try:
        with pytest.raises(LibraryError) as error:
            Store.open(folder / "new.tagger")
        assert error.value.advice
        opened = Store.open(folder / "library.tagger")
        with pytest.raises(LibraryError) as error:
            opened.write(insert_folder("/a")).result()
        opened.close()
        assert error.value.advice
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", folder], check=True)
        folder.chmod(0o700)


def open_at_once(path, barrier, results):
    barrier.wait()
    try:
        opened = Store.open(path)
        opened.write(insert_folder(f"/{os.getpid()}")).result()
        opened.close()
        results.put("fine")
    except Exception as error:  # noqa: BLE001 - told to the test
        results.put(repr(error))


def test_processes_may_open_a_fresh_library_at_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(3), context.Queue()
    for attempt in range(3):
        path = tmp_path / f"{attempt}.tagger"
        processes = [context.Process(target=open_at_once, args=(path, barrier, results)) for _ in range(3)]
        for process in processes:
            process.start()
        assert [results.get(timeout=30) for _ in processes] == ["fine"] * 3
        for process in processes:
            process.join()
        opened = Store.open(path)
        assert len(opened.read(folders_in)) == 3
        opened.close()
    results.close()
    results.join_thread()


def test_errors_reach_who_waits_and_roll_back_alone(store):
    def fail(db):
        insert_folder("/half")(db)
        raise ZeroDivisionError

    first, broken, last = (store.write(fn) for fn in (insert_folder("/a"), fail, insert_folder("/b")))
    assert first.result() == last.result() == 1
    with pytest.raises(ZeroDivisionError):
        broken.result()
    with pytest.raises(sqlite3.IntegrityError):  # a bug, not the environment
        store.write(insert_folder("/a")).result()
    assert store.read(folders_in) == ["/a", "/b"]


def test_closing_finishes_what_is_queued_and_refuses_more(tmp_path):
    opened = Store.open(tmp_path / "library.tagger")
    started, go = threading.Event(), threading.Event()

    def slow(db):
        started.set()
        go.wait(10)

    opened.write(slow)
    started.wait(10)
    waiting = [opened.write(insert_folder(f"/{i}")) for i in range(20)]
    closing = threading.Thread(target=opened.close)
    closing.start()
    go.set()
    closing.join(10)
    assert [future.result(0) for future in waiting] == [1] * 20
    with pytest.raises(LibraryError, match="closed"):
        opened.write(folders_in)
    opened.close()


def test_a_reader_sees_one_snapshot_and_cannot_write(store):
    def look(db):
        before = folders_in(db)
        store.write(insert_folder("/new")).result()
        assert folders_in(db) == before
        return before

    assert store.read(look) == []
    assert store.read(folders_in) == ["/new"]
    with pytest.raises(LibraryError):
        store.read(insert_folder("/x"))
    assert store.read(folders_in) == ["/new"]


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files")
def test_connections_end_with_their_threads(store):
    def files():
        gc.collect()
        return len(os.listdir("/proc/self/fd"))

    before = files()
    for _ in range(30):
        thread = threading.Thread(target=store.read, args=(folders_in,))
        thread.start()
        thread.join()
    assert files() <= before + 3


def test_deleted_numbers_are_never_given_again(store):
    ids = store.write(lambda db: add_photos(db, 3)).result()
    store.write(lambda db: db.conn.execute("DELETE FROM photos")).result()
    assert not set(ids) & set(store.write(lambda db: add_photos(db, 3)).result())


@pytest.mark.parametrize("path", sorted(LIBRARIES.glob("*.tagger")), ids=lambda path: path.stem)
def test_libraries_of_every_version_open(tmp_path, path):
    copy = Path(shutil.copy(path, tmp_path))
    opened = Store.open(copy)
    assert opened.read(lambda db: db.conn.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
    assert opened.read(lambda db: db.conn.execute("SELECT count(*) FROM photos").fetchone()) == (3,)
    assert opened.read(lambda db: [p for (p,) in db.conn.execute("SELECT path FROM tags ORDER BY path")]) == [
        "Animal|Dog",
        "Travel|Överby",
    ]
    assert opened.read(jobs.counts) == {"onnx": {"queued": 3}}
    opened.close()


def schema(path):
    """What the tables of a library are made of."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL")
        return dict(rows)


@pytest.mark.parametrize("path", sorted(LIBRARIES.glob("*.tagger")), ids=lambda path: path.stem)
def test_libraries_of_every_version_become_what_a_new_one_is(tmp_path, path):
    """Also: a migration that is out never changes, or the libraries it was run on would lack what came later."""
    copy = Path(shutil.copy(path, tmp_path))
    Store.open(copy).close()
    Store.open(tmp_path / "new.tagger").close()
    assert schema(copy) == schema(tmp_path / "new.tagger")


def test_there_is_a_library_of_every_version():
    assert {path.stem for path in LIBRARIES.glob("*.tagger")} >= {"v1", "v2", "v3"}


def test_a_library_of_the_second_version_keeps_what_was_set_in_it(tmp_path):
    with contextlib.closing(Store.open(Path(shutil.copy(LIBRARIES / "v2.tagger", tmp_path)))) as opened:
        first, second, third = opened.read(lambda db: list(photos.photos(db, [1, 2, 3])))
        assert (first.facts.rating, first.facts.colour_label, third.facts.caption) == (4, "Red", "Ö")
        assert opened.read(lambda db: [search.query for search in searches.saved(db)]) == ["tag:Dog"]
        assert opened.read(tag_use.pinned) == ["Animal|Dog"]
        assert opened.read(lambda db: never_upload.private(db, [1, 2, 3])) == {third.id}
        [box] = opened.read(lambda db: suggestions.of_photo(db, second.id))
        assert box.box is not None
        assert box.box.x == pytest.approx(0.2)
        assert undo.undo(opened).title == "move Dog"
        [box] = opened.read(lambda db: suggestions.of_photo(db, second.id))
        assert box.box.x == pytest.approx(0.1)


def test_a_library_of_the_third_version_keeps_what_was_found_in_it(tmp_path):
    with contextlib.closing(Store.open(Path(shutil.copy(LIBRARIES / "v3.tagger", tmp_path)))) as opened:
        [group] = opened.read(lambda db: list(duplicates.groups(db)))
        assert (group.photo_ids, group.links[0].bits) == ((1, 2), 4)
        assert opened.read(duplicates.apart) == {1: {3}, 3: {1}}


def test_a_library_of_an_earlier_version_is_kept_as_it_was(tmp_path):
    copy = Path(shutil.copy(LIBRARIES / "v1.tagger", tmp_path / "mine.tagger"))
    Store.open(copy).close()
    Store.open(copy).close()
    kept = [path.name for path in tmp_path.iterdir() if path != copy]
    assert kept == ["mine.tagger.before-m002_window"]
    with contextlib.closing(sqlite3.connect(tmp_path / kept[0])) as before:
        assert before.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert before.execute("SELECT count(*) FROM photos").fetchone() == (3,)
        assert "searches" not in {name for (name,) in before.execute("SELECT name FROM sqlite_master")}


def test_a_new_library_leaves_nothing_beside_it(tmp_path):
    Store.open(tmp_path / "new.tagger").close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.tagger"]


def test_a_library_that_cannot_be_copied_is_not_migrated(tmp_path, monkeypatch):
    copy = Path(shutil.copy(LIBRARIES / "v1.tagger", tmp_path / "mine.tagger"))
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(LibraryError, match="No space left"):
        Store.open(copy)
    with contextlib.closing(sqlite3.connect(copy)) as db:
        assert "searches" not in {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
