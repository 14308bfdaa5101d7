"""Structures inside XMP, whichever of the forms of RDF they are written in, read by the URIs of their fields."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tagger.metadata.xmp import DESCRIPTION, ITEM, LANG, container, item_text


def fields(node: etree._Element, field: str) -> Iterator[etree._Element]:
    """The elements that hold a field of the structure in a property or list item.

    A structure stands in a ``rdf:Description`` of its own, or directly in the node (``rdf:parseType="Resource"``).
    """
    for holder in _holders(node):
        yield from holder.findall(field)


def items(node: etree._Element, field: str) -> Iterator[etree._Element]:
    """The items of a list that is a field of a structure."""
    for element in fields(node, field):
        box = container(element)
        if box is not None:
            yield from box.iterchildren(ITEM)


def text(node: etree._Element, *names: str) -> str | None:
    """The first of these fields that says something: plain, or the default language, else the first item of a list."""
    for field in names:
        for found in _texts(node, field):
            if found.strip():
                return found.strip()
    return None


def _holders(node: etree._Element) -> list[etree._Element]:
    return [node, *node.findall(DESCRIPTION)]


def _texts(node: etree._Element, field: str) -> Iterator[str]:
    for holder in _holders(node):
        if field in holder.attrib:
            yield str(holder.attrib[field])
    for element in fields(node, field):
        box = container(element)
        if box is None:
            yield item_text(element)
        else:
            found = box.findall(ITEM)
            yield from map(item_text, sorted(found, key=lambda item: item.get(LANG) != "x-default"))
