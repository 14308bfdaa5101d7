"""Other programs that look for duplicates, each measured in a Python of its own where it is installed.

    PYTHON tests/bench/peers.py imagededup|difpy FOLDER WORKERS

prints a line of JSON: from the files to hashes and on to duplicates, in seconds by the clock (``hash_s``, ``find_s``)
and of processor time of all its processes (``hash_cpu_s``, ``find_cpu_s``). Ends with 3 where it is not installed.
Nothing of Tagger is loaded here.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import logging
import resource
import sys
import time
import types
from collections.abc import Callable
from typing import Any

NOT_INSTALLED = 3


def main() -> None:
    name, folder, workers = sys.argv[1], sys.argv[2], int(sys.argv[3])
    try:
        steps = {"imagededup": imagededup, "difpy": difpy}[name](folder, workers)
        version = importlib.metadata.version(name)
    except ImportError as error:
        print(f"{name}: {error}", file=sys.stderr)
        sys.exit(NOT_INSTALLED)
    hashed, hash_s, hash_cpu_s = timed(steps[0])
    _found, find_s, find_cpu_s = timed(lambda: steps[1](hashed))
    figures = {"hash_s": hash_s, "hash_cpu_s": hash_cpu_s, "find_s": find_s, "find_cpu_s": find_cpu_s}
    print(json.dumps({"version": version, **figures}))


Steps = tuple[Callable[[], Any], Callable[[Any], Any]]


def imagededup(folder: str, workers: int) -> Steps:
    """Its perceptual hash. The package loads torch when imported, which hashing does not use, so its parts are loaded
    without what stands before them."""
    spec = importlib.util.find_spec("imagededup")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("not installed")
    for part in ("methods", "utils"):
        package = types.ModuleType(f"imagededup.{part}")
        package.__path__ = [f"{spec.submodule_search_locations[0]}/{part}"]
        sys.modules[package.__name__] = package
    from imagededup.methods.hashing import PHash

    logging.disable(logging.INFO)
    hasher = PHash(verbose=False)

    def encode() -> dict[str, str]:
        return hasher.encode_images(image_dir=folder, recursive=True, num_enc_workers=workers)

    return encode, lambda hashes: hasher.find_duplicates(
        encoding_map=hashes, max_distance_threshold=8, num_dist_workers=workers
    )


def difpy(folder: str, workers: int) -> Steps:
    """Its small versions of all photos, which it compares pixel by pixel."""
    import difPy

    def build() -> Any:
        return difPy.build(folder, show_progress=False, processes=workers)

    return build, lambda built: difPy.search(built, similarity="similar", show_progress=False, processes=workers)


def timed(run: Callable[[], Any]) -> tuple[Any, float, float]:
    begun, used = time.perf_counter(), cpu_s()
    result = run()
    return result, time.perf_counter() - begun, cpu_s() - used


def cpu_s() -> float:
    """Processor time of this process and of all that it started and that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
