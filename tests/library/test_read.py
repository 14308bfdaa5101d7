from __future__ import annotations

import io
import json
import os
import pickle
from pathlib import Path

import imagehash
from PIL import Image

from tagger.imaging.decode import decode
from tagger.library.read import RETRY_MTIME_NS, read_photo
from tagger.library.walk import stamp_of


def test_every_photo_of_the_set_gives_a_reading(shared: Path) -> None:
    """In this process, so that a decoder that crashes fails the suite."""
    entries = json.loads((shared / "photos/MANIFEST.json").read_text())["files"]
    names = [entry["file"] for entry in entries if not entry["file"].lower().endswith(".xmp")]
    readings = {name: read_photo(str(shared / "photos" / name)) for name in names}
    for name, reading in readings.items():
        assert reading.stamp == stamp_of(os.stat(shared / "photos" / name)), name
        assert (reading.error is None) == (reading.thumbnail is not None) == (reading.phash is not None), name
        assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301
    assert {name for name, reading in readings.items() if reading.error} == {
        "photos/m4-d0f86ab189cbe900ec389ca6d7464713.tif",
        "photos/issue_428_poc5.png",
        "photos/cve_2017_18005_reproducer.tiff",
        "photos/NegativeArraySizeException.ItemInfoBox.init.heif",
        "photos/8x4x8bit-Grayscale.psd",
        "photos/CanonRaw.cr2",
        "photos/Nikon.nef",
        "photos/FujiFilm.raf",
        "photos/Panasonic.rw2",
        "photos/IMG_1361.dng",
        "generated/IMG_0001.CR2",
        "generated/truncated.heic",
        "generated/zero_byte.jpg",
        "generated/truncated.jpg",
        "generated/garbage.jpg",
        "generated/text.jpg",
        "generated/bomb.png",
    }


def test_a_reading_holds_picture_and_facts(shared: Path) -> None:
    path = str(shared / "photos/photos/portrait-orientation-6.jpg")
    reading = read_photo(path)
    assert (reading.width, reading.height, reading.orientation, reading.format) == (840, 700, 6, "JPEG")
    assert reading.facts.keywords
    assert reading.phash is not None
    expected = int(str(imagehash.phash(decode(path))), 16)
    assert (reading.phash ^ expected).bit_count() <= 2
    assert reading.thumbnail is not None
    with Image.open(io.BytesIO(reading.thumbnail)) as thumbnail:
        assert thumbnail.size == (512, 427)
        assert not thumbnail.getexif()


def test_the_sidecar_is_read_and_stamped(shared: Path) -> None:
    path = str(shared / "photos/generated/dt_falcon.jpg")
    with_sidecar, without = read_photo(path, [f"{path}.xmp"]), read_photo(path)
    assert with_sidecar.sidecar_stamp == stamp_of(os.stat(f"{path}.xmp"))
    assert without.sidecar_stamp is None
    assert with_sidecar.facts != without.facts


def test_what_metadata_tells_of_an_unreadable_photo_is_kept(shared: Path) -> None:
    reading = read_photo(str(shared / "photos/photos/IMG_1361.dng"))
    assert reading.error is not None
    assert "sensor saw is damaged" in reading.error
    assert reading.facts.camera is not None


def test_faults_of_the_disk_are_tried_again(unprivileged: Path) -> None:
    gone = read_photo(str(unprivileged / "gone.jpg"))
    assert gone.error is not None
    assert gone.stamp.mtime_ns == RETRY_MTIME_NS
    Image.new("RGB", (8, 8)).save(unprivileged / "locked.jpg")
    (unprivileged / "locked.jpg").chmod(0)
    locked = read_photo(str(unprivileged / "locked.jpg"))
    assert locked.error is not None
    assert "may not open" in locked.error
    assert locked.stamp.mtime_ns == RETRY_MTIME_NS


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert "not a file" in (read_photo(str(tmp_path / "pipe.jpg")).error or "")


def test_a_sidecar_that_vanished_does_not_matter(shared: Path, tmp_path: Path) -> None:
    reading = read_photo(str(shared / "photos/photos/ladybug.jpg"), [str(tmp_path / "gone.xmp")])
    assert reading.error is None
    assert reading.sidecar_stamp is None
