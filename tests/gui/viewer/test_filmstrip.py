from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tagger.gui.viewer.filmstrip import CELL_PX, Strip

strips = st.builds(
    Strip,
    count=st.integers(0, 1_000_000),
    width_px=st.integers(1, 6000),
    offset_px=st.integers(0, 1000),
    mirrored=st.booleans(),
)


@given(strips, st.integers(0, 100))
def test_a_cell_is_found_wherever_it_is_pointed_at(strip: Strip, place: int) -> None:
    rows = strip.rows()
    if len(rows):
        row = rows[place % len(rows)]
        rect = strip.rect(row)
        assert {strip.row_at(rect.left()), strip.row_at(rect.right()), strip.row_at(rect.center().x())} == {row}


@given(strips)
def test_only_what_is_in_view_is_painted_and_all_of_it(strip: Strip) -> None:
    rows = strip.rows()
    assert len(rows) <= strip.width_px // CELL_PX + 2
    for row in (rows.start - 1, rows.stop):
        if 0 <= row < strip.count:
            rect = strip.rect(row)
            assert rect.right() < 0 or rect.left() >= strip.width_px


@given(st.integers(1, 1_000_000), st.integers(CELL_PX, 4000), st.booleans(), st.data())
def test_a_row_is_put_into_the_middle_unless_the_line_ends(count: int, width: int, mirrored: bool, data) -> None:
    row = data.draw(st.integers(0, count - 1))
    strip = Strip(count, width, Strip(count, width, 0, mirrored).centring(row), mirrored)
    away = abs(strip.rect(row).center().x() - width // 2)
    at_an_end = strip.offset_px in (0, strip.length_px - width)
    assert away <= 1 or at_an_end
    assert 0 <= strip.rect(row).left() <= width - CELL_PX or strip.length_px < width
