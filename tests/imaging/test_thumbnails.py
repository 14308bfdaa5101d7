from __future__ import annotations

import io
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tagger.entities import PhotoId
from tagger.imaging.thumbnails import ThumbnailCache, encode_thumbnail

ONE, TWO, THREE = PhotoId(1), PhotoId(2), PhotoId(3)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ThumbnailCache]:
    cache = ThumbnailCache(tmp_path / "library.thumbnails")
    yield cache
    cache.close()


@pytest.mark.parametrize(
    ("size", "expected"), [((2000, 1000), (512, 256)), ((300, 400), (300, 400)), ((9000, 3), (512, 1))]
)
def test_a_thumbnail_is_a_bounded_jpeg(size: tuple[int, int], expected: tuple[int, int]) -> None:
    with Image.open(io.BytesIO(encode_thumbnail(Image.new("RGB", size, "teal")))) as found:
        assert (found.format, found.size) == ("JPEG", expected)


def test_what_is_put_is_found(cache: ThumbnailCache) -> None:
    cache.put_many([(ONE, b"one"), (TWO, b"two")])
    cache.put_many([(TWO, b"second")])
    assert cache.get(ONE) == b"one"
    assert cache.get_many([ONE, TWO, THREE]) == {ONE: b"one", TWO: b"second"}
    assert cache.missing([ONE, THREE]) == {THREE}
    cache.delete([ONE])
    assert cache.get(ONE) is None
    assert cache.problem is None


def test_many_at_once(cache: ThumbnailCache) -> None:
    ids = [PhotoId(n) for n in range(50_000)]
    cache.put_many((photo_id, b"x") for photo_id in ids)
    assert len(cache.get_many(ids)) == len(ids)
    assert cache.missing([*ids, PhotoId(60_000)]) == {PhotoId(60_000)}


def test_a_second_process_sees_it(cache: ThumbnailCache) -> None:
    cache.put_many([(ONE, b"one")])
    other = ThumbnailCache(cache.path)
    assert other.get(ONE) == b"one"
    other.put_many([(TWO, b"two")])
    assert cache.get(TWO) == b"two"
    other.close()


def test_readers_in_threads_while_one_writes(cache: ThumbnailCache) -> None:
    wrong: list[object] = []

    def look() -> None:
        for number in range(300):
            found = cache.get(PhotoId(number % 50))
            if found not in (None, b"x" * 1000):
                wrong.append(found)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(50):
        cache.put_many([(PhotoId(number), b"x" * 1000)])
    for thread in threads:
        thread.join()
    assert not wrong
    assert cache.problem is None
    assert len(cache.get_many([PhotoId(n) for n in range(50)])) == 50


@pytest.mark.parametrize("damage", ["garbage", "page", "version"])
def test_a_damaged_file_is_filled_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "library.thumbnails"
    before = ThumbnailCache(path)
    before.put_many([(PhotoId(n), b"x" * 5000) for n in range(100)])
    before.close()
    if damage == "garbage":
        path.write_bytes(os.urandom(20_000))
    elif damage == "page":
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(os.urandom(path.stat().st_size - 4096))
    else:
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 77")
        connection.close()
    cache = ThumbnailCache(path)
    assert cache.get(ONE) is None
    assert cache.missing([ONE]) == {ONE}
    cache.put_many([(ONE, b"new")])
    assert cache.get(ONE) == b"new"
    assert cache.problem is None
    cache.close()


def test_damage_while_it_is_open(cache: ThumbnailCache) -> None:
    cache.put_many([(PhotoId(n), b"x" * 5000) for n in range(100)])
    cache.close()
    open_one = ThumbnailCache(cache.path)
    assert open_one.get(ONE) is not None
    with open(cache.path, "r+b") as file:
        file.write(os.urandom(os.path.getsize(cache.path)))
    open_one.put_many([(TWO, b"new")])
    fresh = ThumbnailCache(cache.path)
    fresh.put_many([(THREE, b"three")])
    assert fresh.get(THREE) == b"three"
    fresh.close()
    open_one.close()


def test_a_place_that_cannot_be_written_is_survived(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "no such folder" / "library.thumbnails")
    cache.put_many([(ONE, b"one")])
    assert cache.get(ONE) is None
    assert cache.missing([ONE]) == set()
    assert cache.problem is not None
    cache.close()


def test_a_full_disk_is_survived(cache: ThumbnailCache) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    cache.put_many([(ONE, b"one")])
    with cache._connection() as connection:
        assert connection is not None
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    cache.put_many([(TWO, b"x" * 100_000)])
    assert cache.problem is not None
    assert "full" in cache.problem
    assert cache.get(ONE) == b"one"
    assert cache.get(TWO) is None


def test_after_closing_nothing_is_found_and_nothing_fails(cache: ThumbnailCache) -> None:
    cache.put_many([(ONE, b"one")])
    cache.close()
    cache.put_many([(TWO, b"two")])
    assert cache.get(ONE) is None
    cache.close()


def days(cache: ThumbnailCache, **by_id: int) -> None:
    """Pretend when thumbnails were looked at."""
    with sqlite3.connect(cache.path) as connection:
        for photo_id, day in by_id.items():
            connection.execute("UPDATE usage SET day = ? WHERE photo_id = ?", (day, int(photo_id[1:])))
    connection.close()


def test_those_looked_at_longest_ago_make_room(cache: ThumbnailCache) -> None:
    cache.limit_bytes = 3_500
    cache.put_many([(PhotoId(each), bytes([each]) * 1_000) for each in (1, 2, 3)])
    days(cache, _1=100, _2=50, _3=200)
    assert cache.used() == (3, 3_000)
    cache.put_many([(PhotoId(4), b"4" * 1_000)])
    assert set(cache.get_many([PhotoId(each) for each in (1, 2, 3, 4)])) == {1, 3, 4}
    assert cache.missing([PhotoId(2), PhotoId(9)]) == {9}, "indexing does not read a photo again for it"
    assert cache.used() == (3, 3_000)
    cache.put_many([(TWO, b"again")])
    assert cache.get(TWO) == b"again"
    assert cache.used()[1] <= cache.limit_bytes


def test_a_look_counts_for_the_day(cache: ThumbnailCache) -> None:
    cache.put_many([(ONE, b"one"), (TWO, b"two")])
    days(cache, _1=5, _2=6)
    assert cache.get(ONE) == b"one"
    cache.close()
    other = ThumbnailCache(cache.path, limit_bytes=7)
    other.put_many([(THREE, b"333")])
    assert (other.get(ONE), other.get(TWO), other.get(THREE)) == (b"one", None, b"333")
    other.close()


def test_the_file_shrinks_with_the_limit(cache: ThumbnailCache) -> None:
    cache.put_many([(PhotoId(each), os.urandom(50_000)) for each in range(40)])
    cache.limit_bytes = 200_000
    cache.put_many([(PhotoId(99), b"x")])
    with sqlite3.connect(cache.path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    assert os.path.getsize(cache.path) < 400_000


def test_a_cache_of_the_first_version_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "old.thumbnails"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE thumbnail (photo_id INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT")
        connection.execute("INSERT INTO thumbnail VALUES (1, x'0102')")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    cache = ThumbnailCache(path)
    assert cache.get(ONE) == b"\x01\x02"
    assert cache.used() == (1, 2)
    cache.close()
