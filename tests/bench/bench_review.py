"""How long ten thousand decisions take in one step, to make, to take back and to make again.

python tests/bench/bench_review.py [--count 10000]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from tagger.entities import Decision, Detection, PhotoReading, Stamp, TagPath  # noqa: E402
from tagger.review import tagging, undo  # noqa: E402
from tagger.review.decisions import decide  # noqa: E402
from tagger.store import Store, folders, photos, suggestions  # noqa: E402

LIMIT_S = 1.0


def fill(db, count):
    """Photos with five suggestions each; returns the suggestions' ids and the photos'."""
    readings = [PhotoReading(f"/p/{i}.jpg", Stamp(1, 1)) for i in range(count)]
    ids = photos.save_readings(db, folders.add_folder(db, "/p"), readings).added
    for number in range(5):
        found = Detection(f"label {number}", 0.9)
        label = suggestions.ensure_label(db, "onnx", found, TagPath(f"Tag|{number}"), hidden=False)
        for photo_id in ids:
            suggestions.insert(
                db, photo_id, label, found, operation="recognise", model="m", decision=Decision.SUGGESTED
            )
    rows = db.conn.execute("SELECT id FROM suggestions ORDER BY photo_id, id").fetchall()
    return [i for (i,) in rows], ids


def measure(count: int = 10_000, photos_in_library: int = 20_000) -> dict[str, float]:
    """Seconds for each step."""
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "library.tagger")
        all_ids, photo_ids = store.write(lambda db: fill(db, photos_in_library)).result()
        ids = all_ids[:count]
        steps = {
            "accept": lambda: store.write(lambda db: decide(db, ids, Decision.ACCEPTED)).result(),
            "undo accept": lambda: undo.undo(store),
            "redo accept": lambda: undo.redo(store),
            "reject accepted": lambda: store.write(lambda db: decide(db, ids, Decision.REJECTED)).result(),
            "undo reject": lambda: undo.undo(store),
            "add a tag by hand": lambda: store.write(
                lambda db: tagging.change_tags(db, photo_ids[:count], add=[TagPath("Sky")])
            ).result(),
            "undo the tag": lambda: undo.undo(store),
        }
        for name, step in steps.items():
            started = time.perf_counter()
            assert step() is not None
            seconds[name] = time.perf_counter() - started
        store.close()
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    seconds = measure(parser.parse_args().count)
    for name, value in seconds.items():
        print(f"{name:20} {value:6.3f} s")
    return 0 if max(seconds.values()) < LIMIT_S else 1


if __name__ == "__main__":
    sys.exit(main())
