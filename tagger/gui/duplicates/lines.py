"""Where rows of full width are, and the thumbnails in them: arithmetic, whatever the number of groups."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from tagger.gui.grid.cells import Cells

THUMBNAIL_PX = 96
INSET_PX = 12
GAP_PX = 8
_LEAST_WORDS_PX, _MOST_WORDS_PX = 220, 340


@dataclass(frozen=True, slots=True)
class Lines(Cells):
    """Cells of which one is in each line."""

    @property
    def columns(self) -> int:
        """One."""
        return 1

    @property
    def line_px(self) -> int:
        """Height of a row."""
        return self.side_px + 2 * INSET_PX


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The places in one row.

    Attributes:
        words: Where the words are.
        thumbnails: A square for each photo that has room, from where one begins to read.
        first: Which of the photos is in the first square.
        more: How many photos behind the last square have no room.
    """

    words: QRect
    thumbnails: tuple[QRect, ...]
    first: int
    more: int


def places(row: QRect, count: int, current: int = 0, *, mirrored: bool = False) -> RowPlaces:
    """Where everything is in a row.

    Args:
        row: The row.
        count: Photos of the group.
        current: The photo that has to be seen.
        mirrored: Right-to-left.
    """
    side = row.height() - 2 * INSET_PX
    inner = row.adjusted(INSET_PX, INSET_PX, -INSET_PX, -INSET_PX)
    words_px = min(max(inner.width() // 3, _LEAST_WORDS_PX), _MOST_WORDS_PX)
    room = inner.width() - words_px - 2 * GAP_PX
    fit = max(1, (room + GAP_PX) // (side + GAP_PX))
    first = max(0, min(current - fit + 1, count - fit))
    squares = tuple(
        _at(inner, words_px + 2 * GAP_PX + place * (side + GAP_PX), side, mirrored=mirrored)
        for place in range(min(fit, count))
    )
    return RowPlaces(_at(inner, 0, words_px, mirrored=mirrored), squares, first, max(0, count - first - fit))


def _at(inner: QRect, offset: int, width: int, *, mirrored: bool) -> QRect:
    left = inner.right() + 1 - offset - width if mirrored else inner.left() + offset
    return QRect(left, inner.top(), width, inner.height())
