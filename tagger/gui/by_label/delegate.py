"""Painting one crop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tagger.gui import theme
from tagger.gui.by_label.model import CropRole, Fate
from tagger.gui.grid.cells import PADDING_PX
from tagger.gui.grid.delegate import FRAME_GAP_PX, FRAME_PX, TEXT_GAP_PX, expected, placed
from tagger.gui.grid.model import Index
from tagger.gui.icons import icon
from tagger.gui.item_painter import ItemPainter
from tagger.gui.tokens import ICON_PX, RADIUS_PX
from tagger.gui.viewer.strokes import confidence_text

FindCrop = Callable[[int, int], QPixmap | None]

_OPACITY = {Fate.ACCEPT: 1.0, Fate.LEAVE: 0.6, Fate.OUT: 0.3}
_MARKS = {
    Fate.ACCEPT: ("accept", "accepted"),
    Fate.LEAVE: ("waiting", "suggested"),
    Fate.OUT: ("reject", "rejected"),
}


class CropDelegate(ItemPainter):
    """Paints the crop within a square and below it the confidence with the mark of what will become of it.

    ``find(suggestion_id, side_px)`` looks a crop up for a square of so many device pixels: `CropLoader.find`.
    """

    def __init__(self, find: FindCrop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = find

    def text_px(self) -> int:
        """Height of the line below the crop with its distance."""
        return max(QFontMetrics(theme.font("dim")).height(), ICON_PX) + TEXT_GAP_PX

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = option.rect.adjusted(FRAME_GAP_PX, FRAME_GAP_PX, -FRAME_GAP_PX, -FRAME_GAP_PX)
        side_px = option.rect.height() - 2 * PADDING_PX - self.text_px()
        left = option.rect.left() + (option.rect.width() - side_px) // 2
        square = QRect(left, option.rect.top() + PADDING_PX, side_px, side_px)
        fate = Fate(index.data(CropRole.FATE))
        self._paint_ground(painter, cell, option.state)
        painter.setOpacity(_OPACITY[fate])
        place = self._paint_crop(painter, square, index.data(CropRole.SUGGESTION_ID))
        painter.setOpacity(1.0)
        if fate is Fate.OUT:
            _paint_crossed(painter, place)
        self._paint_words(painter, square, option, fate, index.data(CropRole.CONFIDENCE))

    def _paint_ground(self, painter: QPainter, cell: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(theme.colour("surface_2"))
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        if state & QStyle.StateFlag.State_HasFocus:
            active = bool(state & QStyle.StateFlag.State_Active)
            painter.setPen(QPen(theme.colour("accent" if active else "line_strong"), FRAME_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)

    def _paint_crop(self, painter: QPainter, square: QRect, suggestion_id: int) -> QRect:
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._find(suggestion_id, round(square.width() * ratio))
        if pixmap is None or pixmap.isNull():
            painter.fillRect(expected(square), theme.colour("surface_1"))
            if pixmap is not None:
                glyph = QRect(0, 0, 2 * ICON_PX, 2 * ICON_PX)
                glyph.moveCenter(square.center())
                icon("missing", "text_dim").paint(painter, glyph)
            return expected(square)
        place = placed(square, pixmap.size(), ratio)
        painter.drawPixmap(place, pixmap)
        return place

    def _paint_words(
        self, painter: QPainter, square: QRect, option: QStyleOptionViewItem, fate: Fate, confidence: float
    ) -> None:
        top = square.bottom() + 1 + TEXT_GAP_PX
        line = QRect(square.left(), top, square.width(), self.text_px() - TEXT_GAP_PX)
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        size = QSize(ICON_PX, ICON_PX)
        icon(*_MARKS[fate]).paint(painter, QStyle.alignedRect(option.direction, leading, size, line))
        painter.setFont(theme.font("dim", strong=fate is Fate.ACCEPT))
        painter.setPen(theme.colour("text_strong" if fate is Fate.ACCEPT else "text_dim"))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        text = f"\N{LEFT-TO-RIGHT MARK}{confidence_text(confidence)}"
        painter.drawText(line, int(side | Qt.AlignmentFlag.AlignAbsolute), text)


def _paint_crossed(painter: QPainter, place: QRect) -> None:
    """A thin frame and a cross: what is taken out is told by more than its colour."""
    painter.setPen(QPen(theme.colour("rejected"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0, 0, -1, -1))
    glyph = QRect(0, 0, 2 * ICON_PX, 2 * ICON_PX)
    glyph.moveCenter(place.center())
    icon("reject", "rejected").paint(painter, glyph)
