"""What an export would change in the sidecars of a photo, property by property, for people to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tagger.metadata import namespaces
from tagger.metadata.namespaces import KEYWORD_PROPERTIES, PREFIXES
from tagger.metadata.photo_values import PROPERTIES
from tagger.metadata.provenance import ACCEPTED_TAGS, stated
from tagger.metadata.region_nodes import IPTC, MICROSOFT, MWG, found_regions, microsoft_regions
from tagger.metadata.sidecars import SidecarResult
from tagger.metadata.xmp import ABOUT, XmpDocument

MAX_FOREIGN = 500
"""Properties of others that are named; a file of a raw converter may have thousands."""

_MAX_CHARS = 200
_KEYWORDS = tuple(prop.name for prop in KEYWORD_PROPERTIES)
_OURS = (*_KEYWORDS, *PROPERTIES.values(), MWG, IPTC, MICROSOFT, ACCEPTED_TAGS)


@dataclass(frozen=True, slots=True)
class PropertyDifference:
    """One property that would change: values that come, that go, and that stay."""

    property: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileDifference:
    """One sidecar that would change.

    Attributes:
        path: of the file.
        created: whether it would be new.
        properties: those that would change.
        foreign: name and text of those that would stay as they are; of a new file what it takes over from the photo.
    """

    path: str
    created: bool
    properties: tuple[PropertyDifference, ...]
    foreign: tuple[tuple[str, str], ...]


def differences(result: SidecarResult) -> list[FileDifference]:
    """What an export changed, or of a dry run what it would; nothing where it failed.

    Raises:
        SidecarError: never for a result of an export, whose files are known to be sound.
    """
    edits = () if result.plan is None else result.plan.edits
    return [difference(edit.path, edit.start, edit.after, created=edit.version.data is None) for edit in edits]


def difference(path: str, before: bytes, after: bytes, *, created: bool = False) -> FileDifference:
    """What one file says differently after than before.

    Raises:
        SidecarError: one of the two is no sound sidecar.
    """
    was, becomes = XmpDocument.parse(before), XmpDocument.parse(after)
    changed = [found for prop in _OURS if (found := _compared(prop, was, becomes)).added or found.removed]
    names = {found.property for found in changed}
    foreign = [(name, text) for name, text in _properties(was) if name not in names]
    return FileDifference(path, created, tuple(changed), tuple(foreign[:MAX_FOREIGN]))


def _compared(prop: str, was: XmpDocument, becomes: XmpDocument) -> PropertyDifference:
    before, after = list(_values(prop, was)), list(_values(prop, becomes))
    there, then = Counter(before), Counter(after)
    return PropertyDifference(
        _short(prop), _only(after, then - there), _only(before, there - then), _only(before, there & then)
    )


def _only(values: Iterable[str], counts: Counter[str]) -> tuple[str, ...]:
    return tuple(value for value in dict.fromkeys(values) if counts[value])


def _values(prop: str, document: XmpDocument) -> Iterator[str]:
    if prop in (MWG, IPTC):
        schema = "mwg-rs" if prop == MWG else "iptc"
        for found in found_regions(document, None):
            if found.schema == schema:
                box = found.box
                yield f"{found.name or '?'} ({box.x:.3f}, {box.y:.3f}, {box.w:.3f}, {box.h:.3f})"
    elif prop == MICROSOFT:
        for _node, name, box in microsoft_regions(document):
            yield f"{name or '?'} ({box.x:.3f}, {box.y:.3f}, {box.w:.3f}, {box.h:.3f})"
    elif prop == ACCEPTED_TAGS:
        yield from (", ".join(part for part in row if part) for row in stated(document))
    else:
        yield from document.values(prop)


def _properties(document: XmpDocument) -> Iterator[tuple[str, str]]:
    for block in document.descriptions():
        for attribute, value in block.attrib.items():
            if attribute != ABOUT:
                yield _short(str(attribute)), _text(str(value))
        for element in block.iterchildren(etree.Element):
            yield _short(str(element.tag)), _text(" ".join(str(part) for part in element.itertext()))


def _text(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _MAX_CHARS else f"{joined[: _MAX_CHARS - 1]}…"


def _short(prop: str) -> str:
    """The name as people know it, ``dc:subject``; with the whole URI where the prefix is not known."""
    name = etree.QName(prop)
    prefix = PREFIXES.get(name.namespace or "") or _OTHER_PREFIXES.get(name.namespace or "")
    return f"{prefix}:{name.localname}" if prefix else prop


_OTHER_PREFIXES = {
    namespaces.EXIF: "exif",
    namespaces.TIFF: "tiff",
    namespaces.AUX: "aux",
    namespaces.ACDSEE: "acdsee",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://darktable.sf.net/": "darktable",
}
