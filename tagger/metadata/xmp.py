"""One XMP document: reading properties by URI, whatever form they are written in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Self

from lxml import etree

from tagger.metadata import keywords, namespaces
from tagger.metadata.namespaces import KEYWORD_PROPERTIES, RDF, XML, name
from tagger.metadata.packet import Packet, refusal, unpack

DESCRIPTION = name(RDF, "Description")
CONTAINERS = (name(RDF, "Bag"), name(RDF, "Seq"), name(RDF, "Alt"))
ITEM = name(RDF, "li")
VALUE = name(RDF, "value")
ABOUT = name(RDF, "about")
RESOURCE = name(RDF, "resource")
LANG = name(XML, "lang")

_EMPTY = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    f'<x:xmpmeta xmlns:x="{namespaces.META}" x:xmptk="Tagger">\n <rdf:RDF xmlns:rdf="{RDF}">\n'
    f'  <rdf:Description rdf:about="" xmlns:dc="{namespaces.DC}" xmlns:xmp="{namespaces.XMP}"\n'
    f'    xmlns:lr="{namespaces.LIGHTROOM}" xmlns:digiKam="{namespaces.DIGIKAM}">\n'
    '  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>\n'
)


class XmpDocument:
    """An XMP packet or sidecar, parsed without loss: comments, processing instructions and CDATA stay.

    Attributes:
        packet: the bytes it was parsed from, taken apart.
        root: the root element.
        rdf: the ``rdf:RDF`` element.
    """

    def __init__(self, packet: Packet, root: etree._Element) -> None:
        self.packet = packet
        self.root = root
        found = next(root.iter(name(RDF, "RDF")), None)
        if found is None:
            raise refusal("The sidecar has no rdf:RDF element.")
        self.rdf = found

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Parse a sidecar or packet.

        Raises:
            SidecarError: it cannot be understood without doubt, see `packet.unpack`.
        """
        packet = unpack(data)
        parser = etree.XMLParser(
            encoding="utf-8",
            strip_cdata=False,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        try:
            return cls(packet, etree.fromstring(packet.root, parser))
        except etree.XMLSyntaxError as error:
            raise refusal(f"The sidecar is not well-formed XML: {error}.") from error

    @classmethod
    def new(cls) -> Self:
        """A document without properties."""
        return cls.parse(_EMPTY.encode("utf-8"))

    def to_bytes(self) -> bytes:
        """The file: head and tail as they were, the root element as it is now."""
        root = etree.tostring(self.root, encoding="unicode", with_tail=False)
        return self.packet.with_root(root.replace("\n", "\r\n") if self.packet.has_crlf else root)

    def descriptions(self) -> list[etree._Element]:
        """All ``rdf:Description`` blocks at the top level."""
        return list(self.rdf.iterchildren(DESCRIPTION))

    def elements(self, prop: str) -> list[etree._Element]:
        """Every element that holds the property; more than one is against the rules but occurs."""
        return [element for block in self.rdf.iterchildren(DESCRIPTION) for element in block.iterchildren(prop)]

    def attributes(self, prop: str) -> list[etree._Element]:
        """Every block that holds the property as an attribute."""
        return [block for block in self.rdf.iterchildren(DESCRIPTION) if block.get(prop) is not None]

    def values(self, prop: str) -> list[str]:
        """All values of a property in document order: items of a container, or the one plain value."""
        found = [block.attrib[prop] for block in self.attributes(prop)]
        for element in self.elements(prop):
            found.extend(_values(element))
        return [str(value) for value in found if value.strip()]

    def text(self, prop: str) -> str | None:
        """The value as text: the default language, else the first item, else the plain value; None if blank."""
        for element in self.elements(prop):
            for item in element.iter(ITEM):
                if item.get(LANG) == "x-default" and item_text(item).strip():
                    return item_text(item).strip()
        values = self.values(prop)
        return values[0].strip() if values else None

    def hierarchical(self) -> list[tuple[str, ...]]:
        """The paths of all hierarchical keyword properties, each as its names, in digiKam's order."""
        paths: list[tuple[str, ...]] = []
        for prop in KEYWORD_PROPERTIES:
            if prop.separator is not None:
                paths.extend(keywords.split(value, prop.separator) for value in self.values(prop.name))
        paths.extend(self._categories())
        return [path for path in paths if path]

    def flat(self) -> list[str]:
        """The words of ``dc:subject``."""
        return self.values(namespaces.SUBJECT.name)

    def _categories(self) -> Iterator[tuple[str, ...]]:
        """ACDSee keeps its tree as XML inside one value: ``<Categories><Category Assigned="1">…``."""
        for value in self.values(namespaces.ACDSEE_CATEGORIES):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            try:
                tree = etree.fromstring(value.encode("utf-8"), parser)
            except etree.XMLSyntaxError:
                continue
            for category in tree.iter("Category"):
                if category.get("Assigned") == "1":
                    above = list(category.iterancestors("Category"))[::-1]
                    yield tuple(keywords.clean(node.text or "") for node in [*above, category])


class ReadOnlyXmp(XmpDocument):
    """A document that is read for many properties, and looked through but once; it must not be changed."""

    def __init__(self, packet: Packet, root: etree._Element) -> None:
        super().__init__(packet, root)
        self._elements: dict[str, list[etree._Element]] = defaultdict(list)
        self._attributes: dict[str, list[etree._Element]] = defaultdict(list)
        for block in self.descriptions():
            for attribute in block.attrib:
                self._attributes[str(attribute)].append(block)
            for child in block.iterchildren("*"):
                self._elements[child.tag].append(child)

    def elements(self, prop: str) -> list[etree._Element]:
        """Every element that holds the property."""
        return self._elements.get(prop, [])

    def attributes(self, prop: str) -> list[etree._Element]:
        """Every block that holds the property as an attribute."""
        return self._attributes.get(prop, [])


def container(element: etree._Element) -> etree._Element | None:
    """The Bag, Seq or Alt of a property element, also where qualifiers stand around it; None if it has none."""
    for child in element:
        if child.tag in CONTAINERS:
            return child
        if child.tag in (VALUE, DESCRIPTION):
            return container(child)
    return None


def item_text(item: etree._Element) -> str:
    """The text of a list item or property, with ``rdf:value`` preferred where it carries qualifiers."""
    if not len(item) and not item.attrib:
        return item.text or ""
    qualified = next(item.iter(VALUE), None)
    if qualified is not None:
        return "".join(str(part) for part in qualified.itertext())
    for node in (item, *item.findall(DESCRIPTION)):
        for attribute in (VALUE, RESOURCE):
            if attribute in node.attrib:
                return str(node.attrib[attribute])
    if any(isinstance(child.tag, str) for child in item):
        return ""
    return (item.text or "") + "".join(child.tail or "" for child in item)


def _values(element: etree._Element) -> list[str]:
    box = container(element)
    if box is None:
        return [item_text(element)]
    return [item_text(item) for item in box.findall(ITEM)]
