from __future__ import annotations

import os
from pathlib import Path

from tagger.entities import Stamp
from tagger.library.sidecars import SidecarIndex, united_stamp
from tagger.library.walk import DirectoryListing, FoundFile, walk
from tagger.progress import Control
from tests import pace


def index_of(photos: list[str], sidecars: list[str]) -> SidecarIndex:
    files = [FoundFile(f"/p/{name}", Stamp(1, 1)) for name in photos]
    return SidecarIndex(DirectoryListing("/p", files, {name: Stamp(len(name), 7) for name in sidecars}))


def test_both_habits_are_found() -> None:
    index = index_of(["a.jpg", "b.jpg", "a.b.jpg"], ["a.jpg.xmp", "a.XMP", "A.B.xmp", "c.xmp"])
    assert index.of("/p/a.jpg") == (["/p/a.jpg.xmp", "/p/a.XMP"], Stamp(9 + 5, 14))
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
    many = united_stamp([one] * 50)
    assert many is not None
    assert many.mtime_ns < 2**63


def test_a_large_folder_takes_time_in_proportion() -> None:
    names = [f"{number:05}.jpg" for number in range(10_000)]
    index = index_of(names, [f"{name}.xmp" for name in names])
    assert all(len(index.of(f"/p/{name}")[0]) == 1 for name in names)
    assert pace.units(lambda: [index.of(f"/p/{name}") for name in names], 1) < 500  # each with each takes 10,000
