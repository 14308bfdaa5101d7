"""The headings between the photos: how high they are, and how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from tagger.gui import theme
from tagger.gui.direction import towards

EDGE_PX = 16
GAP_PX = 8
MIN_PX = 32


def heading_px() -> int:
    """Height of a heading."""
    return max(MIN_PX, QFontMetrics(theme.font(strong=True)).height() + 2 * GAP_PX)


def paint_heading(painter: QPainter, place: QRect, title: str, count: int, direction: Qt.LayoutDirection) -> None:
    """Title and number of photos on the ground of the grid, over whatever scrolls below it."""
    painter.fillRect(place, theme.colour("surface_0"))
    inner = place.adjusted(EDGE_PX, 0, -EDGE_PX, 0)
    number = QLocale().toString(count)
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    side = towards(direction, Qt.AlignmentFlag.AlignLeft)
    strong, dim = theme.font(strong=True), theme.font("dim")
    room = inner.width() - QFontMetrics(dim).horizontalAdvance(number) - GAP_PX
    metrics = QFontMetrics(strong)
    shown = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room)
    painter.setFont(strong)
    painter.setPen(theme.colour("text_strong"))
    painter.drawText(inner, side, shown)
    after = metrics.horizontalAdvance(shown) + GAP_PX
    inner = inner.adjusted(0, 0, -after, 0) if mirrored else inner.adjusted(after, 0, 0, 0)
    painter.setFont(dim)
    painter.setPen(theme.colour("text_dim"))
    painter.drawText(inner, side, number)
