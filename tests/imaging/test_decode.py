from __future__ import annotations

import io
import json
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from tagger.errors import PhotoError
from tagger.imaging import decode as decoding
from tagger.imaging.decode import decode, open_upright
from tagger.imaging.formats import PHOTO_EXTENSIONS, is_photo_name, sniff

# Whose pixels cannot be shown, and what is said of them. The camera makers' samples among them had their sensor data
# cut out to make them small, and their largest preview is 160 × 120.
UNREADABLE = {
    "photos/m4-d0f86ab189cbe900ec389ca6d7464713.tif": "damaged",
    "photos/issue_428_poc5.png": "damaged",
    "photos/cve_2017_18005_reproducer.tiff": "damaged",
    "photos/NegativeArraySizeException.ItemInfoBox.init.heif": "damaged",
    "photos/CanonRaw.cr2": "damaged",
    "photos/Nikon.nef": "sensor saw is damaged",
    "photos/FujiFilm.raf": "sensor saw is damaged",
    "photos/Panasonic.rw2": "sensor saw is damaged",  # LibRaw makes noise of it
    "photos/IMG_1361.dng": "sensor saw is damaged",  # LibRaw makes black of it
    "generated/IMG_0001.CR2": "damaged",
    "photos/8x4x8bit-Grayscale.psd": "layers only",  # it says so itself, and its composite is white
    "generated/zero_byte.jpg": "empty",
    "generated/truncated.jpg": "cut short",
    "generated/truncated.heic": "cut short",
    "generated/garbage.jpg": "not a picture",
    "generated/text.jpg": "not a picture",
    "generated/bomb.png": "more than can be opened safely",
}
# Where exiftool says something else than what a photographer sees: it gives the EXIF tags only, while these are turned
# by their container or by their codestream, and it does not look into the last one at all.
DIFFERENT: dict[str, dict[str, Any]] = {
    "generated/orient6.avif": {"orientation": 6},
    "generated/orient6_codestream.jxl": {"orientation": 6},
    "generated/orient6_jpegrecon.jxl": {"orientation": 6, "width": 450, "height": 600},
}
FORMATS = {
    "BTF": "TIFF",
    "Extended WEBP": "WEBP",
    "MP4": "AVIF",  # an animated one; exiftool takes it for a video
    "HEIF": "HEIC",
    "JXL": "JPEG XL",
    "JXL Codestream": "JPEG XL",
} | dict.fromkeys(("DNG", "CR2", "CR3", "NEF", "RAF", "RW2"), "RAW")


def manifest(shared: Path) -> list[dict[str, Any]]:
    entries = json.loads((shared / "photos/MANIFEST.json").read_text())["files"]
    return [entry for entry in entries if not entry["file"].lower().endswith(".xmp")]


def size_upright(expected: dict[str, Any], orientation: int) -> tuple[int, int]:
    size = expected["width"], expected["height"]
    return size[::-1] if orientation >= 5 else size


FLIPS = (Image.Transpose.ROTATE_180, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM)


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(np.abs(np.asarray(one, dtype=int) - np.asarray(other, dtype=int)).mean())


def test_every_photo_of_the_set(shared: Path) -> None:
    seen = set()
    for entry in manifest(shared):
        name, expected = entry["file"], entry.get("expected", {}) | DIFFERENT.get(entry["file"], {})
        path = str(shared / "photos" / name)
        assert is_photo_name(name), name
        if name in UNREADABLE:
            with pytest.raises(PhotoError) as caught:
                open_upright(path)
            assert UNREADABLE[name] in caught.value.message, name
            assert caught.value.advice, name
            continue
        found = open_upright(path, 512)
        seen.add(found.format)
        assert found.format == FORMATS.get(expected["file_type"], expected["file_type"]), name
        orientation = expected.get("orientation") or 1
        assert found.orientation == orientation, name
        assert (found.width, found.height) == size_upright(expected, orientation), name
        assert max(found.image.size) == min(512, max(found.width, found.height)), name
        assert found.image.mode == "RGB", name
    assert seen == {"JPEG", "PNG", "TIFF", "WEBP", "GIF", "AVIF", "HEIC", "JPEG XL", "RAW"}


@pytest.mark.parametrize("orientation", range(2, 9))
def test_each_orientation_shows_the_same_scene(shared: Path, orientation: int) -> None:
    upright = decode(str(shared / "photos/photos/landscape_1.jpg"), 64)
    turned = decode(str(shared / f"photos/photos/landscape_{orientation}.jpg"), 64)
    assert turned.size == upright.size
    others = [difference(turned.transpose(turn), upright) for turn in FLIPS]
    assert difference(turned, upright) < 0.4 * min(others)


@pytest.mark.parametrize("name", ["webp", "png", "avif", "heic", "codestream.jxl", "jpegrecon.jxl"])
def test_other_formats_are_turned_alike(shared: Path, name: str) -> None:
    expected = decode(str(shared / "photos/photos/landscape_6.jpg"), 64)
    found = decode(str(shared / f"photos/generated/orient6{'_' if '.' in name else '.'}{name}"), 64)
    assert found.size == expected.size
    # The WebP has lost its colour profile, so only the scene is the same.
    assert difference(found, expected) < 0.5 * min(difference(found.transpose(turn), expected) for turn in FLIPS)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_tiff_is_turned_once(tmp_path: Path, orientation: int) -> None:
    corners = Image.new("RGB", (40, 20), "black")
    corners.paste("red", (0, 0, 20, 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    corners.save(tmp_path / "a.tif", exif=exif)
    corners.save(tmp_path / "a.png", exif=exif)
    tiff, png = open_upright(str(tmp_path / "a.tif")), open_upright(str(tmp_path / "a.png"))
    assert (tiff.width, tiff.height, tiff.orientation) == (png.width, png.height, orientation)
    assert tiff.image.tobytes() == png.image.tobytes()


def test_draft_is_never_smaller_than_asked(tmp_path: Path) -> None:
    Image.effect_noise((1999, 1000), 60).convert("RGB").save(tmp_path / "a.jpg")
    for side in (1, 100, 249, 250, 251, 512, 999, 1000, 1999, 4000):
        exact = open_upright(str(tmp_path / "a.jpg"), side)
        rough = open_upright(str(tmp_path / "a.jpg"), side, exact=False)
        assert max(exact.image.size) == min(side, 1999)
        assert min(side, 1999) <= max(rough.image.size) <= max(2 * side, 8)
        assert (exact.width, exact.height) == (rough.width, rough.height) == (1999, 1000)


def test_colour_profile_is_applied(tmp_path: Path) -> None:
    # A profile with red and blue swapped makes the effect plain.
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = {profile[i : i + 4].decode(): i for i in range(132, 132 + 12 * profile[131], 12)}
    red, blue = at["rXYZ"] + 4, at["bXYZ"] + 4
    profile[red : red + 8], profile[blue : blue + 8] = profile[blue : blue + 8], profile[red : red + 8]
    profile = profile.replace("sRGB".encode("utf-16-be"), "xxxx".encode("utf-16-be"))
    Image.new("RGB", (9, 9), (250, 10, 10)).save(tmp_path / "a.png", icc_profile=bytes(profile))
    red_level, _green, blue_level = decode(str(tmp_path / "a.png")).getpixel((4, 4))  # type: ignore[misc]
    assert blue_level > 200 > 60 > red_level


@pytest.mark.parametrize("profile", [b"x", b"\0" * 200, os.urandom(4000)])
def test_broken_profile_is_ignored(tmp_path: Path, profile: bytes) -> None:
    Image.new("RGB", (9, 9), (250, 10, 10)).save(tmp_path / "a.png", icc_profile=profile)
    assert decode(str(tmp_path / "a.png")).getpixel((4, 4)) == (250, 10, 10)


def test_transparent_shows_white(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    picture.putpixel((0, 0), (200, 0, 0, 255))
    picture.save(tmp_path / "a.png")
    picture.quantize().save(tmp_path / "a.gif", transparency=picture.quantize().getpixel((5, 5)))
    grey = Image.new("L", (8, 8), 7)
    grey.save(tmp_path / "grey.png", transparency=7)
    assert decode(str(tmp_path / "a.png")).getpixel((5, 5)) == (255, 255, 255)
    assert decode(str(tmp_path / "a.png")).getpixel((0, 0)) == (200, 0, 0)
    assert decode(str(tmp_path / "a.gif")).getpixel((5, 5)) == (255, 255, 255)
    assert decode(str(tmp_path / "grey.png")).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [
        (np.array([[0, 32768, 65535]], dtype=np.uint16), [0, 128, 255]),
        (np.array([[0.0, 0.5, 1.0]], dtype=np.float32), [0, 128, 255]),
        (np.array([[0.0, np.nan, 4.0]], dtype=np.float32), [0, 0, 255]),
        (np.array([[0, 0, 0]], dtype=np.float32), [0, 0, 0]),
        (np.array([[0, 1 << 20, 1 << 21]], dtype=np.int32), [0, 128, 255]),
    ],
)
def test_deep_grey_becomes_eight_bits(tmp_path: Path, pixels: Any, expected: list[int]) -> None:
    Image.fromarray(pixels).save(tmp_path / "a.tif")
    found = np.asarray(decode(str(tmp_path / "a.tif")))[0, :, 0].tolist()
    assert found == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I;16"])
def test_every_mode_of_tiff(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (20, 10)).save(tmp_path / "a.tif")
    assert decode(str(tmp_path / "a.tif"), 10).mode == "RGB"


def test_first_frame_of_an_animation(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "lime")]
    for extension in ("gif", "webp", "png", "tif", "avif"):
        path = tmp_path / f"a.{extension}"
        frames[0].save(path, save_all=True, append_images=frames[1:], duration=50)
        red, _green, blue = decode(str(path)).getpixel((4, 4))  # type: ignore[misc]
        assert red > 200 > 50 > blue, extension


def test_nothing_of_the_file_travels_along(shared: Path) -> None:
    image = decode(str(shared / "photos/photos/DSCN0010.jpg"), 100)  # has a place in its EXIF
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    assert image.info == {}
    assert not Image.open(buffer).getexif()


def huge_png(path: Path, width: int, height: int) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(30_000, 30_000), (17_400, 17_400), (24_000, 24_000), (200_000, 10), (0, 10)])
def test_a_bomb_is_refused_by_its_header(tmp_path: Path, size: tuple[int, int]) -> None:
    huge_png(tmp_path / "a.png", *size)
    with pytest.raises(PhotoError, match=r"pixels|damaged|size"):
        open_upright(str(tmp_path / "a.png"))


def test_what_pillow_would_warn_of_is_read(tmp_path: Path) -> None:
    Image.new("1", (12_000, 10_000)).save(tmp_path / "a.png")  # 120 MP: above Pillow's own limit
    assert open_upright(str(tmp_path / "a.png"), 100).width == 12_000


def test_faults_of_the_disk_say_so(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match="no longer there") as caught:
        decode(str(tmp_path / "gone.jpg"))
    assert isinstance(caught.value.__cause__, FileNotFoundError)
    (tmp_path / "dir.jpg").mkdir()
    with pytest.raises(PhotoError, match="not a file"):
        decode(str(tmp_path / "dir.jpg"))
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(PhotoError, match="not a file"):
        decode(str(tmp_path / "pipe.jpg"))


def seed(extension: str) -> bytes:
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Example"
    picture = Image.effect_noise((48, 32), 80).convert("RGB")
    picture.save(buffer, {"jpg": "JPEG", "tif": "TIFF"}.get(extension, extension.upper()), exif=exif)
    return buffer.getvalue()


SEEDS = {extension: seed(extension) for extension in ("jpg", "png", "tif", "webp", "gif", "avif")}


@settings(max_examples=400)
@given(
    extension=st.sampled_from(sorted(SEEDS)),
    cut=st.floats(0, 1),
    edits=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6),
)
def test_damaged_files_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, extension: str, cut: float, edits: list[tuple[float, int]]
) -> None:
    data = bytearray(SEEDS[extension])
    for place, value in edits:
        data[int(place * len(data))] = value
    path = tmp_path_factory.getbasetemp() / f"damaged.{extension}"
    path.write_bytes(data[: round(cut * len(data))] if cut < 0.8 else data)
    try:
        found = open_upright(str(path), 32)
    except PhotoError:
        return
    assert found.image.mode == "RGB"
    assert 0 < max(found.image.size) <= 32


@given(head=st.binary(max_size=64), name=st.sampled_from(["a.jpg", "a.nef", "a"]))
def test_sniffing_never_fails(head: bytes, name: str) -> None:
    assert sniff(head, name) in {
        None,
        "JPEG",
        "PNG",
        "GIF",
        "PSD",
        "JPEG XL",
        "RAW",
        "TIFF",
        "WEBP",
        "BMP",
        "AVIF",
        "HEIC",
    }


def test_photos_are_told_from_other_files() -> None:
    assert {".jpg", ".heic", ".jxl", ".cr3", ".nef", ".dng"} <= PHOTO_EXTENSIONS
    assert is_photo_name("A.JPEG")
    assert not any(is_photo_name(name) for name in ("a.mp4", "a.mov", "a.xmp", "a.txt", "jpg", ".jpg", "a.jpg.part"))


def test_only_known_decoders_are_let_at_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    opened = Image.open

    def watch(file: Any, formats: tuple[str, ...]) -> Any:
        asked.append(formats)
        return opened(file, formats=formats)

    monkeypatch.setattr(decoding.Image, "open", watch)
    (tmp_path / "a.jpg").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    with pytest.raises(PhotoError):
        decode(str(tmp_path / "a.jpg"))
    Image.new("RGB", (8, 8)).save(tmp_path / "b.jpg", "PNG")
    decode(str(tmp_path / "b.jpg"))
    assert asked == [("PNG",)]


def deep_tiff(pixels: Any, photometric: int, *, order: str = "<", apart: bool = False) -> bytes:
    """An uncompressed TIFF of 16-bit values, height × width × channels; ``apart`` stores channel after channel."""
    height, width, channels = pixels.shape
    stored = (np.moveaxis(pixels, -1, 0) if apart else pixels).astype(f"{order}u2").tobytes()
    parts = channels if apart else 1
    lists = struct.pack(f"{order}{channels}H", *[16] * channels)
    places = [8 + index * len(stored) // parts for index in range(parts)]
    at = 8 + len(stored)
    lists += struct.pack(f"{order}{2 * parts}I", *places, *[len(stored) // parts] * parts)

    def entry(number: int, kind: int, count: int, value: int) -> bytes:
        inline = struct.pack(f"{order}HH", value, 0) if (kind, count) == (3, 1) else struct.pack(f"{order}I", value)
        return struct.pack(f"{order}HHI", number, kind, count) + inline

    longs = at + 2 * channels
    entries = [
        entry(256, 3, 1, width),
        entry(257, 3, 1, height),
        entry(258, 3, channels, 16 if channels == 1 else at),
        entry(259, 3, 1, 1),
        entry(262, 3, 1, photometric),
        entry(273, 4, parts, 8 if parts == 1 else longs),
        entry(277, 3, 1, channels),
        entry(278, 3, 1, height),
        entry(279, 4, parts, len(stored) if parts == 1 else longs + 4 * parts),
        entry(284, 3, 1, 2 if apart else 1),
    ]
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", at + len(lists))
    return head + stored + lists + struct.pack(f"{order}H", len(entries)) + b"".join(entries) + b"\0" * 4


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("apart", [False, True])
def test_sixteen_bit_colours_in_every_order(tmp_path: Path, order: str, apart: bool) -> None:
    pixels = np.random.default_rng(1).integers(0, 65535, (4, 6, 3)).astype(np.uint16)
    (tmp_path / "a.tif").write_bytes(deep_tiff(pixels, 2, order=order, apart=apart))
    assert (np.asarray(decode(str(tmp_path / "a.tif"))) == pixels >> 8).all()


def test_sixteen_bit_grey_with_white_at_zero(tmp_path: Path) -> None:
    pixels = np.array([[[0], [16384], [65535]]], dtype=np.uint16)
    (tmp_path / "a.tif").write_bytes(deep_tiff(pixels, 0))
    assert np.asarray(decode(str(tmp_path / "a.tif")))[0, :, 0].tolist() == [255, 191, 0]
    (tmp_path / "b.tif").write_bytes(deep_tiff(pixels, 1))
    assert np.asarray(decode(str(tmp_path / "b.tif")))[0, :, 0].tolist() == [0, 64, 255]


@pytest.mark.parametrize(("colour_type", "channels"), [(0, 1), (2, 3), (4, 2), (6, 4)])
def test_sixteen_bit_png(tmp_path: Path, colour_type: int, channels: int) -> None:
    pixels = np.random.default_rng(1).integers(0, 65535, (4, 6, channels)).astype(np.uint16)
    if channels in (2, 4):
        pixels[:, :, -1] = 65535
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 6, 4, 16, colour_type, 0, 0, 0))
    (tmp_path / "a.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )
    colours = pixels[:, :, : 3 if channels > 2 else 1] >> 8
    assert (np.asarray(decode(str(tmp_path / "a.png")))[:, :, : colours.shape[2]] == colours).all()
