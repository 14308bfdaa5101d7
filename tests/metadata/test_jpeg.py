"""XMP packets of JPEGs without a decoder."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tagger.metadata import jpeg
from tests.metadata.samples import items, photo, xmp


def test_it_is_the_packet_that_pillow_finds(shared: Path) -> None:
    found = 0
    for path in sorted((shared / "photos").glob("*/*.[jJ][pP][gG]")):
        try:
            with Image.open(path) as image:
                expected = image.info.get("xmp")
        except OSError:
            continue
        assert jpeg.xmp_packet(str(path)) == expected, path.name
        found += expected is not None
    assert found >= 25


def test_other_files_have_none(shared: Path, tmp_path: Path) -> None:
    for name in ("photos/Issue 201.gif", "photos/denali.webp", "generated/zero_byte.jpg", "generated/garbage.jpg"):
        assert jpeg.xmp_packet(str(shared / "photos" / name)) is None
        assert not jpeg.is_jpeg(str(shared / "photos" / name))
    assert jpeg.xmp_packet(str(tmp_path)) is None
    assert jpeg.xmp_packet(str(tmp_path / "missing.jpg")) is None
    assert not jpeg.is_jpeg(str(tmp_path))


def test_padding_before_a_marker_is_allowed(tmp_path: Path) -> None:
    packet = xmp(items("dc:subject", ["Dog"]))
    path = photo(tmp_path / "a.jpg", packet=packet)
    data = path.read_bytes()
    assert jpeg.xmp_packet(str(path)) == packet
    path.write_bytes(data[:2] + b"\xff" * 7 + data[2:])
    assert jpeg.xmp_packet(str(path)) == packet
    path.write_bytes(data[: data.index(packet) + len(packet) - 1])
    assert jpeg.xmp_packet(str(path)) is None, "cut within the packet"


@given(st.binary(max_size=60))
def test_nonsense_never_raises(tmp_path_factory, data: bytes) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.getbasetemp() / "nonsense.jpg"
    path.write_bytes(b"\xff\xd8" + data)
    jpeg.xmp_packet(str(path))
