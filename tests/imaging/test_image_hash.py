from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tagger.imaging.formats import is_photo_name, sniff
from tagger.imaging.image_hash import HASH_BYTES, image_hash

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "AVIF", "BMP")
EDITS = (
    "-XMP-dc:Subject=a dog",
    "-XMP-dc:Description=Hello",
    "-IPTC:Keywords=dog",
    "-EXIF:ImageDescription=hello",
    "-XMP:Rating=4",
    "-Comment=a comment",
    "-IFD0:Orientation#=8",
)


@pytest.fixture(scope="module")
def exiftool() -> str:
    found = shutil.which("exiftool")
    if found is None:
        pytest.skip("exiftool is not on this machine")
    return found


def hashes(files: list[Path]) -> dict[str, bytes]:
    return {path.name: image_hash(str(path)) for path in files}


def test_metadata_of_any_format_is_no_part_of_it(shared: Path, exiftool: str, tmp_path: Path) -> None:
    for path in (shared / "photos").glob("*/*"):
        if is_photo_name(path.name):
            shutil.copyfile(path, tmp_path / f"{path.parent.name} {path.name}")
    files = sorted(tmp_path.iterdir())
    before, bytes_before = hashes(files), {path.name: path.read_bytes() for path in files}
    subprocess.run([exiftool, "-m", "-q", "-q", "-overwrite_original", *EDITS, str(tmp_path)], capture_output=True)
    edited = [path for path in files if path.read_bytes() != bytes_before[path.name]]
    assert len(edited) > 85  # the others are damaged on purpose, or BigTIFF
    formats = {sniff(bytes_before[path.name][:64], path.name) for path in edited}
    assert formats >= {"JPEG", "PNG", "TIFF", "WEBP", "GIF", "PSD", "HEIC", "AVIF", "JPEG XL", "RAW"}
    after = hashes(files)
    assert {name for name in after if after[name] != before[name]} == set()
    same = defaultdict(set)
    for name, digest in before.items():
        same[digest].add(name)
    assert sorted(sorted(names) for names in same.values() if len(names) > 1) == [
        ["generated IMG_0001.CR2", "photos CanonRaw.cr2"],
        ["generated dt_falcon.jpg", "photos prairie_falcon.jpg"],
        ["photos ExtendedXMP.jpg", "photos MWG.jpg", "photos PhotoMechanic.jpg"],  # one picture, three metadata
        ["photos photo.6.embedded.jpg", "photos portrait-orientation-6.jpg"],
    ]


@pytest.mark.parametrize("name", ["Nikon D5000.jpg", "Issue 62.png", "denali.webp", "Reagan.tiff", "Issue 201.gif"])
def test_all_metadata_can_be_taken_away(shared: Path, exiftool: str, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    shutil.copyfile(shared / "photos/photos" / name, path)
    before = image_hash(str(path))
    subprocess.run([exiftool, "-q", "-q", "-overwrite_original", "-all=", str(path)], check=True)
    assert path.read_bytes() != (shared / "photos/photos" / name).read_bytes()
    assert image_hash(str(path)) == before


def saved(format_name: str, *dots: tuple[int, int], size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    image = Image.radial_gradient("L").resize(size).convert("RGB")
    for dot in dots:
        image.paste((255, 0, 0), (*dot, dot[0] + 8, dot[1] + 8))
    file = io.BytesIO()
    image.save(file, format_name, **options)
    return file.getvalue()


def digest(data: bytes) -> bytes:
    return image_hash(io.BytesIO(data))


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_changed_pixel_changes_it(format_name: str) -> None:
    plain, dotted, elsewhere = (digest(saved(format_name, *dots)) for dots in ([], [(8, 8)], [(48, 32)]))
    assert len({plain, dotted, elsewhere}) == 3
    assert len(plain) == HASH_BYTES
    assert digest(saved(format_name)) == plain


def test_a_changed_palette_quality_or_size_changes_it() -> None:
    assert digest(saved("JPEG", quality=80)) != digest(saved("JPEG", quality=81))
    assert digest(saved("JPEG", progressive=True)) != digest(saved("JPEG"))
    image = Image.new("P", (8, 8))
    red, blue = io.BytesIO(), io.BytesIO()
    image.putpalette([255, 0, 0])
    image.save(red, "PNG")
    image.putpalette([0, 0, 255])
    image.save(blue, "PNG")
    assert image_hash(red) != image_hash(blue)


def test_what_follows_a_jpeg_does_not_count() -> None:
    data = saved("JPEG")
    assert digest(data + b"the film of a motion photo") == digest(data)
    assert digest(data[:-200]) != digest(data)


def test_the_pieces_in_which_it_is_read_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    noisy = Image.effect_noise((200, 160), 90)
    for options in ({"quality": 98}, {"quality": 98, "progressive": True}):
        file = io.BytesIO()
        noisy.save(file, "JPEG", **options)  # type: ignore[arg-type]
        with monkeypatch.context() as patched:
            at_once = image_hash(file)
            patched.setattr("tagger.imaging.image_parts.source.PIECE_BYTES", 7)
            assert image_hash(file) == at_once


def test_the_codestream_of_a_jpeg_xl_is_the_same_in_a_container() -> None:
    codestream = b"\xff\x0a" + bytes(range(200))

    def box(kind: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4, "big") + kind + content

    head = b"\x00\x00\x00\x0cJXL \r\n\x87\n" + box(b"ftyp", b"jxl \0\0\0\0jxl ")
    whole = head + box(b"xml ", b"<x/>") + box(b"jxlc", codestream)
    parts = head + box(b"jxlp", b"\0\0\0\0" + codestream[:50]) + box(b"jxlp", b"\x80\0\0\x01" + codestream[50:])
    assert digest(codestream) == digest(whole) == digest(parts)


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(OSError, match="not a file"):
        image_hash(str(tmp_path / "pipe.jpg"))


class Counting(io.BytesIO):
    """Counts the bytes that are read."""

    count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.count += len(data)
        return data


SAMPLES = [saved(name) for name in (*FORMATS[:-1], "JPEG2000")] + [saved("JPEG", progressive=True), saved("TIFF")[:90]]


@settings(max_examples=300)
@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6), st.floats(0, 1))
def test_any_damage_gives_a_hash_and_is_read_about_once(
    sample: bytes, damage: list[tuple[float, int]], cut: float
) -> None:
    data = bytearray(sample)
    for place, value in damage:
        data[int(place * (len(data) - 1))] = value
    file = Counting(data[: int(len(data) * max(cut, 0.1))])
    assert len(image_hash(file)) == HASH_BYTES
    assert file.count <= 4 * len(file.getvalue()) + 4096


def test_a_tiff_that_points_at_one_place_many_times_is_hashed_as_a_whole() -> None:
    count = 50_000
    tags = [(256, 3, 1, 9), (257, 3, 1, 9), (273, 4, count, 200), (279, 4, count, 200 + 4 * count)]
    directory = len(tags).to_bytes(2, "little") + b"".join(
        tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + n.to_bytes(4, "little") + value.to_bytes(4, "little")
        for tag, kind, n, value in tags
    )
    data = (b"II*\0\x08\0\0\0" + directory).ljust(200, b"\0")
    file = Counting(data + (8).to_bytes(4, "little") * count + (400_000).to_bytes(4, "little") * count)
    assert len(image_hash(file)) == HASH_BYTES
    assert file.count < 3 * len(file.getvalue())


def test_a_jpeg_of_nothing_but_scans_does_not_take_for_ever() -> None:
    assert len(digest(b"\xff\xd8" + b"\xff\xda\x00\x02ab" * 500_000)) == HASH_BYTES
