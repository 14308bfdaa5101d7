"""Regions as nodes of an XMP tree: finding them where they stand, and making new ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tagger.entities import Box
from tagger.metadata import values
from tagger.metadata.change import OwnRegion, Schema
from tagger.metadata.namespaces import (
    AREA,
    DIMENSIONS,
    IPTC_EXT,
    MICROSOFT_PEOPLE,
    MICROSOFT_REGION,
    MICROSOFT_REGION_INFO,
    PREFIXES,
    PRIVATE,
    RDF,
    REGIONS,
    name,
)
from tagger.metadata.nodes import append, new_property
from tagger.metadata.packet import refusal
from tagger.metadata.regions import Size, area_box, boundary_box
from tagger.metadata.structs import fields, items, text
from tagger.metadata.xmp import ITEM, LANG, XmpDocument, container

MWG = name(REGIONS, "Regions")
IPTC = name(IPTC_EXT, "ImageRegion")
MICROSOFT = name(MICROSOFT_PEOPLE, "RegionInfo")
PROPERTIES = frozenset({MWG, IPTC, MICROSOFT})

_REGION_LIST = name(REGIONS, "RegionList")
_MICROSOFT_LIST = name(MICROSOFT_REGION_INFO, "Regions")
_RECTANGLE = name(MICROSOFT_REGION, "Rectangle")
_PARSE_TYPE = name(RDF, "parseType")
_ID = "tagger-"


@dataclass(frozen=True, slots=True)
class Found:
    """A region as it stands in a document; ``box`` is in fractions of the stored image."""

    node: etree._Element
    schema: Schema
    name: str
    box: Box
    key: int | None = None
    """Of the suggestion, where the region says that it is this program's."""


def found_regions(document: XmpDocument, size: Size | None) -> list[Found]:
    """The regions of mwg-rs and IPTC with their nodes; those that make no sense are left out."""
    return [*_mwg(document, size), *_iptc(document, size)]


def microsoft_regions(document: XmpDocument) -> Iterator[tuple[etree._Element, str, Box]]:
    """The faces of MP:RegionInfo: node, name, and box in fractions of the stored image."""
    for element in document.elements(MICROSOFT):
        for item in items(element, _MICROSOFT_LIST):
            numbers = [values.number(part) for part in (text(item, _RECTANGLE) or "").split(",")]
            known = [number for number in numbers if number is not None]
            if len(numbers) == len(known) == 4:
                yield item, text(item, name(MICROSOFT_REGION, "PersonDisplayName")) or "", Box(*known)


def list_of(document: XmpDocument, schema: Schema, size: tuple[int, int] | None) -> etree._Element:
    """The list that new regions of a schema go into; the property is made if it is not there.

    Raises:
        SidecarError: the property has a form that cannot be extended without loss.
    """
    prop = MWG if schema == "mwg-rs" else IPTC
    for element in document.elements(prop):
        holders = list(fields(element, _REGION_LIST)) if schema == "mwg-rs" else [element]
        for holder in holders:
            box = container(holder)
            if box is not None:
                return box
        raise refusal(f"The sidecar keeps {etree.QName(prop).localname} in an unusual form.")
    return _made_list(document, schema, prop, size)


def microsoft_list(document: XmpDocument) -> etree._Element | None:
    """The list of MP:RegionInfo, where there is one."""
    for element in document.elements(MICROSOFT):
        for holder in fields(element, _MICROSOFT_LIST):
            return container(holder)
    return None


def region_node(region: OwnRegion) -> etree._Element:
    """A new list item for a region."""
    item = _resource(ITEM, _uris(region.schema))
    return _filled_mwg(item, region) if region.schema == "mwg-rs" else _filled_iptc(item, region)


def microsoft_node(region: OwnRegion) -> etree._Element:
    """A new list item of MP:RegionInfo for a face."""
    item = _resource(ITEM, [MICROSOFT_REGION])
    if region.name:
        _plain(item, name(MICROSOFT_REGION, "PersonDisplayName"), region.name)
    box = region.box
    _plain(item, _RECTANGLE, ", ".join(map(number, (box.x, box.y, box.w, box.h))))
    return item


def number(value: float) -> str:
    """A fraction as it is written: six digits are a hundredth of a pixel of the largest photo."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _mwg(document: XmpDocument, size: Size | None) -> Iterator[Found]:
    for element in document.elements(MWG):
        for item in items(element, _REGION_LIST):
            box = next((box for area in fields(item, name(REGIONS, "Area")) if (box := area_box(area, size))), None)
            if box is not None:
                yield Found(item, "mwg-rs", text(item, name(REGIONS, "Name")) or "", box)


def _iptc(document: XmpDocument, size: Size | None) -> Iterator[Found]:
    for element in document.elements(IPTC):
        inner = container(element)
        for item in [] if inner is None else inner.findall(ITEM):
            boundaries = fields(item, name(IPTC_EXT, "RegionBoundary"))
            box = next((box for boundary in boundaries if (box := boundary_box(boundary, size))), None)
            if box is not None:
                yield Found(item, "iptc", text(item, name(IPTC_EXT, "Name")) or "", box, _key(item))


def _key(item: etree._Element) -> int | None:
    stated = text(item, name(IPTC_EXT, "rId")) or ""
    number = stated.removeprefix(_ID)
    return int(number) if stated.startswith(_ID) and number.isascii() and number.isdigit() else None


def _uris(schema: Schema) -> list[str]:
    return [REGIONS, AREA, DIMENSIONS] if schema == "mwg-rs" else [IPTC_EXT, PRIVATE]


def _made_list(document: XmpDocument, schema: Schema, prop: str, size: tuple[int, int] | None) -> etree._Element:
    element = new_property(document, prop, uris=_uris(schema))
    holder = element
    if schema == "mwg-rs":
        element.set(_PARSE_TYPE, "Resource")
        if size is not None:
            applied = _struct(element, name(REGIONS, "AppliedToDimensions"))
            for field, value in (("w", str(size[0])), ("h", str(size[1])), ("unit", "pixel")):
                _plain(applied, name(DIMENSIONS, field), value)
        holder = _child(element, _REGION_LIST)
    return _child(holder, name(RDF, "Bag"))


def _filled_mwg(item: etree._Element, region: OwnRegion) -> etree._Element:
    area = _struct(item, name(REGIONS, "Area"))
    box = region.box
    for field, value in zip("xywh", (box.x + box.w / 2, box.y + box.h / 2, box.w, box.h), strict=True):
        _plain(area, name(AREA, field), number(value))
    _plain(area, name(AREA, "unit"), "normalized")
    if region.name:
        _plain(item, name(REGIONS, "Name"), region.name)
    if region.kind == "face":  # the standard has no type for things
        _plain(item, name(REGIONS, "Type"), "Face")
    return item


def _filled_iptc(item: etree._Element, region: OwnRegion) -> etree._Element:
    boundary = _struct(item, name(IPTC_EXT, "RegionBoundary"))
    box = region.box
    _plain(boundary, name(IPTC_EXT, "rbShape"), "rectangle")
    _plain(boundary, name(IPTC_EXT, "rbUnit"), "relative")
    for field, value in zip(("rbX", "rbY", "rbW", "rbH"), (box.x, box.y, box.w, box.h), strict=True):
        _plain(boundary, name(IPTC_EXT, field), number(value))
    _plain(item, name(IPTC_EXT, "rId"), f"{_ID}{region.key}")
    if region.name:
        languages = _child(_child(item, name(IPTC_EXT, "Name")), name(RDF, "Alt"))
        _plain(languages, ITEM, region.name).set(LANG, "x-default")
    if region.confidence is not None:
        _plain(item, name(PRIVATE, "confidence"), number(round(region.confidence, 4)))
    return item


def _resource(tag: str, uris: list[str]) -> etree._Element:
    element = etree.Element(tag, nsmap={PREFIXES[uri]: uri for uri in uris})
    element.set(_PARSE_TYPE, "Resource")
    return element


def _struct(parent: etree._Element, tag: str) -> etree._Element:
    element = _child(parent, tag)
    element.set(_PARSE_TYPE, "Resource")
    return element


def _plain(parent: etree._Element, tag: str, value: str) -> etree._Element:
    element = _child(parent, tag)
    element.text = value
    return element


def _child(parent: etree._Element, tag: str) -> etree._Element:
    element = etree.Element(tag)
    append(parent, element)
    return parent[-1]
