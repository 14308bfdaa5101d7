"""The composite of a Photoshop file in the depths and sizes that Pillow does not read: 16 bits a channel, and PSB.

After Adobe's "Photoshop File Formats Specification": header, colour mode data, resources, layers, composite.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from PIL import Image

from tagger.errors import PhotoError
from tagger.imaging import faults

_VERSION_INFO = 1057
_ICC_PROFILE = 1039
_LARGEST_RESOURCE = 16 * 1024 * 1024
_MOST_RESOURCES = 10_000
_MODES = {1: "L", 3: "RGB", 4: "CMYK", 8: "L", 9: "LAB"}
"""Pillow's name by Photoshop's colour mode; a duotone is shown as its grey, as the specification advises."""


@dataclass(frozen=True, slots=True)
class _Header:
    version: int
    channels: int
    height: int
    width: int
    depth: int
    colours: int


def open_psd(file: BinaryIO) -> Image.Image | None:
    """The composite, with its colour profile as ``info["icc_profile"]``; None where Pillow reads the file itself.

    Raises:
        PhotoError: the file was saved without a composite, is too large, or of a kind that is not read.
        EOFError: it is cut short.
    """
    file.seek(0)
    header = _Header(*struct.unpack(">4xH6xHIIHH", _read(file, 26)))
    file.seek(_length(file, 1), 1)
    resources = dict(_resources(file))
    merged = resources.get(_VERSION_INFO, b"\0\0\0\0\1")[4:5] != b"\0"
    mode = _MODES.get(header.colours)
    if header.version == 1 and header.depth <= 8 and (merged or mode is None):
        file.seek(0)
        return None
    faults.check_size(header.width, header.height)
    bands = Image.getmodebands(mode) if mode else 0
    if mode is None or header.depth not in (8, 16) or not bands <= header.channels <= 56:
        raise faults.rare_kind()
    file.seek(_length(file, header.version), 1)
    image = Image.merge(mode, [Image.fromarray(each) for each in _channels(file, header, bands)])
    if not merged and all(low == high for low, high in map(_extremes, image.split())):
        raise PhotoError(
            "The file holds layers only, no finished picture.",
            "Save it in Photoshop with “Maximize Compatibility” switched on.",
        )
    if _ICC_PROFILE in resources:
        image.info["icc_profile"] = resources[_ICC_PROFILE]
    return image


def _extremes(channel: Image.Image) -> tuple[int, int]:
    values = np.asarray(channel)
    return int(values.min()), int(values.max())


def _channels(file: BinaryIO, header: _Header, bands: int) -> Iterator[npt.NDArray[np.uint8]]:
    """The first channels, the higher byte of each value."""
    bytes_each = header.depth // 8
    row_bytes = header.width * bytes_each
    (compression,) = struct.unpack(">H", _read(file, 2))
    if compression not in (0, 1):
        raise faults.rare_kind()
    lengths = np.full(header.channels * header.height, row_bytes)
    if compression == 1:
        kind = np.dtype(">u2" if header.version == 1 else ">u4")
        lengths = np.frombuffer(_read(file, lengths.size * kind.itemsize), kind).astype(np.int64)
    for channel in lengths.reshape(header.channels, header.height)[:bands]:
        size = int(channel.sum())
        if size > 2 * header.height * (row_bytes + 128):
            raise faults.damaged()
        content = _read(file, size)
        if compression == 1:
            content = Image.frombytes("L", (row_bytes, header.height), content, "packbits", "L").tobytes()
        values = np.frombuffer(content, np.uint8).reshape(header.height, row_bytes)[:, ::bytes_each]
        yield 255 - values if header.colours == 4 else np.ascontiguousarray(values)


def _resources(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Number and content of each image resource that is not large; the file then stands behind them."""
    end = _length(file, 1) + file.tell()
    for _resource in range(_MOST_RESOURCES):
        if file.tell() + 12 > end:
            break
        _signature, number, name = struct.unpack(">4sHB", _read(file, 7))
        file.seek(name + (name + 1) % 2, 1)
        size = _length(file, 1)
        if size <= _LARGEST_RESOURCE:
            yield number, _read(file, size)
        else:
            file.seek(size, 1)
        file.seek(size % 2, 1)
    file.seek(end)


def _length(file: BinaryIO, version: int) -> int:
    """How long the section is that follows.

    Raises:
        EOFError: longer than the file, which nobody should set memory aside for.
    """
    length = int.from_bytes(_read(file, 4 if version == 1 else 8), "big")
    at = file.tell()
    if length > file.seek(0, os.SEEK_END) - at:
        raise EOFError
    file.seek(at)
    return length


def _read(file: BinaryIO, size: int) -> bytes:
    content = file.read(size)
    if len(content) < size:
        raise EOFError
    return content
