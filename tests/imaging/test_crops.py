from __future__ import annotations

import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image, UnidentifiedImageError

from tagger.entities import Box
from tagger.errors import PhotoError
from tagger.imaging import crops
from tagger.imaging.thumbnails import encode_thumbnail

sizes = st.integers(1, 6000)
fractions = st.floats(0, 1)
boxes = st.builds(Box, fractions, fractions, fractions, fractions)
RED, BLUE = (200, 0, 0), (0, 0, 200)


def picture(width=1200, height=800, box=(900, 100, 1000, 200)):
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, box)
    return image


@given(boxes, sizes, sizes)
def test_the_part_lies_on_the_photo_and_holds_the_box(box, width, height):
    shown, box = crops.part(box, width, height), box.clipped()
    assert 0 <= shown.x <= shown.x + shown.w <= 1 + 1e-9
    assert 0 <= shown.y <= shown.y + shown.h <= 1 + 1e-9
    assert shown.x <= box.x + 1e-9
    assert shown.y <= box.y + 1e-9
    assert shown.x + shown.w >= box.x + box.w - 1e-9
    assert shown.y + shown.h >= box.y + box.h - 1e-9


@given(boxes, st.integers(100, 6000), st.integers(100, 6000))
def test_the_part_is_nearly_square_where_the_photo_has_room(box, width, height):
    shown = crops.part(box, width, height)
    w_px, h_px = shown.w * width, shown.h * height
    assume(shown.w < 1 and shown.h < 1)
    assert max(w_px, h_px) <= 2.001 * min(w_px, h_px)


@given(boxes | st.none(), sizes, sizes)
def test_a_cut_is_never_empty_nor_outside(box, width, height):
    shown = crops.part(box, width, height) if box else None
    place = crops.cut(shown, width, height)
    assert 0 <= place.left < place.right <= width
    assert 0 <= place.top < place.bottom <= height


@given(boxes | st.none(), st.integers(1, 400), st.integers(1, 400), st.integers(1, 300))
def test_a_crop_fits_its_cell(box, width, height, side_px):
    content = encode_thumbnail(Image.new("RGB", (width, height)))
    shown = crops.part(box, width, height) if box else None
    image, size = crops.from_thumbnail(content, shown, side_px)
    assert size == (width, height)
    assert max(image.size) <= side_px
    assert min(image.size) >= 1


def test_the_crop_shows_the_box_and_a_little_around_it():
    shown = crops.part(Box(900 / 1200, 100 / 800, 100 / 1200, 100 / 800), 1200, 800)
    image, _size = crops.from_thumbnail(encode_thumbnail(picture(), 1200), shown, 130)
    assert image.width == 130
    assert image.height == pytest.approx(130, abs=1)
    red, _green, _blue = image.getpixel((65, 65))
    assert red > 150
    _red, _green, blue = image.getpixel((4, 4))
    assert blue > 150


def test_without_a_box_the_whole_picture_is_shown():
    image, size = crops.from_thumbnail(encode_thumbnail(picture()), None, 96)
    assert size == (512, 341)
    assert image.size == (96, 64)


def test_a_thumbnail_suffices_for_large_boxes_and_small_photos_only():
    large, small = Box(0.1, 0.1, 0.8, 0.8), Box(0.1, 0.1, 0.05, 0.05)
    assert crops.suffices(None, (512, 341), 6000, 352)
    assert crops.suffices(large, (512, 341), 6000, 352)
    assert not crops.suffices(small, (512, 341), 6000, 352)
    assert crops.suffices(small, (512, 341), 512, 352)


def test_a_small_box_is_cut_out_of_the_photo(tmp_path):
    path = tmp_path / "photo.jpg"
    picture(3000, 2000, (2400, 200, 2500, 300)).save(path)
    shown = crops.part(Box(0.8, 0.1, 100 / 3000, 100 / 2000), 3000, 2000)
    image = crops.from_photo(str(path), shown, (3000, 2000), 130)
    assert max(image.size) == 130
    assert min(image.size) == pytest.approx(130, abs=1)
    red, _green, _blue = image.getpixel((65, 65))
    assert red > 150


def test_a_photo_that_is_turned_is_cut_upright(tmp_path):
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    picture(1200, 800, (0, 700, 100, 800)).save(path, exif=exif)  # upright: red at the top-left of 800 × 1200
    image = crops.from_photo(str(path), Box(0, 0, 0.1, 0.08), (800, 1200), 90)
    red, _green, blue = image.getpixel((20, 20))
    assert red > 150 > blue


def test_no_photo_is_decoded_larger_than_is_good_for_the_memory(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(crops, "decode", lambda path, side: asked.append(side) or picture())
    crops.from_photo("x", Box(0.5, 0.5, 0.001, 0.001), (20_000, 10_000), 400)
    assert asked == [crops.LARGEST_DECODED_PX]


def test_damage_is_said(tmp_path):
    with pytest.raises(UnidentifiedImageError):
        crops.from_thumbnail(b"no jpeg", None, 100)
    broken = io.BytesIO()
    picture().save(broken, "JPEG")
    (tmp_path / "broken.jpg").write_bytes(broken.getvalue()[:3000])
    with pytest.raises(PhotoError):
        crops.from_photo(str(tmp_path / "broken.jpg"), None, (1200, 800), 100)
