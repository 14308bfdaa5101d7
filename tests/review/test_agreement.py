"""The marks in the inspector and the search say the same of who agrees with whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from tagger.entities import Box, Decision, Detection, PhotoId, TagPath
from tagger.review.agreement import agreement
from tagger.store import Store, query, suggestions
from tests.recognition.services import add_photos

LEFT, LEFT_TOO, RIGHT = Box(0.1, 0.1, 0.4, 0.4), Box(0.12, 0.1, 0.4, 0.4), Box(0.6, 0.6, 0.3, 0.3)
A, B = "onnx", "mine"
DOG, PET = ("dog", "Animal|Dog"), ("Dog", "Dog")


def say(store: Store, photo_id: int, backend: str, label: tuple[str, str], box: Box | None = None) -> None:
    name, tag = label
    detection = Detection(name, 0.9, box=box)

    def write(db):  # type: ignore[no-untyped-def]
        label_id = suggestions.ensure_label(db, backend, detection, TagPath(tag), hidden=False)
        suggestions.insert(
            db,
            PhotoId(photo_id),
            label_id,
            detection,
            operation="recognise",
            model="m",
            decision=Decision.SUGGESTED,
        )

    store.write(write).result()


def answered(store: Store, photo_id: int, *backends: str) -> None:
    for backend in backends:
        store.write(
            lambda db, backend=backend: db.conn.execute(
                "INSERT OR REPLACE INTO results VALUES (?, ?, 'recognise', 'm', '2026')", (photo_id, backend)
            )
        ).result()


def found(store: Store, text: str) -> list[int]:
    wanted = query.parse(text)
    return sorted(int(i) for i in store.read(lambda db: query.photo_ids(db, wanted)))


def marks(store: Store, photo_id: int, *backends: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    known = store.read(lambda db: suggestions.of_photo(db, PhotoId(photo_id), hidden=False))
    said = agreement(known, backends)
    return sorted((each.backend, said[each.id].by, said[each.id].against) for each in known if each.id in said)


@pytest.fixture
def library(tmp_path: Path):  # type: ignore[no-untyped-def]
    store = Store.open(tmp_path / "library.tagger")
    ids = store.write(lambda db: add_photos(db, 6)).result()
    yield store, ids
    store.close()


def test_two_who_say_the_same_agree_wherever_it_stands_in_the_tree(library) -> None:
    store, ids = library
    same, other, alone, apart, over, nothing = ids
    for photo_id in ids:
        answered(store, photo_id, A)
    for photo_id in (same, other, apart, over):
        answered(store, photo_id, B)
    say(store, same, A, DOG)
    say(store, same, B, PET)
    say(store, other, A, DOG)
    say(store, other, B, ("cat", "Cat"))
    say(store, alone, A, DOG)
    say(store, apart, A, DOG, LEFT)
    say(store, apart, B, PET, RIGHT)
    say(store, over, A, DOG, LEFT)
    say(store, over, B, PET, LEFT_TOO)
    assert found(store, "agrees:any") == found(store, "agrees:") == sorted([same, over])
    assert found(store, "disagrees:any") == found(store, "disagrees:") == sorted([other, apart])
    assert found(store, "agrees:mine") == sorted([same, over])
    assert found(store, "disagrees:nobody") == []
    assert found(store, "-disagrees:any agrees:any") == sorted([same, over])
    assert marks(store, same, A, B) == [(B, (A,), ()), (A, (B,), ())]
    assert marks(store, apart, A, B) == [(B, (), (A,)), (A, (), (B,))]
    assert marks(store, alone, A) == []
    assert marks(store, nothing, A) == []


def test_what_was_rejected_and_who_has_not_answered_count_for_nothing(library) -> None:
    store, ids = library
    first, second = ids[:2]
    answered(store, first, A, B)
    say(store, first, A, DOG)
    say(store, first, B, PET)
    answered(store, second, A)
    say(store, second, A, DOG)
    store.write(lambda db: db.conn.execute("UPDATE suggestions SET decision = 'rejected' WHERE id = 2")).result()
    assert found(store, "agrees:any") == []
    assert found(store, "disagrees:any") == [first]
    assert marks(store, first, A, B) == [(A, (), (B,))]


def test_three_backends_are_each_compared_with_each(library) -> None:
    store, ids = library
    photo_id = ids[0]
    answered(store, photo_id, A, B, "third")
    for backend in (A, B):
        say(store, photo_id, backend, DOG)
    assert found(store, "agrees:onnx") == [photo_id]
    assert found(store, "agrees:third") == []
    assert found(store, "disagrees:third") == [photo_id]
    assert marks(store, photo_id, A, B, "third") == [(B, (A,), ("third",)), (A, (B,), ("third",))]
