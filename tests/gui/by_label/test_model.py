from __future__ import annotations

import builtins

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from tagger.entities import PhotoId, PhotoState, SuggestionId
from tagger.gui.by_label.line import is_on, line_before, row_for
from tagger.gui.by_label.model import CropModel, CropRole, Fate
from tagger.gui.grid.cells import Cells
from tagger.review.by_label import Shown, Waiting
from tests import pace

pytestmark = pytest.mark.usefixtures("qapp")


def waiting(count: int, first: int = 1) -> Waiting:
    return Waiting.of(np.arange(first, first + count), np.linspace(0.99, 0.2, count))


def answer(ids, done):
    done([Shown(SuggestionId(i), PhotoId(i), f"/p/{i}", f"{i}.jpg", PhotoState.OK, 9, 9, 0.5, "b", None) for i in ids])


def made(count: int = 10, threshold: float = 0.5) -> CropModel:
    model = CropModel(answer)
    model.show(waiting(count), threshold)
    return model


def test_qt_finds_no_fault_with_the_model(qtmodeltester):
    model = made(300)
    qtmodeltester.check(model)
    model.turn_out([(2, 5)])
    model.set_reversed(True)
    qtmodeltester.check(model)


def test_looking_opens_no_file(monkeypatch):
    model = made()
    monkeypatch.setattr(builtins, "open", lambda *args, **more: pytest.fail("opened"))
    roles = [*Qt.ItemDataRole, *CropRole]
    assert [model.data(model.index(row), role) for row in range(10) for role in roles]


@settings(max_examples=60)
@given(
    st.integers(1, 30),
    st.lists(
        st.one_of(
            st.tuples(st.just("line"), st.floats(0, 1)),
            st.tuples(st.just("turn"), st.integers(0, 29), st.integers(0, 29)),
            st.tuples(st.just("reverse")),
        ),
        max_size=8,
    ),
)
def test_whatever_is_pressed_the_counts_are_those_of_the_cells(count, steps):
    model, out = made(count), set()
    for step in steps:
        if step[0] == "line":
            model.set_threshold(step[1])
        elif step[0] == "reverse":
            model.set_reversed(not model.reversed)
        else:
            first, last = sorted(min(each, count - 1) for each in step[1:])
            ids = {model.id_at(row) for row in range(first, last + 1)}
            out = out - ids if ids <= out else out | ids
            model.turn_out([(first, last)])
    fates = [model.fate_at(row) for row in range(count)]
    high = [model.confidence_at(row) >= model.threshold for row in range(count)]
    assert {model.id_at(row) for row in range(count) if fates[row] is Fate.OUT} == out == set(model.taken_out.tolist())
    assert model.above == sum(high)
    assert model.accepted == fates.count(Fate.ACCEPT)
    assert [fate is not Fate.LEAVE for fate in fates] == [
        above or model.id_at(row) in out for row, above in enumerate(high)
    ]
    assert model.threshold_before(model.line_row) >= model.threshold or not model.above


def test_what_was_taken_out_stays_out_if_it_is_still_there():
    model = made(5)
    model.turn_out([(0, 1)])
    model.show(waiting(5, first=2), 0.4, model.taken_out)
    assert model.taken_out.tolist() == [2]


def test_a_million_is_shown_and_turned_at_once():
    model = made(1_000_000)

    def turn() -> None:
        model.set_threshold(0.3)
        model.turn_out([(0, 999_999)])

    assert pace.units(turn, 1) < 20
    assert model.out == 1_000_000
    assert model.data(model.index(500_000), CropRole.FATE) == Fate.OUT


cells = st.builds(Cells, st.integers(0, 60), st.integers(150, 900), st.just(100), st.just(20), mirrored=st.booleans())


@given(cells, st.integers(0, 60))
def test_dragging_the_line_to_where_it_is_drawn_leaves_it_there(grid, row):
    row = min(row, grid.count)
    corners = line_before(grid, row)
    middle = (corners[len(corners) // 2 - 1] + corners[len(corners) // 2]) / 2
    assert is_on(corners, middle)
    if len(corners) == 4 and row < grid.count:
        assert row_for(grid, middle) == row
    for before in range(row):
        if before // grid.columns == row // grid.columns:
            assert grid.rect(before).center().x() < middle.x() or grid.mirrored
    assert 0 <= row_for(grid, QPoint(10_000, 10_000)) <= grid.count
