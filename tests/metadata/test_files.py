from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from tagger.errors import SidecarError
from tagger.metadata import files


def test_a_new_file_obeys_the_umask_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.xmp"
    files.replace(files.read_version(str(path)), b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~_umask()
    path.chmod(0o640)
    files.replace(files.read_version(str(path)), b"two")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o640)
    assert os.listdir(tmp_path) == ["a.xmp"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_change_meanwhile_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.xmp"
    absent = files.read_version(str(path))
    path.write_bytes(b"theirs")
    present = files.read_version(str(path))
    with pytest.raises(files.ChangedMeanwhile):
        files.replace(absent, b"ours")
    path.write_bytes(b"theirs again")
    with pytest.raises(files.ChangedMeanwhile):
        files.replace(present, b"ours")
    with pytest.raises(files.ChangedMeanwhile):
        files.remove(present)
    path.unlink()
    with pytest.raises(files.ChangedMeanwhile):
        files.replace(present, b"ours")
    assert os.listdir(tmp_path) == []


def test_a_new_file_never_overwrites_one_that_appears_at_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xmp"
    version = files.read_version(str(path))
    monkeypatch.setattr(files, "_check_unchanged", lambda version: path.write_bytes(b"theirs"))
    with pytest.raises(files.ChangedMeanwhile):
        files.replace(version, b"ours")
    assert path.read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["a.xmp"]


def test_a_write_that_comes_in_pieces_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piecemeal(FileIO):
        def write(self, data: Any) -> int:
            return super().write(data[:3])

    monkeypatch.setattr(files, "FileIO", Piecemeal)
    path = tmp_path / "a.xmp"
    files.replace(files.read_version(str(path)), b"all of it")
    assert path.read_bytes() == b"all of it"


def test_file_systems_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    files.replace(files.read_version(str(tmp_path / "a.xmp")), b"ours")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"ours"]


def test_a_symbolic_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "target.xmp", tmp_path / "a.xmp"
    target.write_bytes(b"old")
    link.symlink_to(target)
    files.replace(files.read_version(str(link)), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert os.listdir(target.parent) == ["target.xmp"]


def test_leftovers_of_a_killed_process_are_cleared(tmp_path: Path) -> None:
    version = files.read_version(str(tmp_path / "a.xmp"))
    Path(files._temporary(version.path)).write_bytes(b"half")
    files.replace(version, b"whole")
    assert os.listdir(tmp_path) == ["a.xmp"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xmp")
    (tmp_path / "folder.xmp").mkdir()
    for name in ("pipe.xmp", "folder.xmp"):
        with pytest.raises(SidecarError, match="not a file"):
            files.read_version(str(tmp_path / name))


def test_one_lock_holder_at_a_time(tmp_path: Path) -> None:
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        for _ in range(50):
            with files.locked(str(tmp_path / "a")):
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert os.listdir(tmp_path) == []
