"""``failed:`` and ``unknown:`` find what recognition came to no good end with, by backend and by reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagger.store import Store, query
from tests.recognition.services import add_photos


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("failed:any", {0, 1, 2}),
        ("failed:", {0, 1, 2}),
        ("failed:mine", {0, 1}),
        ('failed:"Too large"', {0, 2}),
        ('failed:"mine: Too large"', {0}),
        ('failed:"mine: "', set()),
        ("failed:%", set()),
        ("unknown:mine", {3}),
        ("unknown:theirs", set()),
        ("-failed:any -unknown:any", {4}),
    ],
)
def test_photos_are_found_by_backend_and_reason(tmp_path: Path, text: str, wanted: set[int]) -> None:
    store = Store.open(tmp_path / "library.tagger")
    try:
        ids = [int(each) for each in store.write(lambda db: add_photos(db, 5)).result()]
        jobs = [
            (ids[0], "mine", "failed", "Too large."),
            (ids[1], "mine", "failed", "No photo."),
            (ids[2], "theirs", "failed", "Too large."),
            (ids[3], "mine", "unknown", "It broke."),
            (ids[4], "mine", "done", None),
        ]
        store.write(
            lambda db: db.conn.executemany(
                "INSERT INTO jobs (photo_id, backend, operation, state, error) VALUES (?, ?, 'recognise', ?, ?)", jobs
            )
        ).result()
        found = store.read(lambda db: query.photo_ids(db, query.parse(text)))
        assert {ids.index(int(each)) for each in found} == wanted
    finally:
        store.close()
