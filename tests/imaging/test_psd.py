"""Composites of Photoshop files. No real file of these kinds may be passed on, so they are written after the
specification, and those that Pillow reads as well are held against it."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tagger.errors import PhotoError
from tagger.imaging.decode import decode, open_upright


def packed(row: bytes) -> bytes:
    """PackBits."""
    out, at = b"", 0
    while at < len(row):
        run = at
        while run < len(row) and row[run] == row[at] and run - at < 128:
            run += 1
        out += bytes([257 - (run - at) if run - at > 1 else 0]) + row[at : at + 1]
        at = run
    return out


def resource(number: int, content: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHI", number, 0, len(content)) + content + b"\0" * (len(content) % 2)


def psd(pixels: Any, colours: int, *, version: int = 1, rle: bool = False, merged: bool = True) -> bytes:
    """A file of pixels, height × width × channels, of 8 or 16 bits."""
    height, width, channels = pixels.shape
    resources = resource(1057, b"\0\0\0\1" + bytes([merged]) + b"\0" * 8)
    big = pixels.astype(pixels.dtype.newbyteorder(">"))
    rows = [big[y, :, channel].tobytes() for channel in range(channels) for y in range(height)]
    if rle:
        rows = [packed(row) for row in rows]
    lengths = b"".join(struct.pack(">H" if version == 1 else ">I", len(row)) for row in rows) if rle else b""
    header = struct.pack(">4sH6xHIIHH", b"8BPS", version, channels, height, width, 8 * pixels.itemsize, colours)
    layers = b"\0" * (4 if version == 1 else 8)
    parts = header, b"\0" * 4, struct.pack(">I", len(resources)), resources, layers, struct.pack(">H", rle), lengths
    return b"".join([*parts, *rows])


@pytest.mark.parametrize("rle", [False, True])
@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_composites_of_every_depth(tmp_path: Path, dtype: Any, version: int, rle: bool) -> None:
    pixels = np.random.default_rng(1).integers(0, np.iinfo(dtype).max, (5, 7, 3)).astype(dtype)
    pixels[2] = pixels[2, 0]
    path = tmp_path / "a.psd"
    path.write_bytes(psd(pixels, 3, version=version, rle=rle))
    found = open_upright(str(path))
    assert (found.format, found.width, found.height) == ("PSD", 7, 5)
    assert (np.asarray(found.image) == (pixels if dtype is np.uint8 else pixels >> 8)).all()


def test_sixteen_bits_look_like_eight(tmp_path: Path) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (9, 5, 4)).astype(np.uint8)
    (tmp_path / "8.psd").write_bytes(psd(pixels, 4))
    (tmp_path / "16.psd").write_bytes(psd(pixels.astype(np.uint16) * 257, 4))
    assert decode(str(tmp_path / "8.psd")).tobytes() == decode(str(tmp_path / "16.psd")).tobytes()
    grey = pixels[:, :, :1].astype(np.uint16) * 257
    (tmp_path / "grey.psd").write_bytes(psd(grey, 1))
    assert (np.asarray(decode(str(tmp_path / "grey.psd")))[:, :, :1] == pixels[:, :, :1]).all()


def test_a_file_of_layers_only_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.psd").write_bytes(psd(np.full((4, 4, 3), 255, np.uint8), 3, merged=False))
    with pytest.raises(PhotoError, match="layers only"):
        decode(str(tmp_path / "a.psd"))
    (tmp_path / "b.psd").write_bytes(psd(np.arange(48, dtype=np.uint8).reshape(4, 4, 3), 3, merged=False))
    assert decode(str(tmp_path / "b.psd")).getpixel((1, 0)) == (3, 4, 5)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[:-8], "cut short"),
        (lambda data: data[:22] + b"\0\x20" + data[24:], "rare kind"),
        (lambda data: data[:14] + b"\0\1\0\0\0\1\0\0" + data[22:], "pixels"),
        (lambda data: data[:24] + b"\0\7" + data[26:], "rare kind"),
    ],
)
def test_broken_files_are_refused(tmp_path: Path, change: Any, reason: str) -> None:
    (tmp_path / "a.psd").write_bytes(change(psd(np.zeros((4, 4, 3), np.uint16), 3)))
    with pytest.raises(PhotoError, match=reason):
        decode(str(tmp_path / "a.psd"))


def test_what_pillow_reads_stays_with_pillow(tmp_path: Path) -> None:
    (tmp_path / "a.psd").write_bytes(psd(np.full((4, 4, 3), 9, np.uint8), 3))
    with Image.open(tmp_path / "a.psd") as image:
        assert decode(str(tmp_path / "a.psd")).tobytes() == image.convert("RGB").tobytes()
