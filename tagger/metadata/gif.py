"""The XMP packet of a GIF, which neither exiv2 nor Pillow reads: application block ``XMP DataXMP`` (XMP part 3)."""

from __future__ import annotations

import mmap

_BLOCK = b"\x21\xff\x0bXMP DataXMP"
_TRAILER_BYTES = 257  # 0x01, then 0xff down to 0x00: makes decoders that know nothing of XMP land on the terminator
_MAX_BYTES = 16 * 1024 * 1024


def xmp_packet(path: str) -> bytes | None:
    """The packet of a GIF file; None for any other file, or if it has none or cannot be read."""
    try:
        with open(path, "rb") as file:
            if file.read(3) != b"GIF":
                return None
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return _packet(data)
    except (OSError, ValueError):
        return None


def _packet(data: mmap.mmap) -> bytes | None:
    start = data.find(_BLOCK)
    if start < 0:
        return None
    start += len(_BLOCK)
    end = data.find(b"\x01\xff\xfe\xfd", start, start + _MAX_BYTES)
    return None if end < 0 or end + _TRAILER_BYTES > len(data) else data[start:end]
