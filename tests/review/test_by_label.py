from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import Decision, Detection, PhotoReading, Stamp, TagPath
from tagger.review import by_label, undo
from tagger.review.by_label import History, Waiting
from tagger.review.decisions import decide
from tagger.store import Store, folders, photos, query, suggestions
from tagger.store.query import Condition

HERON, DOG = TagPath("Animal|Heron"), TagPath("Animal|Dog")
confidences = st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.62, 0.75, 1.0]) | st.floats(0, 1), max_size=30)


@pytest.fixture
def store(tmp_path):
    store = Store.open(tmp_path / "library.tagger")
    yield store
    store.close()


def fill(store, count=10, *, backend="one", name="heron", tag=HERON, hidden=False):
    """One photo and one suggestion each, the confidences rising from .0 in tenths."""

    def write(db):
        readings = [PhotoReading(f"/p/{backend}/{name}/{i}.jpg", Stamp(1, 1)) for i in range(count)]
        ids = photos.save_readings(db, folders.add_folder(db, "/p"), readings).added
        for i, photo_id in enumerate(ids):
            found = Detection(name, i / 10)
            label = suggestions.ensure_label(db, backend, found, tag, hidden=hidden)
            suggestions.insert(
                db, photo_id, label, found, operation="recognise", model="m", decision=Decision.SUGGESTED
            )
        return ids

    return store.write(write).result()


def states(store):
    rows = store.read(
        lambda db: db.conn.execute("SELECT decision FROM suggestions ORDER BY confidence DESC").fetchall()
    )
    return [decision for (decision,) in rows]


def test_labels_of_one_name_are_reviewed_together_the_fullest_first(store):
    fill(store, 3)
    fill(store, 4, backend="two", name="Heron")
    fill(store, 5, name="dog", tag=DOG)
    fill(store, 9, name="noise", tag=TagPath("Noise"), hidden=True)
    heron, dog = store.read(by_label.labels)
    assert (heron.key, heron.waiting, heron.backends, heron.tags) == ("heron", 7, ("one", "two"), (HERON,))
    assert (dog.key, dog.waiting) == ("dog", 5)
    assert len(store.read(lambda db: by_label.waiting(db, heron.ids))) == 7


def test_labels_that_lead_to_one_tag_are_reviewed_together_if_asked(store):
    fill(store, 3)
    fill(store, 4, name="egret")
    (heron,) = store.read(lambda db: by_label.labels(db, by_tag=True))
    assert (heron.name, heron.title, heron.waiting) == (HERON, "Heron", 7)


def test_a_search_narrows_what_is_reviewed(store):
    ids = fill(store, 6)
    scope = Condition(f"id IN ({ids[0]}, {ids[3]})")
    (heron,) = store.read(lambda db: by_label.labels(db, scope))
    assert heron.waiting == 2
    found = store.read(lambda db: by_label.waiting(db, heron.ids, scope))
    assert found.confidences.tolist() == [0.3, 0.0]
    real = query.parse("name:3").photos()
    assert store.read(lambda db: by_label.waiting(db, heron.ids, real)).confidences.tolist() == [0.3]


def test_nothing_waits_in_an_empty_library(store):
    assert store.read(by_label.labels) == []
    nothing = store.read(lambda db: by_label.waiting(db, []))
    assert len(nothing) == 0
    assert nothing.above(0.5) == 0
    assert nothing.threshold_after(3) == 1.0


@given(confidences, st.floats(0, 1))
def test_the_count_above_a_threshold_is_what_counting_says(values, threshold):
    found = Waiting.of(np.arange(len(values)), np.array(values, dtype=np.float64))
    assert found.above(threshold) == sum(value >= threshold for value in values)
    assert found.confidences.tolist() == sorted(values, reverse=True)
    assert found.histogram(50).sum() == len(values)


@given(confidences.filter(bool), st.integers(-1, 40))
def test_a_line_put_after_some_has_at_least_these_above_it(values, count):
    found = Waiting.of(np.arange(len(values)), np.array(values, dtype=np.float64))
    above = found.above(found.threshold_after(count))
    assert above >= min(max(count, 0), len(values))
    equal = values.count(found.confidences[above - 1]) if above else 0
    assert above - max(count, 0) < max(equal, 1)


@given(confidences, st.floats(0, 1), st.sets(st.integers(0, 40)), st.booleans())
def test_a_plan_decides_each_at_most_once(values, threshold, out, below):
    found = Waiting.of(np.arange(len(values)), np.array(values, dtype=np.float64))
    wanted = by_label.plan(found, threshold, out, reject_below=below)
    accepted, rejected = (set(wanted[each].tolist()) for each in (Decision.ACCEPTED, Decision.REJECTED))
    high = {i for i, value in enumerate(values) if value >= threshold}
    assert accepted == high - out
    assert rejected == (set(range(len(values))) - accepted if below else out & set(range(len(values))))


@given(confidences, st.data())
def test_the_share_accepted_is_what_counting_says(values, data):
    yes = data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values)))
    threshold = data.draw(st.floats(0, 1))
    known = History.of(np.array(values, dtype=np.float64), np.array(yes, dtype=np.bool_))
    high = [each for value, each in zip(values, yes, strict=True) if value >= threshold]
    assert known.at(threshold) == (sum(high), len(high))


def test_a_threshold_is_advised_where_nearly_all_were_accepted():
    values = np.linspace(0.99, 0.0, 100)
    known = History.of(values, values >= 0.5)
    assert known.advised_threshold() == pytest.approx(0.48, abs=0.01)
    assert History.of(values[:10], values[:10] > 0).advised_threshold() is None
    assert History.of(values, values < 0).advised_threshold() is None


@given(st.integers(0, 11), st.sets(st.integers(0, 9)), st.booleans())
def test_a_plan_is_one_step_that_undo_takes_back_exactly(threshold, out, below):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.tagger"
        store = Store.open(path)
        try:
            fill(store)
            found = store.read(lambda db: by_label.waiting(db, [1]))
            wanted = by_label.plan(found, threshold / 10, {int(found.ids[i]) for i in out}, reject_below=below)
            decided = store.write(lambda db: by_label.decide(db, "heron", wanted)).result()
            after = states(store)
            for place, state in enumerate(after):
                high = (9 - place) / 10 >= threshold / 10
                rejected = place in out or (below and not high)
                assert state == ("rejected" if rejected else "accepted" if high else "suggested")
            assert decided.suggestions == sum(state != "suggested" for state in after)
            store.close()
            store = Store.open(path)  # also after a restart
            undone = undo.undo(store)
            assert (undone is None) == (decided.suggestions == 0)
            assert states(store) == ["suggested"] * 10
            assert undo.undo(store) is None
            if undone is not None:
                undo.redo(store)
                assert states(store) == after
        finally:
            store.close()


def test_the_step_says_what_it_did(store):
    fill(store)
    found = store.read(lambda db: by_label.waiting(db, [1]))
    wanted = by_label.plan(found, 0.5, {int(found.ids[0])})
    store.write(lambda db: by_label.decide(db, "heron", wanted)).result()
    assert undo.undo(store).title == "accept 4, reject 1 × heron"


def test_what_the_user_decided_is_remembered_as_statistics(store):
    ids = fill(store)
    store.write(lambda db: decide(db, [1, 2], Decision.REJECTED)).result()
    store.write(lambda db: decide(db, [9, 10], Decision.ACCEPTED)).result()
    assert ids
    known = store.read(lambda db: by_label.history(db, [1]))
    assert known.at(0.5) == (2, 2)
    assert known.at(0.0) == (2, 4)


def test_a_rejection_on_sight_does_not_count_as_the_users(store):
    (photo_id,) = fill(store, 1)

    def insert(db):
        suggestions.insert(
            db, photo_id, 1, Detection("heron", 0.9), operation="r", model="m", decision=Decision.REJECTED
        )

    store.write(insert).result()
    assert store.read(lambda db: by_label.history(db, [1])).at(0.0) == (0, 0)
