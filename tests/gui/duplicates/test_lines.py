from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from tagger.gui.duplicates.lines import Lines, places


@given(width=st.integers(300, 3000), count=st.integers(2, 400), current=st.integers(0, 399), mirrored=st.booleans())
def test_the_current_photo_has_a_place_and_none_overlap(width: int, count: int, current: int, mirrored: bool) -> None:
    row, current = QRect(0, 40, width, 120), min(current, count - 1)
    where = places(row, count, current, mirrored=mirrored)
    shown = range(where.first, where.first + len(where.thumbnails))
    assert current in shown
    assert shown.stop + where.more == count
    for place, square in enumerate(where.thumbnails):
        assert not square.intersects(where.words)
        assert not any(square.intersects(other) for other in where.thumbnails[place + 1 :])
    if len(where.thumbnails) > 1:
        assert all(row.contains(square) for square in where.thumbnails)


def test_a_million_groups_are_laid_out_by_arithmetic() -> None:
    lines = Lines(1_000_000, 1000, 96)
    assert lines.columns == 1
    assert lines.row_at(500, lines.rect(654_321).center().y()) == 654_321
    assert lines.rows_between(lines.rect(10).top(), lines.rect(12).top()) == range(10, 12)
