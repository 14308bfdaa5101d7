"""Automatic backups, damaged libraries, and a program killed while it repairs one."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tagger.errors import DamagedLibrary, LibraryError
from tagger.store import automatic
from tagger.store.repair import repair
from tagger.store.store import Store

NOON = datetime(2026, 5, 4, 12)  # noqa: DTZ001 - local time, as the program has it


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "my library.tagger"
    write(path, "Dog")
    return path


def write(path: Path, *tags: str) -> None:
    store = Store.open(path)
    for tag in tags:
        store.write(lambda db, tag=tag: db.conn.execute("INSERT INTO tags (path, folded) VALUES (?, ?)", (tag, tag)))
    store.close()


def tags(path: Path) -> list[str]:
    store = Store.open(path)
    try:
        return store.read(lambda db: [row[0] for row in db.conn.execute("SELECT path FROM tags ORDER BY id")])
    finally:
        store.close()


def damage(path: Path, kind: str) -> bytes:
    """Damage a library in one of the ways disks do; its bytes then."""
    content = bytearray(path.read_bytes())
    if kind == "pages":
        content[4096 : 20 * 4096] = b"\x5a" * (19 * 4096)
    elif kind == "header":
        content[:200] = bytes(200)
    elif kind == "cut":
        del content[len(content) // 2 :]
    elif kind == "empty":
        content.clear()
    path.write_bytes(content)
    return bytes(content)


def make(library: Path, at: datetime, kept: int = 5) -> Path:
    return automatic.make(library, kept, at)


def test_one_a_day_and_only_where_something_changed(library: Path) -> None:
    now = datetime.now()  # noqa: DTZ005 - compared with the times of files
    assert automatic.due(library, "daily", now)
    assert not automatic.due(library, "never", now)
    make(library, now + timedelta(seconds=1))  # names are of whole seconds
    later = now + timedelta(days=1)
    assert not automatic.due(library, "daily", later), "nothing changed"
    os.utime(library, (later.timestamp() - 60, later.timestamp() - 60))
    assert automatic.due(library, "daily", later)
    assert not automatic.due(library, "weekly", later)
    assert not automatic.due(library, "daily", now + timedelta(hours=2))
    assert automatic.due(library, "weekly", now + timedelta(days=7))
    assert automatic.due(library, "daily", now - timedelta(days=400)), "a clock that was wrong stops it for no year"


def test_the_newest_few_are_kept_and_no_sound_one_makes_room_for_a_damaged_one(library: Path) -> None:
    for day in range(4):
        make(library, NOON + timedelta(days=day), kept=3)
    assert [each.at.day for each in automatic.backups(library)] == [7, 6, 5]
    damage(library, "pages")
    with pytest.raises(LibraryError):
        make(library, NOON + timedelta(days=9), kept=1)
    assert [each.at.day for each in automatic.backups(library)] == [7, 6, 5]


@pytest.mark.parametrize("kind", ["pages", "header", "cut", "empty"])
def test_a_damaged_library_is_named_and_restored_and_kept_beside(library: Path, kind: str) -> None:
    good = make(library, NOON)
    write(library, "Cat")
    make(library, NOON + timedelta(days=1)).write_bytes(b"damaged as well")
    broken = damage(library, kind)
    with pytest.raises(DamagedLibrary, match="check --repair"):
        tags(library)
    done = repair(library)
    assert done is not None
    assert (done.backup.path, done.backup.at) == (good, NOON)
    assert done.damaged.read_bytes() == broken
    assert tags(library) == ["Dog"]
    assert repair(library) is None, "nothing is damaged any more"


def test_the_log_of_the_damaged_file_is_not_played_into_the_restored_one(library: Path) -> None:
    make(library, NOON)
    writer = sqlite3.connect(library)
    writer.execute("INSERT INTO tags (path, folded) VALUES ('Lost', 'lost')")
    writer.commit()
    log = Path(f"{library}-wal").read_bytes()
    assert log
    content = library.read_bytes()
    writer.close()
    library.write_bytes(content)
    Path(f"{library}-wal").write_bytes(log)
    damage(library, "pages")
    done = repair(library)
    assert done is not None
    assert tags(library) == ["Dog"]
    assert Path(f"{done.damaged}-wal").exists()


def test_without_a_backup_nothing_is_touched(library: Path) -> None:
    broken = damage(library, "pages")
    with pytest.raises(LibraryError, match="no automatic backup"):
        repair(library)
    assert library.read_bytes() == broken


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses by itself")
def test_a_library_that_is_open_elsewhere_is_not_exchanged(library: Path) -> None:
    make(library, NOON)
    hold = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM tags').fetchall();"
    hold += "print('open', flush=True); sys.stdin.read()"
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(library)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    try:
        damage(library, "pages")
        with pytest.raises(LibraryError, match="open in another program"):
            repair(library)
    finally:
        other.communicate("")
    assert repair(library) is not None


_KILLED = """
import os, signal, sys
from pathlib import Path
from tagger.store import repair
calls = 0
def counted(real):
    def call(*args, **kwargs):
        global calls
        calls += 1
        if calls == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)
    return call
repair.shutil.copyfile = counted(repair.shutil.copyfile)
repair.os.link = counted(repair.os.link)
repair.os.replace = counted(repair.os.replace)
repair.os.fsync = counted(repair.os.fsync)
repair.repair(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_any_step_there_is_a_library_and_the_damaged_one_is_kept(library: Path) -> None:
    make(library, NOON)
    sound = library.read_bytes()
    for step in range(1, 20):
        library.write_bytes(sound)
        broken = damage(library, "pages")
        Path(f"{library}-wal").write_bytes(b"no log")
        ended = subprocess.run([sys.executable, "-c", _KILLED, str(library), str(step)], check=False, timeout=60)
        assert library.exists()
        try:
            assert tags(library) == ["Dog"]
        except DamagedLibrary:
            assert library.read_bytes() == broken
        assert broken in [path.read_bytes() for path in library.parent.glob("my library.tagger*") if path.is_file()]
        if ended.returncode == 0:
            assert step > 5
            break
        for path in library.parent.glob("my library.tagger.damaged*"):
            path.unlink()
        assert repair(library) is not None or tags(library) == ["Dog"]
        for path in [*library.parent.glob("*.damaged*"), *library.parent.glob("*.part")]:
            path.unlink()
    else:
        raise AssertionError("it never came to its end")
