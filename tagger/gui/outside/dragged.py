"""What hangs on the pointer while photos are dragged."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap

from tagger.gui import theme
from tagger.gui.grid.thumbnails import fitted
from tagger.gui.tokens import RADIUS_PX

SIDE_PX = 96
_PLATE_PX = 20


def dragged(thumbnail: QPixmap | None, count: int, ratio: float) -> QPixmap:
    """A small picture of one photo, with the number of photos if there are several.

    Args:
        thumbnail: Of one of them, if it is at hand.
        count: How many photos.
        ratio: Device pixels per pixel.
    """
    picture = QPixmap(round(SIDE_PX * ratio), round(SIDE_PX * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(0.85)
    if thumbnail is None or thumbnail.isNull():
        painter.fillRect(0, 0, SIDE_PX, SIDE_PX * 2 // 3, theme.colour("surface_2"))
    else:
        painter.drawPixmap(QRect(0, 0, *fitted(thumbnail.size(), SIDE_PX).toTuple()), thumbnail)
    painter.setOpacity(1.0)
    if count > 1:
        _paint_count(painter, QLocale().toString(count))
    painter.end()
    return picture


def _paint_count(painter: QPainter, text: str) -> None:
    font = theme.font("dim", strong=True)
    plate = QRect(4, 4, max(QFontMetrics(font).horizontalAdvance(text) + 12, _PLATE_PX), _PLATE_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(QRectF(plate), RADIUS_PX, RADIUS_PX)
    painter.setFont(font)
    painter.setPen(theme.colour("text_on_accent"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
