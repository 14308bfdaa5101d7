"""Writing rating, colour label, caption and place into an XMP document, touching nothing else, and proving it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tagger.metadata.change import GIVEN_ONLY, Values
from tagger.metadata.namespaces import CAPTION, EXIF, LABEL, RATING, RDF, name
from tagger.metadata.nodes import append, detach, new_property
from tagger.metadata.packet import refusal
from tagger.metadata.values import written_degrees
from tagger.metadata.xmp import ITEM, LANG, XmpDocument, container, item_text

PROPERTIES = {
    "rating": RATING,
    "colour_label": LABEL,
    "caption": CAPTION,
    "latitude": name(EXIF, "GPSLatitude"),
    "longitude": name(EXIF, "GPSLongitude"),
}

_DEFAULT = "x-default"


def merge_values(document: XmpDocument, values: Values) -> bool:
    """Set or remove these values in a document; a caption in other languages stays.

    Returns:
        Whether anything changed.

    Raises:
        SidecarError: a property has a form that cannot be changed without loss.
    """
    changed = False
    for field, value in values:
        prop = PROPERTIES[field]
        text = _text(field, value)
        stated = _stated(document, prop)
        if stated == text or (field in GIVEN_ONLY and None not in (stated, text)):
            continue
        if prop == CAPTION:
            _set_default(document, prop, text)
        else:
            _set_plain(document, prop, text)
        changed = True
    return changed


def check_values(before: XmpDocument, after: XmpDocument, values: Values) -> None:
    """Prove that ``after`` has the values, and the other languages of ``before``.

    Raises:
        SidecarError: it has not; the result must not be written.
    """
    for field, value in values:
        prop = PROPERTIES[field]
        text = _text(field, value)
        if field in GIVEN_ONLY and text is not None:
            text = _stated(before, prop) or text
        if _stated(after, prop) != text:
            raise refusal(f"The {field.replace('_', ' ')} could not be written into the sidecar safely.")
        if _others(before, prop) != _others(after, prop):
            raise refusal("The caption could not be written without changing other languages.")


def edited_properties(values: Sequence[tuple[str, object]]) -> frozenset[str]:
    """The properties behind these values."""
    return frozenset(PROPERTIES[field] for field, _value in values)


def _text(field: str, value: float | str | None) -> str | None:
    """A value as the document has it."""
    if value is not None and field in GIVEN_ONLY:
        return written_degrees(float(value), *("NS" if field == "latitude" else "EW"))
    return None if value is None else str(value)


def _stated(document: XmpDocument, prop: str) -> str | None:
    """The value that was set by this program or would be replaced by it; of a caption only the default language."""
    if prop != CAPTION:
        found = [item_text(element) for element in document.elements(prop)]
        found += [str(block.attrib[prop]) for block in document.attributes(prop)]
    else:
        found = [item_text(item) for item in _default_items(document, prop)]
        found += [item_text(element) for element in document.elements(prop) if container(element) is None]
        found += [str(block.attrib[prop]) for block in document.attributes(prop)]
    return next((text for text in map(_unified, found) if text), None)


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _items(document: XmpDocument, prop: str) -> list[etree._Element]:
    boxes = [container(element) for element in document.elements(prop)]
    return [item for box in boxes if box is not None for item in box.findall(ITEM)]


def _default_items(document: XmpDocument, prop: str) -> list[etree._Element]:
    """The items in the default language; those of a list without languages count as such."""
    return [item for item in _items(document, prop) if item.get(LANG, _DEFAULT) == _DEFAULT]


def _others(document: XmpDocument, prop: str) -> list[tuple[str, str]]:
    languages = [(item.get(LANG, _DEFAULT), item_text(item)) for item in _items(document, prop)]
    return [(language, text) for language, text in languages if language != _DEFAULT]


def _set_plain(document: XmpDocument, prop: str, text: str | None) -> None:
    elements = document.elements(prop)
    if any(len(element) for element in elements):
        raise refusal(f"The sidecar keeps {etree.QName(prop).localname} in an unusual form.")
    for element in elements if text is None else elements[1:]:
        detach(element)
    blocks = document.attributes(prop)
    for block in blocks:
        del block.attrib[prop]
    if text is not None:
        block = blocks[0] if blocks else None
        element = elements[0] if elements else new_property(document, prop, block)
        element.text = text


def _set_default(document: XmpDocument, prop: str, text: str | None) -> None:
    blocks = document.attributes(prop)
    for block in blocks:
        del block.attrib[prop]
    elements = document.elements(prop)
    for element in elements:
        if container(element) is None and len(element):
            raise refusal(f"The sidecar keeps {etree.QName(prop).localname} in an unusual form.")
    items = _default_items(document, prop)
    for item in items if text is None else items[1:]:
        detach(item)
    for element in elements:
        box = container(element)
        if (box is None and text is None) or (box is not None and not len(box)):
            detach(element)
    if text is not None:
        item = items[0] if items else _new_item(document, prop, blocks)
        if len(item):
            raise refusal("The sidecar keeps the caption in an unusual form.")
        item.text = text


def _new_item(document: XmpDocument, prop: str, blocks: Sequence[etree._Element]) -> etree._Element:
    """An item for the default language, which has to be the first."""
    elements = document.elements(prop)
    element = elements[0] if elements else new_property(document, prop, blocks[0] if blocks else None)
    box = container(element)
    if box is None:
        element.text = None
        box = etree.Element(name(RDF, "Alt"))
        append(element, box)
    item = etree.Element(ITEM)
    item.set(LANG, _DEFAULT)
    first = box[0] if len(box) else None
    if first is None:
        append(box, item)
    else:
        item.tail = box.text if not (box.text or "").strip() else None
        first.addprevious(item)
    return item
