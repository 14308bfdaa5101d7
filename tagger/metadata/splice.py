"""Writing an edited document back with every byte outside the edited properties as it was.

A serialiser would keep the meaning but not the look: quotes, line breaks between attributes, character references.
Here only the spans of changed properties are replaced in the old bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from lxml import etree

from tagger.metadata.merge import MANAGED
from tagger.metadata.namespaces import XML
from tagger.metadata.packet import TAG_END
from tagger.metadata.photo_values import PROPERTIES
from tagger.metadata.provenance import ACCEPTED_TAGS
from tagger.metadata.region_nodes import PROPERTIES as REGIONS
from tagger.metadata.xmp import CONTAINERS, ITEM, XmpDocument

_EDITABLE = MANAGED | REGIONS | {ACCEPTED_TAGS} | frozenset(PROPERTIES.values())
_BLANK = b" \t\r\n"
_SPECIAL = re.compile("[&<>\r]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ESCAPES_QUOTED = {**_ESCAPES, **str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})}
_TAG_NAME = re.compile(rb"<([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"\s+([^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True, slots=True)
class _Span:
    """Byte offsets of one element: its start tag, its end tag (empty if there is none), its end."""

    start: int
    content: int
    end_tag: int
    end: int

    @property
    def is_empty_tag(self) -> bool:
        return self.end_tag == self.end


@dataclass(frozen=True, slots=True)
class _Splice:
    start: int
    end: int
    new: bytes


class Layout:
    """Remembers where everything stands in a document's bytes; made before the document is edited."""

    def __init__(self, document: XmpDocument) -> None:
        self._document = document
        self._old = document.packet.root
        self._line_end = "\r\n" if document.packet.has_crlf else "\n"
        self._spans = dict(zip(document.root.iter(etree.Element), _spans(self._old), strict=True))
        self._blocks = {
            block: [child for child in block if child.tag in _EDITABLE] for block in document.descriptions()
        }
        self._attributes = {block: _EDITABLE & set(block.attrib) for block in self._blocks}
        self._forms = {
            node: _form(node) for properties in self._blocks.values() for prop in properties for node in prop.iter()
        }

    def to_bytes(self) -> bytes:
        """The file with the edits made since, or as serialised anew where a block was added."""
        if any(block not in self._blocks for block in self._document.descriptions()):
            return self._document.to_bytes()
        new, position = [], 0
        for splice in sorted(self._splices(), key=lambda splice: (splice.start, splice.end)):
            new += [self._old[position : splice.start], splice.new]
            position = splice.end
        return self._document.packet.with_root(b"".join([*new, self._old[position:]]).decode("utf-8"))

    def _splices(self) -> Iterator[_Splice]:
        for block, properties in self._blocks.items():
            yield from self._removed_attributes(block)
            for prop in properties:
                span = self._spans[prop]
                if prop.getparent() is not block:
                    yield _Splice(len(self._old[: span.start].rstrip(_BLANK)), span.end, b"")
                elif self._forms[prop] != _form(prop):
                    yield _Splice(span.start, span.end, self._written(prop))
            yield from self._added(block)

    def _removed_attributes(self, block: etree._Element) -> Iterator[_Splice]:
        span = self._spans[block]
        for prop in self._attributes[block] - set(block.attrib):
            for match in _ATTRIBUTE.finditer(self._old, span.start, span.content):
                prefix, _, local = match[1].decode("utf-8").rpartition(":")
                if prefix and f"{{{block.nsmap.get(prefix)}}}{local}" == prop:
                    yield _Splice(match.start(), match.end(), b"")

    def _added(self, block: etree._Element) -> Iterator[_Splice]:
        added = [child for child in block.iterchildren(etree.Element) if child not in self._spans]
        if not added:
            return
        span = self._spans[block]
        content = b"".join(self._text(_blank_before(child)) + self._written(child) for child in added)
        if span.is_empty_tag:
            closing = self._text(added[-1].tail) + b"</" + self._tag_name(block) + b">"
            yield _Splice(span.content - 2, span.content, b">" + content + closing)
        else:
            place = max(span.content, len(self._old[: span.end_tag].rstrip(_BLANK)))
            yield _Splice(place, place, content)

    def _written(self, node: etree._Element) -> bytes:
        """A node as it is now; what did not change in it as it stood."""
        span = self._spans.get(node)
        if span is not None and self._forms.get(node) == _form(node):
            return self._old[span.start : span.end]
        if not isinstance(node.tag, str):
            return bytes(etree.tostring(node, with_tail=False))
        if span is None and _is_plain(node):
            name = self._tag_name(node)
            return b"<%b>%b</%b>" % (name, self._text(node.text), name)
        parts = [self._start_tag(node), self._text(node.text)]
        for child in node:
            parts += [self._written(child), self._text(child.tail)]
        return b"".join([*parts, b"</" + self._tag_name(node) + b">"])

    def _start_tag(self, node: etree._Element) -> bytes:
        span, parent = self._spans.get(node), node.getparent()
        if span is not None:
            tag = self._old[span.start : span.content]
            return tag[:-2].rstrip(_BLANK) + b">" if span.is_empty_tag else tag
        above = {} if parent is None else parent.nsmap
        declared = {prefix: uri for prefix, uri in node.nsmap.items() if above.get(prefix) != uri}
        parts = [
            f"xmlns:{prefix}={_quoted(uri)}" if prefix else f"xmlns={_quoted(uri)}" for prefix, uri in declared.items()
        ]
        parts += [f"{_attribute_name(node, str(key))}={_quoted(str(value))}" for key, value in node.attrib.items()]
        return b" ".join([b"<" + self._tag_name(node), *(part.encode() for part in parts)]) + b">"

    def _tag_name(self, node: etree._Element) -> bytes:
        span = self._spans.get(node)
        match = None if span is None else _TAG_NAME.match(self._old, span.start)
        if match is not None:
            return match[1]
        local = str(etree.QName(node).localname)
        return (f"{node.prefix}:{local}" if node.prefix else local).encode()

    def _text(self, text: str | None) -> bytes:
        return _escaped(text or "").replace("\n", self._line_end).encode()


def _spans(data: bytes) -> Iterator[_Span]:
    """The spans of all elements in document order."""
    starts: list[int] = []
    ends: dict[int, int] = {}
    above: list[int] = []
    parser = expat.ParserCreate("UTF-8")

    def opened(name: str, attributes: dict[str, str]) -> None:
        above.append(len(starts))
        starts.append(parser.CurrentByteIndex)

    def closed(name: str) -> None:
        ends[above.pop()] = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.Parse(data, True)
    for number, start in enumerate(starts):
        tag = TAG_END.match(data, start)
        content = start if tag is None else tag.end()
        if data[content - 2 : content] == b"/>":
            yield _Span(start, content, content, content)
        else:
            yield _Span(start, content, ends[number], data.index(b">", ends[number]) + 1)


def _is_plain(node: etree._Element) -> bool:
    """Whether a node is text in a list and can need no declaration of its own; there are many."""
    if len(node) or node.attrib or node.tag != ITEM:
        return False
    parent = node.getparent()
    return parent is not None and parent.tag in CONTAINERS and parent.prefix == node.prefix


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def _quoted(text: str) -> str:
    """As the value of an attribute, where a line end or a tab as it is would be read as a space."""
    return f'"{text.translate(_ESCAPES_QUOTED)}"'


def _attribute_name(node: etree._Element, key: str) -> str:
    """An attribute's name with a prefix that is bound there."""
    name = etree.QName(key)
    if name.namespace is None:
        return str(name.localname)
    if name.namespace == XML:
        return f"xml:{name.localname}"
    return next(f"{prefix}:{name.localname}" for prefix, uri in node.nsmap.items() if prefix and uri == name.namespace)


def _form(node: etree._Element) -> object:
    """What tells whether a node is as it was; of a list item with text its text, since there are many."""
    if not len(node) and not node.attrib:
        return node.tag, node.text
    return bytes(etree.tostring(node, with_tail=False))


def _blank_before(node: etree._Element) -> str | None:
    previous, parent = node.getprevious(), node.getparent()
    text = previous.tail if previous is not None else (None if parent is None else parent.text)
    return text if text is not None and not text.strip() else None
