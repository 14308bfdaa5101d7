"""Photos that look alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tagger.errors import UsageError
from tagger.library import similar as similar_module
from tagger.library.similar import seen, similar
from tagger.store import Store
from tagger.store.database import Database


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "library.tagger")
    yield store
    store.close()


def fill(store: Store, vectors: np.ndarray, model: str = "m", first: int = 1) -> None:
    def write(db: Database) -> None:
        db.execute("INSERT OR IGNORE INTO folders (id, path, added_at) VALUES (1, '/p', '')")
        for number, vector in enumerate(vectors, first):
            db.execute(
                "INSERT INTO photos (id, folder_id, path, directory, name, state, bytes, mtime_ns, added_at)"
                " VALUES (?, 1, ?, '/p', ?, 'ok', 1, 1, '')",
                (number, f"/p/{number}", str(number)),
            )
            content = np.asarray(vector, dtype="<f4").tobytes()
            db.execute("INSERT INTO embeddings VALUES (?, 'onnx', ?, ?)", (number, model, content))

    store.write(write).result()


def test_the_most_alike_come_first(store: Store) -> None:
    fill(store, np.array([[1, 0, 0], [0, 1, 0], [10, 1, 0], [1, 1, 0], [-1, 0, 0]]))
    found = store.read(lambda db: similar(db, 1))
    assert list(found.ids) == [1, 3, 4]
    assert found.scores == pytest.approx([1, 10 / np.sqrt(101), 1 / np.sqrt(2)], abs=1e-6)


def test_in_chunks_it_is_the_same_as_all_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = np.random.default_rng(1).standard_normal((200, 16))
    fill(store, vectors)
    monkeypatch.setattr(similar_module, "CHUNK", 7)
    found = store.read(lambda db: similar(db, 5, most=20, least=-1))
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    expected = np.argsort(-(unit @ unit[4]))[:20] + 1
    assert list(found.ids) == expected.tolist()


def test_only_vectors_of_one_model_are_compared(store: Store) -> None:
    fill(store, np.array([[1, 0, 0], [1, 0, 0.1]]))
    fill(store, np.array([[1, 0, 0]]), "other", 3)
    fill(store, np.array([[1, 0]]), "m", 4)
    assert list(store.read(lambda db: similar(db, 1)).ids) == [1, 2]


def test_vectors_that_are_none_are_not_alike(store: Store) -> None:
    fill(store, np.array([[1, 0], [0, 0], [np.nan, 1], [np.inf, 1], [1, 0]]))
    assert list(store.read(lambda db: similar(db, 1)).ids) == [1, 5]


@pytest.mark.parametrize("photo_id", [2, 99])
def test_a_photo_that_nobody_has_seen_says_what_to_do(store: Store, photo_id: int) -> None:
    fill(store, np.array([[1, 0], [0, 0]]))
    with pytest.raises(UsageError, match="Recognise it"):
        store.read(lambda db: similar(db, photo_id))
    assert store.read(lambda db: seen(db, photo_id)) == (photo_id == 2)
