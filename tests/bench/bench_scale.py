"""Whether size matters: `python tests/bench/bench_scale.py [--files 100000] [--most 1000000] [--rounds 5]`.

Rescan: a tree of small files that did not change, beside a bare walk that looks at the status of each file, in turns.
Growth: what it takes to keep one more photo with its thumbnail, in libraries of 1,000 to 1,000,000 rows.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
sys.path.insert(0, str(Path(__file__).parent))

import many_photos  # noqa: E402

from tagger.entities import FolderId, PhotoFacts, PhotoReading, Stamp  # noqa: E402
from tagger.imaging.thumbnails import ThumbnailCache  # noqa: E402
from tagger.library.index import index_folders  # noqa: E402
from tagger.library.keep import save  # noqa: E402
from tagger.library.walk import stamp_of  # noqa: E402
from tagger.store import folders  # noqa: E402
from tagger.store.store import Store  # noqa: E402

IN_DIRECTORY = 200
BATCH = 64
THUMBNAIL = os.urandom(33_000)


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


def make_tree(folder: Path, count: int) -> Iterator[PhotoReading]:
    """Small files, and how indexing would have read them."""
    for number in range(count):
        path = folder / f"{number // IN_DIRECTORY:04}" / f"IMG_{number:06}.jpg"
        if number % IN_DIRECTORY == 0:
            path.parent.mkdir(parents=True)
        path.write_bytes(b"\xff\xd8")
        yield reading(str(path), stamp_of(path.stat()), b"x")


def reading(path: str, stamp: Stamp, thumbnail: bytes) -> PhotoReading:
    facts = PhotoFacts("2024-05-01T12:00:00", "Example X1", "23mm", 3)
    number = hash(path)
    return PhotoReading(
        path, stamp, None, "JPEG", 6000, 4000, 1, number % (1 << 64), facts, thumbnail,
        image_hash=(number % (1 << 64)).to_bytes(16, "big"),
    )  # fmt: skip


def seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def bench_rescan(place: Path, count: int, rounds: int) -> None:
    folder = place / "small"
    readings = list(make_tree(folder, count))
    store, thumbnails = Store.open(place / "rescan"), ThumbnailCache(place / "rescan.thumbnails")
    folder_id = store.write(lambda db: folders.add_folder(db, str(folder))).result()
    for first in range(0, count, 2000):
        some = readings[first : first + 2000]
        store.write(lambda db, some=some: save(db, folder_id, some, thumbnails)).result()
    index_folders(store, thumbnails, [str(folder)])  # what a first run leaves to be done
    ours, bare = [], []
    for _ in range(rounds):
        bare.append(seconds(lambda: walk_bare(str(folder))))
        ours.append(seconds(lambda: index_folders(store, thumbnails, [str(folder)])))
    summary = index_folders(store, thumbnails, [str(folder)])
    assert summary.unchanged == count, summary
    thumbnails.close()
    store.close()
    ratios = sorted(one / other for one, other in zip(ours, bare, strict=True))
    print(
        f"rescan of {count:,} unchanged files: {statistics.median(ours):.2f} s, bare walk"
        f" {statistics.median(bare):.2f} s; ours takes {statistics.median(ratios):.2f} times as long"
        f" ({ratios[0]:.2f}–{ratios[-1]:.2f})"
    )


def bench_growth(place: Path, most: int, rounds: int) -> None:
    print("photos in the library    ms to keep one more: median (least–most)")
    size = 1_000
    while size <= most:
        path = place / f"{size}.tagger"
        many_photos.make(path, size)
        store, thumbnails = Store.open(path), ThumbnailCache(f"{path}.thumbnails")
        times = sorted(batch_ms(store, thumbnails, number) for number in range(4 * rounds))
        print(f"{size:21,}{statistics.median(times):10.3f} ({times[0]:.3f}–{times[-1]:.3f})", flush=True)
        thumbnails.close()
        store.close()
        size *= 10


def batch_ms(store: Store, thumbnails: ThumbnailCache, number: int) -> float:
    """Milliseconds a photo of saving one batch, as indexing does."""
    stamp = Stamp(7_000_000, 1)
    some = [reading(f"/archive/new/{number}/IMG_{each}.jpg", stamp, THUMBNAIL) for each in range(BATCH)]
    took = seconds(lambda: store.write(lambda db: save(db, FolderId(1), some, thumbnails)).result())
    return took * 1e3 / BATCH


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench_rescan(Path(name), args.files, args.rounds)
        bench_growth(Path(name), args.most, args.rounds)


if __name__ == "__main__":
    main()
