"""The first content of a new sidecar: what the photo says of itself.

darktable takes everything from a sidecar once it exists, Immich each field that it has; a sidecar with our keywords
alone would hide the photo's own.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from tagger.metadata import namespaces
from tagger.metadata.embedded import Embedded
from tagger.metadata.facts import flat_keywords, rating_of
from tagger.metadata.keywords import MAX_KEYWORDS, clean, fold
from tagger.metadata.namespaces import CAPTION, KEYWORD_PROPERTIES, LABEL, RATING, RDF, SUBJECT, name
from tagger.metadata.nodes import new_property
from tagger.metadata.xmp import ITEM, LANG, XmpDocument

COPIED = (
    RATING,
    LABEL,
    name(namespaces.DC, "title"),
    CAPTION,
    name(namespaces.DC, "rights"),
    name(namespaces.DC, "creator"),
    name(namespaces.REGIONS, "Regions"),
)
_IPTC = {
    name(namespaces.DC, "title"): ("ObjectName", "Alt"),
    CAPTION: ("Caption", "Alt"),
    name(namespaces.DC, "rights"): ("Copyright", "Alt"),
    name(namespaces.DC, "creator"): ("Byline", "Seq"),
}


def seeded_document(
    embedded: Embedded, others: Iterable[XmpDocument] = (), *, extension: str | None = None
) -> XmpDocument:
    """A new document with the values that the photo holds.

    Args:
        embedded: the photo's own metadata.
        others: sidecars that the new one would hide, the most trusted first; they win over the photo.
        extension: stated as ``photoshop:SidecarForExtension``, for a sidecar whose name does not tell.
    """
    document = XmpDocument.new()
    packet = embedded.document()
    sources = [*others, packet] if packet is not None else list(others)
    for keyword_property in (prop for prop in KEYWORD_PROPERTIES if prop.always):
        found = [value for source in sources for value in source.values(keyword_property.name)]
        words = flat_keywords(embedded) if keyword_property is SUBJECT else []
        _add(document, keyword_property.name, keyword_property.container, [*found, *words])
    for prop in COPIED:
        next((source for source in sources if _copy(source, document, prop)), None)
    for prop, (key, container) in _IPTC.items():
        if not document.elements(prop):
            _add(document, prop, container, embedded.iptc.get(f"Iptc.Application2.{key}", ()))
    rating = rating_of(embedded.exif, [] if packet is None else [packet])
    if rating is not None and not document.elements(RATING):
        new_property(document, RATING).text = str(rating)
    if extension:
        new_property(document, namespaces.SIDECAR_FOR_EXTENSION).text = extension.lstrip(".").upper()
    etree.indent(document.root, space=" ")
    return document


def _copy(source: XmpDocument, target: XmpDocument, prop: str) -> bool:
    """Copy a property with all its structure; False if the source does not have it."""
    for element in source.elements(prop):
        copied = copy.deepcopy(element)
        copied.tail = None
        placed = new_property(target, prop)
        placed.text = copied.text
        for attribute, value in copied.attrib.items():
            placed.set(attribute, value)
        placed.extend(list(copied))
        return True
    for block in source.attributes(prop):
        new_property(target, prop).text = str(block.attrib[prop])
        return True
    return False


def _add(document: XmpDocument, prop: str, container: str, values: Iterable[str]) -> None:
    """Make a list property of these values, each once; nothing if there are none."""
    unique: dict[str, str] = {}
    for value in map(clean, values):
        if value and len(unique) < MAX_KEYWORDS:
            unique.setdefault(fold(value), value)
    if not unique:
        return
    box = etree.SubElement(new_property(document, prop), name(RDF, container))
    for value in unique.values():
        item = etree.SubElement(box, ITEM)
        item.text = value
        if container == "Alt":
            item.set(LANG, "x-default")
            return
