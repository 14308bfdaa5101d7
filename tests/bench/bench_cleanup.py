"""A library of near-duplicates from its files to a finished cleanup and back: what each stage takes, and what is left.

    python tests/bench/bench_cleanup.py [--photos 20000] [--work FOLDER]

The photos are families of ../shared/bench/make_duplicates.py over originals of which each is put together of parts of
four photos of ../shared/coco, and bursts of five shots. The floor beside the times is the same number of bare renames
into one folder of the same volume and back. Everything is checked in the end: the content of every file, by SHA-256.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from PIL import Image  # noqa: E402

from tagger.app import Tagger  # noqa: E402
from tagger.entities import Group  # noqa: E402

SHARED = CHECKOUT.parent / "shared"
SIZE = (400, 300)
FAMILY, SHOTS = 16, 5
T = TypeVar("T")


def exif_of(model: str, when: datetime.datetime, part: int = 0) -> Image.Exif:
    """What a camera writes: who it is, and when, with the hundredths of the second."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Example", model
    ifd = exif.get_ifd(0x8769)
    ifd[0x9003], ifd[0x9291] = when.strftime("%Y:%m:%d %H:%M:%S"), f"{part:02}"
    return exif


def make(folder: Path, count: int) -> None:
    """Make the photos, the same ones each time."""
    rng = random.Random(7)  # noqa: S311 - no secret
    names = sorted((SHARED / "coco/images").glob("*.jpg"))
    seen = [Image.open(name).convert("RGB").resize(SIZE) for name in names]
    sources, photos = folder / "sources", folder / "photos"
    sources.mkdir(parents=True)
    bursts = max(1, count // 625)
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    for number in range((count - bursts * SHOTS) // FAMILY):
        original = Image.new("RGB", SIZE)
        across, down = rng.randint(120, 280), rng.randint(90, 210)
        corners = (0, 0, across, down), (across, 0, SIZE[0], down), (0, down, across, SIZE[1]), (across, down, *SIZE)
        for corner, at in zip(corners, rng.sample(range(len(seen)), 4), strict=True):
            width, height = corner[2] - corner[0], corner[3] - corner[1]
            left, top = rng.randint(0, SIZE[0] - width), rng.randint(0, SIZE[1] - height)
            original.paste(seen[at].crop((left, top, left + width, top + height)), corner)
        exif = exif_of(f"X{number % 3}", start + datetime.timedelta(minutes=37 * number))
        original.save(sources / f"IMG_{number:05}.jpg", quality=92, exif=exif)
    subprocess.run([sys.executable, str(SHARED / "bench/make_duplicates.py"), str(sources), str(photos)], check=True)
    (photos / "truth.json").rename(folder / "truth.json")
    for number in range(bursts):
        scene = Image.blend(seen[number % 128], seen[(number + 51) % 128], 0.5)
        when = start + datetime.timedelta(days=1000, minutes=37 * number)
        for shot in range(SHOTS):
            moved = scene.crop((shot, shot, shot + SIZE[0] - 10, shot + SIZE[1] - 10))
            name = f"DSC_{number * SHOTS + shot:05}.jpg"
            moved.save(photos / name, quality=92, exif=exif_of("Burst", when, 20 * shot))


def tell_figures(app: Tagger, groups: Sequence[Group], truth: Path) -> None:
    """Print how many of the pairs of families were found, and how many of the pairs found are of families."""
    family: dict[str, int] = {}
    for number, made in enumerate(json.loads(truth.read_text("utf-8"))["families"]):
        family |= dict.fromkeys((made["original"], *made["variants"]), number)
    pairs = right = 0
    for group in groups:
        names = [Path(path).name for path in app.paths(group.photo_ids).values()]
        own = [family[name] for name in names if name in family]
        pairs += len(own) * (len(own) - 1) // 2
        right += sum(count * (count - 1) // 2 for count in Counter(own).values())
    true = sum(count * (count - 1) // 2 for count in Counter(family.values()).values())
    print(f"    pair recall {right / true:.4f}, precision {right / max(1, pairs):.4f}")


def contents(folder: Path) -> dict[str, bytes]:
    """The hash of each file below a folder, what is held included."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).digest() for path in paths}


@contextmanager
def timed(stage: str, took: dict[str, float]) -> Iterator[None]:
    """Print what a stage takes, and what memory the program has had at most by then."""
    started = time.perf_counter()
    yield
    took[stage] = time.perf_counter() - started
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{stage:<34}{took[stage]:>9.2f} s   at most {most:,} MB", flush=True)


def renames(folder: Path, paths: list[str]) -> float:
    """How long it takes to rename files out of the way and back, and nothing else."""
    away = folder / "floor"
    away.mkdir()
    started = time.perf_counter()
    for number, path in enumerate(paths):
        os.rename(path, away / str(number))
    for number, path in enumerate(paths):
        os.rename(away / str(number), path)
    took = time.perf_counter() - started
    away.rmdir()
    return took


def run(work: Path, photos: Path) -> None:
    """Every stage once."""
    took: dict[str, float] = {}
    before = contents(photos)
    app = Tagger.open(work / "library.tagger", work / "settings.toml")

    def stage(name: str, what: Callable[[], T]) -> T:
        with timed(name, took):
            return what()

    stage("index", lambda: app.index([str(photos)]))
    groups = stage("duplicates", app.find_duplicates)
    stage("duplicates again", app.find_duplicates)
    by_kind = Counter(group.kind.value for group in groups)
    members = Counter[str]()
    for group in groups:
        members[group.kind.value] += len(group.photo_ids)
    for kind, count in by_kind.most_common():
        print(f"    {kind}: {count:,} groups with {members[kind]:,} photos")
    if (photos.parent / "truth.json").exists():
        tell_figures(app, groups, photos.parent / "truth.json")
    stage("words for each photo", app.keeper_reasons)
    plan = stage("plan", lambda: app.cleanup_plan(only_clear=False))
    clear = sum(discard.clear for discard in plan.discards)
    print(f"    {len(plan.discards):,} to go ({clear:,} clear), {plan.bytes:,} bytes; {len(plan.spared):,} stay")
    floor = renames(photos, [discard.photo.path for discard in plan.discards])
    print(f"    floor: renaming them away and back {floor:.2f} s")
    done = stage("cleanup", lambda: app.clean_up(plan))
    left = {name: digest for name, digest in contents(photos).items() if ".tagger-held" not in name}
    print(f"    {len(done.photo_ids):,} gone, {done.freed_bytes:,} bytes, {len(done.problems):,} problems")
    print(f"    files before {len(before):,}, after {len(left):,}; in the library {len(app.photo_ids()):,}")
    assert sorted(contents(photos).values()) == sorted(before.values()), "a content is lost"
    stage("index again", lambda: app.index([str(photos)]))
    stage("undo", app.undo)
    assert contents(photos) == before, "undo is not exact"
    stage("redo", app.redo)
    stage("undo again", app.undo)
    assert contents(photos) == before
    app.close()
    print("every content is there, and undo brought every file back byte for byte")


def main() -> None:
    """Make the photos if they are not there, then run every stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=20_000)
    parser.add_argument("--work", type=Path, help="where the photos are made, and kept for the next run")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as base:
        work = args.work or Path(base)
        if not (work / "photos").exists():
            make(work, args.photos)
        os.environ["XDG_CACHE_HOME"] = str(Path(base) / "cache")
        run(Path(base), work / "photos")


if __name__ == "__main__":
    main()
