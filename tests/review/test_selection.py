"""Many photos at once: what they carry is counted as it is, and every step goes back whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tagger.entities import Decision, PhotoId, TagPath
from tagger.review import selection, tagging, undo
from tagger.store import Store, selections, tag_use, tags
from tagger.store.database import Database

PHOTOS = 12
TAGS = tuple(map(TagPath, ("Animal|Dog", "Animal|Heron", "Holiday", "Ort|Zürich")))
LABELS = (("onnx", "dog", "Animal|Dog"), ("cloud", "dog", "Animal|Dog"), ("onnx", "heron", "Animal|Heron"))
STATES = tuple(Decision)


def fill(db: Database) -> None:
    db.conn.execute("INSERT INTO folders (path, added_at) VALUES ('/p', '')")
    db.conn.executemany(
        "INSERT INTO photos (folder_id, path, directory, name, state, bytes, mtime_ns, added_at)"
        " VALUES (1, ?, '/p', ?, 'ok', 1, 1, '')",
        [(f"/p/{i}.jpg", f"{i}.jpg") for i in range(PHOTOS)],
    )
    db.conn.executemany("INSERT INTO labels (backend, name, kind, tag) VALUES (?, ?, 'object', ?)", LABELS)
    db.conn.executemany(
        "INSERT INTO suggestions (photo_id, label_id, operation, model, confidence, decision)"
        " VALUES (?, ?, 'tag', 'm', 0.5, ?)",
        [(p + 1, 1 + p % 3, STATES[p % 4]) for p in range(PHOTOS) for _box in range(2)],
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "library.tagger")
    store.write(fill).result()
    yield store
    store.close()


def everything(store: Store) -> tuple[object, ...]:
    """All that undo has to bring back."""
    return store.read(
        lambda db: tuple(
            tuple(db.conn.execute(sql).fetchall())
            for sql in (
                "SELECT photo_id, tag_id, origin, removed FROM photo_tags ORDER BY 1, 2",
                "SELECT id, decision FROM suggestions ORDER BY 1",
            )
        )
    )


photo_sets = st.sets(st.integers(1, PHOTOS)).map(lambda ids: [PhotoId(i) for i in sorted(ids)])
tag_sets = st.lists(st.sampled_from(TAGS), max_size=3, unique=True)
steps = st.one_of(
    st.tuples(st.just("tag"), photo_sets, tag_sets, tag_sets),
    st.tuples(st.just("decide"), photo_sets, st.sampled_from(LABELS), st.sampled_from(STATES)),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(todo=st.lists(steps, min_size=1, max_size=6), seen=photo_sets)
def test_any_steps_over_any_selections_count_right_and_go_back_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, todo: list[tuple], seen: list[PhotoId]
) -> None:
    store = Store.open(tmp_path_factory.mktemp("steps") / "library.tagger")
    try:
        store.write(fill).result()
        before = []
        for kind, photos, first, second in todo:
            was = everything(store)
            if kind == "tag":
                changed = store.write(
                    lambda db, p=photos, a=first, r=second: tagging.change_tags(
                        db, p, add=a, remove=[t for t in r if t not in a]
                    )
                ).result()
                carried = store.read(lambda db, p=photos: selection.look(db, p))
                assert all(carried.count(tag) == len(photos) for tag in first)
            else:
                decided = store.write(
                    lambda db, p=photos, label=first, d=second: selection.decide_label(db, p, label[1], label[2], d)
                ).result()
                changed = decided.photo_ids
            assert changed <= set(photos), "nothing outside the selection"
            if changed:
                before.append(was)
        check_counts(store, seen)
        for was in reversed(before):
            assert undo.undo(store) is not None
            assert everything(store) == was
        assert undo.undo(store) is None
    finally:
        store.close()


def check_counts(store: Store, photos: list[PhotoId]) -> None:
    """Against counting photo by photo."""
    carried = store.read(lambda db: selection.look(db, photos))
    of_each = store.read(lambda db: tags.tags_of(db, photos))
    assert {tag.path: tag.photos for tag in carried.tags} == Counter(t for found in of_each.values() for t in found)
    rows = store.read(
        lambda db: db.conn.execute(
            "SELECT l.name, s.decision, s.photo_id FROM suggestions s JOIN labels l ON l.id = s.label_id"
        ).fetchall()
    )
    expected = Counter((name, Decision(decision)) for name, decision, photo in rows if photo in photos)
    assert {(label.name, state): n for label in carried.labels for state, n in label.counts.items()} == expected


def test_deciding_a_label_leaves_what_somebody_said_no_to(store: Store) -> None:
    photos = [PhotoId(i + 1) for i in range(PHOTOS)]
    dogs = store.read(lambda db: selections.suggestion_ids(db, photos, "dog", TAGS[0], STATES))
    states = store.read(lambda db: dict(db.conn.execute("SELECT id, decision FROM suggestions").fetchall()))
    decided = store.write(lambda db: selection.decide_label(db, photos, "dog", TAGS[0], Decision.ACCEPTED)).result()
    after = store.read(lambda db: dict(db.conn.execute("SELECT id, decision FROM suggestions").fetchall()))
    opened = {i for i in dogs if states[i] in {"suggested", "deferred"}}
    assert opened
    assert decided.suggestions == len(opened)
    assert {i for i in states if states[i] != after[i]} == opened
    assert {after[i] for i in opened} == {"accepted"}
    taken = store.write(lambda db: selection.decide_label(db, photos, "dog", TAGS[0], Decision.SUGGESTED)).result()
    assert taken.suggestions == len(dogs), "taking back is about everything, by all backends"


def test_undecided_ones_of_hidden_labels_are_not_counted_unless_asked_for(store: Store) -> None:
    photos = [PhotoId(i + 1) for i in range(PHOTOS)]
    store.write(lambda db: db.conn.execute("UPDATE labels SET hidden = 1 WHERE name = 'heron'")).result()
    labels = {each.name: each for each in store.read(lambda db: selection.look(db, photos)).labels}
    assert labels["heron"].waiting == 0
    assert labels["heron"].counts
    labels = {each.name: each for each in store.read(lambda db: selection.look(db, photos, hidden=True)).labels}
    assert labels["heron"].waiting == 2


def test_tags_given_last_are_at_hand_first_and_pinned_ones_keep_their_order(store: Store) -> None:
    def give(*paths: TagPath) -> None:
        store.write(lambda db: tagging.change_tags(db, [PhotoId(1)], add=paths)).result()

    give(TAGS[0])
    give(TAGS[1], TAGS[2])
    give(TAGS[0])
    at_hand = store.read(selection.at_hand)
    assert at_hand.recent == (TAGS[0], TAGS[2], TAGS[1])
    for tag in (TAGS[2], TAGS[3], TAGS[0]):
        store.write(lambda db, tag=tag: tag_use.pin(db, tag, on=True)).result()
    store.write(lambda db: tag_use.pin(db, TAGS[2], on=True)).result()
    assert store.read(selection.at_hand) == selection.AtHand((TAGS[2], TAGS[3], TAGS[0]), (TAGS[1],))
    store.write(lambda db: tag_use.pin(db, TAGS[3], on=False)).result()
    assert store.read(selection.at_hand).pinned == (TAGS[2], TAGS[0])
    known = {each.path: each for each in store.read(tag_use.known)}
    assert set(known) == {TAGS[0], TAGS[1], TAGS[2]}, "a tag that nobody carries, pins or made is not offered"
    assert known[TAGS[0]].photos == 1
    assert known[TAGS[0]].used_at > known[TAGS[1]].used_at
