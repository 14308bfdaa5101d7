"""Sidecars a second beside exiftool on the same files: ``python -m tests.bench.bench_sidecars [PHOTOS]``.

Half of the photos have a sidecar of another program, half get their first one. Ours are written in worker processes, in
step with the library, merged, verified and synced; exiftool is left open and adds the same keywords, with no look back
and no sync. Starting the workers is part of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tagger.app import Tagger
from tagger.entities import PhotoId, TagPath
from tagger.review import sidecars

SHARED = Path(__file__).parents[2].parent / "shared"
TAGS = [TagPath("Animal|Dog"), TagPath("Place|Park")]


@dataclass(frozen=True)
class Rate:
    """Files per second, and milliseconds of processor time for each, which other programs cannot distort."""

    files: float
    cpu_ms: float


class Clock:
    """Time since it was made, of the clock and of the processors, with all child processes that ended since."""

    def __init__(self) -> None:
        self._started, self._cpu = time.perf_counter(), self._used()

    def rate(self, count: int, seconds: float | None = None) -> Rate:
        """What it comes to; children must have ended."""
        elapsed = time.perf_counter() - self._started if seconds is None else seconds
        return Rate(count / elapsed, (self._used() - self._cpu) / count * 1000)

    @staticmethod
    def _used() -> float:
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system


def make(folder: Path, count: int) -> None:
    """Photos, every second with a sidecar of Lightroom, digiKam or darktable."""
    folder.mkdir()
    samples = sorted((SHARED / "photos" / "sidecars").glob("*.xmp"), key=lambda path: path.stat().st_size)
    usable = [path for path in samples if path.stat().st_size > 2000][:6]
    Image.effect_noise((160, 120), 60).convert("RGB").save(folder / "0.jpg")
    data = (folder / "0.jpg").read_bytes()
    (folder / "0.jpg").unlink()
    for number in range(count):
        path = folder / f"{number:05}.jpg"
        path.write_bytes(data)
        if number % 2:
            shutil.copy(usable[number // 2 % len(usable)], f"{path}.xmp")


def ours(temporary: Path, count: int, workers: int | None) -> Rate:
    """The rate through the library."""
    folder = temporary / "photos"
    make(folder, count)
    tagger = Tagger.open(temporary / "library.tagger", temporary / "settings.toml")
    try:
        tagger.index([str(folder)])
        ids = [PhotoId(i) for i in tagger.photo_ids()]
        tagger.tag(ids, add=TAGS)
        clock = Clock()
        results = list(sidecars.export(tagger.store, tagger.store.read(sidecars.due), recorded=False, workers=workers))
        rate = clock.rate(count)
        bad = [result.error for result in results if result.error]
        assert len(results) == count, len(results)
        print(f"   {count - len(bad)} written, {len(bad)} refused") if bad else None
    finally:
        tagger.close()
        shutil.rmtree(folder)
    return rate


def exiftool(temporary: Path, count: int) -> Rate:
    """The rate of one exiftool that stays open."""
    folder = temporary / "photos"
    make(folder, count)
    command = ["exiftool", "-stay_open", "True", "-@", "-"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    keywords = [f"-{name}+={value}" for tag in TAGS for name, value in _assignments(tag)]
    clock, started = Clock(), time.perf_counter()
    for number in range(count):
        sidecar = folder / f"{number:05}.jpg.xmp"
        source = [] if sidecar.exists() else ["-tagsfromfile", str(folder / f"{number:05}.jpg"), "-xmp:all"]
        words = [*source, *keywords, "-overwrite_original", str(sidecar), "-execute"]
        process.stdin.write("\n".join(words) + "\n")
        process.stdin.flush()
        while "{ready" not in process.stdout.readline():
            pass
    seconds = time.perf_counter() - started
    process.stdin.write("-stay_open\nFalse\n")
    process.stdin.close()
    process.wait()
    process.stdout.close()
    shutil.rmtree(folder)
    return clock.rate(count, seconds)


def _assignments(tag: TagPath) -> list[tuple[str, str]]:
    words = [("xmp-dc:subject", word) for word in tag.split("|")]
    return [*words, ("xmp-lr:hierarchicalSubject", tag), ("xmp-digiKam:TagsList", tag.replace("|", "/"))]


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        rate = ours(_fresh(name, "all"), count, None)
        print(f"sidecars: {_said(rate)} in {os.cpu_count()} worker processes, each one on the disk")
        print(f"   with one worker process {_said(ours(_fresh(name, 'one'), count // 2, 1))}")
        if shutil.which("exiftool") is None:
            print("exiftool is not installed")
            return
        other = exiftool(_fresh(name, "exiftool"), count // 4)
        print(f"exiftool -stay_open: {_said(other)}, not synced")
        print(f"ours is {rate.files / other.files:.1f} times as fast, for {rate.cpu_ms / other.cpu_ms:.2f} of the work")


def _said(rate: Rate) -> str:
    return f"{rate.files:.0f} files/s, {rate.cpu_ms:.1f} ms of processor time a file"


def _fresh(name: str, part: str) -> Path:
    folder = Path(name, part)
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
