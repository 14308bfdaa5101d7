"""What keepers are given of their copies, and that undo takes exactly that away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tagger.duplicates.search import Options
from tagger.entities import Box, Decision, TagPath
from tagger.metadata.frames import shown
from tagger.store import file_facts, suggestions
from tests.duplicates.test_cleanup import files, number


@pytest.fixture
def pair(app, folder):
    """Ids of a photo and of the copy that will go."""
    return number(app, folder / "coffee.png"), number(app, folder / "copies" / "coffee small.jpg")


def known(app, photo_id):
    [photo] = [photo for photo in app.photos() if photo.id == photo_id]
    return photo


def boxes(app, photo_id):
    found = app.store.read(lambda db: suggestions.of_photo(db, photo_id))
    return {(each.tag, each.decision): each.box for each in found if each.box is not None}


def give_place(app, photo_id, latitude, longitude):
    sql = "UPDATE photos SET latitude = ?, longitude = ? WHERE id = ?"
    app.store.write(lambda db: db.execute(sql, (latitude, longitude, photo_id))).result()


def test_a_keeper_without_a_place_gets_that_of_its_copy(app, folder, pair):
    keeper, copy = pair
    give_place(app, copy, -33.856784, 151.215297)
    before = files(folder)
    assert app.clean_up(app.cleanup_plan()).merged == {keeper}
    facts = known(app, keeper).facts
    assert (facts.latitude, facts.longitude) == (-33.856784, 151.215297)
    text = (folder / "coffee.png.xmp").read_text("utf-8")
    assert "33,51.407040S" in text
    assert "151,12.917820E" in text
    app.index([str(folder)])
    facts = known(app, keeper).facts
    assert (facts.latitude, facts.longitude) == pytest.approx((-33.856784, 151.215297), abs=1e-7)
    app.undo()
    assert files(folder) == before
    assert known(app, keeper).facts.latitude is None
    assert list(app.export_sidecars()) == [], "nothing is left to be written"


def test_a_keeper_with_a_place_keeps_it(app, pair):
    keeper, copy = pair
    give_place(app, copy, 1.0, 2.0)
    give_place(app, keeper, 52.5, 13.4)
    app.clean_up(app.cleanup_plan())
    assert known(app, keeper).facts.latitude == 52.5


def test_what_is_rejected_does_not_come_and_what_is_undecided_is_accepted(app, pair):
    keeper, copy = pair
    place = Box(0.2, 0.2, 0.4, 0.4)

    def add(db):
        for tag, decision, photo_id in (
            ("cup", "accepted", copy),
            ("cup", "suggested", keeper),
            ("spoon", "accepted", copy),
            ("spoon", "rejected", keeper),
            ("plate", "rejected", copy),
            ("saucer", "suggested", copy),
        ):
            db.execute(
                "INSERT OR IGNORE INTO labels (backend, name, tag, kind) VALUES ('robot', ?, ?, 'object')", (tag, tag)
            )
            db.execute(
                "INSERT INTO suggestions (photo_id, label_id, operation, model, confidence, x, y, w, h, decision)"
                " SELECT ?, id, '', 'm', 0.9, ?, ?, ?, ?, ? FROM labels WHERE name = ? AND backend = 'robot'",
                (photo_id, place.x, place.y, place.w, place.h, decision, tag),
            )

    app.store.write(add).result()
    app.tag([copy], add=[TagPath("cup"), TagPath("spoon")])
    before = boxes(app, keeper)
    app.clean_up(app.cleanup_plan())
    assert boxes(app, keeper).keys() == {("cup", Decision.ACCEPTED), ("spoon", Decision.REJECTED)}
    assert known(app, keeper).tags == ("cup",)
    app.undo()
    assert boxes(app, keeper) == before
    assert known(app, keeper).tags == ()


def test_named_faces_in_the_file_of_a_copy_come_as_boxes(app, folder, pair):
    keeper, copy = pair

    def add(db):
        rows = [("face", "Anna", 0.1), ("face", "", 0.3), ("focus", "x", 0.5), ("face", "Ben", 0.7)]
        for kind, name, x in rows:
            values = (copy, kind, name, x, 0.1, 0.2, 0.2, "mwg-rs")
            db.execute("INSERT INTO photo_regions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        db.execute("INSERT INTO photo_regions VALUES (?, 'face', 'Ben', 0.71, 0.1, 0.2, 0.2, 'MP')", (keeper,))

    app.store.write(add).result()
    app.clean_up(app.cleanup_plan())
    assert boxes(app, keeper) == {("People|Anna", Decision.ACCEPTED): Box(0.1, 0.1, 0.2, 0.2)}
    assert known(app, keeper).tags == ("People|Anna",)
    assert "Anna" in (folder / "coffee.png.xmp").read_text("utf-8")
    app.undo()
    assert known(app, keeper).tags == ()
    assert app.store.read(lambda db: file_facts.regions_of(db, [copy]))[copy][0].name == "Anna"


def test_boxes_of_turned_copies_turn_with_them(app, folder):
    """Each copy is made by Pillow so that, shown in one orientation, it looks like the photo; its box goes along."""
    undone_by = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Pillow's names of what undoes the orientations
    places = {turn: Box(0.1 + turn / 20, 0.2, 0.3, 0.15 - turn / 100) for turn in undone_by}
    with Image.open(folder / "coffee.png") as image:
        small = image.convert("RGB").resize((300, 200))
    for turn, transpose in undone_by.items():
        small.transpose(Image.Transpose(transpose)).save(folder / f"turned {turn}.jpg", quality=85)
    app.index([str(folder)])
    keeper = number(app, folder / "coffee.png")
    turns = {link.photo_id: link.turn for group in app.duplicate_groups() for link in group.links}
    for turn, place in places.items():
        copy = number(app, folder / f"turned {turn}.jpg")
        assert turns[copy] == turn, "placed at once, with its orientation"
        app.draw_box(copy, shown(place, {6: 8, 8: 6}.get(turn, turn)), TagPath(f"Cup {turn}"))
    app.clean_up(app.cleanup_plan(only_clear=False))
    found = boxes(app, keeper)
    for turn, place in places.items():
        assert found[f"Cup {turn}", Decision.ACCEPTED].iou(place) > 0.999


def test_a_search_tells_the_orientation_as_placing_does(app, folder):
    for turn, transpose in ((6, Image.Transpose.ROTATE_90), (5, Image.Transpose.TRANSPOSE)):
        with Image.open(folder / "coffee.png") as image:
            image.convert("RGB").resize((300, 200)).transpose(transpose).save(folder / f"turned{turn}.jpg")
    app.index([str(folder)])
    placed = {link.photo_id: link.turn for group in app.duplicate_groups() for link in group.links}
    found = app.find_duplicates(Options(8, crops=False))
    assert {link.photo_id: link.turn for group in found for link in group.links} == placed
    names = {Path(path).stem: i for i, path in app.paths(list(placed)).items()}
    assert {name: placed[i] for name, i in names.items() if name.startswith("turned")} == {"turned6": 6, "turned5": 5}
