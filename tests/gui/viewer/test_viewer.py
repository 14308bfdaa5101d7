from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tagger.entities import Photo, PhotoFacts, PhotoId, PhotoState
from tagger.gui.viewer.caption import ElidedLabel, date_text
from tagger.gui.viewer.viewer import Viewer


def photo(number: int = 1, state: PhotoState = PhotoState.OK, error: str | None = None) -> Photo:
    facts = PhotoFacts(taken_at="2024-06-01T14:22:10")
    name = f"heron {number}.jpg"
    return Photo(PhotoId(number), f"/photos/{name}", name, state, 640, 480, facts=facts, error=error)


def words(viewer: Viewer) -> str:
    """All words that can be read in the viewer."""
    return "\n".join(label.text() for label in viewer.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def viewer(qtbot: QtBot) -> Viewer:
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(800, 600)
    viewer.show()
    return viewer


def test_without_a_photo_it_says_what_to_do(viewer: Viewer) -> None:
    assert "Choose a photo in the grid" in words(viewer)


def test_the_caption_names_photo_place_and_date(viewer: Viewer) -> None:
    viewer.show_photo(photo())
    viewer.show_position(12, 12408)
    assert viewer.caption.name.text() == "heron 1.jpg"
    assert viewer.caption.position.text().startswith("12 of 12")
    assert "2024" in viewer.caption.date.text()


def test_loading_is_said_only_after_a_while_and_ends_with_the_image(viewer: Viewer, qtbot: QtBot, shared: Path) -> None:
    image = QImage(str(next((shared / "coco" / "images").glob("*.jpg"))))
    viewer.show_photo(photo())
    viewer.show_thumbnail(image.scaledToWidth(128))
    assert "Loading…" not in words(viewer)
    qtbot.waitUntil(lambda: "Loading…" in words(viewer), timeout=2000)
    assert viewer.view.photo_image.width() == 128
    viewer.show_image(image)
    assert "Loading…" not in words(viewer)
    qtbot.waitUntil(lambda: viewer.view.photo_image.width() == image.width())


def test_a_late_image_of_no_photo_is_ignored(viewer: Viewer) -> None:
    viewer.show_photo(photo())
    viewer.show_nothing()
    viewer.show_image(QImage(64, 48, QImage.Format.Format_RGB32))
    assert viewer.view.photo_image.isNull()


def test_an_unreadable_photo_says_why_and_what_to_do(viewer: Viewer) -> None:
    viewer.show_photo(photo(state=PhotoState.UNREADABLE, error="The file ends after 12 kB. Please copy it again."))
    assert "This photo cannot be read" in words(viewer)
    assert "The file ends after 12 kB. Please copy it again." in words(viewer)
    assert "copy it again" in words(viewer)
    viewer.show_photo(photo(2))
    viewer.show_image(QImage(64, 48, QImage.Format.Format_RGB32))
    assert "cannot be read" not in words(viewer)


def test_a_missing_photo_names_the_place_where_it_was(viewer: Viewer) -> None:
    viewer.show_photo(photo(state=PhotoState.MISSING))
    assert "/photos/heron 1.jpg" in words(viewer)
    assert "Connect the drive" in words(viewer)


def test_the_same_photo_told_again_keeps_its_image(viewer: Viewer) -> None:
    viewer.show_photo(photo())
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0)
    viewer.show_image(image)
    viewer.show_photo(photo())
    assert not viewer.view.photo_image.isNull()


def test_a_long_name_is_shortened_and_explained(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.setText("a very long name of a photo.jpg")
    assert "…" in label.shown_text()
    assert label.toolTip() == "a very long name of a photo.jpg"
    label.setText("a")
    assert label.toolTip() == ""


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        (None, ""),
        ("", ""),
        ("yesterday", "yesterday"),
        ("2024-06-01", "1 Jun 2024"),
        ("0000-00-00T00:00:00", "0000-00-00T00:00:00"),
    ],
)
def test_dates_are_written_for_people_and_nonsense_is_kept(iso: str | None, shown: str) -> None:
    assert date_text(iso) == shown
