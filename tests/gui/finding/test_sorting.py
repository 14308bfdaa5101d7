"""Which headings suit a list of photos."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagger.gui.finding.sorting import Sorting, listed
from tagger.store import Store

_PHOTO = (
    "INSERT INTO photos (folder_id, path, directory, name, state, bytes, mtime_ns, added_at, taken_at)"
    " VALUES (1, '/p/' || ?1, '/p', ?1, 'ok', 1, 1, '2026-01-01', ?2)"
)


@pytest.mark.parametrize(
    ("taken", "headed"),
    [
        ([f"{year}-01-01T10:00:00" for year in range(1990, 2020)], 0),  # a photo a year: no line of its own for each
        ([f"{year}-01-01T10:00:00" for year in (1990, 2000) for _photo in range(10)], 2),
        ([f"{year}-01-01T10:00:00" for year in range(1990, 2020)] + [None] * 100, 0),
        ([None] * 30, 0),  # all without a date: nothing to tell apart
        ([None] * 20 + ["2010-01-01T10:00:00"] * 2, 2),
    ],
)
def test_headings_suit_the_photos(tmp_path: Path, taken: list[str | None], headed: int) -> None:
    store = Store.open(tmp_path / "library.tagger")
    try:

        def fill(db):
            db.conn.execute("INSERT INTO folders (id, path, added_at) VALUES (1, '/p', '2026-01-01')")
            db.conn.executemany(_PHOTO, [(f"{n}.jpg", when) for n, when in enumerate(taken)])

        store.write(fill).result()
        found = store.read(lambda db: listed(db, "", Sorting(), None))
        assert (len(found.ids), len(found.groups)) == (len(taken), headed)
    finally:
        store.close()
