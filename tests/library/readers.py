"""What the workers of these tests do instead of plain reading; workers are fresh processes, so it has a module."""

from __future__ import annotations

import ctypes
import os
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tagger.entities import PhotoReading
from tagger.library.read import read_photo


def fatal(path: str, sidecars: Sequence[str]) -> PhotoReading:
    """Ends its own process over photos of certain names."""
    name = os.path.basename(path)
    if name.startswith("exit"):
        time.sleep(0.05)
        os._exit(3)
    if name.startswith("segfault"):
        ctypes.string_at(0)
    if name.startswith("bug"):
        raise ZeroDivisionError(name)
    return read_photo(path, sidecars)


def slow(path: str, sidecars: Sequence[str]) -> PhotoReading:
    """Takes a moment."""
    time.sleep(0.05)
    return read_photo(path, sidecars)


def traced(path: str, sidecars: Sequence[str]) -> PhotoReading:
    """Leaves a line in a file of the folder above for each photo that is opened."""
    trace = Path(path).parents[1] / "opened.txt"
    with trace.open("a") as file:
        file.write(f"{os.path.basename(path)}\n")
    return read_photo(path, sidecars)


def never(path: str, sidecars: Sequence[str]) -> PhotoReading:
    """Hangs."""
    while True:
        time.sleep(1)


def greedy(path: str, sidecars: Sequence[str]) -> PhotoReading:
    """Takes more and more memory over photos of a certain name, in a way that no decoder would notice."""
    hoard = []
    while os.path.basename(path).startswith("greedy"):
        hoard.append(np.empty(256 * 1024 * 1024, dtype=np.uint8))
    return read_photo(path, sidecars)


def noisy(path: str, sidecars: Sequence[str]) -> PhotoReading:
    """Writes to standard error as a library in C would."""
    os.write(2, f"{os.path.basename(path)}: bad tag\n".encode())
    return read_photo(path, sidecars)


def remove(path: str, sidecars: Sequence[str]) -> PhotoReading:
    """Comes too late for the photo."""
    os.unlink(path)
    return read_photo(path, sidecars)


def die() -> None:
    """A worker that ends before it can work."""
    os._exit(1)
