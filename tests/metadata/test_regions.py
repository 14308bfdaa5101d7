"""Regions in every form they are written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import Box, Region
from tagger.metadata import namespaces
from tagger.metadata.regions import MAX_REGIONS, regions_of
from tagger.metadata.xmp import XmpDocument
from tests import pace

DECLARED = " ".join(f'xmlns:{prefix.replace("MicrosoftPhoto", "m")}="{uri}"' for uri, prefix in (
    (namespaces.REGIONS, "mwg"), (namespaces.AREA, "st"), (namespaces.DIMENSIONS, "dim"),
    (namespaces.MICROSOFT_PEOPLE, "MP"), (namespaces.MICROSOFT_REGION_INFO, "MPRI"),
    (namespaces.MICROSOFT_REGION, "MPReg"), (namespaces.IPTC_EXT, "ext"), (namespaces.XMP, "xmp"),
))  # fmt: skip
RESOURCE = 'rdf:parseType="Resource"'


def document(content: str) -> XmpDocument:
    return XmpDocument.parse(
        f'<rdf:RDF xmlns:rdf="{namespaces.RDF}"><rdf:Description rdf:about="" {DECLARED}>{content}</rdf:Description>'
        "</rdf:RDF>".encode()
    )


def read(content: str, orientation: int = 1, size: tuple[int, int] | None = None) -> list[Region]:
    return list(regions_of([document(content)], orientation, size))


def mwg(*items: str, dimensions: str = "") -> str:
    bag = "".join(items)
    return (
        f"<mwg:Regions {RESOURCE}>{dimensions}<mwg:RegionList><rdf:Bag>{bag}</rdf:Bag></mwg:RegionList></mwg:Regions>"
    )


def face(name: str, area: str, kind: str = "Face") -> str:
    return f'<rdf:li><rdf:Description mwg:Name="{name}" mwg:Type="{kind}"><mwg:Area {area}/></rdf:Description></rdf:li>'


AREA = 'st:x="0.3" st:y="0.4" st:w="0.2" st:h="0.4"'
HERE = Box(0.2, 0.2, 0.2, 0.4)


def near(box: Box) -> object:
    return pytest.approx((box.x, box.y, box.w, box.h))


def places(regions: list[Region]) -> list[tuple[float, ...]]:
    return [(each.box.x, each.box.y, each.box.w, each.box.h) for each in regions]


@pytest.mark.parametrize(
    "item",
    [
        face("A", AREA),
        f"<rdf:li {RESOURCE}><mwg:Name>A</mwg:Name><mwg:Type>Face</mwg:Type><mwg:Area {AREA}/></rdf:li>",
        (
            f"<rdf:li {RESOURCE}><mwg:Type> face </mwg:Type><mwg:Area {RESOURCE}><st:h>0.4</st:h><st:w>0.2</st:w>"
            "<st:y>0.4</st:y><st:x>0.3</st:x></mwg:Area><mwg:Name>A</mwg:Name></rdf:li>"
        ),
        (
            f'<rdf:li><rdf:Description mwg:Name="A" mwg:Type="Face"><mwg:Area><rdf:Description {AREA}/></mwg:Area>'
            "</rdf:Description></rdf:li>"
        ),
    ],
    ids=["description", "resource", "elements", "nested"],
)
def test_every_form_of_rdf_is_read(item: str) -> None:
    (region,) = read(mwg(item))
    assert (region.kind, region.name, region.source) == ("face", "A", "mwg-rs")
    assert places([region])[0] == near(HERE)


def test_kinds_and_what_makes_no_sense() -> None:
    kinds = [face(kind, AREA, kind) for kind in ("Face", "Pet", "Focus", "BarCode", "Object", "Thing", "")]
    assert [each.kind for each in read(mwg(*kinds))] == ["face", "pet", "focus", "barcode", "object", "other", "other"]
    odd = ['st:x="0.5" st:y="0.5"', 'st:x="x" st:y="1" st:w="1" st:h="1"', 'st:x="9" st:y="9" st:w="0.1" st:h="0.1"']
    odd += ['st:x="0.5" st:y="0.5" st:w="-0.2" st:h="0.2"', 'st:x="0.5" st:y="0.5" st:w="8" st:h="8"', ""]
    odd += ['st:x="0.5" st:y="0.5" st:w="0" st:h="0"', 'st:x="nan" st:y="inf" st:w="0.1" st:h="0.1"']
    assert read(mwg(*(face("A", area) for area in odd))) == []
    over = read(mwg(face("A", 'st:x="0.95" st:y="0.5" st:w="0.2" st:h="0.2"')))
    assert places(over)[0] == near(Box(0.85, 0.4, 0.15, 0.2))


def test_pixels_and_circles_need_a_size() -> None:
    pixels = face("A", 'st:x="300" st:y="200" st:w="200" st:h="200" st:unit="pixel"')
    assert read(mwg(pixels)) == []
    stated = f"<mwg:AppliedToDimensions {RESOURCE}><dim:w>1000</dim:w><dim:h>500</dim:h></mwg:AppliedToDimensions>"
    assert places(read(mwg(pixels, dimensions=stated)))[0] == near(HERE)
    assert places(read(mwg(pixels), size=(1000, 500)))[0] == near(HERE)
    circle = face("A", 'st:x="0.5" st:y="0.5" st:d="0.4" st:unit="normalized"')
    assert places(read(mwg(circle), size=(1000, 500)))[0] == near(Box(0.4, 0.3, 0.2, 0.4))


def test_people_of_microsoft_give_way_to_the_same_ones_of_mwg() -> None:
    def people(*named: tuple[str, str]) -> str:
        bag = "".join(
            f'<rdf:li MPReg:PersonDisplayName="{name}" MPReg:Rectangle="{rectangle}"/>' for name, rectangle in named
        )
        return f"<MP:RegionInfo {RESOURCE}><MPRI:Regions><rdf:Bag>{bag}</rdf:Bag></MPRI:Regions></MP:RegionInfo>"

    both = mwg(face("A", AREA)) + people(("a", "0.9, 0.9, 0.1, 0.1"), ("B", "0.2,0.2,0.2,0.4"), ("", "0.2,.2,.2,.4"))
    found = read(both)
    assert [(each.name, each.source) for each in found] == [("A", "mwg-rs"), ("B", "MP")]
    broken = people(("C", "0.1, 0.1, 0.1"), ("D", "a, b, c, d"), ("E", ""))
    assert read(broken) == []


@pytest.mark.parametrize(
    ("boundary", "expected"),
    [
        (("<ext:rbShape>rectangle</ext:rbShape><ext:rbX>0.2</ext:rbX><ext:rbY>0.2</ext:rbY><ext:rbW>0.2</ext:rbW>"
         "<ext:rbH>0.4</ext:rbH>"), HERE),
        (("<ext:rbUnit>pixel</ext:rbUnit><ext:rbX>200</ext:rbX><ext:rbY>100</ext:rbY><ext:rbW>200</ext:rbW>"
         "<ext:rbH>200</ext:rbH>"), HERE),
        ("<ext:rbShape>circle</ext:rbShape><ext:rbX>0.3</ext:rbX><ext:rbY>0.4</ext:rbY><ext:rbRx>0.1</ext:rbRx>",
         Box(0.2, 0.2, 0.2, 0.4)),
        (('<ext:rbShape>polygon</ext:rbShape><ext:rbVertices><rdf:Seq><rdf:li ext:rbX="0.2" ext:rbY="0.6"/>'
          '<rdf:li ext:rbX="0.4" ext:rbY="0.3"/><rdf:li ext:rbX="0.3" ext:rbY="0.2"/></rdf:Seq></ext:rbVertices>'),
         HERE),
    ],
    ids=["rectangle", "pixels", "circle", "polygon"],
)  # fmt: skip
def test_every_shape_of_iptc(boundary: str, expected: Box) -> None:
    content = (
        f"<ext:ImageRegion><rdf:Bag><rdf:li {RESOURCE}><ext:RegionBoundary {RESOURCE}>{boundary}</ext:RegionBoundary>"
        '<ext:Name><rdf:Alt><rdf:li xml:lang="de">Hund</rdf:li><rdf:li xml:lang="x-default">Dog</rdf:li></rdf:Alt>'
        "</ext:Name></rdf:li></rdf:Bag></ext:ImageRegion>"
    )
    (region,) = read(content, size=(1000, 500))
    assert (region.kind, region.name, region.source) == ("object", "Dog", "iptc")
    assert places([region])[0] == near(expected)


def test_the_most_trusted_document_with_regions_counts() -> None:
    sidecar, embedded = document(mwg(face("new", AREA))), document(mwg(face("old", AREA)))
    assert [each.name for each in regions_of([document(""), sidecar, embedded], 1)] == ["new"]
    many = document(mwg(*(face(str(number), AREA) for number in range(MAX_REGIONS + 5))))
    assert len(regions_of([many], 1)) == MAX_REGIONS


def test_a_million_regions_take_no_time() -> None:
    item = face("A", AREA).encode()
    packet = mwg("HERE").encode().replace(b"HERE", item * 60_000)
    wild = XmpDocument.parse(document("<HERE/>".replace("HERE", "xmp:x")).to_bytes().replace(b"<xmp:x/>", packet))
    assert pace.units(lambda: [regions_of([wild], 1)], 1) < 100


@given(st.text("0123456789.-+eE/ naif", max_size=12), st.text(max_size=12), st.integers(-1, 9))
def test_nonsense_never_raises(number: str, text: str, orientation: int) -> None:
    escaped = text.encode("ascii", "xmlcharrefreplace").decode().replace("<", "").replace('"', "")
    clean = "".join(c for c in escaped if c.isalnum() or c == " ")
    area = f'st:x="{number}" st:y="0.5" st:w="0.{number}" st:h="{number}" st:unit="{clean}"'
    for region in read(mwg(face(clean, area)), orientation):
        assert 0 <= region.box.x <= 1
        assert region.box.x + region.box.w <= 1.000001
