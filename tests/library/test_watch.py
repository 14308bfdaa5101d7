"""Following folders with the system's own notifications, over real files."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchfiles import Change

from tagger.app import Tagger
from tagger.library import watch
from tagger.library.look import Touched
from tagger.library.watch import TOO_MANY, Watcher, where

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SOON_S = 20.0


class Followed:
    """A watcher whose every word is collected."""

    def __init__(self, poll_s: float = 600) -> None:
        self.told: queue.SimpleQueue[Touched] = queue.SimpleQueue()
        self.problems: list[str] = []
        self.drives = threading.Event()
        self.watcher = Watcher(self.told.put, self.drives.set, self.problems.append, poll_s)

    def until(self, holds: Callable[[Touched], bool]) -> Touched:
        """All that was told until it holds."""
        touched, end = Touched(), time.monotonic() + SOON_S
        while not holds(touched):
            touched = touched.united(self.told.get(timeout=max(0.01, end - time.monotonic())))
        return touched


@pytest.fixture
def followed() -> Iterator[Followed]:
    followed = Followed()
    yield followed
    followed.watcher.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    (folder / "deep").mkdir(parents=True)
    shutil.copy(SAMPLES / "chelsea.png", folder)
    shutil.copy(SAMPLES / "coffee.png", folder / "deep")
    return folder


@pytest.fixture
def tagger(tmp_path: Path, folder: Path) -> Iterator[Tagger]:
    tagger = Tagger.open(tmp_path / "lib" / "library.tagger", tmp_path / "settings.toml")
    tagger.index([str(folder)])
    yield tagger
    tagger.close()


def known(tagger: Tagger) -> dict[str, str]:
    return {os.path.basename(photo.path): str(photo.state) for photo in tagger.photos()}


def watched(followed: Followed, folder: Path) -> None:
    """Follow a folder, and wait until the system does."""
    followed.watcher.follow([str(folder)], [])
    end = time.monotonic() + SOON_S
    while time.monotonic() < end:
        (folder / "probe.jpg").touch()
        try:
            followed.told.get(timeout=0.3)
        except queue.Empty:
            continue
        (folder / "probe.jpg").unlink()
        followed.until(lambda touched: str(folder / "probe.jpg") in touched.trees)
        return
    raise AssertionError("nothing was told")


def test_each_kind_of_change_reaches_the_library_without_a_walk(
    followed: Followed, tagger: Tagger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(followed, folder)
    root, deep = str(folder), str(folder / "deep")

    shutil.copy(SAMPLES / "rocket.jpg", folder)
    assert tagger.index_touched(followed.until(lambda touched: root in touched.directories)).new == 1

    (folder / "chelsea.png.xmp").write_text(_SIDECAR)
    summary = tagger.index_touched(followed.until(lambda touched: root in touched.directories))
    assert (summary.changed, summary.new) == (1, 0)
    assert len(tagger.photo_ids("tag:Cat")) == 1

    (folder / "deep" / "coffee.png").unlink()
    assert tagger.index_touched(followed.until(lambda touched: deep in touched.directories)).missing == 1
    assert known(tagger)["coffee.png"] == "missing"

    shutil.copytree(folder, folder.parent / "whole")
    shutil.move(folder.parent / "whole", folder / "whole")
    arrived = followed.until(lambda touched: str(folder / "whole") in touched.trees)
    assert tagger.index_touched(arrived).new == 2, "those of a directory that came as a whole"
    shutil.rmtree(folder / "whole")
    left = followed.until(lambda touched: str(folder / "whole") in touched.trees)
    assert tagger.index_touched(left).missing == 2


def test_what_is_not_touched_is_not_looked_at(tagger: Tagger, folder: Path) -> None:
    shutil.copy(SAMPLES / "rocket.jpg", folder / "deep")
    (folder / "chelsea.png").unlink()
    summary = tagger.index_touched(Touched({str(folder / "deep")}))
    assert (summary.found, summary.new, summary.missing) == (2, 1, 0)
    assert known(tagger)["chelsea.png"] == "ok"
    assert tagger.index_touched(Touched({str(folder.parent)}, {"/nowhere"})).found == 0
    assert tagger.index_touched(Touched({str(folder / ".hidden")}, {str(folder / ".hidden" / "x")})).found == 0


def test_a_link_to_a_directory_of_the_folder_gives_no_second_photo(tagger: Tagger, folder: Path) -> None:
    (folder / "link").symlink_to(folder / "deep", target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    summary = tagger.index_touched(Touched({str(folder / "link")}, {str(folder / "loop"), str(folder / "link")}))
    assert summary.new == 0
    assert len(known(tagger)) == 2


def test_own_sidecars_are_not_read_again(followed: Followed, tagger: Tagger, folder: Path) -> None:
    watched(followed, folder)
    from tagger.entities import PhotoId, TagPath

    ids = list(tagger.photo_ids())
    tagger.tag([PhotoId(each) for each in ids], add=[TagPath("Mine")])
    assert {result.action for result in tagger.export_sidecars()} == {"created"}
    touched = followed.until(lambda touched: str(folder) in touched.directories)
    assert tagger.index_touched(touched).changed == 0


def test_bursts_and_what_is_of_no_interest() -> None:
    folders = ["/p"]
    some = {(Change.added, f"/p/{n}.jpg") for n in range(watch.MANY_CHANGES)}
    assert where(some, folders) == Touched(trees={"/p"})
    nothing = {(Change.modified, "/p/notes.txt"), (Change.added, "/p/.cache/a.jpg"), (Change.modified, "/p/.x.jpg")}
    assert not where(nothing, folders)
    touched = where({(Change.modified, "/p/a/b.JPG"), (Change.modified, "/p/c.Xmp")}, folders)
    assert touched == Touched({"/p/a", "/p"}, set())


def test_a_network_folder_is_looked_through_now_and_then(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "PLACES_S", 0.05)
    followed = Followed(poll_s=0.1)
    followed.watcher.follow([], [str(folder)])
    try:
        assert followed.until(bool).trees == {str(folder)}
    finally:
        followed.watcher.stop()


_LIMITED = """
import sys, time
from tests.library.test_watch import Followed, watch
watch.PLACES_S = 0.05
followed = Followed(poll_s=0.1)
followed.watcher.follow([sys.argv[1]], [])
followed.until(bool)
time.sleep(0.2)
followed.watcher.follow([sys.argv[1]], [])
followed.watcher.stop()
print(followed.problems == [watch.TOO_MANY], flush=True)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is Linux's")
def test_where_the_system_watches_no_more_it_is_said_once_and_looked_through(folder: Path) -> None:
    for number in range(8):
        (folder / str(number)).mkdir()
    limit = 'echo 4 > /proc/sys/user/max_inotify_watches && exec "$0" -c "$1" "$2"'
    words = ["unshare", "-Ur", "sh", "-c", limit, sys.executable, _LIMITED, str(folder)]
    checkout = Path(__file__).resolve().parents[2]
    ran = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False, cwd=checkout)
    if ran.returncode and ("unshare" in ran.stderr or "max_inotify_watches" in ran.stderr):
        pytest.skip("user namespaces are not allowed here")
    assert (ran.stdout.strip(), ran.returncode) == ("True", 0), ran.stderr
    assert "fs.inotify.max_user_watches" in TOO_MANY


_SIDECAR = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:subject><rdf:Bag><rdf:li>Cat</rdf:li></rdf:Bag></dc:subject>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
