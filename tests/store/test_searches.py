"""Saved searches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.sources import sources
from tagger.store import Store, searches


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "library.tagger")
    yield store
    store.close()


def titles(store: Store) -> list[str]:
    return [each.title for each in store.read(searches.saved)]


def test_saved_in_order_and_replaced_by_name(store: Store) -> None:
    for title in ("Best", "Dogs", " Sea "):
        store.write(lambda db, title=title: searches.save(db, title, f"name:{title.strip()}")).result()
    assert titles(store) == ["Best", "Dogs", "Sea"]
    store.write(lambda db: searches.save(db, "DOGS", "tag:dog")).result()
    assert [(each.title, each.query) for each in store.read(searches.saved)][1] == ("DOGS", "tag:dog")
    assert titles(store) == ["Best", "DOGS", "Sea"]


def test_without_a_name_it_is_called_what_it_asks_for(store: Store) -> None:
    assert store.write(lambda db: searches.save(db, "  ", "is:untagged")).result().title == "is:untagged"


def test_moved_renamed_deleted_and_brought_back(store: Store) -> None:
    made = [store.write(lambda db, t=t: searches.save(db, t, t)).result().id for t in "abc"]
    store.write(lambda db: searches.move(db, made[2], -1)).result()
    assert titles(store) == ["a", "c", "b"]
    store.write(lambda db: searches.move(db, made[0], 9)).result()
    assert titles(store) == ["c", "b", "a"]
    store.write(lambda db: searches.rename(db, made[1], "Bee")).result()
    store.write(lambda db: searches.rename(db, made[2], "  ")).result()
    assert titles(store) == ["c", "Bee", "a"]
    gone = store.write(lambda db: searches.delete(db, made[1])).result()
    assert titles(store) == ["c", "a"]
    assert gone is not None
    store.write(lambda db: searches.restore(db, gone)).result()
    assert titles(store) == ["c", "Bee", "a"]
    assert store.write(lambda db: searches.delete(db, 99)).result() is None
    store.write(lambda db: searches.move(db, 99, 1)).result()


def test_they_are_sources_with_counts(store: Store) -> None:
    assert "searches" not in {source.key for source in store.read(sources)}
    made = store.write(lambda db: searches.save(db, "Best", "rating>=4")).result()
    store.write(lambda db: searches.save(db, "Of an earlier version", "gone:x")).result()
    [place] = [source for source in store.read(sources) if source.key == "searches"]
    assert [(each.key, each.title, each.query, each.count) for each in place.children] == [
        (f"search:{made.id}", "Best", "rating>=4", 0),
        (f"search:{made.id + 1}", "Of an earlier version", "gone:x", 0),
    ]
