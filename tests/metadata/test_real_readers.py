"""What other programs read in our sidecars, and what theirs keep of ours and ours of theirs."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tagger.entities import Box, TagPath
from tagger.metadata.change import Base, OwnRegion, Provenance, SidecarChange
from tagger.metadata.embedded import read_embedded
from tagger.metadata.facts import read_facts
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.namespaces import DC, DIGIKAM, LIGHTROOM, MEDIAPRO, MICROSOFT, RDF, name
from tagger.metadata.region_nodes import PROPERTIES as REGIONS
from tagger.metadata.rewriting import rewritten
from tagger.metadata.sidecars import SidecarResult, export_sidecar
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import UNREADABLE, items, photo, sidecars_of, xmp

TAGS = (TagPath("Animal|Dog"), TagPath("Orte|Köln"))
FACE = OwnRegion(1, "mwg-rs", "face", "Jane Doe", Box(0.1, 0.2, 0.3, 0.4))
THING = OwnRegion(3, "iptc", "object", "Dog", Box(0.25, 0.5, 0.5, 0.25), 0.8)
ORIGIN = Provenance(TAGS[0], "onnx", "ram++", 0.9, "accepted", "2026-01-02T03:04:05+00:00")
EVERYTHING = SidecarChange(
    TAGS,
    values=(("rating", 4), ("colour_label", "Green"), ("caption", "Unsere Straße")),
    regions=(FACE, THING),
    size=(800, 600),
    provenance=(ORIGIN,),
)


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmbeddedReader, "read", lambda self, path: read_embedded(path))


def export(path: Path, change: SidecarChange = EVERYTHING) -> SidecarResult:
    result = export_sidecar(str(path), change, reader=EmbeddedReader())
    assert result.error is None
    return result


def exiftool(*words: str) -> dict[str, Any]:
    if shutil.which("exiftool") is None:
        pytest.skip("exiftool is not installed")
    command = ["exiftool", "-j", "-G1", "-struct", "-validate", "-warning", "-a", "-xmp:all", *words]
    found: list[dict[str, Any]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found[0]


def test_exiftool_reads_everything_and_finds_nothing_wrong(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    export(path)
    found = exiftool(f"{path}.xmp")
    assert found["ExifTool:Validate"] == "OK"
    assert found["XMP-dc:Subject"] == ["Animal", "Dog", "Orte", "Köln"]
    assert found["XMP-lr:HierarchicalSubject"] == ["Animal|Dog", "Orte|Köln"]
    assert found["XMP-digiKam:TagsList"] == ["Animal/Dog", "Orte/Köln"]
    assert (found["XMP-xmp:Rating"], found["XMP-xmp:Label"]) == (4, "Green")
    assert found["XMP-dc:Description"] == "Unsere Straße"
    assert found["XMP-mwg-rs:RegionInfo"] == {
        "AppliedToDimensions": {"W": 800, "H": 600, "Unit": "pixel"},
        "RegionList": [
            {
                "Area": {"X": 0.25, "Y": 0.4, "W": 0.3, "H": 0.4, "Unit": "normalized"},
                "Name": "Jane Doe",
                "Type": "Face",
            }
        ],
    }
    [region] = found["XMP-iptcExt:ImageRegion"]
    boundary = region["RegionBoundary"]
    assert [boundary[key] for key in ("RbX", "RbY", "RbW", "RbH")] == [0.25, 0.5, 0.5, 0.25]
    assert (boundary["RbShape"], boundary["RbUnit"], region["Name"]) == ("Rectangle", "Relative", "Dog")


def test_exiv2_reads_everything(tmp_path: Path) -> None:
    if shutil.which("exiv2") is None:
        pytest.skip("exiv2 is not installed")
    path = photo(tmp_path / "a.jpg")
    export(path)
    ran = subprocess.run(["exiv2", "-PXkt", f"{path}.xmp"], capture_output=True, text=True, check=True)
    said = {line.split(maxsplit=1)[0]: line.split(maxsplit=1)[-1].strip() for line in ran.stdout.splitlines()}
    assert said["Xmp.dc.subject"] == "Animal, Dog, Orte, Köln"
    assert said["Xmp.lr.hierarchicalSubject"] == "Animal|Dog, Orte|Köln"
    assert said["Xmp.digiKam.TagsList"] == "Animal/Dog, Orte/Köln"
    assert said["Xmp.xmp.Rating"] == "4"
    assert said["Xmp.mwg-rs.Regions/mwg-rs:RegionList[1]/mwg-rs:Name"] == "Jane Doe"


def test_the_library_of_exiv2_reads_everything(tmp_path: Path) -> None:
    """The engine of digiKam, darktable and others; as a packet inside a photo, since it opens no sidecar here."""
    path = photo(tmp_path / "a.jpg")
    export(path)
    import pyexiv2

    inside = photo(tmp_path / "b.jpg", packet=Path(f"{path}.xmp").read_bytes())
    with pyexiv2.Image(str(inside)) as image:
        said = image.read_xmp()
    assert said["Xmp.dc.subject"] == ["Animal", "Dog", "Orte", "Köln"]
    assert said["Xmp.lr.hierarchicalSubject"] == ["Animal|Dog", "Orte|Köln"]
    assert said["Xmp.mwg-rs.Regions/mwg-rs:RegionList[1]/mwg-rs:Name"] == "Jane Doe"
    assert said["Xmp.mwg-rs.Regions/mwg-rs:RegionList[1]/mwg-rs:Area/stArea:x"] == "0.25"


DIGIKAM_ORDER = (
    (name(DIGIKAM, "TagsList"), "/"),
    (name(MICROSOFT, "LastKeywordXMP"), "/"),
    (name(LIGHTROOM, "hierarchicalSubject"), "|"),
    (name(MEDIAPRO, "CatalogSets"), "|"),
    (name(DC, "subject"), None),
)
"""The first that has anything counts; as read in its source."""


def as_digikam_reads(document: XmpDocument) -> set[str]:
    for prop, separator in DIGIKAM_ORDER:
        found = document.values(prop)
        if found:
            return {value.replace(separator, "|") if separator else value for value in found}
    return set()


@pytest.mark.parametrize(
    "before",
    [
        "",
        items("dc:subject", ["Theirs"]),
        items("lr:hierarchicalSubject", ["Their|Path"]) + items("dc:subject", ["Their", "Path"]),
        items("MicrosoftPhoto:LastKeywordXMP", ["Their/Path"]),
        items("mediapro:CatalogSets", ["Their|Path"]),
        items("digiKam:TagsList", ["Their/Path"], "Seq") + items("lr:hierarchicalSubject", ["Their|Path"]),
    ],
)
def test_digikam_finds_ours_and_all_that_it_found_before(before: str) -> None:
    start = xmp(before)
    theirs = as_digikam_reads(XmpDocument.parse(start))
    after = XmpDocument.parse(rewritten(start, SidecarChange(TAGS)).data)
    assert as_digikam_reads(after) == theirs | set(TAGS)


def values_of_others(data: bytes) -> dict[str, list[bytes]]:
    """Every property of every block in canonical form, but for those that a merge may write."""
    ours = REGIONS | {
        name(DC, "subject"), name(DC, "description"), name(LIGHTROOM, "hierarchicalSubject"),
        name(DIGIKAM, "TagsList"), name(MICROSOFT, "LastKeywordXMP"), name(MEDIAPRO, "CatalogSets"),
        "{http://ns.microsoft.com/photo/1.0}LastKeywordXMP", "{http://ns.adobe.com/xap/1.0/}Rating",
        "{http://ns.adobe.com/xap/1.0/}Label", "{urn:uuid:f6353894-7bd4-49d3-82be-c737d5e8c00e#}acceptedTags",
    }  # fmt: skip
    found: dict[str, list[bytes]] = {}
    for block in XmpDocument.parse(data).rdf.findall(name(RDF, "Description")):
        for key, value in block.attrib.items():
            if key not in ours:
                found.setdefault(str(key), []).append(str(value).encode())
        for element in block.iterchildren(etree.Element):
            if element.tag not in ours:
                element.tail = None
                canonical = etree.tostring(element, method="c14n", exclusive=True, with_comments=True)
                found.setdefault(str(element.tag), []).append(canonical)
    return found


def test_every_value_of_others_in_every_real_sidecar_is_equal(tmp_path: Path, shared: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    for sidecar in sidecars_of(shared):
        copied = Path(shutil.copy(sidecar, f"{path}.xmp"))
        before = copied.read_bytes()
        if sidecar.name in UNREADABLE:
            continue  # left as they are, see `test_sidecars`
        export(path)
        after = copied.read_bytes()
        assert after != before, sidecar
        assert values_of_others(after) == values_of_others(before), sidecar
        assert set(TAGS) <= set(read_facts(str(path), [str(copied)]).keywords), sidecar


@pytest.mark.slow
def test_darktable_keeps_ours_and_we_keep_its_history(tmp_path: Path, shared: Path) -> None:
    """darktable imports our sidecar, rewrites it as it does on import, we write again, and it reads that anew."""
    if shutil.which("darktable-cli") is None:
        pytest.skip("darktable-cli is not installed")
    path = Path(shutil.copy(shared / "photos" / "photos" / "prairie_falcon.jpg", tmp_path / "a.jpg"))
    sidecar = Path(f"{path}.xmp")
    export(path)
    ours = sidecar.read_bytes()
    assert {*TAGS, "Other Keywords|SFAN"} <= darktable(path, "first")
    theirs = sidecar.read_bytes()
    assert theirs != ours
    history = values_of_others(theirs)
    assert any(key.endswith("}history") for key in history)
    assert set(TAGS) <= set(read_facts(str(path), [str(sidecar)]).keywords)
    base = Base(tags=TAGS, regions=EVERYTHING.regions or ())
    second = SidecarChange(
        (*TAGS, TagPath("Added|Later")), regions=EVERYTHING.regions, size=(800, 600), provenance=(ORIGIN,), base=base
    )
    result = export(path, second)
    assert result.plan is not None
    assert len(result.plan.written) == 2, "our regions are known again in darktable's spelling"
    assert values_of_others(sidecar.read_bytes()) == history
    assert {*TAGS, "Added|Later"} <= darktable(path, "second")


def darktable(path: Path, run: str) -> set[str]:
    """Import and export a photo with a fresh library; the tags that darktable made of its sidecar."""
    folder = path.parent / run
    command = ["darktable-cli", str(path), str(folder / "out.jpg"), "--width", "64", "--core"]
    command += ["--configdir", str(folder / "conf"), "--cachedir", str(folder / "cache")]
    command += ["--library", str(folder / "library.db"), "--conf", "write_sidecar_files=on import"]
    folder.mkdir()
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    lines = (done.stdout + done.stderr).splitlines()
    return {line.rpartition("creating tag: ")[2] for line in lines if "creating tag: " in line}
