"""Where somebody was in a list of photos, to be found again in another list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tagger.gui.grid.rows import NO_ROW, Rows, ranges

_CLOSE = 256


@dataclass(frozen=True, slots=True)
class Place:
    """Current photo, selection and scroll place of a list that is about to be replaced.

    Attributes:
        rows: The list.
        current: Row of the current photo, negative for none.
        selection: Selected runs as (first, last).
        visible: The rows on screen.
        offset_px: How far the top of the screen was below the top of the first visible row.
    """

    rows: Rows
    current: int
    selection: Sequence[tuple[int, int]]
    visible: range
    offset_px: int

    def selection_in(self, now: Rows) -> list[tuple[int, int]]:
        """The selected photos that are still there, as runs of the new list."""
        parts = [self.rows.ids[first : last + 1] for first, last in self.selection]
        if not parts:
            return []
        import numpy as np

        return ranges(now.rows_of(np.concatenate([np.array(part, dtype=np.int64) for part in parts])))

    def current_in(self, now: Rows) -> int:
        """The current photo; if it is gone the next one that stayed, or the one before. `NO_ROW` if there was none."""
        if self.current < 0 or not len(now):
            return NO_ROW
        return self._nearest(self.current, now)

    def top_in(self, now: Rows) -> tuple[int, int]:
        """The row for the top of the screen and the distance below it, `NO_ROW` if nothing on screen stayed."""
        if not self.visible or not len(now):
            return NO_ROW, 0
        import numpy as np

        stayed = now.rows_of(self.rows.ids[self.visible.start : self.visible.stop])
        known = np.flatnonzero(stayed >= 0)
        if not len(known):
            return NO_ROW, 0
        return int(stayed[known[0]]), self.offset_px if known[0] == 0 else 0

    def _nearest(self, row: int, now: Rows) -> int:
        import numpy as np

        close = now.rows_of(self.rows.ids[row : row + _CLOSE])
        if len(known := close[close >= 0]):
            return int(known[0])
        # Rather than asking for each photo of the old list whether it is in the new one, which may have few.
        before = self.rows.rows_of(now.ids)
        after = np.flatnonzero(before >= row)
        if len(after):
            return int(after[np.argmin(before[after])])
        return int(np.argmax(before)) if (before >= 0).any() else min(row, len(now) - 1)
