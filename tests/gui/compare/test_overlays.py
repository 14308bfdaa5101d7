from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageOps
from PySide6.QtGui import QColor, QImage

from tagger.gui.compare.overlays import difference, peaking, turned
from tagger.gui.viewer.loader import picture_of

RED = QColor(255, 0, 0)


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def noise(width: int = 40, height: int = 24) -> Image.Image:
    random = np.random.default_rng(7)
    return Image.fromarray(random.integers(0, 255, (height, width, 3), dtype=np.uint8))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_pillow_turns_it(orientation: int) -> None:
    image = noise()
    image.getexif()[0x0112] = orientation
    expected = np.asarray(ImageOps.exif_transpose(image))
    assert np.array_equal(pixels(turned(picture_of(image), orientation)), expected)


def test_only_what_differs_is_coloured() -> None:
    one = Image.new("RGB", (60, 40), (120, 120, 120))
    other = one.copy()
    other.paste((200, 40, 40), (10, 10, 20, 20))
    found = pixels(difference(picture_of(one), picture_of(other), RED)).astype(int)
    red = found[..., 0] - found[..., 1] > 100
    assert red[10:20, 10:20].all()
    assert red.sum() == 100


def test_a_copy_of_another_size_differs_in_nothing() -> None:
    large = Image.linear_gradient("L").convert("RGB")
    small = large.resize((64, 64), Image.Resampling.BOX)
    found = pixels(difference(picture_of(large), picture_of(small), RED)).astype(int)
    assert found.shape == (64, 64, 3)
    assert (found[..., 0] - found[..., 1]).max() < 20


def test_only_sharp_edges_are_marked() -> None:
    grey = np.zeros((40, 80), np.uint8)
    grey[:, 20:] = 200  # an edge
    grey[:, 40:] = np.linspace(200, 0, 40).astype(np.uint8)  # a soft one
    found = pixels(peaking(picture_of(Image.fromarray(grey)), RED)).astype(int)
    red = found[..., 0] - found[..., 1] > 50
    assert red[5:-5, 19:21].all()
    assert not red[:, 42:].any()
