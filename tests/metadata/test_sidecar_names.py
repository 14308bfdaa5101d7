from __future__ import annotations

import os
from pathlib import Path

import pytest

from tagger.metadata.change import Naming
from tagger.metadata.sidecar_names import (
    Listings,
    is_for,
    shares_short_sidecar,
    short_sidecar,
    sidecars_to_read,
    sidecars_to_write,
)


def read(photo: str, *listing: str) -> list[str]:
    return [os.path.basename(path) for path in sidecars_to_read(f"/p/{photo}", listing)]


def write(photo: str, *listing: str, foreign: tuple[str, ...] = ()) -> list[str]:
    return [os.path.basename(path) for path in sidecars_to_write(f"/p/{photo}", listing, foreign=foreign)]


def test_both_names_are_read_the_specific_first() -> None:
    assert read("a.jpg", "a.jpg", "a.xmp", "a.jpg.xmp", "b.xmp") == ["a.jpg.xmp", "a.xmp"]
    assert sidecars_to_read("/p/a.jpg", ["a.jpg", "a.xmp"]) == [os.path.join("/p", "a.xmp")]


@pytest.mark.parametrize("name", ["a.XMP", "A.xmp", "a.JPG.xmp", "A.jpg.XMP"])
def test_case_is_ignored_and_the_spelling_on_the_disk_is_used(name: str) -> None:
    assert read("a.jpg", "a.jpg", name) == [name]
    assert write("a.jpg", "a.jpg", name) == [name]


def test_exact_spelling_is_preferred() -> None:
    assert read("a.jpg", "a.jpg", "A.jpg.xmp", "a.jpg.xmp") == ["a.jpg.xmp"]


def test_sidecar_of_a_photo_spelled_otherwise_is_not_taken() -> None:
    assert read("a.jpg", "a.jpg", "A.JPG", "A.JPG.xmp") == []


def test_picture_beside_a_raw_leaves_the_short_sidecar_to_it() -> None:
    listing = ("IMG_0001.CR2", "IMG_0001.JPG", "IMG_0001.xmp", "IMG_0001.JPG.xmp")
    assert read("IMG_0001.JPG", *listing) == ["IMG_0001.JPG.xmp"]
    assert read("IMG_0001.CR2", *listing) == ["IMG_0001.xmp"]
    assert not shares_short_sidecar("/p/IMG_0001.CR2", listing)


def test_duplicates_of_darktable_are_never_touched() -> None:
    assert read("photo.jpg", "photo.jpg", "photo_01.jpg.xmp") == []
    assert write("photo.jpg", "photo.jpg", "photo_01.jpg.xmp") == ["photo.jpg.xmp"]


def test_all_that_exist_are_updated() -> None:
    assert write("a.nef", "a.nef", "a.xmp", "a.nef.xmp") == ["a.nef.xmp", "a.xmp"]


@pytest.mark.parametrize(
    ("photo", "listing", "created"),
    [
        ("a.jpg", ["a.jpg"], "a.jpg.xmp"),
        ("a.NEF", ["a.NEF"], "a.xmp"),
        ("a.NEF", ["a.NEF", "a.jpg"], "a.NEF.xmp"),
        ("a.NEF", ["a.NEF", "A.DNG"], "a.NEF.xmp"),
        ("a.NEF", ["a.NEF", "a.mov", "a.txt"], "a.xmp"),
        ("a.b.heic", ["a.b.heic"], "a.b.heic.xmp"),
        ("noextension", ["noextension"], "noextension.xmp"),
    ],
)
def test_name_of_a_new_sidecar(photo: str, listing: list[str], created: str) -> None:
    assert write(photo, *listing) == [created]


def test_foreign_short_sidecar_is_neither_updated_nor_replaced() -> None:
    assert write("a.cr2", "a.cr2", "a.xmp", foreign=("a.xmp",)) == ["a.cr2.xmp"]
    assert write("a.jpg", "a.jpg", "a.png", "a.xmp", foreign=("a.xmp",)) == ["a.jpg.xmp"]


def test_shared_short_sidecar_is_noticed() -> None:
    assert shares_short_sidecar("/p/a.jpg", ["a.jpg", "a.png", "a.xmp"])
    assert shares_short_sidecar("/p/a.cr2", ["a.cr2", "a.dng", "a.jpg", "a.xmp"])
    assert short_sidecar("/p/a.png", ["a.jpg", "a.png", "a.xmp"]) == os.path.join("/p", "a.xmp")


def test_stated_extension_decides() -> None:
    assert is_for("/p/a.CR2", "cr2")
    assert is_for("/p/a.CR2", None)
    assert is_for("/p/a.CR2", ".CR2")
    assert not is_for("/p/a.JPG", "CR2")


def test_names_that_are_not_utf8_are_handled() -> None:
    name = os.fsdecode(b"caf\xe9.jpg")
    assert read(name, name, f"{name}.xmp") == [f"{name}.xmp"]


@pytest.mark.parametrize(
    ("naming", "photo", "beside", "created"),
    [
        ("standard", "a.NEF", (), "a.xmp"),
        ("standard", "a.NEF", ("a.jpg",), "a.NEF.xmp"),
        ("standard", "a.jpg", (), "a.jpg.xmp"),
        ("lightroom", "a.NEF", ("a.jpg",), "a.xmp"),
        ("lightroom", "a.NEF", ("a.CR2",), "a.NEF.xmp"),
        ("lightroom", "a.jpg", (), "a.jpg.xmp"),
        ("capture-one", "a.jpg", (), "a.xmp"),
        ("capture-one", "a.jpg", ("a.NEF",), "a.jpg.xmp"),
        ("darktable", "a.NEF", (), "a.NEF.xmp"),
        ("digikam", "a.NEF", (), "a.NEF.xmp"),
    ],
)
def test_a_new_sidecar_is_named_by_the_habit_asked_for(
    naming: Naming, photo: str, beside: tuple[str, ...], created: str
) -> None:
    assert sidecars_to_write(f"/p/{photo}", [photo, *beside], naming=naming) == [f"/p/{created}"]
    stem = [photo, *beside, "a.jpg.xmp", "a.NEF.xmp"]
    assert sidecars_to_write(f"/p/{photo}", stem, naming=naming) == [f"/p/{photo}.xmp"], "what is there is updated"


def test_listings_of_a_folder_give_the_same_names(tmp_path: Path) -> None:
    names = ["a.jpg", "a.JPG.xmp", "a.xmp", "a.b.png", "a.b.xmp", "a.b.png.xmp", "ab.jpg", "Ä.jpg", "a\u0308.xmp"]
    for name in names:
        (tmp_path / name).touch()
    listings = Listings()
    for name in ("a.jpg", "a.b.png", "ab.jpg", "Ä.jpg"):
        path = str(tmp_path / name)
        assert sidecars_to_write(path, listings.near(path)) == sidecars_to_write(path, os.listdir(tmp_path))
    (tmp_path / "Ä.jpg").unlink()
    (tmp_path / "a\u0308.xmp").unlink()
    plain = Listings()
    assert sorted(plain.near(str(tmp_path / "A.jpg"))) == sorted(name for name in names[:6])
    assert plain.near(str(tmp_path / "a.b.png")) == sorted(["a.b.png", "a.b.xmp", "a.b.png.xmp"])
    assert plain.near(str(tmp_path / "nothing.jpg")) == []
