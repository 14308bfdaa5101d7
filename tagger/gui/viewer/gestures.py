"""What a pointer grabs and what dragging does to a box: pure functions on fractions of the photo, without Qt.

Lengths on screen come in by a `Scale`, so that handles and lines are as easy to grab at any zoom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tagger.entities import Box, SuggestionId
from tagger.gui.viewer.geometry import Rect

HANDLE_PX = 12.0
"""Side of the field in which a handle is grabbed; it is painted smaller."""

EDGE_PX = 8.0
"""Width of the field in which a line is grabbed."""

LEAST_PX = 6.0
"""No gesture makes a box smaller than this on screen, nor larger where it was smaller already."""

_OUTWARD_PX = 5.0
"""How far the handles of a box that is hardly larger than they are stand outside it."""


class Handle(StrEnum):
    """What of a box is dragged to change its size."""

    NORTH_WEST = "nw"
    NORTH = "n"
    NORTH_EAST = "ne"
    EAST = "e"
    SOUTH_EAST = "se"
    SOUTH = "s"
    SOUTH_WEST = "sw"
    WEST = "w"

    @property
    def across(self) -> int:
        """-1 for the left side, 1 for the right one, 0 for neither."""
        return ("e" in self.value) - ("w" in self.value)

    @property
    def down(self) -> int:
        """-1 for the upper side, 1 for the lower one, 0 for neither."""
        return ("s" in self.value) - ("n" in self.value)


@dataclass(frozen=True, slots=True)
class Scale:
    """How large the photo is on screen.

    Attributes:
        width, height: Of the photo on screen, in view pixels.
    """

    width: float
    height: float

    def across(self, px: float) -> float:
        """A level length in view pixels as a fraction of the photo."""
        return px / self.width

    def down(self, px: float) -> float:
        """An upright length in view pixels as a fraction of the photo."""
        return px / self.height


@dataclass(frozen=True, slots=True)
class Target:
    """What would be dragged: a handle (or line) of a box, or all of it where ``handle`` is None."""

    identity: SuggestionId
    handle: Handle | None


def target(
    boxes: Sequence[tuple[SuggestionId, Box]], x: float, y: float, scale: Scale, selected: SuggestionId | None
) -> Target | None:
    """What dragging from a point takes hold of: of the selected box the handles, then its lines, then its inside.

    Other boxes are selected first, by a click; see `tagger.gui.viewer.geometry.hits` for their order.
    """
    box = next((each for identity, each in boxes if identity == selected), None)
    if box is None or selected is None:
        return None
    handle = handle_at(box, x, y, scale)
    if handle is not None:
        return Target(selected, handle)
    inside = box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h
    return Target(selected, None) if inside else None


def handle_at(box: Box, x: float, y: float, scale: Scale) -> Handle | None:
    """The handle or line of a box at a point: corners, then sides. Inside a tiny box there is none, to move it."""
    width, height = box.w * scale.width, box.h * scale.height
    right, down = (x - box.x) * scale.width, (y - box.y) * scale.height
    for reach in (HANDLE_PX / 2, EDGE_PX / 2):
        across = _side(right, width, reach)
        along = _side(down, height, reach)
        if across is None or along is None:
            continue
        if across and along:
            return _HANDLES[across, along]
        if reach == EDGE_PX / 2 and (across or along):
            return _HANDLES[across, along]
        if (across and abs(down - height / 2) <= reach) or (along and abs(right - width / 2) <= reach):
            return _HANDLES[across, along]
    return None


def handle_places(rect: Rect) -> Iterator[tuple[Handle, float, float]]:
    """Where the handles of a box on screen have their centres; those between the corners only where there is room."""
    across, along = outward(rect.width), outward(rect.height)
    for handle in Handle:
        if (handle.across == 0 and rect.width < 4 * HANDLE_PX) or (handle.down == 0 and rect.height < 4 * HANDLE_PX):
            continue
        x = (rect.left + rect.right) / 2 + handle.across * (rect.width / 2 + across)
        y = (rect.top + rect.bottom) / 2 + handle.down * (rect.height / 2 + along)
        yield handle, x, y


def outward(side_px: float) -> float:
    """How far outside a box with a side of this length its handles stand."""
    return _OUTWARD_PX if side_px < 2 * HANDLE_PX else 0.0


def moved(box: Box, dx: float, dy: float) -> Box:
    """The box shifted, as far as the photo reaches."""
    return Box(_within(box.x + dx, 0.0, 1.0 - box.w), _within(box.y + dy, 0.0, 1.0 - box.h), box.w, box.h)


def resized(
    box: Box, handle: Handle, dx: float, dy: float, scale: Scale, *, keep_aspect: bool = False, centred: bool = False
) -> Box:
    """The box with a handle dragged, on the photo and never turned inside out.

    Args:
        box: As it was when the drag began.
        handle: What is dragged.
        dx: How far right, as a fraction of the photo.
        dy: How far down.
        scale: For the least size.
        keep_aspect: Keep the proportion of width and height.
        centred: Let the opposite side give way as well, so that the middle stays.
    """
    across, down = handle.across, handle.down
    least = min(scale.across(LEAST_PX), box.w), min(scale.down(LEAST_PX), box.h)
    room = _room(box.x, box.w, across, centred), _room(box.y, box.h, down, centred)
    times = 2 if centred else 1
    width, height = box.w + across * dx * times, box.h + down * dy * times
    if keep_aspect:
        grown = [value for value, side in ((width / box.w, across), (height / box.h, down)) if side]
        factor = _within(max(grown), max(least[0] / box.w, least[1] / box.h), min(room[0] / box.w, room[1] / box.h))
        width, height = box.w * factor, box.h * factor
    else:
        width = _within(width, least[0], room[0]) if across else box.w
        height = _within(height, least[1], room[1]) if down else box.h
    x = _start(box.x, box.w, width, across, centred)
    y = _start(box.y, box.h, height, down, centred)
    return _on_photo(x, y, width, height)


def drawn(
    start: tuple[float, float], end: tuple[float, float], scale: Scale, *, square: bool = False, centred: bool = False
) -> Box | None:
    """The box between two points, on the photo; None while it is too small to be meant.

    Args:
        start: Where the button was pressed, as fractions.
        end: Where the pointer is.
        scale: For the least size, and for what is square on screen.
        square: Make it as wide as high.
        centred: Take ``start`` for its middle rather than a corner.
    """
    x, y = _within(start[0], 0.0, 1.0), _within(start[1], 0.0, 1.0)
    dx, dy = end[0] - x, end[1] - y
    room_x, room_y = (min(x, 1 - x), min(y, 1 - y)) if centred else (1 - x if dx >= 0 else x, 1 - y if dy >= 0 else y)
    across, down = min(abs(dx), room_x), min(abs(dy), room_y)
    if square:
        side = min(max(abs(dx) * scale.width, abs(dy) * scale.height), room_x * scale.width, room_y * scale.height)
        across, down = scale.across(side), scale.down(side)
    times = 2 if centred else 1
    if across * times * scale.width < LEAST_PX or down * times * scale.height < LEAST_PX:
        return None
    left = x - across if centred or dx < 0 else x
    top = y - down if centred or dy < 0 else y
    return _on_photo(left, top, across * times, down * times)


def middle(visible: Box) -> Box:
    """A new box in the middle of what can be seen of the photo, a third as large."""
    return Box(visible.x + visible.w / 3, visible.y + visible.h / 3, visible.w / 3, visible.h / 3)


@dataclass(frozen=True, slots=True)
class Drag:
    """One drag of the pointer, from the press on.

    Attributes:
        start: Where it began, as fractions of the photo.
        identity: The box that is dragged; None while a new one is drawn.
        box: That box as it was.
        handle: What of it is dragged; None for all of it.
    """

    start: tuple[float, float]
    identity: SuggestionId | None = None
    box: Box | None = None
    handle: Handle | None = None

    def at(self, x: float, y: float, scale: Scale, *, keep_aspect: bool, centred: bool) -> Box | None:
        """The box with the pointer at a place; None while there is nothing to be seen of a new one."""
        if self.box is None:
            return drawn(self.start, (x, y), scale, square=keep_aspect, centred=centred)
        dx, dy = x - self.start[0], y - self.start[1]
        if self.handle is None:
            return moved(self.box, dx, dy)
        return resized(self.box, self.handle, dx, dy, scale, keep_aspect=keep_aspect, centred=centred)


def in_reading_order(boxes: Sequence[tuple[SuggestionId, Box]]) -> list[SuggestionId]:
    """Boxes from top to bottom in bands of a tenth of the photo, and in each from left to right."""
    found = sorted((int((box.y + box.h / 2) * 10), box.x + box.w / 2, identity) for identity, box in boxes)
    return [identity for *_place, identity in found]


_HANDLES = {(handle.across, handle.down): handle for handle in Handle}


def _side(place_px: float, side_px: float, reach_px: float) -> int | None:
    """Which end of a side a place is at: -1, 1, or 0 for between them; None where it is beyond them.

    The inside keeps at least half of the side, and all of one that is no longer than a handle.
    """
    outside = reach_px + outward(side_px)
    inside = 0.0 if side_px <= HANDLE_PX else min(reach_px, side_px / 4)
    if not -outside <= place_px <= side_px + outside:
        return None
    slack = 1e-6  # on the very edge the inside wins
    if place_px < inside - slack:
        return -1
    return 1 if place_px > side_px - inside + slack else 0


def _room(start: float, length: float, side: int, centred: bool) -> float:
    """How long a side may become without leaving the photo."""
    if centred or side == 0:
        middle = start + length / 2
        return max(2 * min(middle, 1 - middle), length)
    return max(1.0 - start if side > 0 else start + length, length)


def _start(start: float, length: float, becomes: float, side: int, centred: bool) -> float:
    if becomes == length or (side > 0 and not centred):
        return start
    return start + length - becomes if side < 0 and not centred else start + (length - becomes) / 2


def _on_photo(x: float, y: float, w: float, h: float) -> Box:
    """Without the last digit by which sums may leave the photo."""
    x, y = max(x, 0.0), max(y, 0.0)
    return Box(x, y, min(w, 1.0 - x), min(h, 1.0 - y))


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
