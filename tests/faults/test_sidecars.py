"""What may go wrong while sidecars are written: the old one or the new one is whole, and what failed is said.

The program is killed at every step of a write by a process of its own that ends there, as a power button would.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from lxml import etree

from tagger.entities import TagPath
from tagger.metadata import sidecars
from tagger.metadata.change import SidecarChange
from tagger.metadata.embedded import read_embedded
from tagger.metadata.facts import read_facts
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecars import SidecarResult, export_sidecars
from tests.metadata.samples import items, photo, xmp

CHANGE = SidecarChange((TagPath("Animal|Dog"),))
COUNT = 3
FOREIGN = xmp(items("dc:subject", ["Foreign"]), 'xmp:Rating="3"')

KILLED = """
import os, signal, sys
from tagger.entities import TagPath
from tagger.metadata import files
from tagger.metadata.change import SidecarChange
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecars import export_sidecars

step, folder, names = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
calls = 0

def stepped(function):
    def run(*args, **more):
        global calls
        for moment in ("before", "after"):
            calls += 1
            if calls == step:
                os.kill(os.getpid(), signal.SIGKILL)
            if moment == "before":
                result = function(*args, **more)
        return result
    return run

class Disk:
    def __getattr__(self, name):
        found = getattr(os, name)
        steps = ("open", "fsync", "replace", "link", "unlink", "chmod", "rename")
        return stepped(found) if name in steps else found

files.os = Disk()
EmbeddedReader.read = lambda self, path: __import__("tagger.metadata.embedded").metadata.embedded.Embedded()
export_sidecars([(os.path.join(folder, name), SidecarChange((TagPath("Animal|Dog"),))) for name in names])
print(calls)
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sidecars, "RETRY_S", 0.05)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> EmbeddedReader:
    """Reads in this process: the start of another would take most of the time."""
    monkeypatch.setattr(EmbeddedReader, "read", lambda self, path: read_embedded(path))
    return EmbeddedReader()


def photos_in(folder: Path, *, with_sidecars: int = 2) -> list[Path]:
    paths = [photo(folder / f"{number}.jpg") for number in range(COUNT)]
    for path in paths[:with_sidecars]:
        Path(f"{path}.xmp").write_bytes(FOREIGN)
    return paths


def export(paths: list[Path], reader: EmbeddedReader) -> list[SidecarResult]:
    return export_sidecars([(str(path), CHANGE) for path in paths], reader=reader)


def tags_in(path: Path) -> set[str]:
    return set(read_facts(str(path), [f"{path}.xmp"]).keywords)


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass


def killed_at(step: int, folder: Path) -> tuple[bool, str]:
    command = [sys.executable, "-c", KILLED, str(step), str(folder), *(f"{n}.jpg" for n in range(COUNT))]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[2])
    assert ran.returncode in (0, -9), ran.stderr
    return ran.returncode == -9, ran.stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not known there")
def test_a_kill_at_any_step_leaves_the_old_or_the_new_sidecar(tmp_path: Path, reader: EmbeddedReader) -> None:
    (tmp_path / "whole").mkdir()
    photos_in(tmp_path / "whole")
    _killed, said = killed_at(0, tmp_path / "whole")
    steps = int(said)
    assert steps > 20
    new = {path.name: path.read_bytes() for path in (tmp_path / "whole").glob("*.xmp")}
    # Every fourth step is enough: each kind of step is met for some of the files.
    for step in range(1, steps + 1, 4):
        folder = tmp_path / str(step)
        folder.mkdir()
        paths = photos_in(folder)
        killed, _said = killed_at(step, folder)
        assert killed
        for path in paths[:2]:
            data = Path(f"{path}.xmp").read_bytes()
            assert data in (FOREIGN, new[f"{path.name}.xmp"]), "old or new"
        created = Path(f"{paths[2]}.xmp")
        assert not created.exists() or created.read_bytes() == new["2.jpg.xmp"], "nothing or new"
        assert {result.action for result in export(paths, reader)} <= {"created", "updated", "unchanged"}
        assert {path.name: path.read_bytes() for path in folder.glob("*.xmp")} == new
        assert list(folder.glob(".*")) == [], "nothing is left beside the photos"


@pytest.mark.parametrize("small_disk", ["200k"], indirect=True)
def test_a_full_disk_leaves_the_old_ones_and_says_which_and_what_to_do(
    small_disk: Path, reader: EmbeddedReader
) -> None:
    paths = photos_in(small_disk)
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        fill(filler)
    results = export(paths, reader)
    assert {result.action for result in results} == {"failed"}
    assert all("full" in (result.error or "") and "Free some space" in (result.error or "") for result in results)
    assert [Path(f"{path}.xmp").read_bytes() for path in paths[:2]] == [FOREIGN, FOREIGN]
    assert sorted(path.name for path in small_disk.iterdir()) == [
        "0.jpg", "0.jpg.xmp", "1.jpg", "1.jpg.xmp", "2.jpg", "filler",
    ]  # fmt: skip
    filler.unlink()
    assert {result.error for result in export(paths, reader)} == {None}
    assert all("Animal|Dog" in tags_in(path) for path in paths)


def test_a_folder_that_may_not_be_written_is_said_and_the_others_are_done(
    tmp_path: Path, reader: EmbeddedReader
) -> None:
    locked, free = tmp_path / "locked", tmp_path / "free"
    locked.mkdir()
    free.mkdir()
    paths = [*photos_in(locked), *photos_in(free)]
    mounted = sys.platform == "linux" and os.geteuid() == 0
    if mounted:
        bound = subprocess.run(["mount", "--bind", locked, locked], capture_output=True)
        remounted = subprocess.run(["mount", "-o", "remount,ro,bind", locked], capture_output=True)
        if bound.returncode or remounted.returncode:
            subprocess.run(["umount", locked], capture_output=True)
            pytest.skip("root, and nothing can be mounted")
    else:
        locked.chmod(0o500)
    try:
        results = export(paths, reader)
    finally:
        if mounted:
            subprocess.run(["umount", locked], check=True)
        locked.chmod(0o700)
    assert [result.action for result in results] == ["failed"] * COUNT + ["updated", "updated", "created"]
    assert all(str(locked) in (r.error or "") for r in results[:COUNT])
    assert all("Make it" in (r.error or "") or "Change the permissions" in (r.error or "") for r in results[:COUNT])


def test_a_file_that_others_replace_at_every_moment_is_merged_or_left_whole(
    tmp_path: Path, reader: EmbeddedReader
) -> None:
    paths = photos_in(tmp_path, with_sidecars=1)
    sidecar = Path(f"{paths[0]}.xmp")
    stop = threading.Event()
    written = 0

    def meddle() -> None:
        nonlocal written
        while not stop.is_set():
            other = tmp_path / "other.tmp"
            other.write_bytes(xmp(items("dc:subject", [f"Theirs {written}"])))
            os.replace(other, sidecar)
            written += 1
            time.sleep(0.004)

    thread = threading.Thread(target=meddle)
    thread.start()
    try:
        results = [export(paths[:1], reader)[0] for _ in range(30)]
    finally:
        stop.set()
        thread.join()
    etree.fromstring(sidecar.read_bytes())
    assert {result.action for result in results} <= {"updated", "unchanged", "conflict"}
    assert all("Export again" in (r.error or "") for r in results if r.action == "conflict")
    assert f"Theirs {written - 1}" in tags_in(paths[0]), "the last word of the other program is never lost"
    assert export(paths[:1], reader)[0].error is None
    assert {"Animal|Dog", f"Theirs {written - 1}"} <= tags_in(paths[0])


def test_a_sidecar_cut_short_by_a_writer_is_read_again_and_those_beside_it_are_done(
    tmp_path: Path, reader: EmbeddedReader
) -> None:
    paths = photos_in(tmp_path)
    for path in paths[:2]:
        Path(f"{path}.xmp").write_bytes(FOREIGN[:150])

    def finish() -> None:
        Path(f"{paths[0]}.xmp").write_bytes(FOREIGN)

    timer = threading.Timer(0.02, finish)
    timer.start()
    first, second, third = export(paths, reader)
    timer.join()
    assert first.action == "updated"
    assert {"Foreign", "Animal|Dog"} == tags_in(paths[0])
    assert (second.action, third.action) == ("conflict", "created")
    assert "1.jpg.xmp" in (second.error or "")
    assert "export again" in (second.error or "")
    assert Path(f"{paths[1]}.xmp").read_bytes() == FOREIGN[:150]
