"""The picture in files of boxes (ISO/IEC 14496-12, 23008-12, 18181-2): HEIC, AVIF, CR3, JPEG XL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tagger.imaging.image_parts.source import Source, Unstructured

_MOST_BOXES = 4096
_MOST_EXTENTS = 65536
_DESCRIBING = frozenset({b"Exif", b"mime", b"uri "})
_JXL_CODESTREAM = b"\xff\x0a"


@dataclass(frozen=True, slots=True)
class Box:
    """A box: what it is, where its content begins and where it ends."""

    kind: bytes
    start: int
    end: int


def boxes(source: Source, start: int, end: int) -> Iterator[Box]:
    """The boxes of a stretch of the file, as far as they make sense."""
    for _ in range(_MOST_BOXES):
        head = source.at(start, 16)
        if len(head) < 8 or start + 8 > end:
            return
        size, header = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(head[8:16], "big"), 16
        after = min(start + size, end) if size else end
        if after < start + header:
            return
        yield Box(head[4:8], start + header, after)
        start = after


def heif_parts(source: Source) -> Iterator[bytes]:
    """The coded items of a HEIC or AVIF, without Exif and XMP; of a sequence or a CR3, which has no items, its media.

    Raises:
        Unstructured: there is neither.
    """
    top = list(boxes(source, 0, source.size))
    ranges = [found for box in top if box.kind == b"meta" for found in _items(source, box)]
    if not ranges:
        ranges = [(box.start, box.end - box.start) for box in top if box.kind == b"mdat"]
    yield from source.ranges(ranges)


def jxl_parts(source: Source) -> Iterator[bytes]:
    """The codestream of a JPEG XL: the same in a file of its own and in a container.

    Raises:
        Unstructured: there is none.
    """
    if source.at(0, 2) == _JXL_CODESTREAM:
        yield from source.pieces(0, source.size)
        return
    ranges = []
    for box in boxes(source, 0, source.size):
        if box.kind in (b"jxlc", b"jxlp"):
            start = box.start + (4 if box.kind == b"jxlp" else 0)  # a part begins with its number
            ranges.append((start, box.end - start))
    yield from source.ranges(ranges)


def _items(source: Source, meta: Box) -> list[tuple[int, int]]:
    """Where the data of the items is that are pictures, by the numbers of the items."""
    inside = {box.kind: box for box in boxes(source, meta.start + 4, meta.end)}
    if b"iloc" not in inside or b"iinf" not in inside:
        return []
    describing = _describing(source, inside[b"iinf"])
    data = inside.get(b"idat")
    found = sorted(_locations(source, inside[b"iloc"], data.start if data else None))
    return [(at, length) for item, at, length in found if item not in describing]


def _describing(source: Source, iinf: Box) -> set[int]:
    """Numbers of the items that describe the picture."""
    wide = source.number(iinf.start, 1) > 0
    first = iinf.start + (8 if wide else 6)
    numbers = set()
    for box in boxes(source, first, iinf.end):
        version = source.number(box.start, 1)
        if box.kind == b"infe" and version >= 2:
            bytes_of_number = 2 if version == 2 else 4
            after = box.start + 4 + bytes_of_number
            if source.at(after + 2, 4) in _DESCRIBING:
                numbers.add(source.number(box.start + 4, bytes_of_number))
    return numbers


class _Fields:
    """Reads one number after another."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, length: int) -> int:
        piece = self._data[self._at : self._at + length]
        if len(piece) != length:
            raise Unstructured
        self._at += length
        return int.from_bytes(piece, "big")


def _locations(source: Source, iloc: Box, data_start: int | None) -> Iterator[tuple[int, int, int]]:
    """Item number, offset and length of every extent.

    Raises:
        Unstructured: the table is cut short, or longer than that of any photo.
    """
    fields = _Fields(source.at(iloc.start, min(iloc.end - iloc.start, 8 << 20)))
    version = fields.take(4) >> 24
    sizes = fields.take(2)
    offset_bytes, length_bytes, base_bytes, index_bytes = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    left = _MOST_EXTENTS
    for _ in range(fields.take(4 if version == 2 else 2)):
        item = fields.take(4 if version == 2 else 2)
        method = fields.take(2) & 15 if version else 0
        fields.take(2)  # which file: always this one
        base = fields.take(base_bytes)
        extents = fields.take(2)
        left -= extents + 1
        if left < 0:
            raise Unstructured
        for _ in range(extents):
            fields.take(index_bytes if version else 0)
            at, length = base + fields.take(offset_bytes), fields.take(length_bytes)
            if method == 0:
                yield item, at, length or source.size
            elif method == 1 and data_start is not None:
                yield item, data_start + at, length
