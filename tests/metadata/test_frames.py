from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageOps

from tagger.entities import Box
from tagger.metadata.frames import shown, stored

BOX = Box(0.1, 0.25, 0.3, 0.5)  # neither a square nor in a middle


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_box_goes_where_pillow_turns_its_pixels(orientation: int) -> None:
    pixels = np.zeros((80, 100), dtype=np.uint8)
    pixels[20:60, 10:40] = 255
    image = Image.fromarray(pixels)
    image.getexif()[0x0112] = orientation
    upright = ImageOps.exif_transpose(image)
    left, top, right, bottom = upright.getbbox() or ()
    width, height = upright.size
    box = shown(BOX, orientation)
    assert [box.x, box.y, box.w, box.h] == pytest.approx(
        [left / width, top / height, (right - left) / width, (bottom - top) / height]
    )
    back = stored(box, orientation)
    assert [back.x, back.y, back.w, back.h] == pytest.approx([BOX.x, BOX.y, BOX.w, BOX.h])


@pytest.mark.parametrize("orientation", [0, 9, -1])
def test_an_orientation_that_does_not_exist_is_none(orientation: int) -> None:
    assert shown(BOX, orientation) == stored(BOX, orientation) == BOX
