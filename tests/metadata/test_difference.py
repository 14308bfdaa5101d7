"""A dry run says what would come, go and stay, and agrees with what is then written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagger.entities import Box, TagPath
from tagger.metadata.change import OwnRegion, SidecarChange
from tagger.metadata.difference import differences
from tagger.metadata.embedded import read_embedded
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecars import export_sidecar
from tests.metadata.samples import items, photo, xmp

DOG = TagPath("Animal|Dog")


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmbeddedReader, "read", lambda self, path: read_embedded(path))


def test_a_dry_run_tells_each_property_of_each_file(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    sidecar = Path(f"{path}.xmp")
    sidecar.write_bytes(
        xmp(items("dc:subject", ["Theirs", "Old"]) + "<acme:note>stays</acme:note>", 'xmp:Rating="2" exif:ISO="100"')
    )
    before = sidecar.read_bytes()
    face = OwnRegion(1, "mwg-rs", "face", "Jane", Box(0.1, 0.2, 0.3, 0.4))
    change = SidecarChange((DOG,), (TagPath("Old"),), (("rating", 5),), regions=(face,))
    result = export_sidecar(str(path), change, dry_run=True, reader=EmbeddedReader())
    assert sidecar.read_bytes() == before
    [file] = differences(result)
    assert (file.path, file.created) == (str(sidecar), False)
    said = {each.property: (each.added, each.removed, each.kept) for each in file.properties}
    assert said == {
        "digiKam:TagsList": (("Theirs", "Animal/Dog"), (), ()),
        "lr:hierarchicalSubject": (("Theirs", "Animal|Dog"), (), ()),
        "dc:subject": (("Animal", "Dog"), ("Old",), ("Theirs",)),
        "xmp:Rating": (("5",), ("2",), ()),
        "mwg-rs:Regions": (("Jane (0.100, 0.200, 0.300, 0.400)",), (), ()),
    }
    assert ("{http://example.org/acme/1.0/}note", "stays") in file.foreign
    assert ("exif:ISO", "100") in file.foreign
    assert not {name for name, _text in file.foreign} & said.keys()
    export_sidecar(str(path), change, reader=EmbeddedReader())
    assert differences(export_sidecar(str(path), change, dry_run=True, reader=EmbeddedReader())) == []


def test_a_new_file_begins_with_what_the_photo_says(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", packet=xmp(items("dc:subject", ["Embedded"])))
    result = export_sidecar(str(path), SidecarChange((DOG,)), dry_run=True, reader=EmbeddedReader())
    [file] = differences(result)
    assert file.created
    said = {each.property: (each.added, each.kept) for each in file.properties}
    assert said["dc:subject"] == (("Animal", "Dog"), ("Embedded",))
