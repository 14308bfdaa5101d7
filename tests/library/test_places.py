"""Folders on drives that come and go: real mounts where this user may mount, else a drive that is a directory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tagger.app import Tagger
from tagger.entities import PhotoId, TagPath
from tagger.library.volumes import Mount, linux_volumes, mounts, place_of
from tagger.store import folders, photos

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


class Drives:
    """Drives as a test mounts them: directories that are moved about."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.mounted: list[Mount] = [Mount("/")]

    def __call__(self) -> Sequence[Mount]:
        return self.mounted

    def plug(self, name: str, volume: str, content: Path | None = None, *, network: bool = False) -> Path:
        place = self.room / name
        if content is not None:
            content.rename(place)
        place.mkdir(exist_ok=True)
        self.mounted.append(Mount(str(place), volume, network))
        return place

    def unplug(self, name: str) -> Path:
        self.mounted = [each for each in self.mounted if each.path != str(self.room / name)]
        return (self.room / name).rename(self.room / f"{name} unplugged")


@pytest.fixture
def drives(tmp_path: Path) -> Drives:
    room = tmp_path / "media"
    room.mkdir()
    return Drives(room)


@pytest.fixture
def tagger(tmp_path: Path, drives: Drives) -> Iterator[Tagger]:
    tagger = Tagger.open(tmp_path / "lib" / "library.tagger", tmp_path / "settings.toml")
    tagger.mounts = drives
    yield tagger
    tagger.close()


def fill(place: Path) -> Path:
    folder = place / "Photos"
    (folder / "deep").mkdir(parents=True)
    shutil.copy(SAMPLES / "chelsea.png", folder)
    shutil.copy(SAMPLES / "coffee.png", folder / "deep")
    return folder


def known(tagger: Tagger) -> list[tuple[str, str]]:
    return sorted((photo.path, photo.state) for photo in tagger.photos())


def test_an_unplugged_drive_keeps_its_photos_and_comes_back_elsewhere(tagger: Tagger, drives: Drives) -> None:
    folder = fill(drives.plug("STICK", "uuid:1"))
    tagger.index([str(folder)])
    ids = list(tagger.photo_ids())
    tagger.tag([PhotoId(ids[0])], add=[TagPath("Cat")])
    content = drives.unplug("STICK")
    assert tagger.look_for_folders().went == (str(folder),)
    summary = tagger.index([str(folder)])
    assert (summary.missing, len(summary.problems)) == (0, 1)
    assert {state for _path, state in known(tagger)} == {"ok"}, "away is not missing"
    assert list(tagger.photo_ids("is:away")) == ids
    assert list(tagger.photo_ids("is:away tag:Cat")) == ids[:1]
    assert tagger.thumbnails.missing(ids) == set()
    assert all(each.away for each in tagger.store.read(lambda db: photos.summaries(db, ids)))
    [root] = next(source for source in tagger.sources() if source.key == "folders").children
    assert {root.away, *(child.away for child in root.children)} == {True}
    assert next(source for source in tagger.sources() if source.key == "away").count == 2

    place = drives.plug("STICK1", "uuid:1", content)
    found = tagger.look_for_folders()
    assert found.moved == ((str(folder), str(place / "Photos")),)
    assert known(tagger) == [(str(place / "Photos" / name), "ok") for name in ("chelsea.png", "deep/coffee.png")]
    assert list(tagger.photo_ids("tag:Cat")) == ids[:1]
    assert list(tagger.photo_ids("is:away")) == []
    summary = tagger.index([str(place / "Photos")])
    assert (summary.unchanged, summary.new, summary.missing, summary.problems) == (2, 0, 0, ())
    assert not tagger.look_for_folders()


def test_an_empty_mount_point_is_not_a_folder_whose_photos_were_deleted(tagger: Tagger, drives: Drives) -> None:
    folder = drives.plug("STICK", "uuid:1")
    shutil.copy(SAMPLES / "chelsea.png", folder)
    tagger.index([str(folder)])
    drives.unplug("STICK")
    folder.mkdir()
    summary = tagger.index([str(folder)])
    assert (summary.missing, len(summary.problems)) == (0, 1)
    assert known(tagger) == [(str(folder / "chelsea.png"), "ok")]


def test_a_drive_that_was_copied_to_a_larger_one_at_the_same_place_is_taken(tagger: Tagger, drives: Drives) -> None:
    folder = fill(drives.plug("DATA", "uuid:small"))
    tagger.index([str(folder)])
    drives.plug("DATA", "uuid:large", drives.unplug("DATA"))
    drives.plug("old", "uuid:small")
    assert not tagger.look_for_folders()
    assert tagger.store.read(folders.roots)[0].volume == "uuid:large"


def test_two_drives_of_one_identity_are_not_guessed_between(tagger: Tagger, drives: Drives) -> None:
    folder = fill(drives.plug("A", "uuid:1"))
    tagger.index([str(folder)])
    content = drives.unplug("A")
    shutil.copytree(content, drives.room / "copy")
    drives.plug("B", "uuid:1", content)
    drives.plug("C", "uuid:1", drives.room / "copy")
    assert tagger.look_for_folders().went == (str(folder),)
    assert len(tagger.photo_ids("is:away")) == 2


def test_a_drive_at_a_place_the_library_knows_already_is_told(tagger: Tagger, drives: Drives) -> None:
    folder = fill(drives.plug("A", "uuid:1"))
    tagger.index([str(folder)])
    content = drives.unplug("A")
    other = drives.room / "B"
    other.mkdir()
    tagger.index([str(other)])
    other.rmdir()
    drives.plug("B", "uuid:1", content)
    found = tagger.look_for_folders()
    assert [str(other) in problem for problem in found.problems] == [True]
    assert {path for path, _state in known(tagger)} >= {str(folder / "chelsea.png")}


def test_a_share_is_known_by_its_address(tagger: Tagger, drives: Drives) -> None:
    folder = fill(drives.plug("nas", "net://nas/photos", network=True))
    tagger.index([str(folder)])
    [root] = tagger.store.read(folders.roots)
    assert (root.network, root.volume, root.volume_path) == (True, "net://nas/photos", "Photos")


def test_a_folder_that_vanishes_while_it_is_looked_through_marks_nothing(tagger: Tagger, drives: Drives) -> None:
    folder = fill(drives.plug("STICK", "uuid:1"))
    tagger.index([str(folder)])

    def unplug(_progress: object) -> None:
        if (drives.room / "STICK").exists():
            drives.unplug("STICK")

    (folder / "new.png").write_bytes((SAMPLES / "coffee.png").read_bytes())
    summary = tagger.index([str(folder)], progress=unplug)
    assert summary.missing == 0
    assert "missing" not in {state for _path, state in known(tagger)}


def test_the_deepest_mount_holds_a_path(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "a" / "b")
    mounted = [Mount("/", "root"), Mount(str(tmp_path / "a"), "hidden"), Mount(str(tmp_path / "a"), "on top")]
    assert place_of(str(tmp_path / "a" / "b"), mounted).volume == "on top"
    assert place_of(str(tmp_path / "link"), mounted).volume_path == "b"
    assert place_of(str(tmp_path / "ab"), mounted).volume == "root"


def test_what_is_mounted_here_can_be_told() -> None:
    found = mounts()
    assert "/" in {mount.path for mount in found} or sys.platform == "win32"
    assert not any(mount.network for mount in found if mount.path == "/")


# Real mounts


def run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=60)


@pytest.fixture
def image(tmp_path: Path) -> Iterator[Path]:
    """A file system in a file, and its loop device given back at the end."""
    tools = all(shutil.which(tool) for tool in ("mkfs.ext4", "losetup", "mount", "umount", "blkid"))
    if not (sys.platform.startswith("linux") and os.geteuid() == 0 and tools):
        pytest.skip("only root may mount")
    image = tmp_path / "drive.img"
    with image.open("wb") as file:
        file.truncate(8 << 20)
    run("mkfs.ext4", "-q", str(image))
    try:
        told = subprocess.run(["losetup", "-f", "--show", str(image)], check=True, capture_output=True, timeout=60)
    except subprocess.CalledProcessError:
        pytest.skip("there are no loop devices here")
    device = told.stdout.decode().strip()
    yield Path(device)
    for place in (tmp_path / "one", tmp_path / "two"):
        subprocess.run(["umount", str(place)], check=False, capture_output=True)
    run("losetup", "-d", device)


def test_a_real_drive_at_another_mount_point(tmp_path: Path, image: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uuid = subprocess.run(["blkid", "-s", "UUID", "-o", "value", str(image)], check=True, capture_output=True).stdout
    (tmp_path / "by-uuid").mkdir()
    (tmp_path / "by-uuid" / uuid.decode().strip()).symlink_to(image)
    monkeypatch.setattr("tagger.library.volumes._BY_UUID", str(tmp_path / "by-uuid"))
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    run("mount", str(image), str(tmp_path / "one"))
    folder = fill(tmp_path / "one")
    tagger = Tagger.open(tmp_path / "lib" / "library.tagger", tmp_path / "settings.toml")
    try:
        tagger.index([str(folder)])
        assert tagger.store.read(folders.roots)[0].volume == f"uuid:{uuid.decode().strip()}"
        run("umount", str(tmp_path / "one"))
        assert tagger.look_for_folders().went == (str(folder),)
        run("mount", str(image), str(tmp_path / "two"))
        assert tagger.index([str(folder)]).unchanged == 2
        assert {path for path, _state in known(tagger)} == {
            str(tmp_path / "two" / "Photos" / name) for name in ("chelsea.png", "deep/coffee.png")
        }
    finally:
        tagger.close()


def test_without_the_links_of_udev_no_drive_has_an_identity(tmp_path: Path) -> None:
    assert linux_volumes(str(tmp_path / "none"))("/dev/sda1", "/") is None
