from __future__ import annotations

import os

import pytest

from tagger.entities import PhotoFacts, PhotoReading, PhotoState, Stamp, TagPath
from tagger.store import Store, folders, photos, tags
from tagger.store.paths import display_name, from_db, to_db
from tagger.store.tags import Origin, Tagging


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "library.tagger")
    yield opened
    opened.close()


def do(store, fn, *args, **more):
    return store.write(lambda db: fn(db, *args, **more)).result()


def save(store, *readings):
    return do(store, lambda db: photos.save_readings(db, folders.add_folder(db, "/p"), readings))


def reading(path="/p/a.jpg", *keywords, **more):
    facts = PhotoFacts(keywords=tuple(map(TagPath, keywords)))
    return PhotoReading(path, Stamp(1, 2), facts=facts, **more)


def tagged(store, photo_id=1):
    return store.read(lambda db: tags.tags_of(db, [photo_id])).get(photo_id, ())


@pytest.mark.parametrize(
    "name", [b"plain.jpg", "Ünïcödé 🦊.jpg".encode(), b"caf\xe9\xff.jpg", b"new\nline.jpg", b"%_'\".jpg"]
)
def test_every_name_comes_back_as_it_was(store, name):
    path = os.fsdecode(b"/p/d\xefr/" + name)
    assert from_db(to_db(path)) == path
    ids = save(store, reading(path)).ids
    photo_id = ids[path]
    assert store.read(lambda db: photos.path_of(db, photo_id)) == path
    assert store.read(lambda db: photos.id_of(db, path)) == photo_id
    assert store.read(lambda db: photos.photo(db, photo_id)).path == path
    assert list(store.read(lambda db: photos.known_in(db, os.path.dirname(path)))) == [path]
    assert store.read(lambda db: photos.known_directories(db, "/p")) == [os.path.dirname(path)]
    display_name(path).encode()
    assert save(store, reading(path)).changed == [photo_id]


def test_numbers_keep_all_their_bits(store):
    hashes = [0, 1, (1 << 63) - 1, 1 << 63, (1 << 64) - 1]
    saved = save(store, *(reading(f"/p/{i}.jpg", phash=value) for i, value in enumerate(hashes)))
    assert [photo.phash for photo in store.read(lambda db: list(photos.photos(db, saved.added)))] == hashes


def test_times_beyond_the_reach_of_the_database_do_not_stop_an_index(store):
    late = PhotoReading("/p/late.jpg", Stamp(1, 13_569_465_600 * 10**9), sidecar_stamp=Stamp(1, -(1 << 70)))
    save(store, late, reading("/p/b.jpg"))
    assert len(store.read(lambda db: photos.known_in(db, "/p"))) == 2


def test_roots_within_roots_become_one(store):
    inner = do(store, folders.add_folder, "/p/inner")
    saved = do(store, photos.save_readings, inner, [reading("/p/inner/a.jpg")])
    assert do(store, folders.add_folder, "/p/inner/deeper") == inner
    beside = do(store, folders.add_folder, "/p/inner2")
    outer = do(store, folders.add_folder, "/p")
    assert outer not in (inner, beside)
    assert store.read(folders.folders) == ["/p"]
    assert store.read(lambda db: photos.photo(db, saved.added[0])) is not None
    assert do(store, folders.add_folder, "/p") == outer
    assert store.read(folders.directory_counts) == {"/p/inner": 1}


def test_keywords_of_the_file_come_and_go_with_it(store):
    save(store, reading("/p/a.jpg", "Animal|Dog", "Sky"))
    assert tagged(store) == ("Animal|Dog", "Sky")
    save(store, reading("/p/a.jpg", "Sky", "Sea"))
    assert tagged(store) == ("Sea", "Sky")
    assert store.read(tags.tag_counts) == [("Sea", 1), ("Sky", 1)]


def test_spelling_by_case_alone_is_the_same_tag(store):
    save(store, reading("/p/a.jpg", "Straße", "STRASSE", "straße"))
    assert len(tagged(store)) == 1
    assert store.read(lambda db: tags.find_tag(db, "STRAssE")) == 1


def test_what_was_removed_stays_removed_whatever_the_file_says(store):
    save(store, reading("/p/a.jpg", "Sky"))
    do(store, tags.set_tagging, 1, 1, Tagging(Origin.FILE, removed=True))
    for keywords in (["Sky"], [], ["sky"]):
        save(store, reading("/p/a.jpg", *keywords))
        assert tagged(store) == ()
        assert store.read(lambda db: tags.removed_tags_of(db, [1])) == {1: ("Sky",)}


def test_what_the_user_added_outlives_the_file(store):
    save(store, reading("/p/a.jpg"))
    do(store, lambda db: tags.set_tagging(db, 1, tags.ensure_tag(db, TagPath("Mine")), Tagging(Origin.USER, False)))
    save(store, reading("/p/a.jpg", "Mine"))
    save(store, reading("/p/a.jpg"))
    assert tagged(store) == ("Mine",)


def test_missing_photos_come_back_as_they_were(store):
    saved = save(store, reading("/p/a.jpg"), reading("/p/b.jpg", error="broken"))
    do(store, photos.mark_missing, saved.added)
    states = lambda: [photo.state for photo in store.read(lambda db: list(photos.photos(db, saved.added)))]  # noqa: E731
    assert states() == [PhotoState.MISSING] * 2
    do(store, photos.mark_present, saved.added)
    assert states() == [PhotoState.OK, PhotoState.UNREADABLE]


def test_tags_of_photos_that_are_gone_are_passed_over(store):
    do(store, lambda db: tags.set_taggings(db, [(77, tags.ensure_tag(db, TagPath("X")), Tagging(Origin.USER, False))]))
    assert store.read(tags.all_tags) == []
