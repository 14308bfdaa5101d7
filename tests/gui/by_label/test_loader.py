from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtTest import QSignalSpy

from tagger.entities import Box, PhotoId, PhotoState, SuggestionId
from tagger.gui.by_label.loader import CropLoader
from tagger.imaging.thumbnails import encode_thumbnail
from tagger.review.by_label import Shown

pytestmark = pytest.mark.usefixtures("qapp")
SIDE_PX = 200


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.jpg"
    image = Image.new("RGB", (2000, 1000), (0, 0, 200))
    image.paste((200, 0, 0), (100, 100, 200, 200))
    image.save(path)
    return path, encode_thumbnail(image)


@pytest.fixture
def loader(photo):
    loader = CropLoader(lambda photo_id: photo[1] if photo_id == 1 else None, budget_bytes=1_000_000)
    yield loader
    loader.stop()


def shown(number, path, box=None, photo_id=1, state=PhotoState.OK):
    return Shown(SuggestionId(number), PhotoId(photo_id), str(path), "n", state, 2000, 1000, 0.5, "b", box)


SMALL = Box(0.05, 0.1, 0.05, 0.1)


def test_a_small_box_is_shown_soft_first_and_sharp_then(qtbot, loader, photo):
    spy = QSignalSpy(loader.ready)
    loader.want([shown(1, photo[0], SMALL)], 1, SIDE_PX)
    qtbot.waitUntil(lambda: spy.count() >= 2 and not loader.busy())
    pixmap = loader.find(1, SIDE_PX)
    assert pixmap.width() == pytest.approx(130, abs=2)  # of the photo: its thumbnail has 34 px there
    assert pixmap.toImage().pixelColor(65, 65).red() > 150


def test_no_photo_is_opened_for_what_is_not_on_screen(qtbot, loader, photo):
    loader.want([shown(1, photo[0]), shown(2, "/nothing", SMALL)], 1, SIDE_PX)
    qtbot.waitUntil(lambda: loader.find(2, SIDE_PX) is not None and not loader.busy())
    assert 0 < loader.find(2, SIDE_PX).width() < 60


def test_a_photo_that_is_gone_leaves_what_its_thumbnail_gave(qtbot, loader):
    loader.want([shown(1, "/nothing", SMALL), shown(2, "/nothing", photo_id=2)], 2, SIDE_PX)
    qtbot.waitUntil(lambda: not loader.busy())
    assert loader.find(1, SIDE_PX).width() > 0
    assert loader.find(2, SIDE_PX).isNull()


def test_memory_is_bounded_and_late_crops_are_dropped(qtbot, loader, photo):
    many = [shown(number, photo[0]) for number in range(1, 60)]
    loader.want(many, 0, SIDE_PX)
    qtbot.waitUntil(lambda: loader.find(59, SIDE_PX) is not None)
    assert loader.used_bytes <= 1_000_000
    assert loader.find(1, SIDE_PX) is None
    loader.want([shown(99, photo[0])], 1, SIDE_PX)
    loader._start()
    loader.forget()
    qtbot.wait(150)
    assert loader.find(99, SIDE_PX) is None
