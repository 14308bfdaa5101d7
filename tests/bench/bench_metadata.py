"""How many files a second are read for their metadata, against exiftool on the same files in the same run.

Usage: python tests/bench/bench_metadata.py [FOLDER] [ROUNDS]

Both have one process and read the files one after the other, exiftool with -stay_open, asked for what the program reads
as well (EXIF, IPTC, XMP, regions). Without a folder it is the set of test photos, by the kinds of files in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tagger.metadata.facts import read_facts

PHOTOS = Path(__file__).resolve().parents[3] / "shared" / "photos" / "photos"
KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".heic": "HEIF", ".hif": "HEIF", ".jxl": "JPEG XL", ".png": "PNG"}
KINDS |= {".cr2": "RAW", ".cr3": "RAW", ".nef": "RAW", ".raf": "RAW", ".rw2": "RAW", ".dng": "RAW"}
KINDS |= {".tif": "TIFF", ".tiff": "TIFF", ".avif": "AVIF", ".webp": "WebP"}
ARGUMENTS = ("-j", "-n", "-struct", "-G1", "-EXIF:all", "-IPTC:all", "-XMP:all", "-Orientation")


class ExifTool:
    """One process of exiftool that answers for file after file."""

    def __init__(self) -> None:
        command = ["exiftool", "-stay_open", "True", "-@", "-", "-common_args", *ARGUMENTS]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def read(self, path: str) -> None:
        """Have one file read, and wait for the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(os.fsencode(path) + b"\n-execute\n")
        self._process.stdin.flush()
        while not self._process.stdout.readline().startswith(b"{ready}"):
            pass

    def close(self) -> None:
        """End the process."""
        self._process.communicate(b"-stay_open\nFalse\n")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PHOTOS
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    kinds: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        kind = KINDS.get(path.suffix.lower())
        if kind is not None:
            kinds[kind].append(str(path))
            kinds["all"].append(str(path))
    peer = ExifTool() if shutil.which("exiftool") else None
    for kind, paths in sorted(kinds.items()):
        line = f"{kind:8} {len(paths):4} files: {_per_second(read_facts, paths, rounds):7,.0f} a second"
        if peer is not None:
            rate = _per_second(peer.read, paths, max(1, rounds // 3))
            line += f", exiftool {rate:5,.0f}: {_per_second(read_facts, paths, rounds) / rate:5.1f} times"
        print(line)
    if peer is None:
        print("exiftool is not installed, so there is nothing to compare with")
    else:
        peer.close()


def _per_second(read: Callable[[str], object], paths: Sequence[str], rounds: int) -> float:
    """Files a second in the best of the rounds, the files being in memory."""
    for path in paths:
        read(path)
    best = float("inf")
    for _round in range(rounds):
        started = time.perf_counter()
        for path in paths:
            read(path)
        best = min(best, time.perf_counter() - started)
    return len(paths) / best


if __name__ == "__main__":
    main()
