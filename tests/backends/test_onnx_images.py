from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tagger.backends.onnx import centerface, efficientnet, nanodet
from tagger.backends.onnx.images import centred, cornered, draw, planes
from tagger.entities import Box

SIZES = st.tuples(st.integers(1, 9000), st.integers(1, 9000))
FRACTIONS = st.floats(0, 1, width=32)


def test_centred_landscape_by_hand() -> None:
    letterbox = centred((640, 480), 416)
    assert (letterbox.left, letterbox.top, letterbox.width, letterbox.height) == (0, 52, 416, 312)
    assert letterbox.box(104, 130, 312, 286) == Box(0.25, 0.25, 0.5, 0.5)


def test_centred_upscales_a_small_photo() -> None:
    letterbox = centred((10, 20), 416)
    assert (letterbox.left, letterbox.top, letterbox.width, letterbox.height) == (104, 0, 208, 416)


def test_cornered_cuts_the_canvas_to_what_holds_the_photo() -> None:
    letterbox = cornered((640, 427), 640, 32)
    assert (letterbox.canvas, letterbox.left, letterbox.top) == ((640, 448), 0, 0)
    assert (letterbox.width, letterbox.height) == (640, 427)


@given(SIZES, st.tuples(FRACTIONS, FRACTIONS, FRACTIONS, FRACTIONS))
def test_letterbox_round_trip(size: tuple[int, int], corners: tuple[float, float, float, float]) -> None:
    left, right = sorted(corners[:2])
    top, bottom = sorted(corners[2:])
    for letterbox in (centred(size, nanodet.SIDE_PX), cornered(size, centerface.SIDE_PX, centerface.MULTIPLE_PX)):
        box = letterbox.box(
            letterbox.left + left * letterbox.width,
            letterbox.top + top * letterbox.height,
            letterbox.left + right * letterbox.width,
            letterbox.top + bottom * letterbox.height,
        )
        expected = (left, top, right - left, bottom - top)
        assert (box.x, box.y, box.w, box.h) == pytest.approx(expected, abs=1e-6)


@given(SIZES)
def test_letterbox_stays_on_its_canvas(size: tuple[int, int]) -> None:
    for letterbox in (centred(size, 416), cornered(size, 640, 32)):
        assert letterbox.width >= 1
        assert letterbox.height >= 1
        assert letterbox.left >= 0
        assert letterbox.top >= 0
        assert letterbox.left + letterbox.width <= letterbox.canvas[0]
        assert letterbox.top + letterbox.height <= letterbox.canvas[1]


def test_box_outside_the_photo_is_clipped() -> None:
    assert centred((200, 100), 416).box(-50, 0, 1000, 416) == Box(0, 0, 1, 1)


def test_draw_leaves_the_rest_black() -> None:
    letterbox = centred((20, 10), 40)
    drawn = draw(Image.new("RGB", (20, 10), "white"), letterbox)
    assert drawn.size == (40, 40)
    assert drawn.getpixel((20, 9)) == (0, 0, 0)
    assert drawn.getpixel((20, 10)) == (255, 255, 255)
    assert drawn.getpixel((20, 29)) == (255, 255, 255)
    assert drawn.getpixel((20, 30)) == (0, 0, 0)


def test_planes_keep_order_and_values() -> None:
    image = Image.new("RGB", (3, 2), (10, 20, 30))
    image.putpixel((2, 1), (1, 2, 3))
    array = planes(image)
    assert array.shape == (3, 2, 3)
    assert array.dtype == np.float32
    assert array[:, 0, 0].tolist() == [10, 20, 30]
    assert array[:, 1, 2].tolist() == [1, 2, 3]


def ramp(width: int, height: int) -> Image.Image:
    """A photo that is 0 at the left and 255 at the right (or from top to bottom, if it is higher than wide)."""
    gradient = Image.linear_gradient("L")
    return (gradient.rotate(90) if width >= height else gradient).resize((width, height)).convert("RGB")


@pytest.mark.parametrize("size", [(448, 224), (224, 448)])
def test_views_are_the_whole_and_three_squares(size: tuple[int, int]) -> None:
    views = efficientnet.prepare(ramp(*size))
    assert views.shape == (4, 3, 224, 224)
    means = views.mean(axis=(1, 2, 3)).tolist()
    assert means == pytest.approx([127.5, 63.5, 127.5, 191.5], abs=1.5)


def test_square_has_one_view() -> None:
    assert efficientnet.prepare(ramp(300, 300)).shape == (1, 3, 224, 224)


@given(st.tuples(st.integers(1, 640), st.integers(1, 640)))
def test_views_of_any_photo(size: tuple[int, int]) -> None:
    views = efficientnet.prepare(Image.new("RGB", size, (1, 2, 3)))
    assert views.shape[0] in (1, 4)
    assert views.shape[1:] == (3, 224, 224)
    assert views[:, 0].min() == views[:, 0].max() == 1
