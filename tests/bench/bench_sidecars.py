"""Sidecars a second beside exiftool on the same files: ``python -m tests.bench.bench_sidecars [PHOTOS]``.

Half of the photos have a sidecar of another program, half get their first one. Ours are written in worker processes, in
step with the library, merged, verified and synced; exiftool is left open and adds the same keywords, with no look back
and no sync. The same work without syncing and in one process shows what each of the two is worth.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tagger.app import Tagger
from tagger.entities import PhotoId, TagPath
from tagger.metadata import files
from tagger.review import sidecars

SHARED = Path(__file__).parents[2].parent / "shared"
TAGS = [TagPath("Animal|Dog"), TagPath("Place|Park")]
_SAMPLES = ("portrait-lightroom.xmp", "digikam.xmp", "darktable.xmp")


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


def ours(temporary: Path, count: int, workers: int | None) -> float:
    """Files per second through the library."""
    folder = temporary / "photos"
    make(folder, count)
    tagger = Tagger.open(temporary / "library.tagger", temporary / "settings.toml")
    try:
        tagger.index([str(folder)])
        ids = [PhotoId(i) for i in tagger.photo_ids()]
        tagger.tag(ids, add=TAGS)
        started = time.perf_counter()
        results = list(sidecars.export(tagger.store, tagger.store.read(sidecars.due), recorded=False, workers=workers))
        seconds = time.perf_counter() - started
        bad = [result.error for result in results if result.error]
        assert len(results) == count, len(results)
        print(f"   {count - len(bad)} written, {len(bad)} refused") if bad else None
    finally:
        tagger.close()
        shutil.rmtree(folder)
    return count / seconds


def exiftool(temporary: Path, count: int) -> float:
    """Files per second of one exiftool that stays open."""
    folder = temporary / "photos"
    make(folder, count)
    command = ["exiftool", "-stay_open", "True", "-@", "-"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    keywords = [f"-{name}+={value}" for tag in TAGS for name, value in _assignments(tag)]
    started = time.perf_counter()
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
    return count / seconds


def _assignments(tag: TagPath) -> list[tuple[str, str]]:
    words = [("xmp-dc:subject", word) for word in tag.split("|")]
    return [*words, ("xmp-lr:hierarchicalSubject", tag), ("xmp-digiKam:TagsList", tag.replace("|", "/"))]


def without_syncing(run: Callable[[], float]) -> float:
    """The rate of what only this process does, with the disk left to itself."""
    synced, files.os.fsync = os.fsync, lambda descriptor: None  # type: ignore[attr-defined]
    try:
        return run()
    finally:
        files.os.fsync = synced  # type: ignore[attr-defined]


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        rate = ours(_fresh(name, "all"), count, None)
        print(f"sidecars: {rate:.0f} files/s in {os.cpu_count()} worker processes, each one on the disk")
        alone = ours(_fresh(name, "one"), count // 2, 1)
        print(f"   with one worker process {alone:.0f} files/s")
        if shutil.which("exiftool") is None:
            print("exiftool is not installed")
            return
        other = exiftool(_fresh(name, "exiftool"), count // 4)
        print(f"exiftool -stay_open: {other:.0f} files/s, not synced: ours is {rate / other:.1f} times as fast")


def _fresh(name: str, part: str) -> Path:
    folder = Path(name, part)
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
