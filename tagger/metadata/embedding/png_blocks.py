"""XMP in a PNG: one iTXt chunk before the picture; every other byte stays as it is.

IPTC has no place of its own there. Where ImageMagick or exiftool left some, in hexadecimal digits in a text chunk, its
keywords are kept in step.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from tagger.metadata.embedding import iim
from tagger.metadata.embedding.iim import Keywords
from tagger.metadata.embedding.splices import Splice, refusal

_KEY = b"XML:com.adobe.xmp\0"
_MOST_CHUNKS = 1_000_000
_MOST_BYTES = 16 << 20
_PROFILES = frozenset({b"Raw profile type iptc", b"Raw profile type 8bim"})
_PROFILE = re.compile(rb"\n([^\n]*)\n\s*\d+\n([0-9A-Fa-f\s]*)")
_LINE = 72


def edits(data: bytes, packet: bytes, keywords: Keywords) -> list[Splice]:
    """The edits that put a packet into a PNG, and keywords where it has IPTC.

    Raises:
        SidecarError: it is damaged.
    """
    found, picture, splices = [], None, []
    for kind, start, end in _chunks(data):
        if kind in (b"tEXt", b"zTXt"):
            old = data[start + 8 : end - 4]
            new = _with_keywords(kind, old, keywords)
            splices += [] if new == old else [Splice(start, data[start:end], _chunk(kind, new))]
        elif kind == b"iTXt" and data[start + 8 : start + 8 + len(_KEY)] == _KEY:
            found.append((start, end))
        elif kind == b"IDAT" and picture is None:
            picture = start
    if picture is None:
        raise refusal("This PNG is damaged.")
    if len(found) > 1:
        raise refusal("This photo has several XMP blocks.")
    start, end = found[0] if found else (picture, picture)
    splices.append(Splice(start, data[start:end], _chunk(b"iTXt", _KEY + b"\0\0\0\0" + packet)))
    return splices


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def _with_keywords(kind: bytes, content: bytes, keywords: Keywords) -> bytes:
    """A text chunk, with the keywords changed if it holds IPTC; what no other program reads as such stays."""
    key, _null, rest = content.partition(b"\0")
    if key not in _PROFILES:
        return content
    profile = _PROFILE.match(_inflated(rest[1:]) if kind == b"zTXt" else rest)
    if profile is None:
        return content
    try:
        old = bytes.fromhex(profile[2].decode("ascii"))
    except ValueError as error:
        raise refusal("The IPTC block of the photo is damaged.") from error
    new = _renewed(old, keywords)
    if new == old:
        return content
    digits = new.hex().encode()
    lines = b"\n".join(digits[at : at + _LINE] for at in range(0, len(digits), _LINE))
    text = b"\n%b\n%8d\n%b\n" % (profile[1], len(new), lines)
    return key + b"\0" + (rest[:1] + zlib.compress(text) if kind == b"zTXt" else text)


def _renewed(profile: bytes, keywords: Keywords) -> bytes:
    if profile.startswith(b"\x1c"):
        return iim.with_keywords(profile, keywords)
    head = iim.MARK if profile.startswith(iim.MARK) else b""
    resources = profile[len(head) :]
    return head + iim.with_resource(resources, keywords) if iim.has_iptc(resources) else profile


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_BYTES)
    except zlib.error as error:
        raise refusal("The IPTC block of the photo is damaged.") from error


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
