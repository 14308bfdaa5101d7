"""Which boxes and origins the sidecars of photos tell of, and when they are due."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tagger.entities import Box, Decision, Detection, LabelKind, PhotoId, PhotoReading, Stamp, SuggestionId, TagPath
from tagger.metadata.frames import stored
from tagger.review import boxes, sidecar_changes, sidecars, undo
from tagger.review.decisions import decide
from tagger.review.sidecar_changes import Options
from tagger.store import Store, folders, photos, suggestions

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
