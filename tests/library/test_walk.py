from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tagger.entities import Stamp
from tagger.errors import Cancelled
from tagger.library.walk import DirectoryListing, absent, walk
from tagger.progress import Control


def make(path: Path, content: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def listings(folder: Path | str) -> list[DirectoryListing]:
    return list(walk(str(folder), Control()))


def photos(folder: Path | str) -> list[str]:
    return [os.path.relpath(file.path, folder) for listing in listings(folder) for file in listing.files]


def test_photos_and_sidecars_by_directory(tmp_path: Path) -> None:
    for name in ("b.jpg", "a.NEF", "A.jpg.xmp", "a.XMP", "movie.mp4", "notes.txt", "sub/c.heic", "sub/deep/d.png"):
        make(tmp_path / name, name.encode())
    os.utime(tmp_path / "b.jpg", ns=(5, 123_456_789_123))
    top, sub, deep = listings(tmp_path)
    assert [top.directory, sub.directory, deep.directory] == [str(tmp_path / part) for part in (".", "sub", "sub/deep")]
    assert [os.path.basename(file.path) for file in top.files] == ["a.NEF", "b.jpg"]
    assert top.files[1].stamp == Stamp(5, 123_456_789_123)
    assert set(top.sidecars) == {"A.jpg.xmp", "a.XMP"}
    assert top.sidecars["a.XMP"].bytes == 5
    assert not sub.sidecars


def test_what_is_hidden_or_of_the_system_is_left_out(tmp_path: Path) -> None:
    for name in (
        ".a.jpg",
        "._b.jpg",
        ".hidden/c.jpg",
        "@eaDir/d.jpg",
        "lost+found/e.jpg",
        "$RECYCLE.BIN/f.jpg",
        "Thumbs/g.jpg",
    ):
        make(tmp_path / name)
    make(tmp_path / "kept.jpg")
    assert photos(tmp_path) == ["kept.jpg"]


def test_a_hidden_folder_is_walked_if_it_is_asked_for(tmp_path: Path) -> None:
    make(tmp_path / ".hidden/a.jpg")
    assert photos(tmp_path / ".hidden") == ["a.jpg"]


def test_loops_of_links_end_and_real_paths_win(tmp_path: Path) -> None:
    make(tmp_path / "photos/z/real.jpg")
    make(tmp_path / "elsewhere/linked.jpg")
    (tmp_path / "photos/z/up").symlink_to(tmp_path / "photos")
    (tmp_path / "photos/z/self").symlink_to("self")
    (tmp_path / "photos/a").symlink_to(tmp_path / "photos/z")
    (tmp_path / "photos/other").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "photos/broken.jpg").symlink_to("nowhere")
    assert photos(tmp_path / "photos") == ["z/real.jpg", "other/linked.jpg"]


def test_names_of_any_bytes(tmp_path: Path) -> None:
    names = [b"new\nline.jpg", b"latin\xe9.jpg", "日本.jpg".encode(), b" .jpg", b"quote'\".jpg"]
    for name in names:
        try:
            with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
                file.write(b"x")
        except OSError:
            pytest.skip("this file system takes only Unicode names")
    found = [file.path for listing in listings(tmp_path) for file in listing.files]
    assert sorted(os.path.basename(os.fsencode(path)) for path in found) == sorted(names)
    assert all(os.stat(path).st_size == 1 for path in found)


def test_a_folder_of_bytes_no_text_can_hold(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/gr\xfcn"
    os.mkdir(folder)
    with open(folder + b"/a.jpg", "wb"):
        pass
    assert len(photos(tmp_path)) == 1


def test_ten_thousand_files_in_one_folder(tmp_path: Path) -> None:
    for number in range(10_000):
        os.close(os.open(tmp_path / f"{number:05}.jpg", os.O_CREAT))
    (listing,) = listings(tmp_path)
    assert len(listing.files) == 10_000
    assert listing.files == sorted(listing.files, key=lambda file: file.path)


def test_very_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 300)
    make(deep / "a.jpg")
    assert sys.getrecursionlimit() > 300
    assert len(photos(tmp_path)) == 1


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (listing,) = listings(tmp_path / "gone")
    assert listing.problem is not None
    assert "is not there" in listing.problem
    (listing,) = listings(make(tmp_path / "a.jpg"))
    assert listing.problem is not None
    assert "is not a folder" in listing.problem


def test_a_locked_folder_is_a_problem_and_the_rest_is_walked(unprivileged: Path) -> None:
    make(unprivileged / "locked/a.jpg")
    make(unprivileged / "open/b.jpg")
    (unprivileged / "locked").chmod(0)
    top, locked, opened = listings(unprivileged)
    assert top.problem is None
    assert locked.problem is not None
    assert "may not be opened" in locked.problem
    assert len(opened.files) == 1


def test_a_folder_that_vanishes_meanwhile_is_left_out(tmp_path: Path) -> None:
    for name in ("a/a.jpg", "b/b.jpg", "c/c.jpg"):
        make(tmp_path / name)
    found = walk(str(tmp_path), Control())
    assert next(found).directory == str(tmp_path)
    shutil.rmtree(tmp_path / "b")
    assert [listing.directory for listing in found] == [str(tmp_path / "a"), str(tmp_path / "c")]


def test_pipes_and_folders_named_like_photos_are_no_photos(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    make(tmp_path / "folder.jpg/a.jpg")
    assert photos(tmp_path) == ["folder.jpg/a.jpg"]


def test_cancelling_ends_it(tmp_path: Path) -> None:
    make(tmp_path / "a/a.jpg")
    control = Control()
    found = walk(str(tmp_path), control)
    next(found)
    control.cancel()
    with pytest.raises(Cancelled):
        next(found)


def test_videos_are_counted_and_not_listed(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.MP4", "c.mov", ".hidden.mov", "d.txt", "sub/e.mkv"):
        make(tmp_path / name)
    (tmp_path / "folder.mov").mkdir()
    assert photos(tmp_path) == ["a.jpg"]
    assert sum(listing.videos for listing in listings(tmp_path)) == 3


def test_a_file_in_place_of_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    assert "is a file" in absent(str(tmp_path / "a.jpg"))
    assert "is not there" in absent(str(tmp_path / "b"))
