"""Where accepted tags came from, in this program's own namespace: who suggested them, how sure that was, and when.

IPTC's fields for AI are not for this: they would declare the photo itself as made by a machine. Qualifiers on the
keywords themselves are not either: darktable reads no keywords from such a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tagger.metadata.change import Provenance
from tagger.metadata.keywords import sanitise_tag
from tagger.metadata.namespaces import PREFIXES, PRIVATE, RDF, name
from tagger.metadata.nodes import append, detach, new_property
from tagger.metadata.packet import refusal
from tagger.metadata.structs import text
from tagger.metadata.xmp import ITEM, XmpDocument, container

ACCEPTED_TAGS = name(PRIVATE, "acceptedTags")
_FIELDS = ("keyword", "backend", "model", "confidence", "decision", "when")

Row = tuple[str | None, ...]


def merge_provenance(document: XmpDocument, wanted: Sequence[Provenance] | None) -> bool:
    """Make the list say exactly this; None or nothing takes it out. Returns whether anything changed."""
    rows = [_row(each) for each in wanted or ()]
    if stated(document) == rows:
        return False
    for element in document.elements(ACCEPTED_TAGS):
        detach(element)
    for block in document.attributes(ACCEPTED_TAGS):
        del block.attrib[ACCEPTED_TAGS]
    if rows:
        bag = etree.Element(name(RDF, "Bag"))
        element = new_property(document, ACCEPTED_TAGS)
        append(element, bag)
        for row in rows:
            append(bag, etree.Element(ITEM, {name(RDF, "parseType"): "Resource"}, nsmap={PREFIXES[PRIVATE]: PRIVATE}))
            for field, value in zip(_FIELDS, row, strict=True):
                append(bag[-1], etree.Element(name(PRIVATE, field)))
                bag[-1][-1].text = value
    return True


def check_provenance(document: XmpDocument, wanted: Sequence[Provenance] | None) -> None:
    """Prove that the list says exactly this.

    Raises:
        SidecarError: it does not; the result must not be written.
    """
    if stated(document) != [_row(each) for each in wanted or ()]:
        raise refusal("The origin of the tags could not be written into the sidecar safely.")


def stated(document: XmpDocument) -> list[Row]:
    """What a document says of the origin of tags: keyword, backend, model, confidence, decision and time of each."""
    boxes = [container(element) for element in document.elements(ACCEPTED_TAGS)]
    found = [item for box in boxes if box is not None for item in box.findall(ITEM)]
    return [tuple(text(item, name(PRIVATE, field)) for field in _FIELDS) for item in found]


def _row(each: Provenance) -> Row:
    sure = f"{each.confidence:.4f}".rstrip("0").rstrip(".")
    values = (sanitise_tag(each.tag), each.backend, each.model, sure, each.decision, each.when)
    return tuple(" ".join(value.split()) or None for value in values)
