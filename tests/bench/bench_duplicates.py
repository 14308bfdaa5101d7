"""How fast near hashes are found, beside peers in one run, and which kinds of duplicates are found.

    python tests/bench/bench_duplicates.py [--most 1000000] [--families 128]

The curve: all pairs within 8 of 64 bits among so many hashes, random ones with planted pairs (all must be found) and
real ones (windows of photos, which crowd together); in the same run

* faiss: IndexBinaryFlat of faiss, each hash against each; above 100,000 of a sample of them, scaled up;
* pybktree: a BK-tree, up to 10,000.

The families: each photo of ../shared/coco with 15 variants; recall of each kind, recall and precision of pairs, and
those of the core of Czkawka on the same files with the time both take from the files to the groups.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402
from PIL import Image  # noqa: E402

from tagger.app import Tagger  # noqa: E402
from tagger.duplicates import hamming  # noqa: E402
from tagger.imaging.phash import phash  # noqa: E402

try:
    import czkawka
except ImportError:
    czkawka = None
try:
    import faiss
except ImportError:
    faiss = None
try:
    import pybktree
except ImportError:
    pybktree = None

SHARED = CHECKOUT.parent / "shared"
DISTANCE = 8
FAISS_WHOLE, FAISS_SAMPLE, TREE_MOST = 100_000, 10_000, 10_000

Hashes = npt.NDArray[np.uint64]


def random_hashes(rng: np.random.Generator, count: int) -> tuple[Hashes, int]:
    """Random hashes, of which a hundredth are within 8 bits of another; and how many pairs were planted."""
    hashes = rng.integers(0, 1 << 64, count, dtype=np.uint64)
    planted = count // 100
    for i in range(planted):
        flipped = rng.choice(64, int(rng.integers(1, DISTANCE + 1)), replace=False)
        hashes[-1 - i] = hashes[i] ^ np.uint64(sum(1 << int(bit) for bit in flipped))
    return hashes, planted


def real_hashes(rng: np.random.Generator, count: int) -> Hashes:
    """Hashes of windows of real photos: like those of a library that has every subject many times."""
    photos = [Image.open(path).convert("L") for path in sorted((SHARED / "coco/images").glob("*.jpg"))]
    found = set()
    while len(found) < count:
        photo = photos[int(rng.integers(len(photos)))]
        width, height = (round(side * rng.uniform(0.2, 0.9)) for side in photo.size)
        left, top = (int(rng.integers(side - part + 1)) for side, part in zip(photo.size, (width, height), strict=True))
        box = (left, top, left + width, top + height)
        found.add(phash(photo.resize((32, 32), Image.Resampling.BOX, box=box)))
    return np.array(sorted(found), np.uint64)


def seconds_of_faiss(hashes: Hashes) -> tuple[float, str]:
    """How long each against each takes; scaled up from some of them where that would be long."""
    codes = hashes.view(np.uint8).reshape(-1, 8)
    index = faiss.IndexBinaryFlat(64)
    index.add(codes)
    sample = codes if len(codes) <= FAISS_WHOLE else codes[:FAISS_SAMPLE]
    started = time.perf_counter()
    index.range_search(sample, DISTANCE + 1)
    scale = len(codes) / max(len(sample), 1)
    return (time.perf_counter() - started) * scale, "" if scale == 1 else f" (of {len(sample):,}, scaled)"


def seconds_of_tree(hashes: Hashes) -> float:
    """How long a BK-tree takes to be built and asked for each hash."""
    started = time.perf_counter()
    values = hashes.tolist()
    tree = pybktree.BKTree(pybktree.hamming_distance, values)
    for value in values:
        tree.find(value, DISTANCE)
    return time.perf_counter() - started


def measure(name: str, hashes: Hashes, planted: int | None) -> None:
    """One line of the curve."""
    unique = np.unique(hashes)
    started = time.perf_counter()
    pairs = hamming.pairs_within(unique, DISTANCE)
    ours = time.perf_counter() - started
    text = f"{name:>8} {len(hashes):>9,}: ours {ours:7.2f} s, {len(pairs):>11,} pairs"
    if planted:
        bits = np.bitwise_count(unique[pairs.first] ^ unique[pairs.second])
        assert bool(np.all(bits == pairs.distance))
        found = set(zip(unique[pairs.first].tolist(), unique[pairs.second].tolist(), strict=True))
        found |= {(b, a) for a, b in found}
        hit = sum((int(hashes[i]), int(hashes[-1 - i])) in found for i in range(planted))
        text += f", planted {hit:,} of {planted:,}"
    if faiss is not None:
        theirs, how = seconds_of_faiss(unique)
        text += f"; faiss {theirs:8.2f} s{how} = {theirs / ours:6.1f} x ours"
    if pybktree is not None and len(unique) <= TREE_MOST:
        theirs = seconds_of_tree(unique)
        text += f"; pybktree {theirs:8.2f} s = {theirs / ours:7.0f} x ours"
    print(text, flush=True)


def pair_figures(group_of: Mapping[str, int], family: Mapping[str, int]) -> tuple[float, float]:
    """Recall and precision of the pairs that are in one group."""
    true = sum(count * (count - 1) // 2 for count in Counter(family.values()).values())
    groups: dict[int, list[str]] = {}
    for path, group in group_of.items():
        groups.setdefault(group, []).append(path)
    together = [pair for paths in groups.values() for pair in combinations(paths, 2)]
    right = sum(family[a] == family[b] for a, b in together)
    return right / true, right / max(1, len(together))


def by_tagger(folder: Path, work: Path) -> tuple[dict[str, int], float]:
    """Group of each photo, and seconds from the files to the groups."""
    app = Tagger.open(work / "library.tagger", work / "settings.toml")
    started = time.perf_counter()
    app.index([str(folder)])
    groups = app.find_duplicates()
    took = time.perf_counter() - started
    found = {path: group.id for group in groups for path in app.paths(group.photo_ids).values()}
    app.close()
    return found, took


def by_czkawka(folder: Path) -> tuple[dict[str, int], float]:
    """The same by the core of Czkawka."""
    finder = czkawka.ImageSimilarity()
    finder.set_directories([folder])
    finder.set_similarity(DISTANCE)
    started = time.perf_counter()
    groups = finder.find_similar()
    took = time.perf_counter() - started
    return {str(path): number for number, group in enumerate(groups) for path in group}, took


def families(count: int) -> None:
    """The table of kinds."""
    with tempfile.TemporaryDirectory() as base:
        work = Path(base)
        originals, folder = work / "originals", work / "photos"
        originals.mkdir()
        for path in sorted((SHARED / "coco/images").glob("*.jpg"))[:count]:
            shutil.copy(path, originals)
        maker = [sys.executable, str(SHARED / "bench/make_duplicates.py"), str(originals), str(folder)]
        subprocess.run(maker, check=True, capture_output=True)
        made = json.loads((folder / "truth.json").read_text("utf-8"))["families"]
        family: dict[str, int] = {}
        kinds: dict[str, list[tuple[str, str]]] = {}
        for number, one in enumerate(made):
            original = str(folder / one["original"])
            family[original] = number
            for name, kind in one["variants"].items():
                family[str(folder / name)] = number
                kinds.setdefault(kind, []).append((original, str(folder / name)))
        (folder / "truth.json").unlink()
        os.environ["XDG_CACHE_HOME"] = str(work / "cache")
        ours = by_tagger(folder, work)
        peer = by_czkawka(folder) if czkawka is not None else None
        tell(ours, peer, family, kinds)


def tell(
    ours: tuple[dict[str, int], float],
    peer: tuple[dict[str, int], float] | None,
    family: Mapping[str, int],
    kinds: Mapping[str, Sequence[tuple[str, str]]],
) -> None:
    """Print the table of kinds: how many variants are in the group of their original."""
    runs = {"ours": ours, **({} if peer is None else {"czkawka": peer})}
    print(f"\n{'kind':<12}" + "".join(f"{name:>12}" for name in runs))
    for kind, pairs in kinds.items():
        hits = [
            sum(found.get(a, -1) == found.get(b, -2) for a, b in pairs) / len(pairs) for found, _took in runs.values()
        ]
        print(f"{kind:<12}" + "".join(f"{hit:>12.3f}" for hit in hits))
    for name, (found, took) in runs.items():
        recall, precision = pair_figures(found, family)
        print(f"{name}: pair recall {recall:.4f}, precision {precision:.4f}, {len(family):,} files in {took:.1f} s")


def main() -> None:
    """Print the curve, then the table of kinds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--real", type=int, default=50_000)
    parser.add_argument("--families", type=int, default=128)
    args = parser.parse_args()
    rng = np.random.default_rng(1)
    for count in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        if count <= args.most:
            measure("random", *random_hashes(rng, count))
    if SHARED.exists():
        for count in (1_000, 10_000, args.real):
            if count <= args.real:
                measure("real", real_hashes(rng, count), None)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    if SHARED.exists() and args.families:
        families(args.families)


if __name__ == "__main__":
    main()
