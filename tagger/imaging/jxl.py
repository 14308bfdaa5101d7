"""The header of a JPEG XL file (ISO/IEC 18181-1, annex D), which its decoder does not let one see before the pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

_CODESTREAM = b"\xff\x0a"
_HEADER_BYTES = 32
_MOST_BOXES = 64
_RATIOS = ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))


@dataclass(frozen=True, slots=True)
class JxlHeader:
    """What the codestream says of itself.

    Attributes:
        width: In pixels, as stored.
        height: In pixels, as stored.
        orientation: EXIF value 1..8 that a decoder applies to the pixels.
    """

    width: int
    height: int
    orientation: int


def read_header(file: BinaryIO) -> JxlHeader | None:
    """The header of a codestream or of the one in a container; None where there is none."""
    file.seek(0)
    start = file.read(12)
    at: int | None = 0 if start.startswith(_CODESTREAM) else _codestream(file)
    if at is None:
        return None
    file.seek(at)
    head = file.read(_HEADER_BYTES)
    return _parse(_Bits(head[2:])) if head.startswith(_CODESTREAM) and len(head) > 10 else None


def _codestream(file: BinaryIO) -> int | None:
    """Where the codestream begins: in a ``jxlc`` box, or after the number of the first ``jxlp`` box."""
    at = 0
    for _box in range(_MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            return None
        size, kind, skip = int.from_bytes(head[:4], "big"), head[4:8], 8
        if size == 1:
            size, skip = int.from_bytes(head[8:16], "big"), 16
        if kind == b"jxlc":
            return at + skip
        if kind == b"jxlp":
            return at + skip + 4
        if size < skip:
            return None
        at += size
    return None


class _Bits:
    """Numbers from a stream of bits, the lowest of each byte first."""

    def __init__(self, content: bytes) -> None:
        self._left = int.from_bytes(content, "little")

    def read(self, bits: int) -> int:
        """The next number of so many bits."""
        value = self._left & ((1 << bits) - 1)
        self._left >>= bits
        return value

    def side(self, small: bool) -> int:
        """A width or height."""
        return (self.read(5) + 1) * 8 if small else self.read((9, 13, 18, 30)[self.read(2)]) + 1


def _parse(bits: _Bits) -> JxlHeader:
    small = bool(bits.read(1))
    height = bits.side(small)
    ratio = bits.read(3)
    width = height * _RATIOS[ratio - 1][0] // _RATIOS[ratio - 1][1] if ratio else bits.side(small)
    plain = bits.read(1) or not bits.read(1)
    return JxlHeader(width, height, 1 if plain else bits.read(3) + 1)
