"""The regions that the file of a photo names, drawn below the boxes of suggestions; they are looked at, not decided on.

A thin unbroken light line is no state of a suggestion; a face reads its name.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from tagger.entities import Region, Suggestion
from tagger.gui import theme
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer.geometry import Rect
from tagger.gui.viewer.plates import HEIGHT_PX
from tagger.gui.viewer.strokes import Stroke, borders, fill, leaf

FROM_FILE = "(file)"
"""Stands for these regions among the backends whose boxes can be hidden; no backend can have this name."""

_SAME = 0.9  # intersection over union from which a region of this name is a box of this program, read back
_PADDING_PX = 6
_LONGEST_PX = 240
_HALO = QColor(0, 0, 0, 170)
_LINE = Stroke(width_px=1)


def shown(regions: Sequence[Region], suggestions: Sequence[Suggestion]) -> tuple[Region, ...]:
    """The regions that are not the box of a suggestion already."""
    boxes = [(leaf(each).casefold(), each.box) for each in suggestions if each.box is not None]
    return tuple(
        region
        for region in regions
        if not any(name == region.name.casefold() and box.iou(region.box) >= _SAME for name, box in boxes)
    )


def paint_lines(painter: QPainter, rects: Sequence[Rect], ratio: float) -> None:
    """Paint the borders of regions; the painter must be in view pixels, ``ratio`` is device pixels for one of them."""
    fill(painter, borders(rects, _LINE.width_px, 1), _LINE, _HALO, ratio)
    fill(painter, borders(rects, _LINE.width_px), _LINE, QColor(ON_PHOTO.text_strong), ratio)


def paint_name(painter: QPainter, name: str, rect: Rect, visible: Rect) -> None:
    """Paint the name of a region below it, where the plates of suggestions are not.

    At the lower edge of the photo it stands inside the region.

    Args:
        painter: In view pixels.
        name: What it is called.
        rect: The region in view pixels.
        visible: The part of the photo that can be seen.
    """
    font = theme.font("dim")
    metrics = QFontMetrics(font)
    text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _LONGEST_PX)
    width = metrics.horizontalAdvance(text) + 2 * _PADDING_PX
    top = rect.bottom + 2 if rect.bottom + 2 + HEIGHT_PX <= visible.bottom else rect.bottom - HEIGHT_PX - 1
    left = max(visible.left, min(rect.left, visible.right - width))
    plate = QRectF(QPointF(left, top), QPointF(left + width, top + HEIGHT_PX))
    painter.fillRect(plate, QColor(ON_PHOTO.surface_0))
    painter.setFont(font)
    painter.setPen(QColor(ON_PHOTO.text))
    painter.drawText(plate.adjusted(_PADDING_PX, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
