"""The first photos of a search are those of the whole search, found in whichever way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.errors import Cancelled
from tagger.store import query
from tagger.store.database import Database
from tagger.store.natural import natural
from tagger.store.query import Order, narrowing, patience, walking
from tagger.store.query.condition import TRUE
from tagger.store.query.first import first_ids
from tagger.store.query.ordering import along
from tagger.store.query.reading import Query
from tagger.store.query.text import WALKED
from tagger.store.store import Store
from tests.bench import many_photos

PHOTOS = 3000
EXPANDED = (8, 15, 22, 512)
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


@pytest.fixture(params=["narrowing", "walking", "gathering"])
def walk_s(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> float:
    """How long to walk; each of the three ways is gone alone."""
    monkeypatch.setattr(narrowing, "FEW", PHOTOS if request.param == "narrowing" else -1)
    return 60.0 if request.param == "walking" else 0.0


def both(store: Store, wanted: Query, order: Order, walk_s: float, descending: bool) -> tuple[list[int], list[int]]:
    """The first photos, and the first of all of them."""
    every = store.read(lambda db: query.photo_ids(db, wanted, order, descending=descending))
    first = store.read(lambda db: first_ids(db, wanted, order, count=50, descending=descending, walk_s=walk_s))
    return list(first), list(every[:50])


@pytest.mark.parametrize("expanded", [None, (), EXPANDED], ids=["files", "shots", "some shots open"])
@pytest.mark.parametrize("text", SEARCHES)
def test_they_are_those_of_the_whole_search(
    store: Store, text: str, walk_s: float, expanded: tuple[int, ...] | None
) -> None:
    wanted = Query(text, query.parse(text).node, expanded)
    for descending in (False, True):
        first, every = both(store, wanted, Order.TAKEN, walk_s, descending)
        assert first == every


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", list(Order))
def test_so_they_are_in_any_order(store: Store, order: Order, descending: bool, walk_s: float) -> None:
    for text in ("", "camera:X3", "river -format:raw", "river rating:5", "is:unreadable", "has:box"):
        for expanded in (None, ()):
            wanted = Query(text, query.parse(text).node, expanded)
            first, every = both(store, wanted, order, walk_s, descending)
            assert first == every


def test_a_shot_is_found_by_each_of_its_files_and_shown_once(store: Store) -> None:
    """The same as a naive look at every photo that is found."""
    for text in ("", "river", "rating:5", "format:raw", "-has:tag label:thing3", "river rating>=3"):
        node = query.parse(text).node
        found = store.read(lambda db, n=node: list(query.photo_ids(db, Query("", n))))
        leader = dict(store.read(lambda db: db.execute("SELECT id, stack_id FROM photos").fetchall()))
        for expanded in ((), EXPANDED):
            closed = {each for each in found if leader[each] == each and each not in expanded}
            naive = [each for each in found if leader[each] in (None, each) or leader[each] not in closed]
            assert store.read(lambda db, n=node, e=expanded: list(query.photo_ids(db, Query("", n, e)))) == naive
            assert len(naive) < len(found) or len(found) < 500


def test_a_walk_may_be_ended_at_any_moment(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_STEPS_BETWEEN_LOOKS", 7)
    wanted = query.parse("river")
    asked = wanted.photos().of_each()
    every = store.read(lambda db: query.photo_ids(db, wanted, Order.TAKEN))

    def walk(db: Database, looks: int) -> None:
        left = iter(range(looks))
        with pytest.raises(Cancelled), patience.unless(db, lambda: next(left, None) is None):
            walking.with_text(db, along(TRUE, Order.TAKEN, descending=False), asked, 50, shots=False)
        db.execute(f"DROP TABLE IF EXISTS temp.{WALKED}")

    for looks in range(0, 300, 2):
        store.read(lambda db, looks=looks: walk(db, looks))
    assert store.read(lambda db: first_ids(db, wanted, Order.TAKEN, count=50, walk_s=60)) == every[:50]


def test_names_are_known_whoever_writes(store: Store) -> None:
    for change in (
        "UPDATE photos SET name = 'ÄB' || id || '.jpg' WHERE id < 20",
        "UPDATE photos SET name = name, rating = 3 WHERE id < 40",
        "DELETE FROM photos WHERE id > 2980",
        (
            "INSERT OR REPLACE INTO photos(id, folder_id, path, directory, name, state, bytes, mtime_ns, added_at)"
            " SELECT id, 1, path, directory, 'z' || name, 'ok', 1, 1, '' FROM photos WHERE id BETWEEN 60 AND 70"
        ),
    ):
        store.write(lambda db, change=change: db.conn.execute(change)).result()
        names = store.read(lambda db: db.execute("SELECT name, id FROM photos").fetchall())
        kept = store.read(lambda db: db.execute("SELECT key, photo_id FROM natural_names ORDER BY 1, 2").fetchall())
        assert kept == sorted((natural(name), photo_id) for name, photo_id in names)


def test_the_untagged_are_known_whoever_writes(store: Store) -> None:
    listed = "SELECT photo_id FROM untagged ORDER BY 1"
    counted = "SELECT id FROM photos WHERE NOT EXISTS (SELECT 1 FROM photo_tags WHERE photo_id = id AND removed = 0)"

    def of_both() -> tuple[list[tuple[int]], list[tuple[int]]]:
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
        found, expected = of_both()
        assert found == expected
        seen.add(len(found))
    assert len(seen) == 5
