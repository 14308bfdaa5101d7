"""How fast folders are indexed, beside what the machine could do at best.

    python tests/bench/bench_index.py [--count 48] [--megapixels 24] [--small 5000] [--keep DIR]

First index: camera-sized JPEGs, beside a bare grey draft decode of the same files in as many processes. Rescan: many
small files that did not change, beside a bare walk that looks at the status of each. Both ratios are best of three.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from PIL import Image  # noqa: E402

from tagger.imaging.thumbnails import ThumbnailCache  # noqa: E402
from tagger.library.index import index_folders  # noqa: E402
from tagger.store.store import Store  # noqa: E402

SHARED = CHECKOUT.parent / "shared"
ROUNDS = 3


def decode_grey(path: str) -> None:
    """The least that any indexing has to do for one photo."""
    with Image.open(path) as image:
        image.draft("L", (512, 512))
        image.load()


def walk_bare(folder: str) -> int:
    """The least that any rescan has to do: the status of every file."""
    found = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += walk_bare(entry.path)
            else:
                found += entry.stat().st_size >= 0
    return found


def best(run: Callable[[], object]) -> float:
    """Seconds of the quickest round."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run()
        times.append(time.perf_counter() - begun)
    return min(times)


def index_afresh(place: Path, folder: Path, workers: int) -> float:
    """Photos per second of a first index into a new library, process start included."""
    with tempfile.TemporaryDirectory(dir=place) as home:
        store, thumbnails = Store.open(Path(home) / "library"), ThumbnailCache(Path(home) / "thumbnails")
        summary = index_folders(store, thumbnails, [str(folder)], workers=workers)
        thumbnails.close()
        store.close()
    return summary.new / summary.seconds


def bench_first(place: Path, folder: Path, workers: int) -> None:
    files = [str(path) for path in folder.rglob("*.JPG")]
    rates = [index_afresh(place, folder, workers) for _ in range(ROUNDS)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        floor = len(files) / best(lambda: pool.map(decode_grey, files, chunksize=1))
    print(
        f"first index  {max(rates):8.1f} photos/s   bare draft decode {floor:8.1f} photos/s   "
        f"ratio {max(rates) / floor:.2f}   ({len(files)} photos, {workers} processes)"
    )


def bench_rescan(place: Path, count: int, workers: int) -> None:
    folder = place / "small"
    for number in range(count):
        path = folder / f"{number // 200:03}" / f"{number:06}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (16, 16), (number % 256, number // 256 % 256, 0)).save(path)
    store, thumbnails = Store.open(place / "home/library"), ThumbnailCache(place / "home/thumbnails")
    first = index_folders(store, thumbnails, [str(folder)], workers=workers)
    rescan = best(lambda: index_folders(store, thumbnails, [str(folder)], workers=workers))
    thumbnails.close()
    store.close()
    bare = best(lambda: walk_bare(str(folder)))
    print(f"small files  {first.new / first.seconds:8.1f} photos/s   ({first.new} photos of 16 x 16 px)")
    print(
        f"rescan       {count / rescan:8.0f} photos/s   bare walk         {count / bare:8.0f} photos/s   "
        f"takes {rescan / bare:.1f} times as long"
    )


def make_library(folder: Path, count: int, megapixels: float) -> None:
    script, photos = SHARED / "bench/make_library.py", SHARED / "coco/images"
    command = [sys.executable, str(script), str(photos), str(folder), f"--count={count}", f"--megapixels={megapixels}"]
    subprocess.run(command, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=48, help="camera-sized photos")
    parser.add_argument("--megapixels", type=float, default=24)
    parser.add_argument("--small", type=int, default=5000, help="small files for the rescan")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="folder to keep the camera-sized photos in, or to take them from")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = args.keep or place / "camera"
        if not folder.exists():
            make_library(folder, args.count, args.megapixels)
        bench_first(place, folder, args.workers)
        bench_rescan(place, args.small, args.workers)


if __name__ == "__main__":
    main()
