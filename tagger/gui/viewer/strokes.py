"""How each state of a suggestion is drawn, on the photo and in the list: by line and mark, never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPen, QPixmap

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


def pen(stroke: Stroke, colour: QColor, width_px: float, ratio: float = 1.0) -> QPen:
    """A pen for the line of a state.

    Broken lines are an unbroken pen with a striped brush: with its own line styles Qt takes 10 ms (dashes) to 19 ms
    (dots) for 300 boxes, and 4 ms with a brush.

    Args:
        stroke: Which line.
        colour: In which colour.
        width_px: Width in view pixels.
        ratio: Device pixels per view pixel.
    """
    brush = _stripes(stroke, colour, ratio) if stroke.on_px else QBrush(colour)
    return QPen(brush, width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)


def confidence_text(confidence: float) -> str:
    """``.91`` for 0.914, and ``1.0`` for what rounds to one."""
    text = f"{confidence:.2f}"
    return text[1:] if text.startswith("0") else text[:3]


def leaf(suggestion: Suggestion) -> str:
    """The last name of the tag, or the label where it leads to no tag."""
    return suggestion.tag.rsplit(TAG_SEPARATOR, 1)[-1] or suggestion.label


def _stripes(stroke: Stroke, colour: QColor, ratio: float) -> QBrush:
    """Diagonal stripes: across any horizontal or vertical line they make dashes of the same length."""
    period = round(stroke.period_px * ratio)
    on = round(stroke.on_px * ratio)
    image = _striped_image(period, on, colour)
    image.setDevicePixelRatio(period / stroke.period_px)
    return QBrush(image)


def _striped_image(period: int, on: int, colour: QColor) -> QPixmap:
    image = QImage(period, period, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for y in range(period):
        for x in range(period):
            if (x + y) % period < on:
                image.setPixelColor(x, y, colour)
    return QPixmap.fromImage(image)
