"""The regions that a file names, over the photo and among the facts."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tagger.entities import (
    Box,
    Decision,
    LabelKind,
    Photo,
    PhotoFacts,
    PhotoId,
    PhotoState,
    Region,
    Suggestion,
    SuggestionId,
    TagPath,
)
from tagger.gui.review.facts import Facts, exposure_text, place_text
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer.file_regions import FROM_FILE
from tagger.gui.viewer.viewer import Viewer

FACE = Region("face", "Marie Curie", Box(0.25, 0.25, 0.25, 0.25), "mwg-rs")
OTHER = Region("object", "", Box(0.6, 0.25, 0.25, 0.25), "iptc")
FACTS = PhotoFacts(
    taken_at="2021-04-11T15:47:53.054-05:00",
    taken_offset="-05:00",
    exposure_s=1 / 391,
    f_number=1.8,
    iso=32,
    focal_mm=4.25,
    latitude=39.05134,
    longitude=-94.28877,
    altitude_m=260.6,
    regions=(FACE, OTHER),
)
PHOTO = Photo(PhotoId(1), "/p/a.jpg", "a.jpg", PhotoState.OK, 400, 300, "JPEG", facts=FACTS)


@pytest.fixture
def viewer(qtbot: QtBot) -> Viewer:
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(424, 424)
    viewer.show()
    viewer.show_photo(PHOTO)
    image = QImage(400, 300, QImage.Format.Format_RGB888)
    image.fill(QColor("#808080"))
    viewer.show_image(image)
    qtbot.waitUntil(viewer.view.is_sharp)
    return viewer


def drawn(viewer: Viewer, region: Region) -> bool:
    """Whether there is a light line where the left side of the region is."""
    box, picture = region.box, viewer.view.viewport().grab().toImage()
    edge = viewer.view.mapped_to_view(box.x, box.y + box.h / 2).toPoint()
    around = (picture.pixelColor(edge + QPoint(dx, 0)).name() for dx in (-2, -1, 0, 1, 2))
    return ON_PHOTO.text_strong in around


def test_regions_are_drawn_and_go_with_the_other_boxes(viewer: Viewer) -> None:
    assert drawn(viewer, FACE)
    assert drawn(viewer, OTHER)
    viewer.view.set_overlays_visible(False)
    assert not drawn(viewer, FACE)
    viewer.view.set_overlays_visible(True)
    assert FROM_FILE in viewer.view.backends
    viewer.view.hide_backends({FROM_FILE})
    assert not drawn(viewer, FACE)
    viewer.view.hide_backends(())
    assert drawn(viewer, FACE)
    viewer.show_photo(dataclasses.replace(PHOTO, id=PhotoId(2), facts=PhotoFacts()))
    assert FROM_FILE not in viewer.view.backends


def test_a_box_of_the_program_that_was_read_back_is_drawn_once(viewer: Viewer) -> None:
    own = Suggestion(
        SuggestionId(1), PhotoId(1), "onnx", "m", "woman", TagPath("People|marie curie"), 0.9, LabelKind.FACE,
        Decision.ACCEPTED, Box(0.252, 0.25, 0.25, 0.25),
    )  # fmt: skip
    viewer.view.set_suggestions([own])
    assert not drawn(viewer, FACE)
    assert drawn(viewer, OTHER)


def test_a_name_is_readable_within_the_photo_whatever_the_place(viewer: Viewer, qtbot: QtBot) -> None:
    corner = Region("face", "A name", Box(0.9, 0.9, 0.1, 0.1), "mwg-rs")
    bare = viewer.view.viewport().grab().toImage()
    viewer.view.set_regions([corner])
    named = viewer.view.viewport().grab().toImage()
    assert bare != named
    room = viewer.view.mapped_to_view(1, 1).toPoint()
    outside = [QPoint(x, y) for y in range(room.y() + 3, named.height()) for x in range(0, named.width(), 7)]
    assert all(named.pixelColor(spot) == bare.pixelColor(spot) for spot in outside)


def test_facts_are_written_as_photographers_do(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show_photo(PHOTO)
    shown = facts.shown()
    assert shown["Taken"].endswith("15:47 -05:00")
    assert shown["Exposure"] == "1/391 s · f/1.8 · ISO 32 · 4.3 mm"
    assert shown["Place"] == "39.0513° N, 94.2888° W · 261 m"
    assert shown["People"] == "Marie Curie"
    assert "Lens" not in shown
    assert exposure_text(PhotoFacts(exposure_s=0.4, f_number=11.0)) == "0.4 s · f/11"
    assert exposure_text(PhotoFacts(exposure_s=30.0)) == "30 s"
    assert exposure_text(PhotoFacts()) == place_text(PhotoFacts(latitude=1.0)) == ""
