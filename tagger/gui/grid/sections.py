"""Runs of photos under headings, and where the cells of the grid are then: still arithmetic, with one table of runs."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import QRect

from tagger.gui.grid.cells import Cells


class Sections:
    """Headings of consecutive rows, none of them empty; unchanging.

    Attributes:
        titles: What each heading says; taken over as it is.
        starts: The first row of each, and after the last one the number of all rows.
    """

    def __init__(self, titles: Sequence[str], counts: Sequence[int]) -> None:
        self.titles = titles
        self.starts = [0, *itertools.accumulate(counts)]

    def __len__(self) -> int:
        return len(self.titles)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sections) and (self.titles, self.starts) == (other.titles, other.starts)

    __hash__ = None  # type: ignore[assignment]

    def of(self, row: int) -> int:
        """The section that a row is in."""
        return min(max(bisect_right(self.starts, row) - 1, 0), len(self) - 1)

    def rows(self, section: int) -> range:
        """The rows of a section."""
        return range(self.starts[section], self.starts[section + 1])


@dataclass(frozen=True, eq=False)
class SectionedCells:
    """Equal cells in sections below each other, each with a heading over its whole width; see `Cells`.

    Attributes:
        sections: The rows, at least one section.
        cells: Sizes of a cell; its count is not used.
        heading_px: Height of a heading.
    """

    sections: Sections
    cells: Cells
    heading_px: int

    def __post_init__(self) -> None:
        import numpy as np

        counts = np.diff(np.array(self.sections.starts, dtype=np.int64))
        lines = -(-counts // self.cells.columns)
        # Plain lists: looking one number up in an array of NumPy takes ten times as long.
        first_lines = [0, *np.cumsum(lines).tolist()]
        tops = [0, *np.cumsum(lines * self.cells.line_px + self.heading_px).tolist()]
        object.__setattr__(self, "_first_lines", first_lines)
        object.__setattr__(self, "_tops", tops)

    _first_lines: ClassVar[Sequence[int]] = ()
    _tops: ClassVar[Sequence[int]] = ()

    @property
    def count(self) -> int:
        """Number of cells."""
        return self.sections.starts[-1]

    @property
    def columns(self) -> int:
        """Cells beside each other, one at least."""
        return self.cells.columns

    @property
    def line_px(self) -> int:
        """Height of a cell."""
        return self.cells.line_px

    @property
    def height_px(self) -> int:
        """Height of all, headings included."""
        return self._tops[-1]

    def at_width(self, width_px: int) -> SectionedCells:
        """The same cells in another width."""
        return replace(self, cells=self.cells.at_width(width_px))

    def rect(self, row: int) -> QRect:
        """The place of a cell."""
        section = self.sections.of(row)
        return self.cells.rect(row - self.sections.starts[section]).translated(0, self._body(section))

    def row_at(self, x_px: int, y_px: int) -> int | None:
        """The cell at a point, None where there is none, as on a heading."""
        if not 0 <= y_px < self.height_px:
            return None
        section = self._section_at(y_px)
        rows = self.sections.rows(section)
        row = replace(self.cells, count=len(rows)).row_at(x_px, y_px - self._body(section))
        return None if row is None else rows.start + row

    def nearest_row(self, x_px: int, y_px: int) -> int:
        """The cell at a point; on a heading the first below it, behind the end of a line the last before it."""
        if not self.count:
            return 0
        section = self._section_at(min(max(y_px, 0), self.height_px - 1))
        rows = self.sections.rows(section)
        local = replace(self.cells, count=len(rows))
        return rows.start + local.nearest_row(x_px, max(y_px - self._body(section), 0))

    def rows_between(self, top_px: int, bottom_px: int) -> range:
        """The rows of every line that is touched from ``top_px`` to just above ``bottom_px``."""
        if not self.count or bottom_px <= top_px or bottom_px <= 0 or top_px >= self.height_px:
            return range(0)
        first = self._section_at(max(top_px, 0))
        last = self._section_at(min(bottom_px, self.height_px) - 1)
        start = self._local(first).rows_between(top_px - self._body(first), self.height_px).start
        end = self._local(last).rows_between(0, bottom_px - self._body(last)).stop
        return range(self.sections.starts[first] + start, max(self.sections.starts[last] + end, 0))

    def rows_in(self, rect: QRect) -> list[range]:
        """The rows of the cells that a rectangle touches, line by line."""
        touched = []
        for section in self.headings_between(rect.top(), rect.bottom() + 1):
            start, body = self.sections.starts[section], self._body(section)
            for run in self._local(section).rows_in(rect.translated(0, -body)):
                touched.append(range(start + run.start, start + run.stop))
        return touched

    def moved(self, row: int, lines: int) -> int:
        """The cell so many lines below (or above), in the same column where there is one; over the edge it stops."""
        section = self.sections.of(row)
        line, column = divmod(row - self.sections.starts[section], self.columns)
        target = min(max(self._first_lines[section] + line + lines, 0), self._first_lines[-1] - 1)
        if target == self._first_lines[section] + line:
            return row
        there = bisect_right(self._first_lines, target) - 1
        rows = self.sections.rows(there)
        return min(rows.start + (target - self._first_lines[there]) * self.columns + column, rows.stop - 1)

    def headings_between(self, top_px: int, bottom_px: int) -> range:
        """The sections of which anything, heading or cells, lies between two heights."""
        if not self.count or bottom_px <= top_px or bottom_px <= 0 or top_px >= self.height_px:
            return range(0)
        return range(self._section_at(max(top_px, 0)), self._section_at(min(bottom_px, self.height_px) - 1) + 1)

    def heading_rect(self, section: int) -> QRect:
        """The place of a heading."""
        return QRect(0, self._tops[section], self.cells.width_px, self.heading_px)

    def stuck_rect(self, section: int, offset_px: int) -> QRect:
        """Where the heading is while the content is scrolled by ``offset_px``: at the top until the next pushes it."""
        top = min(max(self._tops[section], offset_px), self._tops[section + 1] - self.heading_px)
        return self.heading_rect(section).translated(0, top - self._tops[section])

    def heading_at(self, y_px: int, offset_px: int) -> int | None:
        """The section whose heading is at a height of the content, as it stands on screen; None for none."""
        if not 0 <= y_px < self.height_px:
            return None
        section = self._section_at(y_px)
        return section if self.stuck_rect(section, offset_px).contains(0, y_px) else None

    def _section_at(self, y_px: int) -> int:
        return min(bisect_right(self._tops, y_px) - 1, len(self.sections) - 1)

    def _body(self, section: int) -> int:
        return self._tops[section] + self.heading_px

    def _local(self, section: int) -> Cells:
        return replace(self.cells, count=len(self.sections.rows(section)))
