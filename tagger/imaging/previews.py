"""The JPEGs that cameras put into their RAW files, found by looking for them.

Each maker keeps them in another place, and several keep the largest where LibRaw does not look. A JPEG is known by its
own structure, so no maker's has to be known.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_START = b"\xff\xd8\xff"
_BLOCK_BYTES = 4 * 1024 * 1024
_MOST_STARTS = 20_000
_MOST_SEGMENTS = 200
_LARGEST_BYTES = 64 * 1024 * 1024
_BASELINE_TO_PROGRESSIVE = (0xC0, 0xC1, 0xC2)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class Preview:
    """A JPEG inside another file.

    Attributes:
        offset: Of its first byte.
        width: In pixels, as stored.
        height: In pixels, as stored.
    """

    offset: int
    width: int
    height: int

    def read(self, file: BinaryIO) -> bytes:
        """Its bytes, and some of what follows: a JPEG tells its end only to whoever decodes it."""
        file.seek(self.offset)
        return file.read(min(_LARGEST_BYTES, max(1 << 20, 3 * self.width * self.height)))


def find_previews(file: BinaryIO, most: int = 4) -> list[Preview]:
    """The JPEGs in a file, the largest first; what cannot be shown (lossless sensor data, 12 bit) is left out."""
    found = (preview for offset in _starts(file) if (preview := _preview(file, offset)) is not None)
    return heapq.nlargest(most, found, key=lambda preview: preview.width * preview.height)


def _starts(file: BinaryIO) -> Iterator[int]:
    """Where a JPEG could begin."""
    at, left = 0, _MOST_STARTS
    while left:
        file.seek(at)
        block = file.read(_BLOCK_BYTES)
        place = block.find(_START)
        while place >= 0 and left:
            yield at + place
            left -= 1
            place = block.find(_START, place + 1)
        if len(block) < _BLOCK_BYTES:
            return
        at += len(block) - len(_START) + 1


def _preview(file: BinaryIO, offset: int) -> Preview | None:
    """The JPEG that begins here, if its segments lead from the start to a scan by way of a frame."""
    at, size = offset + 2, (0, 0)
    for _segment in range(_MOST_SEGMENTS):
        file.seek(at)
        head = file.read(10)
        if len(head) < 10 or head[0] != 0xFF or not 0xC0 <= head[1] <= 0xFE:
            return None
        kind, length = head[1], int.from_bytes(head[2:4], "big")
        if kind == _SCAN:
            return Preview(offset, *size) if min(size) else None
        if kind in _FRAMES:
            if kind not in _BASELINE_TO_PROGRESSIVE or head[4] != 8 or head[9] not in (1, 3):
                return None
            size = int.from_bytes(head[7:9], "big"), int.from_bytes(head[5:7], "big")
        at += 2 + length
    return None
