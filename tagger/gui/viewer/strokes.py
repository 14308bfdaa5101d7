"""How each state of a suggestion is drawn, on the photo and in the list: by line and mark, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from tagger.entities import TAG_SEPARATOR, Decision, Suggestion


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


def paint_rects(
    painter: QPainter, rects: Sequence[QRectF], stroke: Stroke, colour: QColor, width_px: int, ratio: float
) -> None:
    """Outline rectangles with the line of a state.

    Broken lines are unbroken pens with a striped brush: with its own line styles Qt takes 10 ms (dashes) to 19 ms
    (dots) for 300 boxes, and 4 ms with a brush.

    Args:
        painter: In view pixels.
        rects: In whole view pixels.
        stroke: Which line.
        colour: In which colour.
        width_px: Width in view pixels.
        ratio: Device pixels per view pixel.
    """
    if not stroke.on_px:
        painter.setPen(_pen(QBrush(colour), width_px))
        painter.drawRects(list(rects))
        return
    level = [line for rect in rects for line in (_top(rect), _top(rect).translated(0, rect.height()))]
    upright = [line for rect in rects for line in (_left(rect), _left(rect).translated(rect.width(), 0))]
    for lines, direction in ((level, Qt.Orientation.Horizontal), (upright, Qt.Orientation.Vertical)):
        painter.setPen(_pen(_stripes(stroke, colour, direction, ratio), width_px))
        painter.drawLines(lines)


def confidence_text(confidence: float) -> str:
    """``.91`` for 0.914, and ``1.0`` for what rounds to one."""
    text = f"{confidence:.2f}"
    return text[1:] if text.startswith("0") else text[:3]


def leaf(suggestion: Suggestion) -> str:
    """The last name of the tag, or the label where it leads to no tag."""
    return suggestion.tag.rsplit(TAG_SEPARATOR, 1)[-1] or suggestion.label


def _pen(brush: QBrush, width_px: int) -> QPen:
    return QPen(brush, width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)


def _top(rect: QRectF) -> QLineF:
    return QLineF(rect.topLeft(), rect.topRight())


def _left(rect: QRectF) -> QLineF:
    return QLineF(rect.topLeft(), rect.bottomLeft())


def _stripes(stroke: Stroke, colour: QColor, direction: Qt.Orientation, ratio: float) -> QBrush:
    """Stripes across lines of this direction, one device pixel high or wide and repeated by the brush."""
    period, on = round(stroke.period_px * ratio), round(stroke.on_px * ratio)
    level = direction == Qt.Orientation.Horizontal
    image = QImage(period if level else 1, 1 if level else period, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for place in range(on):
        image.setPixelColor(place if level else 0, 0 if level else place, colour)
    image.setDevicePixelRatio(period / stroke.period_px)
    return QBrush(image)
