"""Kill -9 during index, recognize and export, at random moments, as a power button or the kernel would.

Three moments each; ``TAGGER_TEST_FAULT_RUNS=10`` for more. What was found is printed (``-s`` shows it).
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image

RUNS = int(os.environ.get("TAGGER_TEST_FAULT_RUNS", "3"))
PHOTOS = 96
RECOGNISED = 24
UNDER_WAY = 32 * 2 * (os.cpu_count() or 1)
FOREIGN = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="3"/></rdf:RDF></x:xmpmeta>'
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not known there")]


class Desk:
    """Photos, and a library that can be put back to how it was."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.photos = folder / "photos"
        self.photos.mkdir()
        self.library = folder / "library.tagger"
        self.kept = folder / "kept"

    def start(self, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tagger", "--library", str(self.library), "--json", *words]
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )

    def run(self, *words: str) -> list[dict[str, Any]]:
        process = self.start(*words)
        output, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        return [json.loads(line) for line in output.splitlines()]

    def timed(self, *words: str) -> float:
        started = time.monotonic()
        self.run(*words)
        return time.monotonic() - started

    def kill_during(self, seconds: float, *words: str) -> bool:
        """Kill the program alone, then whatever workers it leaves; False where it had ended before."""
        process = self.start(*words)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        process.wait()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return process.returncode == -signal.SIGKILL

    def kill_once(self, reached: Callable[[], bool], *words: str) -> bool:
        """Kill the program as soon as it got somewhere, whatever its start takes; False where it had ended before."""
        process = self.start(*words)
        while process.poll() is None and not reached():
            time.sleep(0.001)
        process.kill()
        process.wait()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return process.returncode == -signal.SIGKILL

    def query(self, sql: str) -> list[Any]:
        connection = sqlite3.connect(self.library)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def whole(self) -> None:
        if self.library.exists():
            assert self.query("PRAGMA integrity_check") == [("ok",)]
            assert self.query("PRAGMA foreign_key_check") == []

    def tables(self) -> bool:
        return self.library.exists() and bool(self.query("SELECT 1 FROM sqlite_master WHERE name = 'photos'"))

    def count(self, rest: str) -> int:
        return self.query(f"SELECT count(*) FROM {rest}")[0][0] if self.tables() else 0

    def keep(self) -> None:
        shutil.rmtree(self.kept, ignore_errors=True)
        self.kept.mkdir()
        for path in self._files():
            shutil.copy2(path, self.kept)

    def _files(self) -> list[Path]:
        """The library and what SQLite has beside it; the folder of its backups stays."""
        return [path for path in self.folder.glob("library.tagger*") if path.is_file()]

    def put_back(self) -> None:
        for path in self._files():
            path.unlink()
        for path in self.kept.iterdir():
            shutil.copy2(path, self.folder)

    def sidecars(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.photos.glob("*.xmp")}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    for number in range(PHOTOS):
        Image.effect_noise((320, 240), 60).convert("RGB").save(made.photos / f"{number:03}.jpg")
    return made


def moments(seconds: float) -> list[float]:
    """Random moments of a run, most of them after the interpreter has started."""
    return [random.uniform(0.2, 0.95) * seconds for _ in range(RUNS)]  # noqa: S311 - no secret


def say(what: str, killed: int, found: list[int], total: int) -> None:
    print(f"\n{what}: {killed} of {RUNS} killed; kept by then {sorted(found)} of {total}; every rerun finished")


def test_index_survives_a_kill(desk: Desk) -> None:
    desk.keep()
    seconds = desk.timed("index", str(desk.photos))
    killed, found = 0, []
    for moment in moments(seconds):
        desk.put_back()
        killed += desk.kill_during(moment, "index", str(desk.photos))
        desk.whole()
        kept = desk.count("photos")
        found.append(kept)
        *_, last = desk.run("index", str(desk.photos))
        assert last["summary"]["new"] == PHOTOS - kept, "what was committed is not read again"
        assert last["summary"]["unchanged"] == kept
        assert desk.count("photos WHERE state = 'ok'") == PHOTOS
        desk.whole()
    say("index", killed, found, PHOTOS)
    assert killed


def test_recognition_survives_a_kill(desk: Desk) -> None:
    for path in sorted(desk.photos.iterdir())[RECOGNISED:]:
        path.unlink()
    desk.run("index", str(desk.photos))
    desk.keep()
    desk.timed("recognize")
    desk.put_back()
    seconds = desk.timed("recognize")  # the first one is slower than those to come
    reference = desk.query("SELECT photo_id, label_id, round(confidence, 4) FROM suggestions ORDER BY 1, 2, 3")
    killed, found = 0, []
    for moment in moments(seconds):
        desk.put_back()
        killed += desk.kill_during(moment, "recognize")
        desk.whole()
        done = "SELECT photo_id FROM jobs WHERE state = 'done' ORDER BY 1"
        assert desk.query(done) == desk.query("SELECT photo_id FROM results ORDER BY 1"), "one commit for both"
        kept = desk.count("jobs WHERE state = 'done'")
        found.append(kept)
        make_heartbeats_old(desk.library)
        *_, last = desk.run("recognize")
        assert last["summary"]["photos"] == RECOGNISED - kept, "what was committed is not recognised again"
        assert desk.count("jobs WHERE state = 'done'") == RECOGNISED
        assert len(desk.query("SELECT 1 FROM suggestions")) == len(reference)
        desk.whole()
    say("recognize", killed, found, RECOGNISED)
    assert killed


def make_heartbeats_old(library: Path) -> None:
    """Instead of the ten seconds that a silent program is waited for."""
    connection = sqlite3.connect(library)
    with connection:
        connection.execute("UPDATE workers SET heartbeat = heartbeat - 60")
    connection.close()


def test_export_survives_a_kill(desk: Desk) -> None:
    paths = sorted(desk.photos.iterdir())
    for path in paths[::2]:
        path.with_name(path.name + ".xmp").write_text(FOREIGN)
    desk.run("index", str(desk.photos))
    desk.run("tag", *map(str, paths), "--add", "Animal|Dog", "--add", "Travel|Överby")
    old = desk.sidecars()
    accepted = desk.query("SELECT photo_id, tag_id FROM photo_tags WHERE removed = 0 ORDER BY 1, 2")
    assert len(accepted) == 2 * PHOTOS
    desk.keep()
    desk.run("export")
    new = desk.sidecars()
    assert len(new) == PHOTOS
    killed, found = 0, []
    for _run in range(RUNS):
        desk.put_back()
        for path in desk.photos.glob("*.xmp"):
            path.unlink()
        for name, data in old.items():
            (desk.photos / name).write_bytes(data)
        enough = len(old) + random.randrange(PHOTOS - len(old))  # noqa: S311 - no secret
        killed += desk.kill_once(lambda enough=enough: len(os.listdir(desk.photos)) > PHOTOS + enough, "export")
        desk.whole()
        now = desk.sidecars()
        for name, data in now.items():
            etree.fromstring(data)
            assert data in (old.get(name), new[name]), "old or new, never half"
        assert desk.query("SELECT photo_id, tag_id FROM photo_tags WHERE removed = 0 ORDER BY 1, 2") == accepted
        written = {name for name, data in now.items() if data == new[name]}
        settled = PHOTOS - desk.count("sidecars_due")
        assert settled <= len(written) <= settled + UNDER_WAY, "at most the uncommitted batches are repeated"
        found.append(len(written))
        desk.run("export")
        assert desk.sidecars() == new
        assert desk.count("sidecars_due") == 0
        assert list(desk.photos.glob(".*")) == [], "nothing is left beside the photos"
        desk.whole()
    say("export", killed, found, PHOTOS)
    assert killed
