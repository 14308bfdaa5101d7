"""That the colours of every kind of photo come out as sRGB."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms

from tagger.imaging import profiles
from tagger.imaging.decode import decode
from tagger.imaging.plugins import decoders

# The red of sRGB in other spaces, 8 bit, as https://www.w3.org/TR/css-color-4/ computes them.
RED_IN_P3 = (234, 51, 35)
RED_IN_ADOBE_RGB = (219, 0, 0)
RED_IN_REC2020 = (202, 59, 19)  # with the curve of sRGB, which is how it is coded here


def near(found: Any, expected: tuple[int, ...], limit: int = 3) -> bool:
    return max(abs(one - other) for one, other in zip(found, expected, strict=True)) <= limit


def apple_p3(shared: Path) -> bytes:
    """Display P3 as Apple's phones write it."""
    with Image.open(shared / "photos/photos/IMG_5195.HEIC", formats=decoders("HEIC")) as image:
        profile: bytes = image.info["icc_profile"]
    return profile


@pytest.mark.parametrize("extension", ["jpg", "png", "tif", "webp", "avif"])
def test_wide_gamut_photos_do_not_look_pale(tmp_path: Path, shared: Path, extension: str) -> None:
    exact = {"quality": 100, "subsampling": 0} if extension == "jpg" else {"quality": 100}
    path = tmp_path / f"a.{extension}"
    Image.new("RGB", (16, 16), RED_IN_P3).save(path, icc_profile=apple_p3(shared), **exact)
    assert near(decode(str(path)).getpixel((8, 8)), (255, 0, 0), 6)


def test_adobe_rgb_that_a_camera_only_names(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 0xFFFF
    exif.get_ifd(0x8769)[0xA005] = {1: "R03"}
    picture = Image.new("RGB", (16, 16), RED_IN_ADOBE_RGB)
    picture.save(tmp_path / "a.jpg", quality=100, subsampling=0, exif=exif)
    assert near(decode(str(tmp_path / "a.jpg")).getpixel((8, 8)), (255, 0, 0))
    picture.save(tmp_path / "b.jpg", quality=100, subsampling=0, exif=Image.Exif())
    assert near(decode(str(tmp_path / "b.jpg")).getpixel((8, 8)), RED_IN_ADOBE_RGB)


@pytest.mark.parametrize(
    ("primaries", "transfer", "pixel"),
    [(12, 13, RED_IN_P3), (9, 13, RED_IN_REC2020), (1, 13, (255, 0, 0)), (2, 2, (255, 0, 0)), (77, 13, (255, 0, 0))],
)
def test_colours_that_a_container_only_names(
    tmp_path: Path, primaries: int, transfer: int, pixel: tuple[int, int, int]
) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16), pixel).save(buffer, "AVIF", quality=100, subsampling="4:4:4")
    data = buffer.getvalue()
    at = data.index(b"colrnclx") + 8
    (tmp_path / "a.avif").write_bytes(
        data[:at] + primaries.to_bytes(2, "big") + transfer.to_bytes(2, "big") + data[at + 4 :]
    )
    assert near(decode(str(tmp_path / "a.avif")).getpixel((8, 8)), (255, 0, 0), 6)


@pytest.mark.parametrize("transfer", [16, 18])
def test_high_dynamic_range_is_pressed_not_clipped(tmp_path: Path, transfer: int) -> None:
    ramp = np.repeat(np.linspace(0, 255, 256).astype(np.uint8)[None, :, None], 16, axis=0).repeat(3, axis=2)
    buffer = io.BytesIO()
    Image.fromarray(ramp).save(buffer, "AVIF", quality=100, subsampling="4:4:4")
    data = bytearray(buffer.getvalue())
    at = data.index(b"colrnclx") + 8
    data[at : at + 4] = bytes([0, 9, 0, transfer])
    (tmp_path / "a.avif").write_bytes(data)
    grey = np.asarray(decode(str(tmp_path / "a.avif")))[8, :, 1].astype(int)
    assert grey[0] < 5
    assert grey[-1] > 250
    assert (np.diff(grey) >= -2).all()
    assert len(np.unique(grey[128:])) > 60  # the lights are still told apart


@pytest.mark.parametrize("curve", [1.0, 2.2])
def test_grey_profiles_are_applied(tmp_path: Path, curve: float) -> None:
    """A grey ICC profile with the curve of so much gamma."""
    name = b"grey\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + len(name).to_bytes(4, "big") + name + b"\0" * 78,
        b"wtpt": b"XYZ \0\0\0\0" + bytes.fromhex("0000f6d6000100000000d32d"),
        b"kTRC": b"curv\0\0\0\0\0\0\0\1" + round(curve * 256).to_bytes(2, "big"),
    }
    table, body, start = b"", b"", 132 + 12 * len(tags)
    for tag, content in tags.items():
        table += tag + (start + len(body)).to_bytes(4, "big") + len(content).to_bytes(4, "big")
        body += content + b"\0" * (-len(content) % 4)
    header = bytearray(128)
    header[0:4], header[8:12] = (start + len(body)).to_bytes(4, "big"), b"\2\x10\0\0"
    header[12:24], header[36:40], header[68:80] = b"mntrGRAYXYZ ", b"acsp", bytes.fromhex("0000f6d6000100000000d32d")
    profile = bytes(header) + len(tags).to_bytes(4, "big") + table + body
    Image.new("L", (8, 8), 128).save(tmp_path / "a.png", icc_profile=profile)
    light = (128 / 255) ** curve
    expected = round(255 * (1.055 * light ** (1 / 2.4) - 0.055))
    assert near(decode(str(tmp_path / "a.png")).getpixel((4, 4)), (expected,) * 3)


def test_cmyk_is_converted(tmp_path: Path) -> None:
    for name, ink in {"white": (0, 0, 0, 0), "black": (0, 0, 0, 255), "red": (0, 255, 255, 0)}.items():
        Image.new("CMYK", (16, 16), ink).save(tmp_path / f"{name}.tif")
        Image.new("CMYK", (16, 16), ink).save(tmp_path / f"{name}.jpg", quality=100)
        expected = {"white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0)}[name]
        for extension in ("tif", "jpg"):
            assert near(decode(str(tmp_path / f"{name}.{extension}")).getpixel((8, 8)), expected), (name, extension)


def test_profiles_made_here_are_whole() -> None:
    for content in (profiles.adobe_rgb(), profiles._coded(9, 16), profiles._coded(12, 13)):
        assert content is not None
        profile = ImageCms.ImageCmsProfile(io.BytesIO(content)).profile
        assert profile.xcolor_space.strip() == "RGB"
        total = np.sum([profile.red_colorant[0], profile.green_colorant[0], profile.blue_colorant[0]], axis=0)
        assert total == pytest.approx((0.9642, 1.0, 0.8249), abs=0.001)
    red = ImageCms.ImageCmsProfile(io.BytesIO(profiles.adobe_rgb())).profile.red_colorant[0]
    assert red == pytest.approx((0.60974, 0.31111, 0.01947), abs=0.0001)  # as Adobe's own has it
