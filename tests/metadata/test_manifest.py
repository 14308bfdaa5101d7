"""All photos and sidecars of the set against what exiftool reports of them, every difference with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.metadata.manifest import agree, files, ours, theirs

UNNAMED = "the camera's own name, or what a program wrote for itself, is no caption"
IN_XMP = "exiftool's list here has the tags of EXIF alone; the sidecar has it as exif: or tiff: in XMP"
STANDS_IN = "there is no time of exposure: the time of digitising or creation stands in"
UNREADABLE = "a sidecar with entities, or not well-formed, is left alone, where exiftool mends it"


class Difference(NamedTuple):
    """Where the program reads something else, and why that is right; ``theirs`` None: too long to repeat."""

    file: str
    field: str
    ours: Any
    theirs: Any
    why: str


DIFFERENCES = [
    Difference("photos/Samsung_Digimax_i50_MP3.jpg", "caption", "", "<Digimax i50 MP3, Samsung #1 MP3>", UNNAMED),
    Difference("photos/Konica_Minolta_DiMAGE_Z3.jpg", "caption", "", "KONICA MINOLTA DIGITAL CAMERA", UNNAMED),
    Difference("photos/Olympus μ Digital 800.JPG", "caption", "", "DIGITAL CAMERA", UNNAMED),
    Difference("photos/exiv2-bug1044.tif", "caption", "", None, UNNAMED),
    Difference("photos/DSCN0010.jpg", "rating", 0, None, "Microsoft's rating in percent is read, too"),
    Difference("photos/PhotoMechanic.jpg", "taken", "2006-10-29", "", STANDS_IN),
    Difference("photos/iptc-independent-photographer-example.jpg", "taken", "1985-11-25", "", STANDS_IN),
    Difference("photos/Issue 62.png", "taken", "2009-06-16T14:57:56", "", STANDS_IN),
    Difference("photos/issue-metadata-extractor-65.jpg", "taken", "2014-12-18T17:36:40", "", STANDS_IN),
    Difference("photos/8x4x8bit-Grayscale.psd", "taken", "2012-05-22T15:52:27", "", STANDS_IN),
    Difference("photos/image01980.jpg", "taken", "2011-09-23T11:42:46", "", STANDS_IN),
    Difference("generated/IMG_0001.JPG", "taken", "2019-05-04T06:49:57", "", STANDS_IN),
    Difference("photos/IMG_5910.xmp", "taken", "2015-06-11T10:29:26", "", IN_XMP),
    Difference("sidecars/digikam-example.xmp", "taken", "2014-04-27T12:42:47", "", IN_XMP),
    Difference("sidecars/digikam-example.xmp", "camera", "Medion MD86063", "", IN_XMP),
    Difference("sidecars/photoshop.xmp", "camera", "HUAWEI ELE-L29", "", IN_XMP),
    Difference("sidecars/StaffPhotographer-Example.xmp", "taken", "2003-04-03", "", IN_XMP),
    Difference("sidecars/apple-test-2.xmp", "taken", "2021-03-24T13:07:29", "", IN_XMP),
    Difference("sidecars/jPhotoTagger-example.xmp", "taken", "2006-05-24T15:06:26", "", IN_XMP),
    Difference("sidecars/iso-value-array.xmp", "taken", "2009-11-28T13:42:39", "", IN_XMP),
    Difference("sidecars/iso-value-array.xmp", "camera", "Canon PowerShot SX120 IS", "", IN_XMP),
    Difference("photos/canon_eos_6d.xmp", "camera", "Canon EOS 6D", "", IN_XMP),
    Difference("generated/utf16.xmp", "taken", "2015-06-11T10:29:26", "", IN_XMP),
    Difference(
        "sidecars/XMP5.xmp", "regions", [], [("Region 1", -4.0, -4.0, 8, 8)], "eight times as wide as the photo itself"
    ),
    Difference(
        "generated/nasty2.xmp", "caption", "Seulement français", "", "a caption in another language is better than none"
    ),
    Difference("generated/malformed.xmp", "keywords", [], ["a & b"], UNREADABLE),
    Difference("generated/entities.xmp", "keywords", [], ["&d;", "&e;"], UNREADABLE),
    Difference("generated/orient6_jpegrecon.jxl", "orientation", 6, 1, "exiftool 12.57 cannot read compressed boxes"),
]


def test_the_program_reads_what_exiftool_reads(shared: Path) -> None:
    known = {(each.file, each.field): each for each in DIFFERENCES}
    compared = found = 0
    for file, expected in files(shared):
        our, their = ours(shared / "photos" / file), theirs(file, expected)
        for field in our:
            compared += 1
            found += bool(their[field]) and agree(field, our[field], their[field])
            difference = known.pop((file, field), None)
            if difference is None:
                assert agree(field, our[field], their[field]), (file, field, our[field], their[field])
            else:
                assert our[field] == difference.ours, (file, field)
                assert difference.theirs is None or (their[field] or None) == (difference.theirs or None), (file, field)
                assert not agree(field, our[field], their[field]), f"{file}: {field} is no difference any more"
    assert not known, "these files or fields are not there"
    assert compared >= 130 * 9
    assert found >= 250, "so many values are there at all and agree"


@pytest.mark.parametrize(
    ("name", "kind"), [("portrait.jpg", "face"), ("portrait-orientation-6.jpg", "face"), ("iptc-2021.jpg", "person")]
)
def test_regions_say_what_they_are(shared: Path, name: str, kind: str) -> None:
    from tagger.metadata.facts import read_facts

    regions = read_facts(str(shared / "photos" / "photos" / name)).regions
    assert {region.kind for region in regions} == {kind}
