"""Writing into photos themselves: real files, read back by exiftool, killed at every step, taken back exactly."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tagger.app import Tagger
from tagger.entities import TagPath
from tagger.imaging.image_hash import image_hash
from tagger.metadata.change import SidecarChange
from tagger.metadata.embedding import iim
from tagger.metadata.embedding.embed import Taken, embed, names_beside, take_back
from tagger.metadata.embedding.iim import MARK, Keywords
from tagger.metadata.embedding.splices import Splice, applied, pack, reversed_, unpack
from tagger.metadata.isolated import EmbeddedReader

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"
CHANGE = SidecarChange((TagPath("Animal|Möps"), TagPath("犬")))
PHOTOS = (
    "DSCN0010.jpg", "MWG.jpg", "PhotoMechanic.jpg", "digikam.jpg", "iptc-2021.jpg", "picasa.jpg", "Reagan.jpg",
    "portrait-orientation-6.jpg", "Reagan.tiff", "BigTIFF.tif", "tif-with-iptc-icc-xmp.tif", "canon_eos_6d.dng",
    "tweethog.png", "ReaganSmallPng.png", "ExtendedXMP.jpg",
)  # fmt: skip
OURS = {"Subject", "Keywords", "HierarchicalSubject", "TagsList", "CodedCharacterSet", "XMPToolkit", "IPTCDigest"}
FILE = {"System", "ExifTool", "File", "Composite"}


@pytest.fixture
def reader() -> Iterator[EmbeddedReader]:
    with EmbeddedReader() as reader:
        yield reader


def told(folder: Path) -> dict[str, dict[str, object]]:
    """All that exiftool says of the files, but for what is ours and where things lie in the file."""
    words = ["exiftool", "-j", "-all", "-validate", "-warning", "-G1", "-a", "-struct"]
    words += ["-api", "LargeFileSupport=1", str(folder)]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    return {Path(each["SourceFile"]).name: each for each in json.loads(ran.stdout)}


def others(found: dict[str, object]) -> dict[str, object]:
    kept = {}
    for key, value in found.items():
        group, _colon, name = key.partition(":")
        placed = "Offset" in name or "Start" in name
        if name and not placed and group not in FILE and name not in OURS and not group.startswith("XMP"):
            kept[key] = value
    return kept


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not on this machine")
def test_real_photos_say_the_same_but_for_our_keywords(shared: Path, tmp_path: Path, reader: EmbeddedReader) -> None:
    for name in PHOTOS:
        shutil.copyfile(shared / "photos" / "photos" / name, tmp_path / name)
    before, hashes = told(tmp_path), {name: image_hash(str(tmp_path / name)) for name in PHOTOS}
    taken: dict[str, list[Taken]] = {name: [] for name in PHOTOS}
    results = [embed(str(tmp_path / name), CHANGE, reader, before=taken[name].append) for name in PHOTOS]
    assert {result.error for result in results} == {None}
    after = told(tmp_path)
    for name in PHOTOS:
        subject = after[name]["XMP-dc:Subject"]
        assert {"Animal", "Möps", "犬"} <= set(subject), name  # type: ignore[call-overload]
        if name.endswith("jpg") or "IPTC:Keywords" in before[name]:
            assert "Möps" in after[name]["IPTC:Keywords"], name  # type: ignore[operator]
        kept, now = others(before[name]), others(after[name])
        assert {key: now.get(key) for key in kept} == kept, name
        assert image_hash(str(tmp_path / name)) == hashes[name]
        original = shared / "photos" / "photos" / name
        with Image.open(original) as one, Image.open(tmp_path / name) as other:
            assert one.size == other.size
        assert embed(str(tmp_path / name), CHANGE, reader).action == "unchanged", name
        assert take_back(str(tmp_path / name), taken[name][0])
        assert (tmp_path / name).read_bytes() == original.read_bytes()
        assert warnings(after[name]) <= warnings(before[name]), name
    assert sorted(os.listdir(tmp_path)) == sorted(PHOTOS)


def warnings(found: dict[str, object]) -> set[str]:
    said = found.get("ExifTool:Warning", ())
    return {said} if isinstance(said, str) else {str(each) for each in said}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt"])
@pytest.mark.parametrize("mark", [b"", MARK])
def test_iptc_in_a_png_is_kept_in_step(tmp_path: Path, reader: EmbeddedReader, kind: bytes, mark: bytes) -> None:
    datasets = b"\x1c\x02\x05\0\x05Title\x1c\x02\x19\0\x06Theirs"
    resources = b"8BIM\x04\x04\0\0" + len(datasets).to_bytes(4, "big") + datasets + b"\0" * (len(datasets) % 2)
    profile = mark + resources if mark else datasets
    text = b"\niptc\n%8d\n%b\n" % (len(profile), profile.hex().encode())
    content = b"Raw profile type iptc\0" + (b"\0" + zlib.compress(text) if kind == b"zTXt" else text)
    chunk = len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
    photo = tmp_path / "a.png"
    plain = (SAMPLES / "chelsea.png").read_bytes()
    photo.write_bytes(plain[:33] + chunk + plain[33:])
    taken: list[Taken] = []
    assert embed(str(photo), CHANGE, reader, before=taken.append).error is None
    iptc = reader.read(str(photo)).iptc
    assert set(iptc["Iptc.Application2.Keywords"]) == {"Theirs", "Animal", "Möps", "犬"}
    assert iptc["Iptc.Application2.ObjectName"] == ("Title",)
    assert take_back(str(photo), taken[0])
    assert photo.read_bytes() == plain[:33] + chunk + plain[33:]


def test_a_png_without_iptc_gets_none(tmp_path: Path, reader: EmbeddedReader) -> None:
    photo = tmp_path / "a.png"
    shutil.copy(SAMPLES / "chelsea.png", photo)
    assert embed(str(photo), CHANGE, reader).action == "embedded"
    assert reader.read(str(photo)).iptc == {}
    assert b"Raw profile" not in photo.read_bytes()


def test_what_cannot_be_written_is_left_alone(shared: Path, tmp_path: Path, reader: EmbeddedReader) -> None:
    for name in ("Nikon.nef", "broken1.jpg", "issue_428_poc5.png", "cve_2017_18005_reproducer.tiff", "denali.webp"):
        original = shared / "photos" / "photos" / name
        shutil.copyfile(original, tmp_path / name)
        result = embed(str(tmp_path / name), CHANGE, reader)
        assert (result.action, bool(result.error)) == ("failed", True), name
        assert (tmp_path / name).read_bytes() == original.read_bytes()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_photo_is_whole_whenever_the_process_is_killed(tmp_path: Path) -> None:
    photo = tmp_path / "rocket.jpg"
    shutil.copy(SAMPLES / "rocket.jpg", photo)
    script = Path(__file__).with_name("killed.py")
    ran = subprocess.run([sys.executable, script, photo], capture_output=True, text=True, check=True, timeout=120)
    *steps, left = [line.split() for line in ran.stdout.splitlines()]
    assert {state for _step, _status, state in steps} == {"old", "new"}
    assert [status for _step, status, _state in steps[:3]] == ["9"] * 3
    assert steps[-1][1] == "7", "the last ones are not killed any more"
    assert left == ["left", "1"], "the next write takes what was left away"


def test_the_mode_stays_and_the_user_decides_on_the_time(tmp_path: Path, reader: EmbeddedReader) -> None:
    photo = tmp_path / "rocket.jpg"
    shutil.copy(SAMPLES / "rocket.jpg", photo)
    photo.chmod(0o640)
    os.utime(photo, (1_000_000_000, 1_000_000_000))
    assert embed(str(photo), CHANGE, reader, keep_time=True).action == "embedded"
    assert (photo.stat().st_mode & 0o777, photo.stat().st_mtime) == (0o640, 1_000_000_000)
    embed(str(photo), SidecarChange((TagPath("Other"),)), reader)
    assert photo.stat().st_mtime > 1_000_000_000
    assert not [name for name in names_beside(str(photo)) if os.path.exists(name)]


def test_a_library_writes_into_photos_and_takes_it_back(tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("rocket.jpg", "chelsea.png"):
        shutil.copy(SAMPLES / name, folder)
    with Image.open(SAMPLES / "rocket.jpg") as picture:
        picture.resize((64, 48)).save(folder / "small.tif")
    originals = {path.name: path.read_bytes() for path in folder.iterdir()}
    app = Tagger.open(tmp_path / "my.tagger", tmp_path / "settings.toml")
    app.index([str(folder)])
    ids = [photo.id for photo in app.photos()]
    app.tag(ids, add=[TagPath("Animal|Dog")])
    assert [each.action for each in app.embed(ids, dry_run=True)] == ["embedded"] * 3
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == originals
    assert [each.action for each in app.embed(ids)] == ["embedded"] * 3
    assert app.journal()[0][2] == "write into 3 photos"
    app.index([str(folder)])
    assert {photo.tags for photo in app.photos()} == {("Animal|Dog",)}
    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert app.undo() is not None
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == originals
    again = app.redo()
    assert again is not None
    assert again.problems == ()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == written, "redo writes into them again"
    (folder / "chelsea.png").write_bytes(b"changed by another program")
    undone = app.undo()
    assert undone is not None
    assert len(undone.problems) == 1
    assert (folder / "rocket.jpg").read_bytes() == originals["rocket.jpg"]
    assert (folder / "small.tif").read_bytes() == originals["small.tif"]
    app.close()


@given(st.binary(max_size=200), st.data())
def test_edits_are_taken_back_exactly(data: bytes, draw: st.DataObject) -> None:
    places = sorted(draw.draw(st.lists(st.integers(0, len(data)), max_size=6, unique=True)))
    ends = [*places[1:], len(data)]
    splices = []
    for at, end in zip(places, ends, strict=False):
        length = draw.draw(st.integers(0, end - at))
        splices.append(Splice(at, data[at : at + length], draw.draw(st.binary(max_size=5))))
    new = applied(data, splices)
    assert applied(new, reversed_(unpack(pack(splices)))) == data


def test_old_keywords_stay_in_their_code_page() -> None:
    block = b"\x1c\x02\x00\0\x02\0\x04" + b"\x1c\x02\x19\0\x04M\xf6ps" + b"\x1c\x02\x05\0\x01T"
    after = iim.with_keywords(block, Keywords(["Möps", "Käfer", "犬"], []))
    assert after == block + b"\x1c\x02\x19\0\x05K\xe4fer"
    assert (
        iim.with_keywords(after, Keywords([], ["Möps"]))
        == block.replace(b"\x1c\x02\x19\0\x04M\xf6ps", b"") + after[len(block) :]
    )
