"""Photo ids in the order they are shown, and where each of them is."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NO_ROW = -1
_FEW = 1000
"""Rows in which a photo is found by looking at each: the first page of a window does not wait for numpy."""


class Rows:
    """An unchanging list of distinct photo ids: 8 bytes for each, and 16 more once somebody asked for a row.

    A dict of 1,000,000 ids takes 100 MB; the sorted ids with their order take 16 MB, and looking up all rows of a
    selection is one call.
    """

    def __init__(self, ids: Sequence[int] = ()) -> None:
        self.ids = ids if isinstance(ids, array) and ids.typecode == "q" else array("q", ids)
        self._order: NDArray[np.intp] | None = None
        self._sorted: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def prepare(self) -> None:
        """Make what finding rows takes, which is 0.1 s for 1,000,000 photos; may be called in any thread."""
        if len(self) > _FEW:
            self._index()

    def row_of(self, photo_id: int) -> int:
        """The row of a photo, `NO_ROW` if it is not here."""
        if len(self) > _FEW:
            return int(self.rows_of((photo_id,))[0])
        return self.ids.index(photo_id) if photo_id in self.ids else NO_ROW

    def runs_of(self, photo_ids: Collection[int]) -> list[tuple[int, int]]:
        """Runs of neighbouring rows with these photos as (first, last), in ascending order."""
        if len(self) > _FEW:
            import numpy as np

            return ranges(self.rows_of(np.fromiter(photo_ids, dtype=np.int64, count=len(photo_ids))))
        runs: list[tuple[int, int]] = []
        for row, photo_id in enumerate(self.ids):
            if photo_id in photo_ids:
                first = runs.pop()[0] if runs and runs[-1][1] == row - 1 else row
                runs.append((first, row))
        return runs

    def rows_of(self, photo_ids: Sequence[int] | NDArray[np.int64]) -> NDArray[np.intp]:
        """The row of each photo in the order asked for, `NO_ROW` for those that are not here."""
        import numpy as np

        wanted = np.array(photo_ids, dtype=np.int64)
        if not self.ids:
            return np.full(len(wanted), NO_ROW, dtype=np.intp)
        order, ordered = self._index()
        places = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
        return np.where(ordered[places] == wanted, order[places], NO_ROW)

    def begins_with(self, other: Rows) -> bool:
        """Whether the ids of ``other`` come first here, in the same order."""
        return len(other) <= len(self) and self.ids[: len(other)] == other.ids

    def _index(self) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
        import numpy as np

        if self._order is None or self._sorted is None:
            ids = np.frombuffer(self.ids, dtype=np.int64)
            self._order = np.argsort(ids, kind="stable")
            self._sorted = ids[self._order]
        return self._order, self._sorted


def ranges(rows: NDArray[np.intp]) -> list[tuple[int, int]]:
    """Runs of neighbouring rows as (first, last), in ascending order; rows below zero are left out."""
    import numpy as np

    known = np.unique(rows[rows >= 0])
    if not len(known):
        return []
    breaks = np.flatnonzero(np.diff(known) > 1)
    firsts = np.concatenate(([0], breaks + 1))
    lasts = np.concatenate((breaks, [len(known) - 1]))
    return [(int(known[first]), int(known[last])) for first, last in zip(firsts, lasts, strict=True)]
