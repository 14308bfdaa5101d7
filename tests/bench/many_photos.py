"""A library of as many photos as wanted, without their files: rows such as a photographer's twenty years leave."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from pathlib import Path

from tagger.store.database import Database
from tagger.store.store import Store

CAMERAS = [f"Example X{number}" for number in range(12)]
LABELS = 300
TAGS = 300
FIRST_DAY = datetime.datetime(2005, 1, 1)  # noqa: DTZ001 - cameras know no zone
DAYS = 20 * 365
_COLOURS = ("red", "yellow", "green", "blue", "purple")
_CHUNK = 20_000


def make(path: Path, rows: int) -> None:
    """Make the library; about 100 s for 1,000,000 photos with 2 tags and 3 suggestions each."""
    store = Store.open(path)
    store.write(_base).result()
    for first in range(1, rows + 1, _CHUNK):
        numbers = range(first, min(first + _CHUNK, rows + 1))
        store.write(lambda db, numbers=numbers: _fill(db, numbers, rows)).result()
    store.write(lambda db: db.execute("ANALYZE")).result()
    store.close()


def _base(db: Database) -> None:
    db.execute("INSERT INTO folders(id, path, added_at) VALUES (1, '/archive', '2026-01-01')")
    tags = ((n, f"Topic {n % 20}|Subject {n}", f"topic {n % 20}|subject {n}") for n in range(1, TAGS + 1))
    db.conn.executemany("INSERT INTO tags(id, path, folded) VALUES (?, ?, ?)", tags)
    labels = ((n, f"thing{n}", f"Things|Thing {n}", int(n % 50 == 0)) for n in range(1, LABELS + 1))
    db.conn.executemany(
        "INSERT INTO labels(id, backend, name, kind, tag, hidden) VALUES (?, 'onnx', ?, 'object', ?, ?)", labels
    )


def _fill(db: Database, numbers: range, rows: int) -> None:
    chance = random.Random(numbers.start)  # noqa: S311 - rows to look at
    execute = db.conn.executemany
    execute(
        "INSERT INTO photos(id, folder_id, path, directory, name, state, error, bytes, mtime_ns, format, width, height,"
        " phash, taken_at, camera, lens, rating, colour_label, caption, latitude, longitude, added_at, stack_id)"
        f" VALUES (?, 1, {', '.join('?' * 21)})",
        (_photo(chance, number, rows) for number in numbers),
    )
    execute("INSERT OR IGNORE INTO photo_tags(photo_id, tag_id, origin) VALUES (?, ?, 'file')", _tags(chance, numbers))
    execute(
        "INSERT INTO suggestions(photo_id, label_id, operation, model, confidence, x, y, w, h, decision)"
        " VALUES (?, ?, 'objects', 'm', ?, ?, ?, ?, ?, ?)",
        _suggestions(chance, numbers),
    )
    execute(
        "INSERT INTO results(photo_id, backend, operation, model, done_at) VALUES (?, 'onnx', 'objects', 'm', '2026')",
        ((number,) for number in numbers if number % 10),
    )


def _photo(chance: random.Random, number: int, rows: int) -> tuple[object, ...]:
    taken = FIRST_DAY + datetime.timedelta(days=DAYS * number / rows)
    directory = f"/archive/{taken.year}/{taken:%Y-%m-%d}"
    name = f"IMG_{number:07}.jpg"
    camera = CAMERAS[12 * number // (rows + 1)] if chance.random() < 0.8 else CAMERAS[0]
    located = chance.random() < 0.3
    return (
        number, f"{directory}/{name}", directory, name, "unreadable" if number % 5000 == 0 else "ok",
        "broken" if number % 5000 == 0 else None, 7_000_000, number, "RAW" if number % 7 == 0 else "JPEG", 6000, 4000,
        chance.getrandbits(63), taken.isoformat(timespec="seconds") if number % 50 else None, camera,
        f"{chance.choice((23, 35, 50, 85))}mm", chance.choice((None, None, None, 0, 1, 2, 3, 4, 5)),
        chance.choice(_COLOURS) if chance.random() < 0.05 else None,
        f"A walk by the river {number % 997}" if number % 10 == 0 else None,
        chance.uniform(-60, 60) if located else None, chance.uniform(-180, 180) if located else None, "2026-01-01",
        _shot(number, rows),
    )  # fmt: skip


def _shot(number: int, rows: int) -> int | None:
    """Each RAW but the last is of one shot with the JPEG after it, which stands for both."""
    leader = number + (number % 7 == 0)
    return leader if leader % 7 == 1 and 1 < leader <= rows else None


def _often(chance: random.Random, most: int) -> int:
    """1 to most; the small ones are by far the most frequent."""
    return min(int(most ** chance.random()) + 1, most)


def _tags(chance: random.Random, numbers: range) -> Iterator[tuple[int, int]]:
    for number in numbers:
        for _each in range(chance.choice((0, 1, 2, 3, 4))):
            yield number, _often(chance, TAGS)


def _suggestions(chance: random.Random, numbers: range) -> Iterator[tuple[object, ...]]:
    for number in numbers:
        for _each in range(chance.choice((0, 2, 3, 4, 6)) if number % 10 else 0):
            box = (0.1, 0.2, 0.3, 0.4) if chance.random() < 0.5 else (None,) * 4
            decision = chance.choice(("suggested", "suggested", "accepted", "rejected"))
            yield number, _often(chance, LABELS), round(chance.uniform(0.2, 1), 3), *box, decision
