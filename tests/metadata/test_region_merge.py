"""Boxes of this program as regions of files: written where they belong, followed, and others' left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import Box, TagPath
from tagger.metadata.change import Base, OwnRegion, Provenance, SidecarChange
from tagger.metadata.frames import shown, stored
from tagger.metadata.namespaces import PRIVATE
from tagger.metadata.provenance import stated
from tagger.metadata.region_nodes import found_regions, microsoft_regions
from tagger.metadata.regions import regions_of
from tagger.metadata.rewriting import Rewritten, rewritten
from tagger.metadata.seed import seeded_document
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import UNREADABLE, sidecars_of, xmp

DOG = TagPath("Animal|Dog")
FACE = OwnRegion(1, "mwg-rs", "face", "Jane Doe", Box(0.1, 0.2, 0.3, 0.4))
NOBODY = OwnRegion(2, "mwg-rs", "face", "", Box(0.6, 0.6, 0.2, 0.2))
THING = OwnRegion(3, "iptc", "object", "Dog", Box(0.25, 0.5, 0.5, 0.25), 0.875)
EMPTY = xmp("")
THEIRS = """
<mwg-rs:Regions xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" rdf:parseType="Resource"
    xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#">
  <mwg-rs:AppliedToDimensions stDim:w="10" stDim:h="7" stDim:unit="pixel"/>
  <mwg-rs:RegionList><rdf:Bag>
    <rdf:li><rdf:Description mwg-rs:Name="Zoë" mwg-rs:Type="Face" mwg-rs:Rotation="0.5">
      <mwg-rs:Area stArea:x="0.8" stArea:y="0.15" stArea:w="0.1" stArea:h="0.1" stArea:unit="normalized"/>
    </rdf:Description></rdf:li>
  </rdf:Bag></mwg-rs:RegionList>
</mwg-rs:Regions>
<MP:RegionInfo xmlns:MP="http://ns.microsoft.com/photo/1.2/" rdf:parseType="Resource"
    xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#">
  <MPRI:Regions><rdf:Bag>
    <rdf:li MPReg:PersonDisplayName="Zoë" MPReg:Rectangle="0.75, 0.1, 0.1, 0.1"/>
  </rdf:Bag></MPRI:Regions>
</MP:RegionInfo>"""


def bring(start: bytes, *regions: OwnRegion, base: Rewritten | None = None, size=(600, 400), **more) -> Rewritten:
    """Write these regions; ``base`` is what was written before."""
    left = Base() if base is None else Base(regions=base.regions.written, given_up=base.regions.given_up)
    return rewritten(start, SidecarChange((DOG,), regions=regions, size=size, base=left, **more), ours=base is not None)


def listed(data: bytes) -> list[tuple[str, str]]:
    return [(region.schema, region.name) for region in found_regions(XmpDocument.parse(data), None)]


@pytest.mark.parametrize("start", [EMPTY, xmp(THEIRS)], ids=["new", "beside others"])
def test_regions_come_are_followed_and_go(start: bytes) -> None:
    others = listed(start)
    first = bring(start, FACE, NOBODY, THING)
    assert sorted(listed(first.data)) == sorted([*others, ("mwg-rs", "Jane Doe"), ("mwg-rs", ""), ("iptc", "Dog")])
    assert bring(first.data, FACE, NOBODY, THING, base=first).data == first.data
    moved = OwnRegion(1, "mwg-rs", "face", "Jane Doe", Box(0.4, 0.2, 0.3, 0.4))
    renamed = OwnRegion(3, "iptc", "object", "Wolf", THING.box, 0.875)
    second = bring(first.data, moved, renamed, base=first)
    assert sorted(listed(second.data)) == sorted([*others, ("mwg-rs", "Jane Doe"), ("iptc", "Wolf")])
    [found] = [each for each in found_regions(XmpDocument.parse(second.data), None) if each.name == "Jane Doe"]
    assert found.box.x == pytest.approx(0.4)
    third = bring(second.data, base=second)
    assert listed(third.data) == others
    if start is EMPTY:
        assert b"mwg-rs:" not in third.data, "an empty list is not left behind"
        assert b"ImageRegion" not in third.data


def test_what_others_wrote_beside_stays_as_it_was() -> None:
    first = bring(xmp(THEIRS), FACE, THING)
    for line in THEIRS.splitlines():
        assert line.strip().encode() in first.data
    faces = [name for _node, name, _box in microsoft_regions(XmpDocument.parse(first.data))]
    assert faces == ["Zoë", "Jane Doe"], "Microsoft's list is kept up where it is"
    last = bring(first.data, base=first)
    assert [name for _node, name, _box in microsoft_regions(XmpDocument.parse(last.data))] == ["Zoë"]
    assert b"RegionInfo" not in bring(EMPTY, FACE).data


def test_a_region_that_another_program_changed_is_its_own_from_then_on() -> None:
    first = bring(EMPTY, FACE, THING)
    theirs = first.data.replace(b"<mwg-rs:Name>Jane Doe<", b"<mwg-rs:Name>Jane Roe<")
    second = bring(theirs, FACE, THING, base=first)
    assert second.data == theirs
    assert [r.key for r in second.regions.given_up] == [1]
    assert second.regions.disagreements == ()
    third = bring(second.data, THING, base=second)
    assert ("mwg-rs", "Jane Roe") in listed(third.data), "not ours to take away"
    moved = OwnRegion(1, "mwg-rs", "face", "Jane Doe", Box(0.4, 0.2, 0.3, 0.4))
    both = bring(theirs, moved, THING, base=first)
    [conflict] = both.regions.disagreements
    assert (conflict.property, conflict.mine, conflict.theirs) == ("region:1", "Jane Doe", "Jane Roe")
    assert both.data == theirs


def test_a_region_that_another_program_took_away_is_not_written_again() -> None:
    first = bring(EMPTY, FACE)
    second = bring(xmp(""), FACE, base=first)
    assert listed(second.data) == []
    assert listed(bring(xmp(""), FACE).data) == [("mwg-rs", "Jane Doe")], "a file of others gets it"


def test_a_run_that_was_killed_does_not_write_twice() -> None:
    first = bring(EMPTY, FACE, THING)
    again = bring(first.data, FACE, THING)
    assert again.data == first.data
    assert len(again.regions.written) == 2


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_region_is_where_it_was_drawn_whatever_the_orientation(orientation: int) -> None:
    box = Box(0.1, 0.25, 0.3, 0.15)
    face = OwnRegion(1, "mwg-rs", "face", "Jane", stored(box, orientation))
    thing = OwnRegion(2, "iptc", "object", "Dog", stored(box, orientation))
    document = XmpDocument.parse(bring(EMPTY, face, thing).data)
    found = regions_of([document], orientation)
    assert [(each.kind, each.name) for each in found] == [("face", "Jane"), ("object", "Dog")]
    for each in found:
        assert (each.box.x, each.box.y) == pytest.approx((box.x, box.y), abs=1e-5)
        assert (each.box.w, each.box.h) == pytest.approx((box.w, box.h), abs=1e-5)
    assert shown(stored(box, orientation), orientation) == box or orientation != 1


SIDE = st.floats(0.002, 1)


@given(
    st.lists(st.tuples(SIDE, SIDE, SIDE, SIDE, st.sampled_from(["mwg-rs", "iptc"]), st.text(max_size=8)), max_size=5)
)
def test_any_boxes_and_names_are_read_back(boxes) -> None:
    from tagger.metadata.keywords import sanitise

    regions = []
    for key, (x, y, w, h, schema, name) in enumerate(boxes):
        place = Box(x * (1 - w), y * (1 - h), w, h)
        kind = "face" if schema == "mwg-rs" else "object"
        regions.append(OwnRegion(key, schema, kind, sanitise(name), place))
    if len({(r.schema, r.name.casefold()) for r in regions}) < len(regions):
        return
    first = bring(EMPTY, *regions)
    assert len(first.regions.written) == len(regions)
    assert len(listed(first.data)) == len(regions)
    assert bring(first.data, *regions, base=first).data == first.data
    assert listed(bring(first.data, base=first).data) == []


def test_provenance_says_where_tags_came_from_only_where_it_is_wanted() -> None:
    origin = Provenance(DOG, "onnx", "ram++ 1.0", 0.87654, "accepted", "2026-01-02T03:04:05+00:00")
    with_it = bring(EMPTY, THING, provenance=(origin,))
    assert stated(XmpDocument.parse(with_it.data)) == [
        ("Animal|Dog", "onnx", "ram++ 1.0", "0.8765", "accepted", "2026-01-02T03:04:05+00:00")
    ]
    assert PRIVATE.encode() in with_it.data
    assert b"AISystem" not in with_it.data
    assert b"DigitalSourceType" not in with_it.data
    without = bring(with_it.data, THING, base=with_it)
    assert b"acceptedTags" not in without.data
    assert PRIVATE.encode() not in bring(EMPTY, OwnRegion(3, "iptc", "object", "Dog", THING.box)).data.replace(
        b'xmlns:ptag="' + PRIVATE.encode(), b""
    )


def test_every_real_sidecar_takes_regions_and_gives_them_back(shared: Path) -> None:
    """Merged and taken back again, each says what it said before."""
    for sidecar in sidecars_of(shared):
        if sidecar.name in UNREADABLE:
            continue
        start = sidecar.read_bytes()
        before = listed(start)
        first = bring(start, FACE, NOBODY, THING)
        assert len(listed(first.data)) == len(before) + 3, sidecar
        last = rewritten(
            first.data, SidecarChange((), removed=(DOG,), regions=(), base=Base(regions=first.regions.written))
        )
        assert listed(last.data) == before, sidecar


def test_a_new_sidecar_takes_regions_over_from_the_photo(shared: Path) -> None:
    from tagger.metadata.embedded import read_embedded

    for name in ("portrait-orientation-6.jpg", "portrait.jpg"):
        found = list((shared / "photos").rglob(name))
        if not found:
            pytest.skip("the photo with regions is not there")
        seeded = seeded_document(read_embedded(str(found[0]))).to_bytes()
        assert listed(seeded)
        first = bring(seeded, THING)
        assert len(listed(first.data)) == len(listed(seeded)) + 1
