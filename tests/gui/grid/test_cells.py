from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from tagger.gui.grid.cells import Cells

CELLS = st.builds(
    Cells,
    count=st.integers(1, 3000),
    width_px=st.integers(1, 2600),
    side_px=st.integers(128, 512),
    text_px=st.integers(0, 40),
    mirrored=st.booleans(),
)


@given(CELLS, st.data())
def test_every_point_of_a_cell_is_that_cell(cells, data):
    row = data.draw(st.integers(0, cells.count - 1))
    rect = cells.rect(row)
    x = data.draw(st.integers(rect.left(), rect.right()))
    y = data.draw(st.integers(rect.top(), rect.bottom()))
    assert cells.row_at(x, y) == row


@given(CELLS, st.integers(-500, 50_000), st.integers(1, 3000))
def test_rows_between_are_just_those_that_are_touched(cells, top, height):
    touched = set(cells.rows_between(top, top + height))
    rects = {row: cells.rect(row) for row in range(cells.count)}
    near = {row for row, rect in rects.items() if rect.bottom() >= top and rect.top() < top + height}
    assert touched == near


@given(CELLS, st.integers(0, 2600), st.integers(0, 9000), st.integers(0, 1500), st.integers(0, 1500))
def test_rows_in_a_rectangle_are_those_that_meet_it(cells, x, y, width, height):
    rect = QRect(min(x, cells.width_px - 1), y, width + 1, height + 1)
    met = {row for row in range(cells.count) if cells.rect(row).intersects(rect)}
    assert {row for run in cells.rows_in(rect) for row in run} == met


def test_the_columns_share_the_width_evenly():
    cells = Cells(count=100, width_px=1000, side_px=128)
    widths = [cells.rect(row).width() for row in range(cells.columns)]
    assert (cells.columns, sum(widths)) == (6, 1000)
    assert max(widths) - min(widths) <= 1


def test_nothing_is_where_no_cell_is():
    cells = Cells(count=5, width_px=600, side_px=128)
    for point in (QPoint(-1, 0), QPoint(0, -1), QPoint(600, 0), QPoint(590, 200), QPoint(0, 5000)):
        assert cells.row_at(point.x(), point.y()) is None
    assert Cells(0, 600, 128).height_px == 0
