"""The first photos of a search are those of the whole search, found in whichever way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.errors import Cancelled
from tagger.store import query
from tagger.store.database import Database
from tagger.store.query import Order, patience
from tagger.store.query.first import WALKED, _walked_with_text, first_ids
from tagger.store.store import Store
from tests.bench import many_photos

PHOTOS = 3000
SEARCHES = [
    "", "river", "IMG_0000999", 'tag:"Subject 3"', 'tag:"Topic 3|Subject 3"', "label:thing3", "folder:2012",
    "folder:/archive/2012", "camera:X3", "camera:nothing", "lens:35mm", "format:raw", "format:jpg", "colour:RED",
    "colour:none", "rating>=4", "taken:2012", "taken:2010..2014", "confidence>0.9", "is:untagged", "has:tag", "has:box",
    "is:unreadable", "has:gps", "NOT is:untagged rating:5", "-label:thing3", "state:suggested confidence>0.95 has:box",
    'camera:X3 OR tag:"Subject 7"', 'rating>=4 (label:thing4 OR river) NOT "subject 2"', "NOT camera:X3",
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("many") / "library.tagger"
    many_photos.make(path, PHOTOS)
    store = Store.open(path)
    yield store
    store.close()


@pytest.mark.parametrize("walk_s", [60.0, 0.0], ids=["walking", "gathering"])
@pytest.mark.parametrize("text", SEARCHES)
def test_they_are_those_of_the_whole_search(store: Store, text: str, walk_s: float) -> None:
    wanted = query.parse(text)
    for descending in (False, True):
        every = store.read(lambda db, d=descending: query.photo_ids(db, wanted, Order.TAKEN, descending=d))
        first = store.read(
            lambda db, d=descending: first_ids(db, wanted, Order.TAKEN, count=50, descending=d, walk_s=walk_s)
        )
        assert first == every[:50]


def test_a_walk_may_be_ended_at_any_moment(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_STEPS_BETWEEN_LOOKS", 7)
    wanted = query.parse("river")
    every = store.read(lambda db: query.photo_ids(db, wanted, Order.TAKEN))

    def walk(db: Database, looks: int) -> None:
        left = iter(range(looks))
        with pytest.raises(Cancelled), patience.unless(db, lambda: next(left, None) is None):
            _walked_with_text(db, wanted.photos().of_each(), Order.TAKEN, 50, False)
        db.execute(f"DROP TABLE IF EXISTS temp.{WALKED}")

    for looks in range(0, 300, 2):
        store.read(lambda db, looks=looks: walk(db, looks))
    assert store.read(lambda db: first_ids(db, wanted, Order.TAKEN, count=50, walk_s=60)) == every[:50]


@pytest.mark.parametrize("order", [Order.ADDED, Order.RATING, Order.FOLDER])
def test_so_they_are_in_other_orders(store: Store, order: Order) -> None:
    wanted = query.parse("camera:X3")
    every = store.read(lambda db: query.photo_ids(db, wanted, order, descending=True))
    assert len(every) > 50
    assert store.read(lambda db: first_ids(db, wanted, order, count=50, descending=True)) == every[:50]


def test_orders_without_an_index_have_none(store: Store) -> None:
    assert store.read(lambda db: first_ids(db, query.parse(""), Order.NAME, count=50)) is None


def test_the_untagged_are_known_whoever_writes(store: Store) -> None:
    listed = "SELECT photo_id FROM untagged ORDER BY 1"
    counted = "SELECT id FROM photos WHERE NOT EXISTS (SELECT 1 FROM photo_tags WHERE photo_id = id AND removed = 0)"

    def both() -> tuple[list[tuple[int]], list[tuple[int]]]:
        return store.read(lambda db: (db.execute(listed).fetchall(), db.execute(f"{counted} ORDER BY 1").fetchall()))

    seen = set()
    for change in (
        "UPDATE photo_tags SET removed = 1 WHERE photo_id < 500",
        "UPDATE photo_tags SET removed = 0 WHERE photo_id < 300",
        "DELETE FROM photo_tags WHERE photo_id > 2500",
        "DELETE FROM photos WHERE id > 2900",
        "INSERT OR REPLACE INTO photo_tags(photo_id, tag_id, origin) SELECT id, 5, 'user' FROM photos WHERE id < 100",
    ):
        store.write(lambda db, change=change: db.conn.execute(change)).result()
        found, expected = both()
        assert found == expected
        seen.add(len(found))
    assert len(seen) == 5
