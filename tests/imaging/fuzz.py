"""Damaged photos by the thousand, read in worker processes as the program does.

Each format's seeds are cut short, overwritten, shuffled, repeated and given extreme numbers, by a seeded generator: the
same number and seed make the same files. What kills or stops a worker is kept, to be looked at.

    python tests/imaging/fuzz.py [--each 1000] [--seed 1] [--formats jpg heic raw] [--keep FOLDER] [--photos FOLDER]
"""

from __future__ import annotations

import argparse
import io
import random
import struct
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PIL import Image

from tagger.library.read import read_photo
from tagger.library.walk import stamp_of
from tagger.library.workers import ReadingPool, ReadingTask

SHARED = Path(__file__).resolve().parents[3] / "shared" / "photos"
_LARGEST_SEED = 200_000
_EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_FORMATS = {
    "jpg": (".jpg",),
    "png": (".png",),
    "tif": (".tif", ".tiff"),
    "webp": (".webp",),
    "gif": (".gif",),
    "avif": (".avif", ".avifs"),
    "psd": (".psd",),
    "heic": (".heic", ".hif", ".heif"),
    "jxl": (".jxl",),
    "raw": (".dng", ".cr2", ".cr3", ".nef", ".raf", ".rw2"),
}


@dataclass(slots=True)
class Outcome:
    """What became of the mutations of one format."""

    read: int = 0
    refused: int = 0
    crashed: int = 0
    hung: int = 0
    greedy: int = 0
    faults: int = 0
    seconds: float = 0.0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """How many were answered for."""
        return self.read + self.refused + self.crashed + self.hung + self.greedy + self.faults


def seeds(photos: Path | None = None, largest: int = _LARGEST_SEED) -> dict[str, list[bytes]]:
    """Files of each format of at most so many bytes: made here, and those of the set where it is."""
    found: dict[str, list[bytes]] = {name: [] for name in _FORMATS}
    picture = Image.effect_noise((48, 32), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Example"
    for name, kind in {
        "jpg": "JPEG",
        "png": "PNG",
        "tif": "TIFF",
        "webp": "WEBP",
        "gif": "GIF",
        "avif": "AVIF",
    }.items():
        buffer = io.BytesIO()
        picture.save(buffer, kind, exif=exif)
        found[name].append(buffer.getvalue())
    found["psd"].append(
        struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, 8, 8, 16, 3) + b"\0" * 12 + b"\0\0" + bytes(range(128)) * 3
    )
    for path in sorted((photos or SHARED).glob("**/*")):
        for name, suffixes in _FORMATS.items():
            if path.suffix.lower() in suffixes and 0 < path.stat().st_size <= largest:
                found[name].append(path.read_bytes())
    return {name: contents for name, contents in found.items() if contents}


def mutations(contents: list[bytes], number: int, seed: int) -> Iterator[bytes]:
    """So many damaged files."""
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    for _each in range(number):
        data = bytearray(chance.choice(contents))
        # Headers and tables lie at the start: most of the damage goes there.
        reach = len(data) if chance.random() < 0.4 else min(len(data), 4096)
        for _change in range(chance.choice((1, 1, 2, 4, 16))):
            chance.choice(_CHANGES)(data, chance, reach)
        yield bytes(data)


def _set_byte(data: bytearray, chance: random.Random, reach: int) -> None:
    if data:
        data[chance.randrange(min(reach, len(data)))] = chance.randrange(256)


def _flip_bit(data: bytearray, chance: random.Random, reach: int) -> None:
    if data:
        data[chance.randrange(min(reach, len(data)))] ^= 1 << chance.randrange(8)


def _set_number(data: bytearray, chance: random.Random, reach: int) -> None:
    value, size = chance.choice(_EXTREMES), chance.choice((2, 4, 8))
    at = chance.randrange(max(1, min(reach, len(data))))
    number = (value & (1 << 8 * size) - 1).to_bytes(size, chance.choice(("big", "little")))
    data[at : at + size] = number[: max(0, len(data) - at)]


def _cut(data: bytearray, chance: random.Random, reach: int) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _remove(data: bytearray, chance: random.Random, reach: int) -> None:
    at = chance.randrange(max(1, min(reach, len(data))))
    del data[at : at + chance.choice((1, 4, 64, 1024))]


def _repeat(data: bytearray, chance: random.Random, reach: int) -> None:
    at = chance.randrange(max(1, min(reach, len(data))))
    data[at:at] = data[at : at + chance.choice((4, 64, 1024))]


def _zero(data: bytearray, chance: random.Random, reach: int) -> None:
    at = chance.randrange(max(1, min(reach, len(data))))
    end = min(len(data), at + chance.choice((16, 256, 4096)))
    data[at:end] = bytes(end - at)


_CHANGES = (_set_byte, _set_byte, _flip_bit, _set_number, _set_number, _cut, _remove, _repeat, _zero)


def run(files: Mapping[str, Iterator[bytes]], folder: Path, keep: Path | None = None) -> dict[str, Outcome]:
    """Have every file read by workers.

    Raises:
        AssertionError: a file was never answered for.
    """
    outcomes: dict[str, Outcome] = {}
    pool = ReadingPool(2, read_photo)
    try:
        for name, contents in files.items():
            outcome, started, sent = Outcome(), time.monotonic(), 0
            for number, content in enumerate(contents):
                path = folder / f"{number}.{'dng' if name == 'raw' else name}"
                path.write_bytes(content)
                pool.submit(ReadingTask(str(path), stamp_of(path.stat()), (), None, "new"))
                sent += 1
                while pool.in_flight >= pool.capacity:
                    _take(pool, outcome, keep)
            while pool.in_flight:
                _take(pool, outcome, keep)
            assert outcome.total == sent, f"{name}: {sent - outcome.total} of {sent} were lost"
            outcome.seconds = time.monotonic() - started
            outcomes[name] = outcome
    finally:
        pool.stop()
    return outcomes


def _take(pool: ReadingPool, outcome: Outcome, keep: Path | None) -> None:
    for task, reading in pool.finished(1.0):
        kind = _kind(reading.error)
        setattr(outcome, kind, getattr(outcome, kind) + 1)
        if reading.error is not None:
            outcome.reasons[reading.error.split(". ")[0]] += 1
        path = Path(task.path)
        if keep is not None and kind not in ("read", "refused"):
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{kind}-{path.name}").write_bytes(path.read_bytes())
        path.unlink()


def _kind(error: str | None) -> str:
    signs = {"crashed": "crashed", "hung": "took too long", "greedy": "of memory", "faults": "A fault in this program"}
    return "read" if error is None else next((kind for kind, sign in signs.items() if sign in error), "refused")


def main() -> None:
    """Run and print a line for each format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=1000, help="mutations of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", nargs="*", choices=sorted(_FORMATS), default=list(_FORMATS))
    parser.add_argument("--keep", type=Path, help="where to keep what kills or stops a worker")
    parser.add_argument("--photos", type=Path, help="more seeds")
    args = parser.parse_args()
    found = seeds(args.photos)
    print(
        f"{'format':8}{'seeds':>6}{'read':>8}{'refused':>8}{'crashed':>8}{'hung':>6}{'memory':>7}{'faults':>7}{'s':>7}"
    )
    with tempfile.TemporaryDirectory(prefix="tagger-fuzz-") as folder:
        for name in [name for name in args.formats if name in found]:
            it = run({name: mutations(found[name], args.each, args.seed)}, Path(folder), args.keep)[name]
            print(
                f"{name:8}{len(found[name]):6}{it.read:8}{it.refused:8}{it.crashed:8}{it.hung:6}{it.greedy:7}"
                f"{it.faults:7}{it.seconds:7.0f}",
                *(f"{number}× {reason}" for reason, number in it.reasons.most_common(4)),
                sep="  ",
                flush=True,
            )


if __name__ == "__main__":
    main()
