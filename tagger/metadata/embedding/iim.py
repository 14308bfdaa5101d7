"""IPTC keywords in the old form (IIM 4.2, record 2 dataset 25), as photos carry them beside XMP.

All other datasets and resources stay byte for byte. A block that does not say it is UTF-8 gets only keywords that its
code page can hold; the XMP has them all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tagger.metadata.embedding.splices import refusal
from tagger.metadata.keywords import fold

MARK = b"Photoshop 3.0\0"
_IPTC, _DIGEST = 0x0404, 0x0425
_KEYWORD, _CHARSET, _VERSION = (2, 25), (1, 90), (2, 0)
_UTF8 = b"\x1b%G"
_LONGEST = 64
_SIGNATURES = frozenset({b"8BIM", b"MeSa", b"AgHg", b"PHUT", b"DCSR"})


@dataclass(frozen=True, slots=True)
class Keywords:
    """What becomes of the keywords: these come, these go; all others stay."""

    added: Sequence[str]
    removed: Sequence[str]


def with_keywords(block: bytes, change: Keywords) -> bytes:
    """A block of datasets with the keywords changed.

    Raises:
        SidecarError: it is damaged.
    """
    sets = list(_datasets(block))
    plain = all(data.isascii() for _key, data, _raw in sets)
    marked = any(key == _CHARSET and data == _UTF8 for key, data, _raw in sets)
    codec = "utf-8" if marked or plain else "cp1252"
    there = {fold(data.decode(codec, "replace")) for key, data, _raw in sets if key == _KEYWORD}
    gone = {fold(_cut(word, codec).decode(codec)) for word in change.removed}
    new: dict[str, bytes] = {}
    for word in change.added:
        data = _cut(word, codec)
        if data and fold(data.decode(codec)) not in there:
            new.setdefault(fold(data.decode(codec)), data)
    kept = [
        raw for key, data, raw in sets if key != _KEYWORD or fold(data.decode(codec, "replace")) not in gone - set(new)
    ]
    if not new and len(kept) == len(sets):
        return block
    needs_mark = not marked and plain and any(not data.isascii() for data in new.values())
    head = [_dataset(_CHARSET, _UTF8)] if needs_mark else []
    kept = [raw for raw in kept if not needs_mark or raw[1:3] != bytes(_CHARSET)]
    if not sets:
        kept = [_dataset(_VERSION, b"\0\4")]
    return b"".join([*head, *kept, *(_dataset(_KEYWORD, data) for data in new.values())])


def with_resource(resources: bytes, change: Keywords) -> bytes:
    """Photoshop's resources with the keywords changed; the digest of the block is kept in step.

    Raises:
        SidecarError: they are damaged.
    """
    parts: list[bytes] = []
    found, digest_at, block = False, None, b""
    for number, head, data, raw in _resources(resources):
        if number == _IPTC and not found:
            found, block = True, with_keywords(data, change)
            raw = raw if block == data else _resource(head, block)
        elif number == _DIGEST:
            digest_at = len(parts)
        parts.append(raw)
    if not found:
        block = with_keywords(b"", change)
        if block:
            parts.append(_resource(b"8BIM\x04\x04\0\0", block))
    elif digest_at is not None and b"".join(parts) != resources:
        parts[digest_at] = _resource(b"8BIM\x04\x25\0\0", _md5(block))
    return b"".join(parts)


def with_digest(resources: bytes, was: bytes, becomes: bytes) -> bytes:
    """Photoshop's resources beside a block that stands elsewhere; a digest that was the block's is kept in step."""
    parts = []
    for number, head, data, raw in _resources(resources):
        current = number == _DIGEST and data == _md5(was)
        parts.append(_resource(head, _md5(becomes)) if current else raw)
    return b"".join(parts)


def has_iptc(resources: bytes) -> bool:
    """Whether there is a block among these resources."""
    return any(number == _IPTC for number, _head, _data, _raw in _resources(resources))


def _md5(block: bytes) -> bytes:
    return hashlib.md5(block, usedforsecurity=False).digest()


def _cut(word: str, codec: str) -> bytes:
    """A word as it fits into a dataset; empty where the code page has no such letters."""
    try:
        return word.encode(codec)[:_LONGEST].decode(codec, "ignore").strip().encode(codec)
    except UnicodeEncodeError:
        return b""


def _datasets(block: bytes) -> Iterator[tuple[tuple[int, int], bytes, bytes]]:
    at, end = 0, len(block.rstrip(b"\0"))
    while at < end:
        if block[at] != 0x1C or at + 5 > len(block):
            raise refusal("The IPTC block of the photo is damaged.")
        length = int.from_bytes(block[at + 3 : at + 5], "big")
        after = at + 5 + length
        if length & 0x8000 or after > len(block):
            raise refusal("The IPTC block of the photo is damaged, or very large.")
        yield (block[at + 1], block[at + 2]), block[at + 5 : after], block[at:after]
        at, end = after, max(end, after)


def _dataset(key: tuple[int, int], data: bytes) -> bytes:
    return b"\x1c" + bytes(key) + len(data).to_bytes(2, "big") + data


def _resources(data: bytes) -> Iterator[tuple[int, bytes, bytes, bytes]]:
    """Number, head without the size, content and all bytes of each resource."""
    at = 0
    while at + 12 <= len(data):
        if data[at : at + 4] not in _SIGNATURES:
            if not data[at:].strip(b"\0"):
                break
            raise refusal("The Photoshop block of the photo is damaged.")
        name_end = at + 6 + (1 + data[at + 6] + 1) // 2 * 2
        size = int.from_bytes(data[name_end : name_end + 4], "big")
        after = name_end + 4 + size
        if after > len(data):
            raise refusal("The Photoshop block of the photo is damaged.")
        content = data[name_end + 4 : after]
        yield int.from_bytes(data[at + 4 : at + 6], "big"), data[at:name_end], content, data[at : after + size % 2]
        at = after + size % 2


def _resource(head: bytes, content: bytes) -> bytes:
    return head + len(content).to_bytes(4, "big") + content + b"\0" * (len(content) % 2)
