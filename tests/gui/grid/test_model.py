from __future__ import annotations

import builtins
import itertools
import os
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QModelIndex, Qt

from tagger.entities import PhotoId, PhotoState, PhotoSummary
from tagger.gui.grid.model import GridModel, GridRole
from tagger.gui.grid.rows import NO_ROW, Rows, ranges
from tests.gui.grid.photos import Library, summary

DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
IDS = st.lists(st.integers(min_value=-(2**63), max_value=2**63 - 1), unique=True, max_size=60)


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def model(qtbot, library):
    return GridModel(library.fetch)


def arrived(qtbot, model, row):
    qtbot.waitUntil(lambda: model.summary_at(row) is not None)


@given(IDS)
def test_row_of_is_the_inverse_of_id_at(ids):
    rows = Rows(ids)
    assert [rows.row_of(each) for each in ids] == list(range(len(ids)))
    assert list(rows.rows_of(ids)) == list(range(len(ids)))


@given(IDS, st.integers(min_value=-(2**63), max_value=2**63 - 1))
def test_an_unknown_photo_has_no_row(ids, other):
    assert Rows(ids).row_of(other) == (ids.index(other) if other in ids else NO_ROW)


@given(st.sets(st.integers(min_value=-1, max_value=300)))
def test_ranges_hold_just_the_rows(rows):
    import numpy as np

    runs = ranges(np.array(sorted(rows), dtype=np.intp))
    assert {row for first, last in runs for row in range(first, last + 1)} == rows - {-1}
    assert all(before[1] + 1 < after[0] for before, after in itertools.pairwise(runs))


@given(IDS, IDS)
def test_begins_with(first, second):
    assert Rows(first + [each for each in second if each not in first]).begins_with(Rows(first))
    assert Rows(first).begins_with(Rows(second)) == (first[: len(second)] == second)


def test_model_keeps_the_rules_of_qt(qtmodeltester, model):
    model.set_ids(range(600))
    qtmodeltester.check(model)
    model.set_ids(range(1000))
    model.set_ids([5, 3])
    model.set_ids([])


def test_names_come_later_by_chunk(qtbot, model, library):
    model.set_ids(range(10, 1000))
    assert model.data(model.index(300), DISPLAY) is None
    assert library.fetched == []  # not while somebody looks
    arrived(qtbot, model, 300)
    assert model.data(model.index(300), DISPLAY) == "IMG_310.jpg"
    assert library.fetched == [list(range(266, 522))]


def test_a_chunk_on_its_way_is_not_asked_for_again(qtbot, model, library):
    model.set_ids(range(100))
    for row in range(100):
        model.summary_at(row)
    arrived(qtbot, model, 3)
    for row in range(100):
        model.summary_at(row)
    qtbot.wait(30)
    assert len(library.fetched) == 1


def test_dragging_the_scroll_bar_over_everything_fetches_little(qtbot, model, library):
    model.set_ids(range(100_000))
    for row in range(0, 100_000, 100):
        model.summary_at(row)
    arrived(qtbot, model, 99_900)
    qtbot.wait(50)
    assert sum(map(len, library.fetched)) <= 10 * 256


def test_a_photo_without_answer_is_not_asked_for_for_ever(qtbot, model, library):
    library.gone = {7}
    model.set_ids(range(20))
    model.summary_at(7)
    arrived(qtbot, model, 6)
    assert model.summary_at(7) is None
    qtbot.wait(30)
    assert len(library.fetched) == 1


def test_refresh_asks_only_for_what_is_known_and_shows_the_old_until_then(qtbot, model, library):
    model.set_ids(range(1000))
    model.summary_at(0)
    arrived(qtbot, model, 0)
    library.suggested = 1
    library.fetched.clear()
    model.refresh(range(250, 1000))
    assert sorted(library.fetched[0]) == list(range(250, 256))
    assert model.summary_at(251).suggested == 3
    qtbot.waitUntil(lambda: model.summary_at(251).suggested == 1)


def test_an_answer_from_before_a_refresh_does_not_win(qtbot):
    pending = []
    model = GridModel(lambda ids, done: pending.append((ids, done)))
    model.set_ids([1])
    model.summaries_arrived([summary(1, 9)])
    model.refresh([1])
    model.refresh([1])
    (_ids, early), (_same, late) = pending
    late([summary(1, 2)])
    early([summary(1, 8)])
    assert model.summary_at(0).suggested == 2


def test_changes_are_told_together(qtbot, model):
    model.set_ids(range(500))
    told = []
    model.dataChanged.connect(lambda first, last, roles: told.append((first.row(), last.row(), roles)))
    for photo_id in range(100, 200):
        model.thumbnails_arrived([photo_id])
    model.thumbnails_arrived([7, 9999])
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    decoration = [Qt.ItemDataRole.DecorationRole]
    assert told == [(7, 7, decoration), (100, 199, decoration)]


def test_adding_at_the_end_resets_nothing(qtbot, model):
    model.set_ids([1, 2])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        model.set_ids([1, 2, 3])
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_ids(array("q", [1, 2, 3]))
    with qtbot.waitSignal(model.modelReset):
        model.set_ids([1, 3])


def test_looking_opens_no_file(qtbot, model, monkeypatch):
    model.set_ids(range(50))
    model.summaries_arrived([summary(3)])

    def refuse(*arguments, **_more):
        raise AssertionError(f"opened {arguments}")

    roles = [*Qt.ItemDataRole, *GridRole]
    with monkeypatch.context() as patch:
        for place, name in ((builtins, "open"), (os, "open"), (Image, "open")):
            patch.setattr(place, name, refuse)
        for row in range(50):
            for role in roles:
                model.data(model.index(row), role)
    assert model.data(QModelIndex(), DISPLAY) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (PhotoSummary(PhotoId(1), "IMG_1.jpg", PhotoState.OK, 2, 3), "IMG_1.jpg, 3 suggestions, 2 stars"),
        (PhotoSummary(PhotoId(1), "a.jpg", PhotoState.OK, 1, 1), "a.jpg, 1 suggestion, 1 star"),
        (PhotoSummary(PhotoId(1), "a.jpg", PhotoState.OK, -1, 0, 4), "a.jpg, reviewed, rejected"),
        (PhotoSummary(PhotoId(1), "a.jpg", PhotoState.UNREADABLE), "a.jpg, unreadable"),
        (PhotoSummary(PhotoId(1), "a.jpg", PhotoState.MISSING, 0), "a.jpg, missing"),
    ],
)
def test_what_a_screen_reader_says(model, given, said):
    model.set_ids([1])
    model.summaries_arrived([given])
    assert model.data(model.index(0), SPOKEN) == said
