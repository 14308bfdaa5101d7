"""Putting nodes into an XMP tree and taking them out, with the indentation of their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tagger.metadata.namespaces import PREFIXES
from tagger.metadata.xmp import ABOUT, DESCRIPTION, XmpDocument


def new_property(
    document: XmpDocument, prop: str, block: etree._Element | None = None, *, uris: Sequence[str] = ()
) -> etree._Element:
    """Append an empty property element to a block (the first one if not given, made if there is none).

    The namespaces ``uris`` of what will stand in it are declared on it.
    """
    blocks = document.descriptions()
    if block is None:
        block = blocks[0] if blocks else None
    if block is None:
        block = etree.Element(DESCRIPTION, {ABOUT: ""})
        append(document.rdf, block)
    uri = etree.QName(prop).namespace or ""
    inside = dict.fromkeys((uri, *uris))
    element = etree.Element(prop, nsmap={_free_prefix(document, each): each for each in inside})
    append(block, element)
    return element


def _free_prefix(document: XmpDocument, uri: str) -> str:
    """The usual prefix, unless the file binds it to another URI anywhere: exiv2 would then mix the two up."""
    bound: dict[str, set[str]] = {}
    for _event, (prefix, target) in etree.iterwalk(document.root, events=("start-ns",)):
        bound.setdefault(prefix or "", set()).add(target)
    usual = PREFIXES.get(uri, "ns")
    prefix, number = usual, 1
    while bound.get(prefix, {uri}) != {uri}:
        number += 1
        prefix = f"{usual}{number}"
    return prefix


def append(parent: etree._Element, child: etree._Element) -> None:
    """Append with the indentation of the siblings, or one step deeper than the parent's where there are none."""
    last = next(parent.iterchildren(reversed=True), None)  # len() of lxml counts them all
    if last is not None:
        child.tail, last.tail = last.tail, (parent.text if not (parent.text or "").strip() else last.tail)
    else:
        outer = _indent(parent)
        child.tail = outer
        parent.text = None if outer is None else outer + " "
    parent.append(child)


def _indent(element: etree._Element) -> str | None:
    """The line end and indentation before an element, None where the file is written without."""
    previous = element.getprevious()
    parent = element.getparent()
    text = previous.tail if previous is not None else (parent.text if parent is not None else "\n")
    return text if text is not None and text.startswith("\n") and not text.strip() else None


def detach(element: etree._Element) -> None:
    """Take an element out; the last one leaves its indentation to the closing tag."""
    parent, previous = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.getnext() is None and not (element.tail or "").strip():
        if previous is not None:
            previous.tail = element.tail
        else:
            parent.text = element.tail
    elif (element.tail or "").strip():
        if previous is not None:
            previous.tail = (previous.tail or "") + (element.tail or "")
        else:
            parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def forget_blanks(element: etree._Element) -> None:
    """Forget blank text between children, which a merge may lay anew."""
    if not (element.text or "").strip():
        element.text = None
    for child in element:
        if not (child.tail or "").strip():
            child.tail = None
