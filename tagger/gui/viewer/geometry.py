"""Where a pointer hits and where label plates go: pure functions, tested without a widget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tagger.entities import Box, SuggestionId


class Rect(NamedTuple):
    """A rectangle in view pixels by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Right minus left."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Bottom minus top."""
        return self.bottom - self.top

    def meets(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def clipped(self, other: Rect) -> Rect:
        """The part inside ``other``; empty (no width or height) where they do not meet."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Rect(left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom)))


def hits(
    boxes: Sequence[tuple[SuggestionId, Box]],
    x: float,
    y: float,
    *,
    least: tuple[float, float] = (0.0, 0.0),
    edge: tuple[float, float] = (0.0, 0.0),
    current: SuggestionId | None = None,
) -> list[SuggestionId]:
    """The boxes under a point: those whose line is there, then the others, the smallest first.

    So a small box is reachable under or over a big one, and a big one that is full of others by its line.

    Args:
        boxes: What can be hit, in the order it is painted.
        x: Horizontal place as a fraction of the photo.
        y: Vertical place as a fraction of the photo.
        least: Width and height, as fractions, that a smaller box is hit with; pass the zoom in this way.
        edge: How far from its line, as fractions, a box is hit by it; a box smaller than ``least`` has only a body.
        current: Comes first among boxes of one size; after it the one painted last.
    """
    found = [
        (not _on_line(box, x, y, least, edge), box.area, identity != current, -place, identity)
        for place, (identity, box) in enumerate(boxes)
        if _within(box.x, box.w, x, max(least[0], box.w + 2 * edge[0]))
        and _within(box.y, box.h, y, max(least[1], box.h + 2 * edge[1]))
    ]
    return [identity for *_, identity in sorted(found)]


def after(found: Sequence[SuggestionId], current: SuggestionId | None) -> SuggestionId | None:
    """The one under ``current`` in a pile of hits, back to the first at its end; None where nothing was hit."""
    if not found:
        return None
    return found[(found.index(current) + 1) % len(found)] if current in found else found[0]


def place_plates(
    boxes: Sequence[Rect], sizes: Sequence[tuple[float, float]], bounds: Rect
) -> list[tuple[float, float] | None]:
    """Top-left corners of label plates, in the order given, which is the order of importance.

    A plate stands at the top-left of its box, never outside ``bounds``. One that would cover an earlier plate moves to
    another edge of its box; where all are taken it is left out (None), as it is for a box that is not in view.

    Args:
        boxes: Boxes in view pixels.
        sizes: Width and height of each plate in view pixels.
        bounds: The part of the photo that can be seen, in view pixels.
    """
    taken = _Taken()
    places: list[tuple[float, float] | None] = []
    for box, size in zip(boxes, sizes, strict=True):
        seen = box.clipped(bounds)
        if seen.width <= 0 or seen.height <= 0:
            places.append(None)
            continue
        plates = (_inside(corner, size, bounds) for corner in _corners(seen, size))
        free = next((plate for plate in plates if not taken.meets(plate)), None)
        if free is not None:
            taken.add(free)
        places.append((free.left, free.top) if free is not None else None)
    return places


def _within(start: float, length: float, value: float, least: float) -> bool:
    slack = max(0.0, least - length) / 2
    return start - slack <= value <= start + length + slack


def _on_line(box: Box, x: float, y: float, least: tuple[float, float], edge: tuple[float, float]) -> bool:
    if box.w <= least[0] or box.h <= least[1] or edge == (0.0, 0.0):
        return False
    across = min(abs(x - box.x), abs(x - box.x - box.w)) <= edge[0]
    down = min(abs(y - box.y), abs(y - box.y - box.h)) <= edge[1]
    return across or down


def _corners(box: Rect, size: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Places for a plate from best to worst; on a box hardly larger than the plate it stands outside first."""
    width, height = size
    above, below = (box.left, box.top - height), (box.left, box.bottom)
    roomy = box.height >= 2.5 * height and box.width >= width
    yield from ((box.left, box.top), above) if roomy else (above, below, (box.left, box.top))
    yield from ((box.left, box.bottom - height), (box.right - width, box.top), below)


def _inside(corner: tuple[float, float], size: tuple[float, float], bounds: Rect) -> Rect:
    left = max(min(corner[0], bounds.right - size[0]), bounds.left)
    top = max(min(corner[1], bounds.bottom - size[1]), bounds.top)
    return Rect(left, top, left + size[0], top + size[1])


class _Taken:
    """Plates placed so far, looked up by cell: comparing each with each takes too long at 300 boxes."""

    _CELL_PX = 64.0

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}

    def add(self, plate: Rect) -> None:
        for cell in self._under(plate):
            self._cells.setdefault(cell, []).append(plate)

    def meets(self, plate: Rect) -> bool:
        return any(plate.meets(other) for cell in self._under(plate) for other in self._cells.get(cell, ()))

    def _under(self, plate: Rect) -> Iterator[tuple[int, int]]:
        for column in range(int(plate.left // self._CELL_PX), int(plate.right // self._CELL_PX) + 1):
            for row in range(int(plate.top // self._CELL_PX), int(plate.bottom // self._CELL_PX) + 1):
                yield column, row
