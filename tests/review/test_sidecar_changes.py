"""Which boxes and origins the sidecars of photos tell of, and when they are due."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tagger.entities import (
    Box,
    Decision,
    Detection,
    LabelKind,
    PhotoFacts,
    PhotoId,
    PhotoReading,
    Stamp,
    SuggestionId,
    TagPath,
)
from tagger.metadata.frames import stored
from tagger.review import boxes, sidecar_changes, sidecars, tagging, undo, values
from tagger.review.decisions import decide
from tagger.review.sidecar_changes import Options
from tagger.store import Store, folders, photos, suggestions
from tagger.store.values import PhotoField

BOX = Box(0.1, 0.2, 0.3, 0.4)
PHOTO = PhotoId(1)


@pytest.fixture
def store(tmp_path: Path):
    opened = Store.open(tmp_path / "library.tagger")
    reading = PhotoReading("/p/a.jpg", Stamp(1, 1), width=600, height=800, orientation=6)
    opened.write(lambda db: photos.save_readings(db, folders.add_folder(db, "/p"), [reading])).result()
    yield opened
    opened.close()


def suggest(store: Store, tag: str, kind: LabelKind, *, label: str = "x", box: Box | None = BOX) -> SuggestionId:
    def make(db):
        seen = Detection(label, 0.75, kind, box=box)
        label_id = suggestions.ensure_label(db, "one", seen, TagPath(tag), hidden=False)
        suggestions.insert(db, PHOTO, label_id, seen, operation="r", model="m1", decision=Decision.SUGGESTED)
        return SuggestionId(db.conn.execute("SELECT max(id) FROM suggestions").fetchone()[0])

    return store.write(make).result()


def accept(store: Store, *ids: SuggestionId) -> None:
    store.write(lambda db: decide(db, ids, Decision.ACCEPTED)).result()


def change(store: Store, options: Options = sidecar_changes.STANDARD):
    return store.read(lambda db: sidecar_changes.changes(db, [PHOTO], options))[PHOTO]


def told(store: Store, options: Options = sidecar_changes.STANDARD) -> list[tuple[str, str, str]]:
    return [(r.schema, r.kind, r.name) for r in change(store, options).regions]


def settle(store: Store) -> None:
    store.write(lambda db: db.conn.execute("DELETE FROM sidecars_due")).result()


def due(store: Store) -> bool:
    return store.read(sidecars.due) == [PHOTO]


def test_faces_and_named_people_are_faces_and_things_are_not(store: Store) -> None:
    accept(
        store,
        suggest(store, "People", LabelKind.FACE, label="face"),
        suggest(store, "People|Ada Lovelace", LabelKind.CELEBRITY, label="ada"),
        suggest(store, "People", LabelKind.OBJECT, label="person"),
        suggest(store, "Animal|Dog", LabelKind.OBJECT, label="dog"),
        suggest(store, "Scene|Beach", LabelKind.SCENE, label="beach", box=None),
    )
    suggest(store, "Animal|Cat", LabelKind.OBJECT, label="cat")
    store.write(lambda db: boxes.draw(db, PHOTO, BOX, TagPath("People|Jane / Doe, Dr."))).result()
    things = [("iptc", "object", "People"), ("iptc", "object", "Dog")]
    assert told(store) == [
        ("mwg-rs", "face", ""),
        ("mwg-rs", "face", "Ada Lovelace"),
        *things,
        ("mwg-rs", "face", "Jane - Doe Dr."),
    ]
    both = told(store, Options(objects_as_mwg=True))
    assert ("mwg-rs", "object", "Dog") in both
    assert len(both) == 7


def test_boxes_are_told_in_the_frame_of_the_stored_image(store: Store) -> None:
    accept(store, suggest(store, "Animal|Dog", LabelKind.OBJECT))
    found = change(store)
    assert found.size == (800, 600)
    assert found.regions[0].box == stored(BOX, 6)


def test_provenance_only_where_it_is_wanted(store: Store) -> None:
    accept(store, suggest(store, "Animal|Dog", LabelKind.OBJECT, label="dog"))
    store.write(lambda db: boxes.draw(db, PHOTO, BOX, TagPath("Animal|Cat"))).result()
    assert change(store).provenance is None
    assert change(store).regions[0].confidence is None
    [origin] = change(store, Options(provenance=True)).provenance
    assert (origin.tag, origin.backend, origin.model, origin.confidence) == ("Animal|Dog", "one", "m1", 0.75)
    assert origin.decision == "accepted"
    assert origin.when.startswith("20")
    assert change(store, Options(provenance=True)).regions[0].confidence == 0.75


def test_a_second_box_of_a_tag_and_each_change_of_a_box_make_the_sidecar_due(store: Store) -> None:
    first, second = (suggest(store, "Animal|Dog", LabelKind.OBJECT, label="dog") for _ in range(2))
    accept(store, first)
    settle(store)
    accept(store, second)
    assert due(store), "the photo has the tag already, but the sidecar not the box"
    settle(store)
    store.write(lambda db: boxes.move(db, second, replace(BOX, x=0.5))).result()
    assert due(store)
    settle(store)
    undo.undo(store)
    assert due(store)
    settle(store)
    store.write(lambda db: boxes.delete(db, [second])).result()
    assert due(store)
    assert len(told(store)) == 1


def test_who_waits_no_longer_is_seen_at_a_glance_as_it_is_by_a_closer_look(store: Store) -> None:
    facts = PhotoFacts(keywords=(TagPath("Sea"),))
    readings = [PhotoReading(f"/p/{n}.jpg", Stamp(1, 1), facts=facts) for n in range(7)]
    store.write(lambda db: photos.save_readings(db, folders.add_folder(db, "/p"), readings)).result()
    _first, plain, tagged, removed, rated, boxed, written, back = store.read(photo_ids)

    def change_each(db) -> None:
        tagging.change_tags(db, [tagged, written], add=[TagPath("Mine")])
        tagging.change_tags(db, [removed], remove=[TagPath("Sea")])
        values.set_value(db, [rated, back], PhotoField.RATING, 3)
        values.set_value(db, [back], PhotoField.RATING, None)
        boxes.draw(db, boxed, BOX, TagPath("Sea"))
        db.conn.execute(
            "INSERT INTO written_tags (photo_id, tag_id) SELECT photo_id, tag_id FROM photo_tags"
            " JOIN tags ON id = tag_id WHERE photo_id = ? AND path = 'Mine'",
            (written,),
        )
        db.conn.execute("INSERT OR IGNORE INTO sidecars_due SELECT id FROM photos")

    store.write(change_each).result()
    everyone = store.read(photo_ids)
    wait = store.read(lambda db: sidecar_changes.pending(db, everyone))
    assert {tagged, removed, rated, boxed} <= wait
    assert plain not in wait
    assert written not in wait
    store.write(lambda db: sidecar_changes.no_longer_due(db, everyone)).result()
    assert set(store.read(sidecars.due)) == wait


def photo_ids(db) -> list[PhotoId]:
    return [PhotoId(each) for (each,) in db.conn.execute("SELECT id FROM photos ORDER BY id")]
