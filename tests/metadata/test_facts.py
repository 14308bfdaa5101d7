from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from tagger.entities import PhotoFacts
from tagger.metadata.embedded import Embedded
from tagger.metadata.facts import facts_of, read_facts
from tagger.metadata.sidecar_names import sidecars_to_read
from tests.metadata.samples import items, photo, xmp


def test_path_keywords_absorb_flat_ones(shared: Path) -> None:
    facts = read_facts(str(shared / "photos" / "photos" / "portrait.jpg"))
    assert facts.keywords == ("People|Marie Curie", "People|Pierre Curie")


def test_sidecar_and_file_are_united_and_the_sidecar_wins(tmp_path: Path) -> None:
    packet = xmp(items("dc:subject", ["Embedded", "Dog"]) + "<dc:description>old</dc:description>", 'xmp:Rating="1"')
    path = photo(tmp_path / "a.jpg", packet=packet)
    content = items("lr:hierarchicalSubject", ["Animal|Dog"]) + "<dc:description>new</dc:description>"
    (tmp_path / "a.jpg.xmp").write_bytes(
        xmp(content, 'xmp:Rating="5" exif:GPSLatitude="52,30N" exif:GPSLongitude="13,15E"')
    )
    facts = read_facts(str(path), sidecars_to_read(str(path), os.listdir(tmp_path)))
    assert facts.keywords == ("Animal|Dog", "Embedded")
    assert (facts.rating, facts.caption) == (5, "new")
    assert (facts.latitude, facts.longitude) == (52.5, 13.25)


def test_sidecar_of_the_raw_is_not_taken_for_the_picture(shared: Path) -> None:
    folder = shared / "photos" / "generated"
    listing = os.listdir(folder)
    for name, word in (("IMG_0001.JPG", "A|jpeg keyword"), ("IMG_0001.CR2", "raw-only keyword")):
        path = str(folder / name)
        assert read_facts(path, sidecars_to_read(path, listing)).keywords == (word,)
    assert read_facts(str(folder / "IMG_0001.JPG"), [str(folder / "IMG_0001.xmp")]).keywords == ()


def test_sidecar_in_utf16_and_with_upper_case_name(shared: Path) -> None:
    folder = shared / "photos" / "generated"
    assert "upper case sidecar" in read_facts(str(folder / "upper.JPG"), [str(folder / "upper.XMP")]).keywords
    assert read_facts(str(folder / "upper.JPG"), [str(folder / "utf16.xmp")]).rating == 3


@pytest.mark.parametrize("name", ["empty.xmp", "entities.xmp", "malformed.xmp", "missing.xmp", "."])
def test_broken_sidecars_are_as_none(shared: Path, name: str) -> None:
    folder = shared / "photos" / "generated"
    assert read_facts(str(folder / "cmyk.jpg"), [str(folder / name)]) == PhotoFacts()


def test_windows_keywords_and_microsoft_ratings(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x9C9E] = "Hund;Köln; ".encode("utf-16-le") + b"\0\0"
    exif[0x4749] = 75
    facts = read_facts(str(photo(tmp_path / "a.jpg", exif=exif)))
    assert facts.keywords == ("Hund", "Köln")
    assert facts.rating == 4


def test_bigtiff_is_read_without_exiv2(tmp_path: Path) -> None:
    ifd = TiffImagePlugin.ImageFileDirectory_v2()
    ifd[0x010F], ifd[0x0110], ifd[700] = "Canon", "EOS R5", xmp(items("dc:subject", ["Dog"]))
    path = tmp_path / "a.tif"
    Image.new("RGB", (8, 6)).save(path, "TIFF", big_tiff=True, tiffinfo=ifd)
    assert path.read_bytes()[2] == 43
    facts = read_facts(str(path))
    assert (facts.camera, facts.keywords) == ("Canon EOS R5", ("Dog",))


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_a_hostile_prefix_does_not_poison_later_photos(shared: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(shared / "photos" / "photos" / "IMG_5195.HEIC", tmp_path))
    command = ["exiftool", "-q", "-overwrite_original", "-XMP-lr:HierarchicalSubject=Animal|Dog", str(path)]
    subprocess.run(command, check=True, timeout=60)
    hostile = (shared / "photos" / "generated" / "nasty2.xmp").read_bytes()
    assert read_facts(str(photo(tmp_path / "hostile.jpg", packet=hostile))).keywords == ("seq instead of bag",)
    assert read_facts(str(path)).keywords == ("Animal|Dog",)


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9 \xf0.jpg")
    Path(os.fsdecode(path)).write_bytes(
        photo(tmp_path / "a.jpg", packet=xmp(items("dc:subject", ["Dog"]))).read_bytes()
    )
    assert read_facts(os.fsdecode(path)).keywords == ("Dog",)


def test_a_missing_file_has_no_facts(tmp_path: Path) -> None:
    assert read_facts(str(tmp_path / "missing.jpg")) == PhotoFacts()


def test_what_cameras_write_by_themselves_is_no_caption() -> None:
    def caption(text: str) -> str | None:
        return facts_of(Embedded(exif={"Exif.Image.ImageDescription": text})).caption

    assert caption("OLYMPUS DIGITAL CAMERA         ") is None
    assert caption("SONY DSC") is None
    assert caption("Sony Center, Berlin") == "Sony Center, Berlin"


def test_iptc_without_charset_is_taken_for_latin_text() -> None:
    assert facts_of(Embedded(iptc={"Iptc.Application2.Keywords": ("Dog", "dog", "Cat\x00")})).keywords == ("Dog", "Cat")


@settings(max_examples=40)
@given(st.data())
def test_damaged_photos_never_raise(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    name = data.draw(
        st.sampled_from(
            ["photos/prairie_falcon.jpg", "photos/Issue 201.gif", "photos/Reagan.tiff", "photos/denali.webp"]
        )
    )
    content = bytearray((shared / "photos" / name).read_bytes()[:60_000])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / f"damaged{os.path.splitext(name)[1]}"
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    read_facts(str(path))
