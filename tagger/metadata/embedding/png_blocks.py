"""XMP in a PNG: one iTXt chunk before the picture; every other byte stays as it is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tagger.metadata.embedding.iim import Keywords
from tagger.metadata.embedding.splices import Splice, refusal

_KEY = b"XML:com.adobe.xmp\0"
_MOST_CHUNKS = 1_000_000


def edits(data: bytes, packet: bytes, keywords: Keywords) -> list[Splice]:
    """The edits that put a packet into a PNG; IPTC has no place of its own there.

    Raises:
        SidecarError: it is damaged.
    """
    found, picture = [], None
    for kind, start, end in _chunks(data):
        if kind == b"iTXt" and data[start + 8 : start + 8 + len(_KEY)] == _KEY:
            found.append((start, end))
        elif kind == b"IDAT" and picture is None:
            picture = start
    if picture is None:
        raise refusal("This PNG is damaged.")
    if len(found) > 1:
        raise refusal("This photo has several XMP blocks.")
    body = b"iTXt" + _KEY + b"\0\0\0\0" + packet
    new = (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
    start, end = found[0] if found else (picture, picture)
    return [Splice(start, data[start:end], new)]


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    at = 8
    for _ in range(_MOST_CHUNKS):
        if at + 12 > len(data):
            return
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            raise refusal("This PNG is damaged.")
        yield data[at + 4 : at + 8], at, end
        at = end
