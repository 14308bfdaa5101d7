"""How fast photos are told by their image data, against merely reading them; and how long moves take by the library.

Run: python tests/bench/bench_identity.py [FOLDER]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from tagger.imaging.image_hash import image_hash
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.library.moves import settle
from tagger.store import folders, identity
from tagger.store.store import Store

_MOVED = 200


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="photos to hash; made here if not given")
    given = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as place:
        hash_photos(given or made(Path(place)))
        for rows in (1_000, 10_000, 100_000):
            move_among(rows, Path(place))


def hash_photos(folder: Path) -> None:
    """Image data hashed, a second, beside the same files read."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    total = sum(path.stat().st_size for path in paths)
    read = timed(lambda: [path.read_bytes() for path in paths])
    hashed = timed(lambda: [image_hash(str(path)) for path in paths])
    print(
        f"{len(paths)} files, {total / 1e6:.0f} MB: read {total / read / 1e6:.0f} MB/s,"
        f" image hash {total / hashed / 1e6:.0f} MB/s, {1000 * hashed / len(paths):.1f} ms a photo"
    )


def move_among(rows: int, place: Path) -> None:
    """Photos found again, in a library of so many."""
    store = Store.open(place / f"{rows}.tagger")
    thumbnails = ThumbnailCache(place / f"{rows}.thumbnails")
    store.write(lambda db: folders.add_folder(db, str(place / "photos"))).result()
    columns = "folder_id, path, directory, name, state, bytes, mtime_ns, added_at, image_hash"
    sql = f"INSERT INTO photos ({columns}) VALUES (1, ?, ?, ?, ?, 1, 1, '', ?)"
    old = str(place / "photos/old")
    gone = [(f"{old}/{i}.jpg", old, f"{i}.jpg", "missing", i.to_bytes(16, "big")) for i in range(rows)]
    store.write(lambda db: db.conn.executemany(sql, gone)).result()
    new = place / "photos/new"
    new.mkdir(parents=True, exist_ok=True)
    for i in range(_MOVED):
        (new / f"{i}.jpg").touch()
    came = [(str(new / f"{i}.jpg"), str(new), f"{i}.jpg", "ok", i.to_bytes(16, "big")) for i in range(_MOVED)]

    def arrive(db: object) -> None:
        for row in came:
            identity.came(db, db.conn.execute(sql, row).lastrowid)  # type: ignore[attr-defined, arg-type]

    store.write(arrive).result()
    seconds = timed(lambda: settle(store, thumbnails))
    print(f"{rows:>9,} photos: {1000 * seconds / _MOVED:.2f} ms for each photo that moved")
    thumbnails.close()
    store.close()


def made(place: Path) -> Path:
    """Eight camera-sized JPEGs."""
    folder = place / "jpegs"
    folder.mkdir()
    random = np.random.default_rng(1)
    ramp = np.linspace(0, 255, 6000)[None, :, None] * np.ones((4000, 1, 3))
    for number in range(8):
        noisy = ramp + random.normal(0, 12, (4000, 6000, 3))
        Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(folder / f"{number}.jpg", quality=92)
    return folder


def timed(run: Callable[[], object]) -> float:
    """How long it takes, in seconds; the better of two, of what can be run again."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
