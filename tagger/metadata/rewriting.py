"""The content of one sidecar with a change brought in, proven to differ in what this program sets only."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from tagger.errors import SidecarError
from tagger.metadata.change import SidecarChange
from tagger.metadata.merge import Extras, Wish, check_fulfilled, fulfil, wish_for
from tagger.metadata.photo_values import check_values, edited_properties, merge_values
from tagger.metadata.provenance import ACCEPTED_TAGS, check_provenance, merge_provenance
from tagger.metadata.region_merge import RegionsWritten, check_regions, merge_regions
from tagger.metadata.region_nodes import PROPERTIES as REGIONS
from tagger.metadata.splice import Layout
from tagger.metadata.xmp import ReadOnlyXmp, XmpDocument


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new content, the same bytes if nothing is to be done, and what became of the regions."""

    data: bytes
    regions: RegionsWritten


def rewritten(start: bytes, change: SidecarChange, *, ours: bool = True) -> Rewritten:
    """Bring a change into the content of a sidecar.

    Args:
        start: the content as it is.
        change: what it shall say.
        ours: this program has written the file before, see `region_merge.merge_regions`.

    Raises:
        SidecarError: it cannot be understood, or not be changed without touching what others wrote.
    """
    document = XmpDocument.parse(start)
    was, layout = ReadOnlyXmp(document.packet, copy.deepcopy(document.root)), Layout(document)
    wish = wish_for(was, change.tags, change.removed, Extras(change.flat, change.respelled))
    changed = fulfil(document, wish)
    changed |= merge_values(document, change.values)
    regions = merge_regions(document, change, ours=ours)
    changed |= merge_provenance(document, change.provenance) | regions.changed
    if not changed:
        return Rewritten(start, regions)
    try:
        return Rewritten(_checked(was, layout.to_bytes(), change, wish, regions), regions)
    except SidecarError:  # a form the splicing does not know; the serialiser writes any
        return Rewritten(_checked(XmpDocument.parse(start), document.to_bytes(), change, wish, regions), regions)


def _checked(was: XmpDocument, after: bytes, change: SidecarChange, wish: Wish, regions: RegionsWritten) -> bytes:
    """The new content, if it is sound; ``was`` is used up."""
    becomes = ReadOnlyXmp.parse(after)
    check_values(was, becomes, change.values)
    check_provenance(becomes, change.provenance)
    edited = edited_properties(change.values) | {ACCEPTED_TAGS}
    if change.regions is not None:
        check_regions(was, becomes, change, regions)
        edited |= REGIONS
    check_fulfilled(was, becomes, wish, edited)
    return after
