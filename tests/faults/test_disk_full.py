"""The disk of the library fills up while it is written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tagger.errors import LibraryError
from tagger.store import Store
from tests.recognition.services import add_photos

LIMITED = """
import resource, signal, sys
from tagger.errors import LibraryError
from tagger.store import Store
from tests.recognition.services import add_photos

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(sys.argv[1])
store.write(lambda db: add_photos(db, 20, "/first")).result()
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
try:
    for i in range(100):
        store.write(lambda db: add_photos(db, 500, f"/more{i}")).result()
except LibraryError as error:
    assert error.advice, error
    print(error)
else:
    sys.exit("it never was full")
print(store.read(lambda db: db.conn.execute("SELECT count(*) % 500 FROM photos").fetchone()[0]))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.write(lambda db: add_photos(db, 7, "/last")).result()
store.close()
"""


def count(db) -> int:
    return db.conn.execute("SELECT count(*) FROM photos").fetchone()[0]


@pytest.mark.parametrize("small_disk", ["1500k"], indirect=True)
def test_a_full_disk_is_said_and_the_library_is_fine_afterwards(small_disk: Path) -> None:
    store = Store.open(small_disk / "library.tagger")
    store.write(lambda db: add_photos(db, 20, "/first")).result()
    (small_disk / "filler").write_bytes(b"x" * 400_000)

    def fill() -> None:
        for number in range(100):
            store.write(lambda db, number=number: add_photos(db, 500, f"/more{number}")).result()

    with pytest.raises(LibraryError) as error:
        fill()
    assert error.value.advice
    assert store.read(count) % 500 == 20, "whole batches or none"
    kept = store.read(count)
    (small_disk / "filler").unlink()
    store.write(lambda db: add_photos(db, 7, "/last")).result()
    store.close()
    again = Store.open(small_disk / "library.tagger")
    assert again.read(count) == kept + 7
    assert again.read(lambda db: db.conn.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit for the size of files")
def test_a_file_that_may_not_grow_is_said_and_the_library_is_fine_afterwards(tmp_path: Path) -> None:
    library = tmp_path / "library.tagger"
    ran = subprocess.run([sys.executable, "-c", LIMITED, library], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    said, rest = ran.stdout.splitlines()
    assert "cannot be used" in said
    assert rest == "20"
    store = Store.open(library)
    assert store.read(count) % 500 == 27
    assert store.read(lambda db: db.conn.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
    store.close()
