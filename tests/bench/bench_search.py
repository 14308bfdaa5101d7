"""How soon a search of many photos has its first page: `python tests/bench/bench_search.py [rows] [--keep DIR]`.

Each search is timed until its first 200 photos are known, beside finding all of its photos, in the wall's time and in
the processor's; then the same in other orders, and with the files of a shot as one photo. No window takes part.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))
sys.path.insert(0, str(Path(__file__).parent))

import many_photos  # noqa: E402
from many_searches import HARD, SEARCHES  # noqa: E402

from tagger.store import query  # noqa: E402
from tagger.store.query import Order  # noqa: E402
from tagger.store.query.reading import Query  # noqa: E402
from tagger.store.store import Store  # noqa: E402

PAGE = 200
SLOW_MS = 75


@dataclass(frozen=True)
class Way:
    """A search, its order, and whether the files of a shot are one photo."""

    text: str
    order: Order = Order.TAKEN
    descending: bool = False
    shots: bool = False

    def __str__(self) -> str:
        order = "" if self.order is Order.TAKEN else f"by {self.order.name.lower()}{' down' * self.descending}: "
        return order + (self.text or "everything")

    def query(self) -> Query:
        parsed = query.parse(self.text)
        return Query(self.text, parsed.node, ()) if self.shots else parsed


def groups() -> dict[str, list[Way]]:
    some = ("", "rating:5", "river rating:5", "camera:X3", "is:unreadable")
    orders = [Way(text, order, down) for order in Order for down in (False, True) for text in some]
    return {
        "searches": [Way(text) for text in SEARCHES],
        "searches for shots": [Way(text, shots=True) for text in SEARCHES],
        "orders": orders,
        "orders of shots": [Way(each.text, each.order, each.descending, shots=True) for each in orders],
        "hard searches": [Way(text) for text in HARD],
        "hard searches for shots": [Way(text, shots=True) for text in HARD],
    }


def took(run: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the wall and of the processor."""
    wall, processor = time.perf_counter(), time.process_time()
    run()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - processor) * 1e3


def tell(store: Store, title: str, some: list[Way], *, rounds: int, brief: bool) -> None:
    print(f"{title:<50}   first: wall  processor     all: wall   ratio")
    times = []
    for way in some:
        wanted = way.query()

        def first(way: Way = way, wanted: Query = wanted) -> object:
            return store.read(lambda db: query.first_ids(db, wanted, way.order, count=PAGE, descending=way.descending))

        def every(way: Way = way, wanted: Query = wanted) -> object:
            return store.read(lambda db: query.photo_ids(db, wanted, way.order, descending=way.descending))

        times.append(min(took(first) for _each in range(rounds)))
        wall, processor = times[-1]
        if not brief:
            everything, _processor = took(every)
            print(f"  {way!s:<50}{wall:12.1f}{processor:11.1f}{everything:14.1f}{everything / wall:8.1f}", flush=True)
        elif processor > SLOW_MS:
            print(f"  {way!s:<50}{wall:12.1f}{processor:11.1f}", flush=True)
    for kind, values in zip(("wall", "processor"), zip(*times, strict=True), strict=True):
        ordered = sorted(values)
        p95 = ordered[max(round(len(ordered) * 0.95) - 1, 0)]
        print(f"  {kind}: median {statistics.median(ordered):.1f} ms, p95 {p95:.1f}, longest {ordered[-1]:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path, help="folder to keep the library of rows in, or to take it from")
    parser.add_argument("--rounds", type=int, default=3, help="the quickest of so many counts")
    parser.add_argument("--only", choices=groups())
    parser.add_argument("--brief", action="store_true", help="only the first pages, and only the slow ones by name")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = args.keep or Path(name)
        home.mkdir(parents=True, exist_ok=True)
        if not (home / "library.tagger").exists():
            many_photos.make(home / "library.tagger", args.rows)
        store = Store.open(home / "library.tagger")
        for title, some in groups().items():
            if args.only in (None, title):
                tell(store, title, some, rounds=args.rounds, brief=args.brief)
        store.close()


if __name__ == "__main__":
    main()
