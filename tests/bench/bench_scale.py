"""Whether size matters: `python tests/bench/bench_scale.py [--files 100000] [--most 1000000] [--rounds 5]`.

Rescan: a tree of small files that did not change, beside a bare walk that looks at the status of each file, in turns;
then a fifth as many with a sidecar each, and as many of which some cannot be read.
Growth: what it takes to keep one more photo with its thumbnail, to keep one that changed, and to find out that the
photos of a renamed folder moved, in libraries of 1,000 to 1,000,000 rows.

Ratios are of processor time and of time by the clock, which on a busy machine says less.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
sys.path.insert(0, str(Path(__file__).parent))

import many_photos  # noqa: E402

from tagger.entities import FolderId, PhotoFacts, PhotoReading, Stamp  # noqa: E402
from tagger.imaging.thumbnails import ThumbnailCache  # noqa: E402
from tagger.library.index import index_folders  # noqa: E402
from tagger.library.keep import save  # noqa: E402
from tagger.library.moves import settle  # noqa: E402
from tagger.library.sidecars import united_stamp  # noqa: E402
from tagger.library.stacks import restack  # noqa: E402
from tagger.library.walk import stamp_of  # noqa: E402
from tagger.store import folders, photos  # noqa: E402
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


def make_tree(folder: Path, count: int, kind: str = "") -> Iterator[PhotoReading]:
    """Small files, and how indexing would have read them."""
    for number in range(count):
        path = folder / f"{number // IN_DIRECTORY:04}" / f"IMG_{number:06}.jpg"
        if number % IN_DIRECTORY == 0:
            path.parent.mkdir(parents=True)
        path.write_bytes(b"\xff\xd8")
        read = reading(str(path), stamp_of(path.stat()), b"x")
        if kind == "with sidecars":
            sidecar = path.with_suffix(".xmp")
            sidecar.write_bytes(b"<x/>")
            read = replace(read, sidecar_stamp=united_stamp([stamp_of(sidecar.stat())]))
        if kind == "one in 200 unreadable" and number % 200 == 0:
            read = replace(read, error="damaged", thumbnail=None)
        yield read


def reading(path: str, stamp: Stamp, thumbnail: bytes) -> PhotoReading:
    facts = PhotoFacts("2024-05-01T12:00:00", "Example X1", "23mm", 3)
    number = hash(path)
    return PhotoReading(
        path, stamp, None, "JPEG", 6000, 4000, 1, number % (1 << 64), facts, thumbnail,
        image_hash=(number % (1 << 64)).to_bytes(16, "big"),
    )  # fmt: skip


def took(run: Callable[[], object]) -> tuple[float, float]:
    """Processor time and time by the clock, in seconds."""
    used, begun = time.process_time(), time.perf_counter()
    run()
    return time.process_time() - used, time.perf_counter() - begun


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Median, and from where to where."""
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def bench_rescan(place: Path, count: int, rounds: int, kind: str = "") -> None:
    folder = place / f"small {kind}"
    readings = list(make_tree(folder, count, kind))
    path = place / f"rescan {kind}"
    store, thumbnails = Store.open(path), ThumbnailCache(f"{path}.thumbnails")
    folder_id = store.write(lambda db: folders.add_folder(db, str(folder))).result()
    for first in range(0, count, 2000):
        some = readings[first : first + 2000]
        store.write(lambda db, some=some: save(db, folder_id, some, thumbnails)).result()
    index_folders(store, thumbnails, [str(folder)])  # what a first run leaves to be done
    ours, bare = [], []
    for _ in range(rounds):
        bare.append(took(lambda: walk_bare(str(folder))))
        ours.append(took(lambda: index_folders(store, thumbnails, [str(folder)])))
    summary = index_folders(store, thumbnails, [str(folder)])
    assert summary.unchanged == count, summary
    thumbnails.close()
    store.close()
    cpu, wall = ([one[n] / other[n] for one, other in zip(ours, bare, strict=True)] for n in (0, 1))
    print(
        f"rescan of {count:,} unchanged files {kind}: {statistics.median(each[0] for each in ours):.2f} s, bare"
        f" walk {statistics.median(each[0] for each in bare):.2f} s; ours takes {spread(cpu)} times the processor time,"
        f" {spread(wall)} times as long",
        flush=True,
    )


def bench_growth(place: Path, most: int, rounds: int) -> None:
    print("processor ms a photo, median (least–most)")
    print(f"{'photos in the library':>21}{'new':>26}{'changed':>26}{'moved':>26}")
    size = 1_000
    while size <= most:
        path = place / f"{size}.tagger"
        many_photos.make(path, size)
        store, thumbnails = Store.open(path), ThumbnailCache(f"{path}.thumbnails")
        times = [batch_ms(store, thumbnails, place / f"files {size}" / str(number)) for number in range(2 * rounds)]
        print(f"{size:21,}" + "".join(f"{spread(each, 3):>26}" for each in zip(*times, strict=True)), flush=True)
        thumbnails.close()
        store.close()
        path.unlink()
        size *= 10


def batch_ms(store: Store, thumbnails: ThumbnailCache, folder: Path) -> tuple[float, float, float]:
    """Processor milliseconds a photo of saving one batch as indexing does, once more changed, and once moved."""

    def keep(some: Sequence[PhotoReading]) -> None:
        store.write(lambda db: save(db, FolderId(1), some, thumbnails)).result()

    def follow(newest: int = 2**62) -> None:
        settle(store, thumbnails, newest_before=newest)
        restack(store)

    def move() -> None:
        known = store.read(lambda db: photos.known_in(db, str(folder / "old")))
        store.write(lambda db: photos.mark_missing(db, [entry.id for entry in known.values()])).result()
        keep(files(folder / "new", folder, 2))
        follow(newest)

    new = took(lambda: keep(files(folder / "old", folder, 1)))[0]
    follow()
    changed = took(lambda: keep(files(folder / "old", folder, 2)))[0]
    follow()
    newest = store.read(photos.newest)
    shutil.rmtree(folder / "old")
    moved = took(move)[0]
    assert not store.read(lambda db: photos.known_in(db, str(folder / "old"))), "they moved"
    return new * 1e3 / BATCH, changed * 1e3 / BATCH, moved * 1e3 / BATCH


def files(directory: Path, what: Path, mtime_ns: int) -> list[PhotoReading]:
    """Files that show the same wherever they lie, and how indexing would have read them."""
    directory.mkdir(parents=True, exist_ok=True)
    found = []
    for number in range(BATCH):
        path = directory / f"IMG_{number}.jpg"
        path.touch()
        found.append(replace(reading(f"{what}/{number}", Stamp(7_000_000, mtime_ns), THUMBNAIL), path=str(path)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench_rescan(Path(name), args.files, args.rounds)
        for kind in ("with sidecars", "one in 200 unreadable"):
            bench_rescan(Path(name), args.files // 5, args.rounds, kind)
        bench_growth(Path(name), args.most, args.rounds)


if __name__ == "__main__":
    main()
