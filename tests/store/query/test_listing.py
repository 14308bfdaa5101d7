"""Photos in order, and headings that run along with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.store import Store
from tagger.store.natural import natural
from tagger.store.query import Grain, Order, listing, parse

ROWS = [
    ("IMG_10.jpg", "2024-05-12T10:00:00", 3, "/p/b"),
    ("img_2.jpg", "2024-05-13T10:00:00", None, "/p/a"),
    ("IMG_1.jpg", None, 5, "/p/b"),
    ("a.jpg", "2023-12-31T23:59:59", -1, "/p/a"),
    ("b.jpg", "2024-06-01T00:00:00", 3, "/p/c"),
    ("c.jpg", None, None, "/p/c"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "library.tagger")
    store.write(lambda db: db.execute("INSERT INTO folders (id, path, added_at) VALUES (1, '/p', '')")).result()
    for number, (name, taken, rating, directory) in enumerate(ROWS):
        values = (f"{directory}/{number}", directory, name, taken, rating, f"2026-01-0{1 + number // 2}")
        sql = (
            "INSERT INTO photos (folder_id, path, directory, name, state, bytes, mtime_ns, taken_at, rating, added_at)"
            " VALUES (1, ?, ?, ?, 'ok', 1, 1, ?, ?, ?)"
        )
        store.write(lambda db, sql=sql, values=values: db.execute(sql, values)).result()
    yield store
    store.close()


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("grain", list(Grain))
@pytest.mark.parametrize("order", list(Order))
def test_groups_run_along_with_the_photos(store: Store, order: Order, grain: Grain, descending: bool) -> None:
    found = store.read(lambda db: listing(db, parse(""), order, descending=descending, grain=grain))
    assert sorted(found.ids) == [1, 2, 3, 4, 5, 6]
    assert found.months == ([("2023-12", 1), ("2024-05", 2), ("2024-06", 1)] if order is Order.TAKEN else [])
    if order is Order.NAME:
        assert found.groups == []
        return
    row = 0
    for key, count in found.groups:
        for photo_id in found.ids[row : row + count]:
            _name, taken, rating, directory = ROWS[photo_id - 1]
            added = f"2026-01-0{1 + (photo_id - 1) // 2}"
            own = {
                Order.TAKEN: taken and taken[: grain.value],
                Order.ADDED: added[: grain.value],
                Order.RATING: rating,
                Order.CONFIDENCE: None,
                Order.FOLDER: directory,
            }
            assert key == own[order]
        row += count
    assert row == 6
    assert len({key for key, _count in found.groups}) == len(found.groups)


def test_names_are_sorted_as_people_count(store: Store) -> None:
    found = store.read(lambda db: listing(db, parse(""), Order.NAME))
    assert [ROWS[photo_id - 1][0] for photo_id in found.ids] == [
        *("a.jpg", "b.jpg", "c.jpg", "IMG_1.jpg", "img_2.jpg", "IMG_10.jpg"),
    ]
    assert natural("x2y10") < natural("X10y2")


def test_without_headings(store: Store) -> None:
    assert store.read(lambda db: listing(db, parse("rating:3"), Order.TAKEN, grain=None)).groups == []
