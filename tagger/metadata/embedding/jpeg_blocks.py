"""XMP (part 3, 1.1.3) and IPTC in a JPEG: its APP1 and APP13 segments; every other byte stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tagger.metadata.embedding import iim
from tagger.metadata.embedding.iim import Keywords
from tagger.metadata.embedding.splices import Splice, refusal

_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"
_MOST = 65533
_APP0, _APP1, _APP2, _APP13, _SOS, _EOI = 0xE0, 0xE1, 0xE2, 0xED, 0xDA, 0xD9
_OURS = (b"subject", b"hierarchicalSubject", b"TagsList", b"Rating", b"Label", b"description", b"Region")


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    start: int
    end: int
    content: bytes


def edits(data: bytes, packet: bytes, keywords: Keywords) -> list[Splice]:
    """The edits that put a packet and keywords into a JPEG.

    Raises:
        SidecarError: it is damaged, the packet is too large, or other things in the file would come to harm.
    """
    segments = list(_segments(data))
    if any(each.marker == _APP2 and each.content.startswith(b"MPF\0") for each in segments):
        raise refusal("This photo holds further pictures, whose places in the file would move.")
    extended = b"".join(each.content for each in segments if each.content.startswith(_EXTENDED))
    if any(word in extended for word in _OURS):
        raise refusal("This photo keeps its keywords in a second block, beyond 64 KB.")
    found = [each for each in segments if each.marker == _APP1 and each.content.startswith(_XMP)]
    if len(found) > 1:
        raise refusal("This photo has several XMP blocks.")
    if len(_XMP) + len(packet) > _MOST:
        raise refusal("The metadata is larger than the 64 KB that a JPEG can hold in one block.")
    new = _segment(_APP1, _XMP + packet)
    place = found[0].start if found else _after_exif(segments)
    splices = [Splice(place, data[found[0].start : found[0].end] if found else b"", new)]
    return [*splices, *_iptc(data, segments, keywords, splices[0])]


def _iptc(data: bytes, segments: list[_Segment], keywords: Keywords, xmp: Splice) -> list[Splice]:
    found = [each for each in segments if each.marker == _APP13 and each.content.startswith(iim.MARK)]
    before = b"".join(each.content[len(iim.MARK) :] for each in found)
    after = iim.with_resource(before, keywords)
    if after == before:
        return []
    room = _MOST - len(iim.MARK)
    pieces = [after[at : at + room] for at in range(0, len(after), room)]
    new = b"".join(_segment(_APP13, iim.MARK + piece) for piece in pieces)
    if not found:  # a splice of its own at the same place would have no order
        return [Splice(xmp.at + len(xmp.old), b"", new)] if xmp.old else [_behind(data, xmp, new, segments)]
    first, *rest = found
    return [
        Splice(first.start, data[first.start : first.end], new),
        *(Splice(each.start, data[each.start : each.end], b"") for each in rest),
    ]


def _behind(data: bytes, xmp: Splice, new: bytes, segments: list[_Segment]) -> Splice:
    """After the next segment: two things cannot be put in at one place."""
    after = next((each for each in segments if each.start == xmp.at), None)
    if after is None:
        raise refusal("This JPEG has nothing but its picture.")
    return Splice(after.end, b"", new)


def _segments(data: bytes) -> Iterator[_Segment]:
    """The segments before the picture.

    Raises:
        SidecarError: they are not as in a JPEG.
    """
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _SOS:
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if marker == _EOI or length < 2 or end > len(data):
            break
        yield _Segment(marker, at, end, data[at + 4 : end])
        at = end
    raise refusal("This JPEG is damaged.")


def _after_exif(segments: list[_Segment]) -> int:
    place = 2
    for each in segments:
        if each.marker != _APP0 and not (each.marker == _APP1 and each.content.startswith(b"Exif\0")):
            break
        place = each.end
    return place


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content
