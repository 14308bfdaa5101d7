"""Camera RAW, on a small DNG that LibRaw decodes: with previews put into it, turned, and with damaged sensor data."""

from __future__ import annotations

import io
import os
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, UnidentifiedImageError

from tagger.errors import PhotoError
from tagger.imaging import plugins
from tagger.imaging.decode import decode, open_upright
from tagger.imaging.jxl import read_header
from tagger.imaging.previews import find_previews
from tagger.imaging.sensor import is_plausible

TURNS = {
    1: None,
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_270,
    8: Image.Transpose.ROTATE_90,
}


@pytest.fixture
def dng(shared: Path) -> bytes:
    """320 × 240 sensor cells, no preview."""
    return (shared / "photos/generated/cfa.dng").read_bytes()


def tag(data: bytes, number: int) -> int:
    """Where the entry of a tag is in the first directory."""
    order = "<" if data[:2] == b"II" else ">"
    (at,) = struct.unpack(order + "I", data[4:8])
    (count,) = struct.unpack(order + "H", data[at : at + 2])
    entries = [at + 2 + 12 * index for index in range(count)]
    return next(each for each in entries if struct.unpack(order + "H", data[each : each + 2])[0] == number)


def turned(data: bytes, orientation: int) -> bytes:
    at = tag(data, 0x0112) + 8
    return data[:at] + struct.pack("<H", orientation) + data[at + 2 :]


def sensor(data: bytes, cells: Any) -> bytes:
    """With other sensor data; 16 bits a cell, one tile."""
    entry = tag(data, 0x0144)
    (at,) = struct.unpack("<I", data[entry + 8 : entry + 12])
    content = cells.astype("<u2").tobytes()
    return data[:at] + content + data[at + len(content) :]


def jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


def corners(size: tuple[int, int]) -> Image.Image:
    """Red in the top left corner, green in the bottom right."""
    image = Image.new("RGB", size, "black")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    image.paste("lime", (size[0] // 2, size[1] // 2, *size))
    return image


def shown(tmp_path: Path, content: bytes, side_px: int | None = None) -> Any:
    path = tmp_path / "a.dng"
    path.write_bytes(content)
    return open_upright(str(path), side_px)


def test_the_sensor_is_shown_where_there_is_no_preview(tmp_path: Path, dng: bytes) -> None:
    found = shown(tmp_path, dng)
    assert (found.format, found.width, found.height, found.image.size) == ("RAW", 320, 240, (320, 240))
    assert shown(tmp_path, dng, 100).image.size == (100, 75)


@pytest.mark.parametrize("orientation", sorted(TURNS))
@pytest.mark.parametrize("with_preview", [False, True])
def test_preview_and_sensor_are_upright(tmp_path: Path, dng: bytes, orientation: int, with_preview: bool) -> None:
    preview = jpeg(corners((640, 480))) if with_preview else b""
    plain, found = shown(tmp_path, dng + preview), shown(tmp_path, turned(dng, orientation) + preview)
    turn = TURNS[orientation]
    expected = plain.image if turn is None else plain.image.transpose(turn)
    assert found.orientation == orientation
    assert (found.width, found.height) == ((240, 320) if orientation >= 5 else (320, 240))
    assert (
        found.image.size
        == expected.size
        == ((640, 480) if with_preview else (320, 240))[:: -1 if turn and orientation >= 5 else 1]
    )
    assert np.abs(np.asarray(found.image, int) - np.asarray(expected, int)).mean() < 2


def test_a_preview_that_the_camera_turned_is_not_turned_again(tmp_path: Path, dng: bytes) -> None:
    found = shown(tmp_path, turned(dng, 6) + jpeg(corners((480, 640))))
    assert (found.width, found.height, found.image.size) == (240, 320, (480, 640))
    assert found.image.getpixel((10, 10))[0] > 200


def test_the_largest_whole_preview_of_the_same_shape_is_shown(tmp_path: Path, dng: bytes) -> None:
    small, large = jpeg(Image.new("RGB", (320, 240), "blue")), jpeg(Image.new("RGB", (400, 300), "red"))
    cut = jpeg(Image.effect_noise((800, 600), 90).convert("RGB"))[:9000]
    square = jpeg(Image.new("RGB", (500, 500), "lime"))
    found = shown(tmp_path, dng + small + square + large + cut)
    assert found.image.size == (400, 300)
    assert found.image.getpixel((9, 9))[0] > 200
    assert (found.width, found.height) == (320, 240)


def test_a_thumbnail_for_the_menu_is_not_the_photo(tmp_path: Path, dng: bytes) -> None:
    assert shown(tmp_path, dng + jpeg(corners((160, 120)))).image.size == (320, 240)


def test_a_preview_smaller_than_asked_for_gives_way_to_the_sensor(tmp_path: Path, shared: Path) -> None:
    path = str(shared / "photos/photos/canon_eos_6d.dng")  # 1224 × 816 with a preview of 1024 × 683
    assert open_upright(path, 300).image.size == (300, 200)
    assert open_upright(path).image.size == (1024, 683)  # better than the half of the sensor


@pytest.mark.parametrize("cells", ["black", "noise", "half"])
def test_damaged_sensor_data_is_no_picture(tmp_path: Path, dng: bytes, cells: str) -> None:
    values = np.zeros((240, 320))
    if cells == "noise":
        values = np.random.default_rng(1).integers(0, 65535, (240, 320))
    if cells == "half":
        values[:120] = np.random.default_rng(1).integers(0, 4000, (120, 320)).cumsum(axis=1) % 4000
    damaged = sensor(dng, values)
    with pytest.raises(PhotoError, match="sensor saw is damaged"):
        shown(tmp_path, damaged)
    assert shown(tmp_path, damaged + jpeg(corners((640, 480)))).image.size == (640, 480)


def test_pictures_are_plausible(shared: Path) -> None:
    for name in ("landscape_1.jpg", "Reconyx_HC500_Hyperfire.jpg", "mongolels.jpg", "Stonehenge.heic"):
        assert is_plausible(np.asarray(decode(str(shared / "photos/photos" / name)))[:, :, 1], 255), name
    dark = np.random.default_rng(1).normal(4, 2, (300, 300)).clip(0, 255).astype(np.uint8)
    assert is_plausible(dark, 255)  # at night, with noise
    blown = np.full((300, 300), 255, np.uint8)
    blown[:100] = dark[:100]
    assert is_plausible(blown, 255)
    assert not is_plausible(np.random.default_rng(1).integers(0, 255, (300, 300)), 255)


def test_a_dng_by_other_names(tmp_path: Path, dng: bytes) -> None:
    names = ["a.tif", "a.jpg", "ä ö.dng"] + (["\udcff.dng"] if sys.platform == "linux" else [])
    for name in names:
        path = os.path.join(tmp_path, name)
        with open(path, "wb") as file:
            file.write(dng)
        assert open_upright(path, 64).format == "RAW", name


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_plain_tiff_by_the_name_of_a_raw_is_shown(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    corners((600, 400)).save(tmp_path / "a.nef", "TIFF", exif=exif)
    found = open_upright(str(tmp_path / "a.nef"))
    expected = corners((600, 400)).transpose(Image.Transpose.ROTATE_270) if orientation == 6 else corners((600, 400))
    assert found.image.tobytes() == expected.tobytes()
    assert (found.width, found.height, found.orientation) == (*expected.size, orientation)


def test_formats_without_their_package_are_not_called_damaged(
    tmp_path: Path, dng: bytes, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("rawpy", "pi_heif", "pillow_jxl"):
        monkeypatch.setitem(sys.modules, module, None)
    for load in (plugins._heif, plugins._jpeg_xl):
        load.cache_clear()
    for name, kind in {
        "generated/cfa.dng": "RAW",
        "photos/Stonehenge.heic": "HEIC",
        "photos/Reagan.jxl": "JPEG XL",
    }.items():
        with pytest.raises(PhotoError, match=f"{kind} photos cannot be read here"):
            decode(str(shared / "photos" / name))


@pytest.mark.parametrize("kind", [b"Exif", b"application/rdf+xml"])
def test_a_heic_that_would_kill_its_decoder_is_refused(tmp_path: Path, shared: Path, kind: bytes) -> None:
    data = (shared / "photos/photos/Stonehenge.heic").read_bytes()
    at = data.index(b"infe\2\0\0\1\0\2")
    place = data.index(kind, at) + 2
    (tmp_path / "a.heic").write_bytes(data[:place] + b"\xff" + data[place + 1 :])
    with pytest.raises(PhotoError, match="damaged"):
        decode(str(tmp_path / "a.heic"))


def test_decoders_of_other_packages_open_nothing_unasked(shared: Path) -> None:
    for name in ("photos/Stonehenge.heic", "photos/Reagan.jxl"):
        path = str(shared / "photos" / name)
        decode(path, 64)
        with pytest.raises(UnidentifiedImageError):
            Image.open(path)


@given(st.binary(max_size=300))
def test_any_bytes_can_be_searched(data: bytes) -> None:
    file = io.BytesIO(b"\xff\xd8\xff" + data)
    assert all(preview.width and preview.height for preview in find_previews(file))
    file = io.BytesIO(b"\xff\x0a" + data)
    header = read_header(file)
    assert header is None or (header.width > 0 and header.height > 0 and 1 <= header.orientation <= 8)


def test_a_jpeg_xl_is_refused_by_its_header(tmp_path: Path) -> None:
    """One million pixels each way, said in a few bytes."""
    sides = (3 << 1) | ((2**20 - 1) << 3)  # not small; 30 bits of height; the ratio 1:1
    header = (sides | (1 << 33)).to_bytes(5, "little")
    (tmp_path / "a.jxl").write_bytes(b"\xff\x0a" + header + b"\0" * 60)
    with pytest.raises(PhotoError, match="pixels"):
        decode(str(tmp_path / "a.jxl"))
