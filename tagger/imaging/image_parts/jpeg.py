"""The picture in a JPEG (ITU-T T.81, annex B): tables, frame and scans of the first image.

Application segments and comments describe it. Of them only the colour transform of an Adobe segment counts, since it
says how the scans are to be read. What follows the end of the image is left out as well: previews of an MPF, the film
of a motion photo, the trailers of phones, which other programs drop or rewrite.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from tagger.imaging.image_parts.source import Piece, Source, Unstructured

_SOS, _EOI, _SOI = 0xDA, 0xD9, 0xD8
_APP0, _APP14, _APP15, _COM = 0xE0, 0xEE, 0xEF, 0xFE
_ALONE = frozenset({0x01, _SOI, *range(0xD0, 0xD8)})  # markers without a length
_END_OF_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_HEAD_BYTES = 4
_MOST_SEGMENTS = 100_000


def jpeg_parts(source: Source) -> Iterator[Piece]:
    """The picture's bytes, in the order of the file.

    Raises:
        Unstructured: there is no scan, or there are more segments than in any photo.
    """
    at, scanned = 2, False
    transform = b""
    for _ in range(_MOST_SEGMENTS):
        data, start = source.window(at, _HEAD_BYTES)
        head = data[start : start + _HEAD_BYTES]
        marker = head[1] if len(head) > 1 else _EOI
        if not head or (head[0] == 0xFF and marker == _EOI):
            break
        if head[0] != 0xFF:
            at = yield from _scan(source, at, scanned)
        elif marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
        else:
            length = int.from_bytes(head[2:4], "big")
            if not (_APP0 <= marker <= _APP15 or marker == _COM):
                yield source.at(at, 2 + length)
            elif marker == _APP14:
                transform = _adobe_transform(source, at)
            at += 2 + max(length, 2)
            scanned = scanned or marker == _SOS
            at = (yield from _scan(source, at, scanned)) if marker == _SOS else at
    else:
        raise Unstructured
    if not scanned:
        raise Unstructured
    yield transform


def _adobe_transform(source: Source, at: int) -> bytes:
    segment = source.at(at + 4, 12)
    return segment[11:] if segment.startswith(b"Adobe") else b""


def _scan(source: Source, at: int, begun: bool) -> Generator[Piece, None, int]:
    """The entropy-coded data from a place up to the next marker that is not part of it; returns where that is.

    Raises:
        Unstructured: no scan has begun.
    """
    if not begun:
        raise Unstructured
    while at < source.size:
        data, start = source.window(at)
        found = _END_OF_SCAN.search(data, start)
        end = len(data) if found is None else found.start()
        if found is None and data.endswith(b"\xff") and at + end - start < source.size:
            end -= 1  # whether it begins a marker is said by the next window
        yield memoryview(data)[start:end]
        at += end - start
        if found is not None:
            break
    return at
