from __future__ import annotations

import os
from pathlib import Path

from tagger.entities import Stamp
from tagger.library.read import read_photo
from tagger.library.sidecars import SidecarIndex, united_stamp
from tagger.library.walk import DirectoryListing, walk
from tagger.progress import Control
from tests import pace
from tests.metadata.samples import items, photo, xmp


def index_of(photos: list[str], sidecars: list[str]) -> SidecarIndex:
    files = [(f"/p/{name}", 1, 1) for name in photos]
    return SidecarIndex(DirectoryListing("/p", files, {name: Stamp(len(name), 7) for name in sidecars}))


def test_both_habits_are_found() -> None:
    index = index_of(["a.jpg", "b.jpg", "a.b.jpg"], ["a.jpg.xmp", "a.XMP", "A.B.xmp", "c.xmp"])
    assert index.of("/p/a.jpg") == (["/p/a.jpg.xmp", "/p/a.XMP"], Stamp(9 + 5, 7 + 2 * 7))
    assert index.of("/p/b.jpg") == ([], None)
    assert index.of("/p/a.b.jpg") == (["/p/A.B.xmp"], Stamp(7, 7))


def test_the_short_name_belongs_to_the_raw(shared: Path) -> None:
    (listing,) = walk(str(shared / "photos/generated"), Control())
    index = SidecarIndex(listing)
    found = {
        os.path.basename(file.path): [os.path.basename(s) for s in index.of(file.path)[0]] for file in listing.files
    }
    assert found["IMG_0001.CR2"] == ["IMG_0001.xmp"]
    assert found["IMG_0001.JPG"] == ["IMG_0001.JPG.xmp"]
    assert found["upper.JPG"] == ["upper.XMP"]
    assert found["garbage.jpg"] == []


def test_the_stamp_changes_with_any_sidecar() -> None:
    one, two = Stamp(10, 1_700_000_000_000_000_000), Stamp(20, 1_700_000_000_000_000_001)
    assert united_stamp([]) is None
    assert united_stamp([one]) == one
    assert united_stamp([one, two]) != united_stamp([one, Stamp(20, two.mtime_ns + 1)])
    assert united_stamp([one, two]) != united_stamp([one])
    assert united_stamp([one, two]) != united_stamp([two, one]), "they took each other's names"
    many = united_stamp([one] * 50)
    assert many is not None
    assert many.mtime_ns < 2**63


def test_whatever_another_program_does_to_either_sidecar_is_noticed(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", packet=xmp(items("dc:subject", ["embedded"])))
    full, short = tmp_path / "a.jpg.xmp", tmp_path / "a.XMP"
    known: list[Stamp | None] = []

    def told() -> tuple[str, ...]:
        """The keywords now; what the index compares must be another than ever before."""
        (listing,) = walk(str(tmp_path), Control())
        sidecars, stamp = SidecarIndex(listing).of(str(path))
        assert stamp not in known, "nobody would look"
        known.append(stamp)
        reading = read_photo(str(path), sidecars)
        assert reading.sidecar_stamp == stamp
        return reading.facts.keywords

    assert told() == ("embedded",)
    short.write_bytes(xmp(items("dc:subject", ["short"])))
    assert told() == ("short", "embedded")
    full.write_bytes(xmp(items("dc:subject", ["full"])))
    assert told() == ("full", "short", "embedded")
    short.write_bytes(xmp(items("dc:subject", ["short", "more"])))
    assert told() == ("full", "short", "more", "embedded")
    full.write_bytes(b"<half of it")
    assert told() == ("short", "more", "embedded")
    full.rename(tmp_path / "kept")
    assert told() == ("short", "more", "embedded")
    short.unlink()
    (tmp_path / "kept").replace(full)
    full.write_bytes(xmp(items("dc:subject", ["full again"])))
    assert told() == ("full again", "embedded")
    full.unlink()
    known.remove(None)
    assert told() == ("embedded",)


def test_a_large_folder_takes_time_in_proportion() -> None:
    names = [f"{number:05}.jpg" for number in range(10_000)]
    index = index_of(names, [f"{name}.xmp" for name in names])
    assert all(len(index.of(f"/p/{name}")[0]) == 1 for name in names)
    assert pace.units(lambda: [index.of(f"/p/{name}") for name in names], 1) < 500  # each with each takes 10,000
