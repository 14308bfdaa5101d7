"""Finding one's place in another list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.gui.grid import place, rows
from tagger.gui.grid.place import Place
from tagger.gui.grid.rows import NO_ROW, Rows

LISTS = st.lists(st.integers(1, 40), unique=True, max_size=30)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_CLOSE", 3)
    monkeypatch.setattr(rows, "_FEW", 2)


@given(LISTS.filter(bool), LISTS, st.integers(0, 29))
def test_the_nearest_photo_that_stayed_is_current(before: list[int], now: list[int], row: int) -> None:
    row %= len(before)
    found = Place(Rows(before), row, [], range(0), 0).current_in(Rows(now))
    stayed = [each for each in (*before[row:], *reversed(before[:row])) if each in now]
    if not now:
        assert found == NO_ROW
    elif stayed:
        assert found == now.index(stayed[0])
    else:
        assert found == min(row, len(now) - 1)


@given(LISTS, LISTS)
def test_prepared_rows_find_the_same(ids: list[int], wanted: list[int]) -> None:
    prepared = Rows(ids)
    prepared.prepare()
    assert [prepared.row_of(each) for each in wanted] == [ids.index(each) if each in ids else NO_ROW for each in wanted]
