"""All that is known of one photo as bytes: rows by table, small, and quick to make for many photos at once."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

_WITH_BLOBS = b"TAG1"
"""Before what was packed with blobs beside its text; what begins with anything else is the text alone."""
_LENGTH = struct.Struct(">I")
_BLOB = 512
"""Bytes of a value that is kept beside the text: such as embeddings, which no text and no compression make smaller."""


def pack(known: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
    """Rows by the name of their table, as bytes."""
    blobs = bytearray()

    def beside(value: object) -> object:
        if not isinstance(value, bytes) or len(value) < _BLOB:
            return bytes_as_text(value)
        place = [len(blobs), len(value)]
        blobs.extend(value)
        return {"blob": place}

    text = zlib.compress(json.dumps(known, default=beside).encode(), 1)
    return b"".join((_WITH_BLOBS, _LENGTH.pack(len(text)), text, blobs)) if blobs else text


def unpack(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """What `pack` was given, also by an earlier version."""
    text, blobs = content, b""
    if content.startswith(_WITH_BLOBS):
        first = len(_WITH_BLOBS) + _LENGTH.size
        (length,) = _LENGTH.unpack_from(content, len(_WITH_BLOBS))
        text, blobs = content[first : first + length], content[first + length :]

    def value_of(value: dict[str, Any]) -> object:
        if value.keys() == {"blob"}:
            start, size = value["blob"]
            return blobs[start : start + size]
        return text_as_bytes(value)

    known: dict[str, list[dict[str, Any]]] = json.loads(zlib.decompress(text), object_hook=value_of)
    return known


def bytes_as_text(value: object) -> object:
    """Bytes as JSON can hold them."""
    assert isinstance(value, bytes)
    return {"base64": base64.b64encode(value).decode()}


def text_as_bytes(value: dict[str, Any]) -> object:
    """What `bytes_as_text` made of bytes, as bytes again."""
    return base64.b64decode(value["base64"]) if value.keys() == {"base64"} else value
