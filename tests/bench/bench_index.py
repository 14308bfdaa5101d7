"""How fast photos are indexed the first time, beside the least that has to be done and beside a peer.

    python tests/bench/bench_index.py [--count 48] [--megapixels 24] [--times 3] [--rounds 3] [--keep DIR]
                                      [--peers PYTHON]

One run measures, in turns and in as many processes each:

* ours: everything: metadata, hashes, thumbnail, stored; the start of the processes included;
* floor: a scaled grey decode of the same files with libjpeg-turbo (simplejpeg), short side at least the thumbnail's;
* czkawka: the perceptual hash of the same files by the core of Czkawka, from the package index;
* imagededup, difpy: their hashes or small versions of some of the same files, and the search for duplicates among
  them, without the start of the program. They need other versions of what is installed here, so they run in the Python
  that ``--peers`` names: python -m venv PEERS && PEERS/bin/pip install difpy PyWavelets scipy scikit-learn tqdm &&
  PEERS/bin/pip install --no-deps imagededup

Beside the photos a second stands the processor time of a photo in all processes, which a busy machine disturbs less.
The steps of one photo follow.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from PIL import Image  # noqa: E402

from tagger.imaging.decode import open_upright  # noqa: E402
from tagger.imaging.image_hash import image_hash  # noqa: E402
from tagger.imaging.phash import phash  # noqa: E402
from tagger.imaging.thumbnails import SIDE_PX, ThumbnailCache, encode_thumbnail  # noqa: E402
from tagger.library.index import index_folders  # noqa: E402
from tagger.library.read import read_photo  # noqa: E402
from tagger.library.workers import start_worker  # noqa: E402
from tagger.metadata.facts import read_facts  # noqa: E402
from tagger.store.store import Store  # noqa: E402

try:
    import simplejpeg
except ImportError:
    simplejpeg = None

SHARED = CHECKOUT.parent / "shared"


def decode_grey(path: str) -> None:
    """The floor: the least that any indexing has to do for one photo."""
    with open(path, "rb") as file:
        content = file.read()
    if simplejpeg is None:
        with Image.open(io.BytesIO(content)) as image:
            image.draft("L", (SIDE_PX, SIDE_PX))
            image.load()
        return
    height, width, _colours, _sampling = simplejpeg.decode_jpeg_header(content)
    short = round(SIDE_PX * min(height, width) / max(height, width))
    simplejpeg.decode_jpeg(content, "GRAY", min_height=short, min_width=short)


def hash_by_czkawka(path: str) -> None:
    """The peer."""
    from czkawka import ImageSimilarity

    ImageSimilarity().hash_image(path)


def cpu_s() -> float:
    """Processor time of this process and of all that it started and that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


class Timed:
    """Photos a second and processor milliseconds a photo, by round."""

    def __init__(self, name: str, photos: int, run: Callable[[], object]) -> None:
        self.name, self._photos, self._run = name, photos, run
        self.rates: list[float] = []
        self.cpu_ms: list[float] = []

    def round(self) -> None:
        """Measure once."""
        begun, used = time.perf_counter(), cpu_s()
        self._run()
        self.rates.append(self._photos / (time.perf_counter() - begun))
        self.cpu_ms.append((cpu_s() - used) * 1e3 / self._photos)

    def tell(self, ours: Timed) -> str:
        """A line of the table."""
        by_rate = [one / other for one, other in zip(ours.rates, self.rates, strict=True)]
        by_cpu = [other / one for one, other in zip(ours.cpu_ms, self.cpu_ms, strict=True)]
        return f"{self.name:10}{spread(self.rates)}{spread(self.cpu_ms)}{spread(by_rate, 2)}{spread(by_cpu, 2)}"


class Peer(Timed):
    """A program that runs in a Python of its own and tells what it took."""

    def __init__(self, name: str, photos: int, command: Sequence[str]) -> None:
        super().__init__(name, photos, lambda: None)
        self._command = command

    def round(self) -> None:
        """Measure once."""
        told = json.loads(subprocess.run(self._command, check=True, capture_output=True, text=True).stdout)
        self.rates.append(self._photos / (told["hash_s"] + told["find_s"]))
        self.cpu_ms.append((told["hash_cpu_s"] + told["find_cpu_s"]) * 1e3 / self._photos)


def peers(python: str, folder: Path, photos: int, workers: int) -> list[Timed]:
    """Those that are installed there."""
    found: list[Timed] = []
    for name in ("imagededup", "difpy"):
        command = [python, str(Path(__file__).with_name("peers.py")), name, str(folder), str(workers)]
        tried = subprocess.run(command, capture_output=True, text=True, check=False)
        if tried.returncode == 0:
            found.append(Peer(name, photos, command))
        else:
            print(f"{name} is left out: {(tried.stderr.strip().splitlines() or ['?'])[-1]}")
    return found


def spread(values: Sequence[float], digits: int = 1) -> str:
    """Median, and from where to where."""
    text = f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"
    return text.rjust(22)


def in_processes(work: Callable[[str], None], files: Sequence[str], workers: int) -> None:
    """All files, in processes as nice as those that index."""
    with multiprocessing.get_context("spawn").Pool(workers, start_worker) as pool:
        pool.map(work, files, chunksize=1)
        pool.close()
        pool.join()


def index_afresh(place: Path, folder: Path, workers: int) -> None:
    with tempfile.TemporaryDirectory(dir=place) as home:
        store, thumbnails = Store.open(Path(home) / "library"), ThumbnailCache(Path(home) / "thumbnails")
        index_folders(store, thumbnails, [str(folder)], workers=workers)
        thumbnails.close()
        store.close()


def bench_first(
    place: Path, folder: Path, files: Sequence[str], workers: int, rounds: int, python: str, some: Path
) -> None:
    ours = Timed("ours", len(files), lambda: index_afresh(place, folder, workers))
    sides = [ours, Timed("floor", len(files), lambda: in_processes(decode_grey, files, workers))]
    if installed("czkawka"):
        few = files[:24]
        sides.append(Timed("czkawka", len(few), lambda: in_processes(hash_by_czkawka, few, workers)))
    sides += peers(python, some, len(list(some.rglob("*.JPG"))), workers)
    for _ in range(rounds):
        for each in sides:
            each.round()
    print(f"first index of {len(files)} photos in {workers} processes, {rounds} rounds: median (least–most)")
    print(f"{'':10}{'photos/s':>22}{'processor ms/photo':>22}{'ours / it':>22}{'by processor time':>22}")
    for each in sides:
        print(each.tell(ours))
    if simplejpeg is None:
        print("floor by Pillow's draft: simplejpeg is not installed")


def installed(package: str) -> bool:
    try:
        __import__(package)
    except ImportError:
        print(f"{package} is not installed and left out")
        return False
    return True


def bench_steps(files: Sequence[str]) -> None:
    """Where the time of one photo goes, in this process alone."""
    contents = [Path(path).read_bytes() for path in files]
    image = open_upright(files[0], SIDE_PX, exact=False).image
    steps: dict[str, Callable[[int], object]] = {
        "floor": lambda n: decode_grey(files[n]),
        "all of one photo": lambda n: read_photo(files[n]),
        "  bytes": lambda n: Path(files[n]).read_bytes(),
        "  metadata": lambda n: read_facts(files[n]),
        "  hash of image data": lambda n: image_hash(io.BytesIO(contents[n]), "JPEG"),
        "  colour decode, scaled": lambda n: open_upright(files[n], SIDE_PX, exact=False, file=io.BytesIO(contents[n])),
        "  perceptual hash": lambda _n: phash(image),
        "  thumbnail": lambda _n: encode_thumbnail(image),
    }
    took: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(len(files)):
        for name, step in steps.items():
            begun = time.process_time()
            step(number)
            took[name].append((time.process_time() - begun) * 1e3)
    print(
        f"\nsteps of one photo, processor ms: median of {len(files)}; thumbnail of {len(encode_thumbnail(image)):,} B"
    )
    for name, times in took.items():
        print(f"{name:26}{statistics.median(times):8.2f}")


def make_library(folder: Path, count: int, megapixels: float) -> None:
    script, photos = SHARED / "bench/make_library.py", SHARED / "coco/images"
    command = [sys.executable, str(script), str(photos), str(folder), f"--count={count}", f"--megapixels={megapixels}"]
    subprocess.run(command, check=True)


def linked(folder: Path, place: Path, times: int) -> tuple[Path, list[str]]:
    """The photos several times under other paths, so that the start of the processes weighs less."""
    target = place / "camera"
    for number in range(times):
        for path in sorted(folder.rglob("*.JPG")):
            link = target / str(number) / path.parent.name / path.name
            link.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, link)
    return target, sorted(str(path) for path in target.rglob("*.JPG"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=48, help="camera-sized photos")
    parser.add_argument("--megapixels", type=float, default=24)
    parser.add_argument("--times", type=int, default=3, help="how often each is linked into the folder")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--peers", default=sys.executable, help="a Python with imagededup and difpy")
    parser.add_argument("--keep", type=Path, help="folder to keep the camera-sized photos in, or to take them from")
    args = parser.parse_args()
    made = args.keep or Path(tempfile.mkdtemp(prefix="bench_index"))
    if not any(made.rglob("*.JPG")):
        make_library(made, args.count, args.megapixels)
    with tempfile.TemporaryDirectory(dir=made.parent) as name:
        folder, files = linked(made, Path(name), args.times)
        bench_steps(files[: min(12, len(files))])
        some = folder / "0"  # each photo once
        bench_first(Path(name), folder, files, args.workers, args.rounds, args.peers, some)
    if args.keep is None:
        for path in sorted(made.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        made.rmdir()


if __name__ == "__main__":
    main()
