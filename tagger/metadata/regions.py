"""The regions that metadata names: faces of mwg-rs and Microsoft's MP, and the regions of IPTC.

All three are taken to refer to the stored image (see `frames`); for mwg-rs that is the standard, for the others the
standards are silent. Reading never fails: what makes no sense is left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from tagger.entities import Box, Region
from tagger.metadata import values
from tagger.metadata.frames import shown
from tagger.metadata.namespaces import (
    AREA,
    DIMENSIONS,
    IPTC_EXT,
    MICROSOFT_PEOPLE,
    MICROSOFT_REGION,
    MICROSOFT_REGION_INFO,
    REGIONS,
    XMP,
    name,
)
from tagger.metadata.structs import fields, items, text
from tagger.metadata.xmp import ITEM, XmpDocument, container

MAX_REGIONS = 500
"""Of one photo; a group photo of a whole school has fewer."""

LEAST_SIDE = 1e-4
"""Regions narrower than this share of the photo are points, and cannot be drawn."""

Size = tuple[float, float]

_SAME = 0.5  # intersection over union from which two nameless regions of one document are one
_KINDS = {"face": "face", "pet": "pet", "focus": "focus", "barcode": "barcode", "object": "object", "person": "person"}
_HUMAN = "/imageregiontype/human"


def regions_of(documents: Sequence[XmpDocument], orientation: int, size: Size | None = None) -> tuple[Region, ...]:
    """The regions of a photo, on the upright image.

    People keep two schemas in step (mwg-rs and MP), IPTC's stand apart: of each family the most trusted document that
    has any counts, and of a face that both schemas name, mwg-rs.

    Args:
        documents: the most trusted first.
        orientation: of the file, the EXIF value 1..8.
        size: of the stored image in pixels, for the regions that are given in pixels.
    """
    faces = next(filter(None, (_faces(document, size) for document in documents)), [])
    others = next(filter(None, (list(_iptc(document, size)) for document in documents)), [])
    return tuple(
        Region(region.kind, region.name, shown(region.box, orientation), region.source)
        for region in [*faces, *others][:MAX_REGIONS]
    )


def _faces(document: XmpDocument, size: Size | None) -> list[Region]:
    found = list(_mwg(document, size))
    found.extend(region for region in _microsoft(document) if not any(_same(region, other) for other in found))
    return found


def _some(found: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """As many items of a list as may count; a hostile one has millions."""
    return itertools.islice(found, MAX_REGIONS)


def _same(one: Region, other: Region) -> bool:
    if one.name and other.name:
        return one.name.casefold() == other.name.casefold()
    return one.box.iou(other.box) >= _SAME


def _mwg(document: XmpDocument, size: Size | None) -> Iterator[Region]:
    for element in document.elements(name(REGIONS, "Regions")):
        applied = next(iter(fields(element, name(REGIONS, "AppliedToDimensions"))), None)
        stated = None if applied is None else _pair(applied, name(DIMENSIONS, "w"), name(DIMENSIONS, "h"))
        for item in _some(items(element, name(REGIONS, "RegionList"))):
            for area in fields(item, name(REGIONS, "Area")):
                box = area_box(area, size or stated)
                if box is not None:
                    kind = _KINDS.get((text(item, name(REGIONS, "Type")) or "").casefold(), "other")
                    yield Region(kind, _name(text(item, name(REGIONS, "Name"))), box, "mwg-rs")


def area_box(area: etree._Element, size: Size | None) -> Box | None:
    """The rectangle or circle of ``stArea``, given by its centre; of a circle the square around it."""
    x, y, w, h, d = (values.number(text(area, name(AREA, field))) for field in "xywhd")
    scale = size if (text(area, name(AREA, "unit")) or "").casefold() == "pixel" else (1, 1)
    if x is None or y is None or scale is None:
        return None
    if (w is None or h is None) and d is not None:  # in shares of the shorter side
        wide, high = size or (1, 1)
        shorter = min(wide, high)
        w, h = (d, d) if scale != (1, 1) else (d * shorter / wide, d * shorter / high)
    if w is None or h is None:
        return None
    return _on_photo(Box(x - w / 2, y - h / 2, w, h), scale)


def _microsoft(document: XmpDocument) -> Iterator[Region]:
    for element in document.elements(name(MICROSOFT_PEOPLE, "RegionInfo")):
        for item in _some(items(element, name(MICROSOFT_REGION_INFO, "Regions"))):
            numbers = [values.number(part) for part in (text(item, _RECTANGLE) or "").split(",")]
            known = [number for number in numbers if number is not None]
            box = _on_photo(Box(*known), (1, 1)) if len(numbers) == len(known) == 4 else None
            if box is not None:
                yield Region("face", _name(text(item, name(MICROSOFT_REGION, "PersonDisplayName"))), box, "MP")


_RECTANGLE = name(MICROSOFT_REGION, "Rectangle")


def _iptc(document: XmpDocument, size: Size | None) -> Iterator[Region]:
    for element in document.elements(name(IPTC_EXT, "ImageRegion")):
        inner = container(element)
        for item in _some([] if inner is None else inner.iterchildren(ITEM)):
            for boundary in fields(item, name(IPTC_EXT, "RegionBoundary")):
                box = boundary_box(boundary, size)
                if box is not None:
                    people = name(IPTC_EXT, "PersonInImage")
                    kind = "person" if _is_human(item) or text(item, people) else "object"
                    yield Region(kind, _name(text(item, name(IPTC_EXT, "Name"), people)), box, "iptc")


def _is_human(item: etree._Element) -> bool:
    types = items(item, name(IPTC_EXT, "rCtype"))
    return any((text(kind, name(XMP, "Identifier")) or "").endswith(_HUMAN) for kind in types)


def boundary_box(boundary: etree._Element, size: Size | None) -> Box | None:
    """The rectangle, circle or polygon of IPTC; of the latter two the rectangle around."""
    scale = size if text(boundary, name(IPTC_EXT, "rbUnit")) == "pixel" else (1, 1)
    if scale is None:
        return None
    vertices = list(items(boundary, name(IPTC_EXT, "rbVertices")))[:10_000]
    if vertices:
        return _around([_pair(vertex, name(IPTC_EXT, "rbX"), name(IPTC_EXT, "rbY")) for vertex in vertices], scale)
    x, y, w, h, radius = (
        values.number(text(boundary, name(IPTC_EXT, field))) for field in ("rbX", "rbY", "rbW", "rbH", "rbRx")
    )
    if x is None or y is None:
        return None
    if radius is not None:  # in shares of the width
        wide, high = size or (1, 1)
        tall = radius if scale != (1, 1) else radius * wide / high
        return _on_photo(Box(x - radius, y - tall, 2 * radius, 2 * tall), scale)
    return None if w is None or h is None else _on_photo(Box(x, y, w, h), scale)


def _around(points: Iterable[tuple[float, float] | None], scale: Size) -> Box | None:
    known = [point for point in points if point is not None]
    if not known:
        return None
    left, top = (min(point[axis] for point in known) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in known) for axis in (0, 1))
    return _on_photo(Box(left, top, right - left, bottom - top), scale)


def _pair(node: etree._Element, first: str, second: str) -> tuple[float, float] | None:
    one, other = values.number(text(node, first)), values.number(text(node, second))
    return None if one is None or other is None else (one, other)


def _on_photo(region: Box, scale: Size) -> Box | None:
    """The part of a region that lies on the photo, in its shares; None if it is larger than the photo, or a point.

    ``scale`` is the size of the photo in the unit of the region.
    """
    wide, high = scale
    if wide <= 0 or high <= 0:
        return None
    x, y, w, h = region.x / wide, region.y / high, region.w / wide, region.h / high
    if not (0 < w <= 1.01 and 0 < h <= 1.01):
        return None
    box = Box(x, y, w, h).clipped()
    return box if min(box.w, box.h) >= LEAST_SIDE else None


def _name(found: str | None) -> str:
    return (values.line(found) or "")[:200]
