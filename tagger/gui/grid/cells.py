"""Where the cells of the grid are: arithmetic, so that 1,000,000 photos are laid out as fast as ten.

QListView walks all rows for every layout; its batched mode spreads that over time, but until the batch arrives the
cells have no place, and scrolling to them is lost. Cells of one size need neither.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect

PADDING_PX = 8


@dataclass(frozen=True, slots=True)
class Cells:
    """A grid of equal cells, in pixels from the top-left of its content.

    Attributes:
        count: Number of cells.
        width_px: Width that the columns share evenly.
        side_px: Side of the square for the photo.
        text_px: Height of the line below the photo, 0 for none.
        mirrored: Right-to-left.
    """

    count: int
    width_px: int
    side_px: int
    text_px: int = 0
    mirrored: bool = False

    @property
    def columns(self) -> int:
        """Cells beside each other, one at least."""
        return max(1, self.width_px // (self.side_px + 2 * PADDING_PX))

    @property
    def line_px(self) -> int:
        """Height of a cell."""
        return self.side_px + 2 * PADDING_PX + self.text_px

    @property
    def lines(self) -> int:
        """Cells below each other."""
        return -(-self.count // self.columns)

    @property
    def height_px(self) -> int:
        """Height of all."""
        return self.lines * self.line_px

    @property
    def heading_px(self) -> int:
        """Height of headings between the cells; there are none."""
        return 0

    def at_width(self, width_px: int) -> Cells:
        """The same cells in another width."""
        return replace(self, width_px=width_px)

    def rect(self, row: int) -> QRect:
        """The place of a cell."""
        line, column = divmod(row, self.columns)
        if self.mirrored:
            column = self.columns - 1 - column
        left, right = (edge * self.width_px // self.columns for edge in (column, column + 1))
        return QRect(left, line * self.line_px, right - left, self.line_px)

    def row_at(self, x_px: int, y_px: int) -> int | None:
        """The cell at a point, None where there is none."""
        if not (0 <= x_px < self.width_px and 0 <= y_px < self.height_px):
            return None
        row = self._line_at(y_px) * self.columns + self._column_at(x_px)
        return row if row < self.count else None

    def nearest_row(self, x_px: int, y_px: int) -> int:
        """The cell at a point, or the last one before it; 0 where there are none."""
        line = min(max(self._line_at(y_px), 0), max(self.lines - 1, 0))
        column = self._column_at(min(max(x_px, 0), max(self.width_px - 1, 0)))
        return max(min(line * self.columns + column, self.count - 1), 0)

    def moved(self, row: int, lines: int) -> int:
        """The cell so many lines below (or above), in the same column where there is one; over the edge it stops."""
        target = min(max(row // self.columns + lines, 0), self.lines - 1)
        return row if target == row // self.columns else min(target * self.columns + row % self.columns, self.count - 1)

    def rows_between(self, top_px: int, bottom_px: int) -> range:
        """The rows of every line that is touched from ``top_px`` to just above ``bottom_px``."""
        first = min(max(self._line_at(top_px), 0) * self.columns, self.count)
        last = min((self._line_at(bottom_px - 1) + 1) * self.columns, self.count)
        return range(first, max(first, last))

    def rows_in(self, rect: QRect) -> list[range]:
        """The rows of the cells that a rectangle touches, line by line."""
        columns = sorted(self._column_at(min(max(x, 0), self.width_px - 1)) for x in (rect.left(), rect.right()))
        touched = []
        for line in range(max(self._line_at(rect.top()), 0), min(self._line_at(rect.bottom()), self.lines - 1) + 1):
            first, last = (min(line * self.columns + column, self.count) for column in (columns[0], columns[1] + 1))
            if first < last:
                touched.append(range(first, last))
        return touched

    def _line_at(self, y_px: int) -> int:
        return y_px // self.line_px

    def _column_at(self, x_px: int) -> int:
        # The exact inverse of the rounding down in rect().
        column = min(((x_px + 1) * self.columns - 1) // max(self.width_px, 1), self.columns - 1)
        return self.columns - 1 - column if self.mirrored else column
