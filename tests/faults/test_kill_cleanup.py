"""Kill -9 during a cleanup, its undo and a search, and a second program beside a cleanup.

One moment each; ``TAGGER_TEST_FAULT_RUNS=20`` for more. What was found is printed (``-s`` shows it).
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.faults.test_kill import Desk

RUNS = int(os.environ.get("TAGGER_TEST_FAULT_RUNS", "1"))
ORIGINALS = 60
COPIES = 4
DISCARDED = ORIGINALS * COPIES
HELD = ".tagger-held"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not known there")]


class CleanupDesk(Desk):
    """Photos with copies of them, in a library that has found them; the first of the copies of each are tagged."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.lock = folder / "library.tagger.cleanup.lock"
        copied = []
        for number in range(ORIGINALS):
            image = Image.effect_noise((16, 12), 90).convert("RGB").resize((160, 120))
            original = self.photos / f"{number:03}.jpg"
            image.save(original, quality=90)
            for copy in range(COPIES):
                (self.photos / f"copies{copy}").mkdir(exist_ok=True)
                path = self.photos / f"copies{copy}" / original.name
                image.resize((120, 90)).save(path, quality=80 - copy)
            copied.append(self.photos / "copies0" / original.name)
        self.run("index", str(self.photos))
        self.run("tag", *map(str, copied), "--add", "Animal|Dog")
        self.run("export")
        self.run("duplicates", "--no-crops")
        self.keep()
        shutil.copytree(self.photos, folder / "photos before")
        self.before = self.contents()

    def contents(self) -> dict[str, str]:
        """Every file with the hash of its content, by its path below the photos."""
        paths = (path for path in self.photos.rglob("*") if path.is_file())
        return {str(path.relative_to(self.photos)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}

    def start_again(self) -> None:
        """Put photos and library back to how they were before the first cleanup."""
        if self.contents() != self.before:
            shutil.rmtree(self.photos)
            shutil.copytree(self.folder / "photos before", self.photos)
        self.lock.unlink(missing_ok=True)
        self.put_back()

    def held(self) -> int:
        """How many photos are held."""
        return sum(name.endswith(".jpg") for _path, _folders, names in os.walk(self.photos / HELD) for name in names)

    def nothing_lost(self) -> None:
        """Each content is there once, under its own name or held; sidecars may have come for keepers."""
        self.whole()
        now = Counter(self.contents().values())
        assert not Counter(self.before.values()) - now, "a content is lost"
        more = sum(now.values()) - len(self.before)
        assert 0 <= more <= ORIGINALS, "a content is there twice"

    def settled(self) -> None:
        """Nothing is half moved, and the library says where each file is."""
        assert self.count("held_files WHERE state NOT IN ('held', 'back')") == 0
        for path, held_path, state in self.query("SELECT path, held_path, state FROM held_files"):
            assert os.path.exists(held_path if state == "held" else path)
            assert not os.path.exists(path if state == "held" else held_path)
        assert all(os.path.exists(path) for (path,) in self.query("SELECT path FROM photos"))
        known = {path for (path,) in self.query("SELECT path FROM photos")}
        there = {str(path) for path in self.photos.rglob("*.jpg") if HELD not in path.parts}
        assert known == there

    def open_cleanup(self) -> bool:
        """Whether the last step of the journal is a cleanup."""
        titles = self.query("SELECT title FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1")
        return bool(titles) and titles[0][0].startswith("clean up")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> CleanupDesk:
    return CleanupDesk(tmp_path_factory.mktemp("cleanup"))


def at_random(desk: CleanupDesk, since: int, until: int) -> Callable[[], bool]:
    """True some time while the number of held photos goes from one to another; as often before the first one."""
    wanted = random.randrange(-until // 4, until)  # noqa: S311 - no secret
    pause = random.uniform(0, 0.15 if wanted < 0 else 0.02)  # noqa: S311 - no secret

    def reached() -> bool:
        if not desk.lock.exists() or (wanted >= 0 and abs(desk.held() - since) <= wanted):
            return False
        time.sleep(pause)
        return True

    return reached


def test_a_cleanup_survives_a_kill(desk: CleanupDesk) -> None:
    killed, found = 0, []
    for _run in range(3 * RUNS):  # one that had ended before it was killed does not count
        if killed == RUNS:
            break
        desk.start_again()
        killed += desk.kill_once(at_random(desk, 0, DISCARDED), "cleanup", "--apply")
        found.append(desk.held())
        desk.nothing_lost()
        desk.run("photos")  # the next start
        desk.nothing_lost()
        desk.settled()
        if desk.open_cleanup():
            desk.run("undo")
        assert desk.contents() == desk.before, "undo is not exact"
        desk.settled()
        desk.run("export")
        assert desk.contents() == desk.before, "something was left to be written"
    print(f"\ncleanup: {killed} of {RUNS} killed; held by then {sorted(found)} of {DISCARDED}; every undo exact")
    assert killed == RUNS


def test_undo_survives_a_kill(desk: CleanupDesk) -> None:
    killed, found = 0, []
    for _run in range(3 * RUNS):  # one that had ended before it was killed does not count
        if killed == RUNS:
            break
        desk.start_again()
        desk.run("cleanup", "--apply")
        assert desk.held() == DISCARDED
        assert len(list(desk.photos.glob("*.xmp"))) == ORIGINALS, "keepers were given what their copies know"
        desk.lock.unlink(missing_ok=True)
        killed += desk.kill_once(at_random(desk, DISCARDED, DISCARDED), "undo")
        found.append(DISCARDED - desk.held())
        desk.nothing_lost()
        desk.run("photos")
        desk.nothing_lost()
        desk.settled()
        if desk.open_cleanup():
            desk.run("undo")
        assert desk.contents() == desk.before
        desk.settled()
    print(f"\nundo: {killed} of {RUNS} killed; back by then {sorted(found)} of {DISCARDED}; every undo exact")
    assert killed == RUNS


def test_a_search_survives_a_kill(desk: CleanupDesk) -> None:
    desk.start_again()
    groups = "SELECT photo_id, keeper FROM duplicate_members ORDER BY 1"
    known, seconds = desk.query(groups), desk.timed("duplicates", "--no-crops")
    for _run in range(RUNS):
        desk.kill_during(random.uniform(0.3, 0.95) * seconds, "duplicates", "--no-crops")  # noqa: S311 - no secret
        desk.whole()
        assert desk.query(groups) == known, "all of the last search, or all of the one before"
        assert desk.contents() == desk.before


def test_other_programs_may_start_meanwhile(desk: CleanupDesk) -> None:
    """Each start finishes what a crash left; what a program that lives is just doing must not look like that."""
    desk.start_again()
    cleaning = desk.start("cleanup", "--apply")
    others = [desk.start("photos") for _number in range(3)]
    for process in (cleaning, *others):
        _output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        assert not errors
    assert desk.held() == DISCARDED
    desk.nothing_lost()
    desk.settled()
    both = [desk.start("undo"), desk.start("cleanup", "--apply")]
    for process in both:
        process.communicate(timeout=120)
    desk.nothing_lost()
    desk.settled()
