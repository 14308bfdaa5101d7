"""Bringing this program's boxes into the regions of a document; regions of others are never touched.

A region is this program's if it was written by it and still is as it was written. One that another program moved,
renamed or took away has become that program's own.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lxml import etree

from tagger.entities import Box
from tagger.metadata.change import LEFT, Disagreement, OwnRegion, Schema, SidecarChange
from tagger.metadata.keywords import fold
from tagger.metadata.namespaces import REGIONS, name
from tagger.metadata.nodes import append, detach
from tagger.metadata.packet import refusal
from tagger.metadata.region_nodes import (
    IPTC,
    MWG,
    PROPERTIES,
    Found,
    found_regions,
    list_of,
    microsoft_list,
    microsoft_node,
    microsoft_regions,
    region_node,
)
from tagger.metadata.structs import items
from tagger.metadata.xmp import ITEM, XmpDocument, container

_TOLERANCE = 0.002  # others write fewer digits
_LIST = name(REGIONS, "RegionList")
_OWN_FIELDS = frozenset({_LIST, name(REGIONS, "AppliedToDimensions")})
_Key = tuple[int, Schema]


@dataclass(frozen=True, slots=True)
class RegionsWritten:
    """What a merge of regions came to.

    Attributes:
        changed: whether the document is another now.
        written: the regions of this program that it holds now.
        given_up: those that belong to another program from now on.
        disagreements: those that both changed.
    """

    changed: bool = False
    written: tuple[OwnRegion, ...] = ()
    given_up: tuple[OwnRegion, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def merge_regions(document: XmpDocument, change: SidecarChange, *, ours: bool) -> RegionsWritten:
    """Add, replace and take out this program's regions.

    Args:
        document: is changed in place.
        change: the regions to be told and those that were told before.
        ours: the sidecar is one that this program has written before, so that what is gone was taken away.

    Raises:
        SidecarError: the regions have a form that cannot be extended without loss.
    """
    if change.regions is None:
        return RegionsWritten()
    return _Merge(document, change, ours=ours).run()


class _Merge:
    def __init__(self, document: XmpDocument, change: SidecarChange, *, ours: bool) -> None:
        self._document = document
        self._change = change
        self._ours = ours
        self._base: dict[_Key, OwnRegion] = {(r.key, r.schema): r for r in change.base.regions}
        self._given_up: dict[_Key, OwnRegion] = {(r.key, r.schema): r for r in change.base.given_up}
        self._found = found_regions(document, change.size)
        self._changed = False
        self._written: list[OwnRegion] = []
        self._disagreements: list[Disagreement] = []

    def run(self) -> RegionsWritten:
        wanted = {(region.key, region.schema): region for region in self._change.regions or ()}
        here = self._claimed(wanted)
        for key, region in self._base.items():
            if key not in wanted and key in here:
                self._remove(region, here[key])
        for key, region in wanted.items():
            self._bring(key, region, here.get(key))
        kept = tuple(region for key, region in self._given_up.items() if key in wanted)
        return RegionsWritten(self._changed, tuple(self._written), kept, tuple(self._disagreements))

    def _claimed(self, wanted: dict[_Key, OwnRegion]) -> dict[_Key, Found]:
        """Which of the regions found are this program's: as they were written, or written by a run that was killed."""
        here: dict[_Key, Found] = {}
        free = list(self._found)
        for key, region in [*self._base.items(), *wanted.items()]:
            if key not in here and key not in self._given_up:
                match = next((each for each in free if _is(each, region)), None)
                if match is not None:
                    here[key] = match
                    free.remove(match)
        return here

    def _bring(self, key: _Key, region: OwnRegion, found: Found | None) -> None:
        before = self._base.get(key)
        if key in self._given_up:
            if self._given_up[key].kind != LEFT and not _equal(region, self._given_up[key]):
                self._disagree(self._given_up[key], region)
        elif found is not None:
            if not _is(found, region):
                self._replace(before or region, region, found)
            self._written.append(region)
        elif before is not None and self._ours:  # another program changed it, or took it away
            self._given_up[key] = before
            if not _equal(before, region):
                self._disagree(before, region)
        else:
            append(list_of(self._document, region.schema, self._change.size), region_node(region))
            self._add_microsoft(region)
            self._changed = True
            self._written.append(region)

    def _disagree(self, before: OwnRegion, region: OwnRegion) -> None:
        about = f"region:{region.key}"
        if all(each.property != about for each in self._disagreements):
            there = _nearest(before, self._found)
            self._disagreements.append(Disagreement(about, None, region.name, None if there is None else there.name))

    def _replace(self, before: OwnRegion, region: OwnRegion, found: Found) -> None:
        node = region_node(region)
        parent = found.node.getparent()
        assert parent is not None
        node.tail = found.node.tail
        parent.replace(found.node, node)
        self._remove_microsoft(before)
        self._add_microsoft(region)
        self._changed = True

    def _remove(self, region: OwnRegion, found: Found) -> None:
        detach(found.node)
        self._remove_microsoft(region)
        _drop_empty(self._document)
        self._changed = True

    def _add_microsoft(self, region: OwnRegion) -> None:
        inner = microsoft_list(self._document) if region.schema == "mwg-rs" and region.kind == "face" else None
        same = (box.iou(region.box) > 0.9 for _node, _name, box in microsoft_regions(self._document))
        if inner is not None and not any(same):
            append(inner, microsoft_node(region))

    def _remove_microsoft(self, region: OwnRegion) -> None:
        if region.schema == "mwg-rs" and region.kind == "face":
            for node, who, box in list(microsoft_regions(self._document)):
                if fold(who) == fold(region.name) and _near(box, region.box):
                    detach(node)
                    return


def check_regions(before: XmpDocument, after: XmpDocument, change: SidecarChange, result: RegionsWritten) -> None:
    """Prove that ``after`` has the regions that were to be written and all of ``before`` that are others'.

    Raises:
        SidecarError: it has not; the result must not be written.
    """
    found = found_regions(after, change.size)
    if any(all(not _is(each, region) for each in found) for region in result.written):
        raise refusal("The regions could not be written into the sidecar safely.")
    was, becomes = _items(before), _items(after)
    ours = [*change.base.regions, *(change.regions or ())]
    lost = was - becomes
    mine = Counter(_form(each.node) for each in found_regions(before, change.size) if any(_is(each, r) for r in ours))
    for node, who, box in microsoft_regions(before):
        if any(fold(who) == fold(r.name) and _near(box, r.box) for r in ours):
            mine[_form(node)] += 1
    if lost - mine:
        raise refusal("The regions could not be written without changing those of other programs.")


def _items(document: XmpDocument) -> Counter[bytes]:
    return Counter(_form(item) for prop in PROPERTIES for item in _list_items(document, prop))


def _list_items(document: XmpDocument, prop: str) -> Iterable[etree._Element]:
    for element in document.elements(prop):
        for node in element.iter(ITEM):
            above = (other for other in node.iterancestors(ITEM))
            if next(above, None) is None:
                yield node


def _form(node: etree._Element) -> bytes:
    alone = copy.deepcopy(node)
    alone.tail = None
    return bytes(etree.tostring(alone, method="c14n", exclusive=True))


def _is(found: Found, region: OwnRegion) -> bool:
    if found.schema != region.schema or fold(found.name) != fold(region.name) or not _near(found.box, region.box):
        return False
    return found.key is None or found.key == region.key


def _equal(one: OwnRegion, other: OwnRegion) -> bool:
    return fold(one.name) == fold(other.name) and _near(one.box, other.box)


def _near(one: Box, other: Box) -> bool:
    pairs = ((one.x, other.x), (one.y, other.y), (one.w, other.w), (one.h, other.h))
    return all(abs(a - b) <= _TOLERANCE for a, b in pairs)


def _nearest(region: OwnRegion, found: Collection[Found]) -> Found | None:
    same = [each for each in found if each.schema == region.schema and each.box.iou(region.box) > 0]
    return max(same, key=lambda each: each.box.iou(region.box), default=None)


def _drop_empty(document: XmpDocument) -> None:
    """A list that this program leaves empty goes; of mwg-rs with the dimensions beside it, which say nothing alone."""
    for element in document.elements(IPTC):
        box = container(element)
        if box is not None and not len(box):
            detach(element)
    for element in document.elements(MWG):
        if next(iter(items(element, _LIST)), None) is None and all(child.tag in _OWN_FIELDS for child in element):
            detach(element)
