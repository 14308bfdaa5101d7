"""Cells under headings: every place belongs to one row, and every row has one place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from tagger.gui.grid.cells import Cells
from tagger.gui.grid.sections import SectionedCells, Sections

LAYOUTS = st.builds(
    lambda counts, width, side, text, mirrored, heading: SectionedCells(
        Sections([str(each) for each in range(len(counts))], counts),
        Cells(sum(counts), width, side, text, mirrored),
        heading,
    ),
    st.lists(st.integers(1, 30), min_size=1, max_size=12),
    st.integers(1, 900),
    st.integers(10, 300),
    st.integers(0, 30),
    st.booleans(),
    st.integers(1, 40),
)


@given(LAYOUTS)
def test_a_row_is_found_at_its_place(cells: SectionedCells) -> None:
    for row in range(cells.count):
        rect = cells.rect(row)
        if not rect.isEmpty():
            for point in (rect.topLeft(), rect.bottomRight(), rect.center()):
                assert cells.row_at(point.x(), point.y()) == row
                assert cells.nearest_row(point.x(), point.y()) == row
            assert row in cells.rows_between(rect.top(), rect.top() + 1)


@given(LAYOUTS)
def test_headings_and_cells_share_the_height(cells: SectionedCells) -> None:
    bottom = 0
    for number in range(len(cells.sections)):
        heading = cells.heading_rect(number)
        assert heading.top() == bottom
        assert cells.row_at(0, heading.top()) is None
        rows = cells.sections.rows(number)
        assert cells.rect(rows.start).top() == heading.bottom() + 1
        bottom = cells.rect(rows.stop - 1).bottom() + 1
        assert {cells.sections.of(row) for row in rows} == {number}
    assert bottom == cells.height_px


@given(LAYOUTS, st.integers(-50, 3000), st.integers(1, 800))
def test_the_rows_between_two_heights_are_those_that_lie_there(cells: SectionedCells, top: int, height: int) -> None:
    found = cells.rows_between(top, top + height)
    expected = [row for row in range(cells.count) if _overlaps(cells.rect(row), top, top + height)]
    assert list(found) == expected


@given(LAYOUTS, st.integers(-10, 900), st.integers(-10, 3000), st.integers(1, 500), st.integers(1, 900))
def test_the_rows_in_a_rectangle(cells: SectionedCells, x: int, y: int, width: int, height: int) -> None:
    rect = QRect(x, y, width, height)
    found = [row for run in cells.rows_in(rect) for row in run]
    assert found == sorted(set(found))
    expected = {row for row in range(cells.count) if cells.rect(row).intersects(rect)}
    assert expected <= set(found)


@given(LAYOUTS, st.integers(0, 400), st.integers(-20, 20))
def test_moving_by_lines(cells: SectionedCells, row: int, lines: int) -> None:
    row %= cells.count
    target = cells.moved(row, lines)
    assert 0 <= target < cells.count
    below = cells.rect(target).top() - cells.rect(row).top()
    assert below * lines >= 0
    if lines == 1 and target != row:
        between = cells.rows_between(cells.rect(row).bottom() + 1, cells.rect(target).top())
        assert len(between) == 0, "no line was left out"


@given(LAYOUTS, st.integers(0, 3000))
def test_the_heading_of_what_is_at_the_top_sticks_there(cells: SectionedCells, offset: int) -> None:
    offset = min(offset, cells.height_px - 1)
    section = cells.headings_between(offset, offset + 1).start
    stuck = cells.stuck_rect(section, offset)
    assert stuck.top() <= offset or stuck == cells.heading_rect(section)
    assert stuck.top() >= cells.heading_rect(section).top()
    if section + 1 < len(cells.sections):
        assert not stuck.intersects(cells.heading_rect(section + 1))
    if stuck.top() <= offset <= stuck.bottom():
        assert cells.heading_at(offset, offset) == section


@given(st.integers(1, 500), st.integers(1, 900), st.integers(0, 500), st.integers(-30, 30))
def test_one_section_moves_as_none(count: int, width: int, row: int, lines: int) -> None:
    plain = Cells(count, width, 100)
    assert SectionedCells(Sections(["all"], [count]), plain, 30).moved(row % count, lines) == plain.moved(
        row % count, lines
    )


def _overlaps(rect: QRect, top: int, bottom: int) -> bool:
    return rect.top() < bottom and rect.bottom() + 1 > top
