"""How each state of a suggestion is drawn, on the photo and in the list: by line and mark, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from tagger.entities import TAG_SEPARATOR, Decision, Suggestion
from tagger.gui.viewer.geometry import Rect


@dataclass(frozen=True, slots=True)
class Stroke:
    """Line and mark of one state.

    Attributes:
        width_px: Of the line at rest, in view pixels.
        on_px: Length of a dash; 0 for an unbroken line.
        period_px: Length of a dash and the gap after it.
        mark: Name of the icon; empty for none.
        opacity: Of box and plate at rest, 0..1.
    """

    width_px: int = 2
    on_px: int = 0
    period_px: int = 0
    mark: str = ""
    opacity: float = 1.0


STROKES = {
    Decision.SUGGESTED: Stroke(on_px=7, period_px=11),
    Decision.ACCEPTED: Stroke(mark="accept"),
    Decision.REJECTED: Stroke(width_px=1, mark="reject", opacity=0.5),
    Decision.DEFERRED: Stroke(on_px=2, period_px=5, mark="defer"),
}

EMPHASIS_PX = 3
"""Line of the current and the hovered box."""


class Borders(NamedTuple):
    """The sides of rectangles as narrow rectangles to fill: the level and the upright ones."""

    level: list[QRectF]
    upright: list[QRectF]


def borders(rects: Sequence[Rect], width_px: int, halo_px: int = 0) -> Borders:
    """Sides of rectangles in whole view pixels, a line's width centred on the edge and a halo on both sides of it."""
    before, width = width_px // 2 + halo_px, width_px + 2 * halo_px
    level, upright = [], []
    for left, top, right, bottom in rects:
        level.append(QRectF(left - before, top - before, right - left + width, width))
        level.append(QRectF(left - before, bottom - before, right - left + width, width))
        upright.append(QRectF(left - before, top - before + width, width, bottom - top - width))
        upright.append(QRectF(right - before, top - before + width, width, bottom - top - width))
    return Borders(level, upright)


def fill(painter: QPainter, sides: Borders, stroke: Stroke, colour: QColor, ratio: float) -> None:
    """Paint borders in the line of a state; ``ratio`` is device pixels per view pixel.

    Filling is what Qt does fast: as outlines with a pen, 300 boxes take 20 ms, and more when
    dashed (10 ms) or dotted (19 ms).
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_stripes(stroke, colour, Qt.Orientation.Horizontal, ratio))
    painter.drawRects(sides.level)
    painter.setBrush(_stripes(stroke, colour, Qt.Orientation.Vertical, ratio))
    painter.drawRects(sides.upright)


def confidence_text(confidence: float) -> str:
    """``.91`` for 0.914, and ``1.0`` for what rounds to one."""
    text = f"{confidence:.2f}"
    return text[1:] if text.startswith("0") else text[:3]


def leaf(suggestion: Suggestion) -> str:
    """The last name of the tag, or the label where it leads to no tag."""
    return suggestion.tag.rsplit(TAG_SEPARATOR, 1)[-1] or suggestion.label


def _stripes(stroke: Stroke, colour: QColor, direction: Qt.Orientation, ratio: float) -> QBrush:
    """Stripes across lines of this direction, one device pixel high or wide and repeated by the brush."""
    if not stroke.on_px:
        return QBrush(colour)
    period, on = round(stroke.period_px * ratio), round(stroke.on_px * ratio)
    level = direction == Qt.Orientation.Horizontal
    image = QImage(period if level else 1, 1 if level else period, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for place in range(on):
        image.setPixelColor(place if level else 0, 0 if level else place, colour)
    image.setDevicePixelRatio(period / stroke.period_px)
    return QBrush(image)
