"""Libraries and folders in bad places: full disks, read-only media, the network, hostile directories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tagger.app import Tagger
from tagger.entities import PhotoId, TagPath
from tagger.errors import LibraryError
from tagger.library import safety
from tagger.library.volumes import Place
from tagger.store import automatic

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


def mounted(place: Path, *options: str) -> None:
    """Mount a small file system in memory, or change one."""
    place.mkdir(exist_ok=True)
    told = subprocess.run(
        ["mount", "-t", "tmpfs", *options, "none", str(place)], check=False, capture_output=True, timeout=60
    )
    if told.returncode:
        pytest.skip("this user may not mount")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root may mount")
    place = tmp_path / "small"
    mounted(place, "-o", "size=2m")
    yield place
    subprocess.run(["umount", str(place)], check=False, timeout=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    shutil.copy(SAMPLES / "chelsea.png", folder)
    return folder


def fill(place: Path) -> Path:
    """Take all the space there is; the file that holds it."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    return filler


def test_a_full_disk_under_the_library_is_said_and_nothing_kept_is_lost(
    small: Path, folder: Path, tmp_path: Path
) -> None:
    tagger = Tagger.open(small / "library.tagger", tmp_path / "settings.toml")
    try:
        tagger.index([str(folder)])
        [photo] = tagger.photo_ids()
        tagger.tag([PhotoId(photo)], add=[TagPath("Kept")])
        filler = fill(small)
        names = [TagPath(f"Tag {number} {'x' * 200}") for number in range(8000)]
        with pytest.raises(LibraryError, match="Free some space"):
            tagger.tag([PhotoId(photo)], add=names)
        before = len(tagger.photo_ids("tag:Kept"))
        with pytest.raises(LibraryError):
            automatic.make(small / "library.tagger", 5, automatic.datetime(2026, 1, 1))
        filler.unlink()
        tagger.tag([PhotoId(photo)], add=[TagPath("After")])
        assert (before, len(tagger.photo_ids("tag:Kept tag:After"))) == (1, 1)
    finally:
        tagger.close()
    assert automatic.fault(small / "library.tagger", thorough=True) is None
    assert list((small / "library.tagger.backups").iterdir()) == [], "no half a backup"


def test_a_full_disk_under_the_thumbnails_loses_thumbnails_only(small: Path, folder: Path, tmp_path: Path) -> None:
    tagger = Tagger.open(tmp_path / "lib" / "library.tagger", tmp_path / "settings.toml")
    try:
        tagger.thumbnails.close()
        from tagger.imaging.thumbnails import ThumbnailCache

        tagger.thumbnails = ThumbnailCache(small / "thumbnails")
        filler = fill(small)
        summary = tagger.index([str(folder)])
        assert summary.new == 1
        assert any("Thumbnails cannot be kept" in problem for problem in summary.problems)
        filler.unlink()
        tagger.index([str(folder)])
        assert tagger.thumbnails.missing(list(tagger.photo_ids())) == set(), "made by the next indexing"
    finally:
        tagger.close()


def test_a_read_only_library_opens_to_look_at(small: Path, folder: Path, tmp_path: Path) -> None:
    library = small / "library.tagger"
    tagger = Tagger.open(library, tmp_path / "settings.toml")
    tagger.index([str(folder)])
    tagger.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True, timeout=60)
    tagger = Tagger.open(library, tmp_path / "settings.toml")
    try:
        assert tagger.store.read_only
        [photo] = tagger.photos("chelsea")
        assert tagger.thumbnails.get(photo.id)
        assert len(tagger.sources()) > 2
        with pytest.raises(LibraryError, match="read-only"):
            tagger.tag([photo.id], add=[TagPath("No")])
        with pytest.raises(LibraryError, match="read-only"):
            tagger.index([str(folder)])
        assert not tagger.look_for_folders()
        assert safety.back_up_if_due(tagger.store, tagger.settings) is None
        [caution] = safety.cautions(tagger.store)
        assert "nothing can be changed" in caution
    finally:
        tagger.close()


def test_a_library_on_the_network_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tagger = Tagger.open(tmp_path / "library.tagger", tmp_path / "settings.toml")
    try:
        assert safety.cautions(tagger.store) == []
        monkeypatch.setattr("tagger.library.volumes.place_of", lambda _path, _mounted: Place("net://nas", ".", True))
        [caution] = safety.cautions(tagger.store)
        assert "network drive" in caution
    finally:
        tagger.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_hostile_directories(tmp_path: Path) -> None:
    """Loops, thousands of files, line breaks and odd bytes in names, times of the far future: once, and unchanged."""
    folder = tmp_path / "photos"
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to(folder / "self")
    for name in (b"line\nbreak.png", b"caf\xe9.png", b"future.png"):
        shutil.copy(SAMPLES / "chelsea.png", os.path.join(os.fsencode(folder), name))
    many = folder / "many"
    many.mkdir()
    for number in range(10_000):
        os.symlink("nowhere", many / f"{number}.jpg")
    os.utime(folder / "future.png", ns=(2**63 - 2**20, 2**63 - 2**20))
    tagger = Tagger.open(tmp_path / "lib" / "library.tagger", tmp_path / "settings.toml")
    try:
        first, again = tagger.index([str(folder)]), tagger.index([str(folder)])
        assert (first.new, again.new, again.changed, again.unchanged) == (3, 0, 0, 3)
        assert len(tagger.photo_ids('folder:"photos"')) == 3
    finally:
        tagger.close()


def test_times_beyond_what_the_library_holds_are_that() -> None:
    from tagger.library.walk import stamp_of

    class Status:
        st_size, st_mtime_ns = 5, 2**70

    assert stamp_of(Status()).mtime_ns == 2**63 - 1  # type: ignore[arg-type]
    Status.st_mtime_ns = -(2**70)
    assert stamp_of(Status()).mtime_ns == -(2**63) + 1  # type: ignore[arg-type]
