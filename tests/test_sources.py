from __future__ import annotations

import os

import pytest

from tagger.entities import Decision, Detection, PhotoFacts, PhotoReading, Stamp, TagPath
from tagger.sources import sources
from tagger.store import Store, folders, photos, suggestions


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "library.tagger")
    yield opened
    opened.close()


def fill(store, *readings, root="/p"):
    return store.write(lambda db: photos.save_readings(db, folders.add_folder(db, root), readings)).result().added


def reading(path, *keywords, error=None):
    return PhotoReading(path, Stamp(1, 1), facts=PhotoFacts(keywords=tuple(map(TagPath, keywords))), error=error)


def places(store):
    return {source.key: source for source in store.read(sources)}


def test_an_empty_library_has_its_places_without_photos(store):
    found = places(store)
    assert list(found) == ["library", "folders", "review", "labels", "tags"]
    assert {source.count for source in found.values()} == {0}


def test_folders_count_what_lies_deeper(store):
    fill(store, reading("/p/a.jpg"), reading("/p/x/y/b.jpg"), reading("/p/x/y/c.jpg"), reading("/p/z/d.jpg"))
    (root,) = places(store)["folders"].children
    assert (root.title, root.count, root.query) == ("p", 4, 'folder:"/p"')
    assert [(child.title, child.count) for child in root.children] == [("x", 2), ("z", 1)]
    assert [(child.title, child.count) for child in root.children[0].children] == [("y", 2)]


@pytest.mark.parametrize("root", ["/", "/p/", os.fsdecode(b"/caf\xe9")])
def test_odd_roots_have_an_end(store, root):
    fill(store, reading(os.path.join(root, "x", "a.jpg")), root=root)
    (found,) = places(store)["folders"].children
    assert found.count == 1
    found.title.encode()


def test_tags_form_a_tree(store):
    fill(store, reading("/p/a.jpg", "Animal|Dog", "Animal"), reading("/p/b.jpg", "Animal|Cat|Tom"))
    tags = places(store)["tags"]
    assert tags.count == 2
    (animal,) = tags.children
    assert (animal.title, animal.count) == ("Animal", 1)
    assert [(child.title, child.count) for child in animal.children] == [("Cat", 1), ("Dog", 1)]


def test_labels_and_review_count_photos_that_wait(store):
    ids = fill(store, reading("/p/a.jpg"), reading("/p/b.jpg"))

    def suggest(db):
        for label, hidden in (("dog", False), ("noise", True)):
            found = Detection(label, 0.9)
            number = suggestions.ensure_label(db, "one", found, TagPath(label), hidden=hidden)
            for photo_id in [*ids, ids[0]]:
                suggestions.insert(db, photo_id, number, found, operation="r", model="m", decision=Decision.SUGGESTED)

    store.write(suggest).result()
    found = places(store)
    assert found["review"].count == 2
    assert [(child.title, child.count) for child in found["labels"].children] == [("dog", 2)]


def test_trouble_is_listed_only_where_there_is_some(store):
    (broken,) = fill(store, reading("/p/a.jpg", error="broken"))
    assert places(store)["unreadable"].count == 1
    store.write(lambda db: photos.mark_missing(db, [broken])).result()
    assert "unreadable" not in places(store)
    assert places(store)["missing"].count == 1
