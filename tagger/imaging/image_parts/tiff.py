"""The pictures in a TIFF (TIFF 6.0, BigTIFF, DNG, and the RAW formats built like it)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tagger.imaging.image_parts.source import Source, Unstructured

_MOST_DIRECTORIES = 512
_MOST_ENTRIES = 4096
_MOST_VALUES = 4_000_000  # of all tags together
_BYTES_OF_TYPE = {1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4, 13: 4, 16: 8, 17: 8, 18: 8}
_SUBFILE, _SUB_DIRECTORIES = 254, 330
_STRIPS, _TILES, _JPEG_DATA, _PANASONIC_RAW = (273, 279), (324, 325), (513, 514), 280
_HOW_TO_READ = (256, 257, 258, 259, 262, 277, 317, 322, 323)
"""Size, depth, compression and layout: tags without which the data means something else."""

_WANTED = frozenset({_SUBFILE, _SUB_DIRECTORIES, *_STRIPS, *_TILES, *_JPEG_DATA, _PANASONIC_RAW, *_HOW_TO_READ})

Tags = dict[int, list[int]]


@dataclass(slots=True)
class _Layout:
    """How numbers are written in this file, and where its directories are; ``big`` is BigTIFF."""

    order: str
    big: bool
    values_left: int = _MOST_VALUES


def tiff_parts(source: Source) -> Iterator[bytes]:
    """The full-size pictures of a file, in the order of its directories, with the tags that say how to read them.

    Reduced pictures are left out where there is a full one: programs write new previews together with metadata.

    Raises:
        Unstructured: there is no picture in it.
    """
    layout, first = _layout(source)
    pictures = [tags for tags in _directories(source, layout, first) if _ranges(tags, source)]
    full = [tags for tags in pictures if not (tags.get(_SUBFILE) or [0])[0] & 1] or pictures
    ranges = [found for tags in full for found in _ranges(tags, source)]
    data = source.ranges(ranges)
    first_piece = next(data)  # before anything else, so that a broken file is told by an error
    yield repr([[(tag, tags.get(tag)) for tag in _HOW_TO_READ] for tags in full]).encode()
    yield first_piece
    yield from data


def _layout(source: Source) -> tuple[_Layout, int]:
    head = source.exactly(0, 8)
    order = "little" if head[:2] == b"II" else "big"
    big = head[2:4] in (b"+\x00", b"\x00+")
    layout = _Layout(order, big)
    return layout, source.number(8, 8, order) if big else source.number(4, 4, order)


def _directories(source: Source, layout: _Layout, first: int) -> Iterator[Tags]:
    """The tags of every directory, each once, a directory's own sub-directories right after it.

    Raises:
        Unstructured: there are more than in any photo.
    """
    waiting, seen = [first], set[int]()
    while waiting:
        at = waiting.pop(0)
        if len(seen) == _MOST_DIRECTORIES:
            raise Unstructured
        if at in seen or not 0 < at < source.size:
            continue
        seen.add(at)
        tags, following = _directory(source, layout, at)
        waiting[:0] = [*tags.get(_SUB_DIRECTORIES, [])[:_MOST_DIRECTORIES], following]
        yield tags


def _directory(source: Source, layout: _Layout, at: int) -> tuple[Tags, int]:
    """The wanted tags of a directory, and where the next one is; 0 after the last.

    Raises:
        Unstructured: it is longer than any, or the file ends before it.
    """
    count_bytes, entry_bytes, word = (8, 20, 8) if layout.big else (2, 12, 4)
    count = source.number(at, count_bytes, layout.order)
    if count > _MOST_ENTRIES:
        raise Unstructured
    start = at + count_bytes
    table = source.at(start, count * entry_bytes)
    tags: Tags = {}
    for place in range(0, len(table) - entry_bytes + 1, entry_bytes):
        tag = _number(table[place : place + 2], layout)
        if tag in _WANTED and tag not in tags:
            tags[tag] = _values(source, layout, table[place : place + entry_bytes], word)
    return tags, _number(source.at(start + count * entry_bytes, word), layout)


def _values(source: Source, layout: _Layout, entry: bytes, word: int) -> list[int]:
    """The numbers of one entry; none where they are not whole numbers or lie outside the file.

    Raises:
        Unstructured: the file has more of them than any photo.
    """
    each = _BYTES_OF_TYPE.get(_number(entry[2:4], layout), 0)
    count = _number(entry[4 : 4 + word], layout)
    inline = entry[4 + word :]
    length = each * count
    if not length:
        return []
    layout.values_left -= count
    if layout.values_left < 0:
        raise Unstructured
    data = inline[:length] if length <= word else source.at(_number(inline, layout), length)
    return [_number(data[place : place + each], layout) for place in range(0, len(data), each)]


def _number(data: bytes, layout: _Layout) -> int:
    return int.from_bytes(data, "little" if layout.order == "little" else "big")


def _ranges(tags: Tags, source: Source) -> list[tuple[int, int]]:
    """Offset and length of the data of one picture."""
    if raw := tags.get(_PANASONIC_RAW):
        return [(raw[0], source.size)]
    for offsets, lengths in (_STRIPS, _TILES, _JPEG_DATA):
        if tags.get(offsets) and tags.get(lengths):
            return list(zip(tags[offsets], tags[lengths], strict=False))
    return []
