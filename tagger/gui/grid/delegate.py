"""Painting one cell of the grid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tagger.entities import PhotoState, PhotoSummary
from tagger.gui import theme
from tagger.gui.direction import direction_of
from tagger.gui.grid.badges import Badges, absence_of
from tagger.gui.grid.cells import PADDING_PX
from tagger.gui.grid.model import GridRole, Index
from tagger.gui.grid.thumbnails import fitted
from tagger.gui.icons import icon
from tagger.gui.item_painter import ItemPainter
from tagger.gui.tokens import RADIUS_PX

FindThumbnail = Callable[[int, int], QPixmap | None]

FRAME_PX = 2
TEXT_GAP_PX = 4
FRAME_GAP_PX = 2
PROBLEM_ICON_PX = 32
ABSENT_OPACITY = 0.4
"""Of photos whose file is not there now."""


class CellDelegate(ItemPainter):
    """Paints the photo in its own shape within a square, marks at fixed corners, and the name below.

    ``find(photo_id, side_px)`` looks a thumbnail up for a square of so many device pixels: `ThumbnailLoader.find`.

    Attributes:
        names_visible: Whether the file name is written below the photo.
    """

    def __init__(self, find: FindThumbnail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names_visible = True
        self._find = find
        self._badges = Badges()

    def text_px(self) -> int:
        """Height of the line below the photo with its distance."""
        return QFontMetrics(theme.font("dim")).height() + TEXT_GAP_PX if self.names_visible else 0

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = option.rect.adjusted(FRAME_GAP_PX, FRAME_GAP_PX, -FRAME_GAP_PX, -FRAME_GAP_PX)
        self._paint_ground(painter, cell, option.state)
        side_px = option.rect.height() - 2 * PADDING_PX - self.text_px()
        left = option.rect.left() + (option.rect.width() - side_px) // 2
        square = QRect(left, option.rect.top() + PADDING_PX, side_px, side_px)
        summary = index.data(GridRole.SUMMARY)
        self._paint_photo(painter, square, index.data(GridRole.PHOTO_ID), summary)
        if summary is not None:
            self._badges.paint(painter, square, summary, option.direction)
            score = index.data(GridRole.SCORE)
            if score is not None:
                marks = (summary.files > 1) + summary.alike
                self._badges.paint_score(painter, square, score, option.direction, beside=marks)
            if self.names_visible:
                selected = bool(option.state & QStyle.StateFlag.State_Selected)
                self._paint_name(painter, square, summary.name, strong=selected)

    def _paint_ground(self, painter: QPainter, cell: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if selected:
            # Grey around the photo, since tones are judged beside it; only the thin frame has a colour.
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(theme.colour("surface_2"))
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        if focused:
            active = bool(state & QStyle.StateFlag.State_Active)
            painter.setPen(QPen(theme.colour("accent" if active else "line_strong"), FRAME_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)

    def _paint_photo(self, painter: QPainter, square: QRect, photo_id: int, summary: PhotoSummary | None) -> None:
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._find(photo_id, round(square.width() * ratio))
        if pixmap is not None and not pixmap.isNull():
            painter.setOpacity(1.0 if summary is None or absence_of(summary) is None else ABSENT_OPACITY)
            painter.drawPixmap(placed(square, pixmap.size(), ratio), pixmap)
            painter.setOpacity(1.0)
        elif summary is not None and summary.state is PhotoState.UNREADABLE:
            self._paint_word(painter, square, "unreadable", self.tr("Unreadable"))
        elif summary is not None and summary.away:
            self._paint_word(painter, square, "away", self.tr("Not connected"))
        elif summary is not None and summary.state is PhotoState.MISSING:
            self._paint_word(painter, square, "missing", self.tr("Missing"))
        else:
            painter.fillRect(expected(square), theme.colour("surface_1"))

    def _paint_word(self, painter: QPainter, square: QRect, name: str, word: str) -> None:
        painter.fillRect(expected(square), theme.colour("surface_1"))
        metrics = QFontMetrics(theme.font("dim"))
        middle = square.center().y()
        glyph = QRect(0, 0, PROBLEM_ICON_PX, PROBLEM_ICON_PX)
        glyph.moveCenter(square.center())
        glyph.moveBottom(middle)
        icon(name, "text_dim").paint(painter, glyph)
        painter.setFont(theme.font("dim"))
        painter.setPen(theme.colour("text_dim"))
        line = QRect(square.left(), middle + TEXT_GAP_PX, square.width(), metrics.height())
        elided = metrics.elidedText(word, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, elided)

    def _paint_name(self, painter: QPainter, square: QRect, name: str, *, strong: bool) -> None:
        metrics = QFontMetrics(theme.font("dim"))
        # A name wider than the square would look like its neighbour's.
        line = QRect(square.left(), square.bottom() + 1 + TEXT_GAP_PX, square.width(), metrics.height())
        painter.setFont(theme.font("dim"))
        painter.setPen(theme.colour("text_strong" if strong else "text_dim"))
        # The middle goes first: numbers and endings tell photos of one series apart.
        elided = metrics.elidedText(one_line(name), Qt.TextElideMode.ElideMiddle, line.width())
        painter.setLayoutDirection(direction_of(name))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, elided)


def placed(square: QRect, pixels: QSize, ratio: float) -> QRect:
    """Where the picture goes: centred, in its own shape, its longest side as long as the square's."""
    size = fitted(pixels, square.width())
    if abs(max(pixels.width(), pixels.height()) - square.width() * ratio) < 1:
        # Decoded for just this place: every pixel on one pixel of the screen, or it blurs.
        size = QSize(round(pixels.width() / ratio), round(pixels.height() / ratio))
    rect = QRect(0, 0, size.width(), size.height())
    rect.moveTopLeft(square.topLeft())
    rect.translate((square.width() - size.width()) // 2, (square.height() - size.height()) // 2)
    return rect


def expected(square: QRect) -> QRect:
    """Where a photo not seen yet most likely is: three by two, as most cameras make them."""
    return placed(square, QSize(3 * square.width(), 2 * square.width()), 1.0)


def one_line(name: str) -> str:
    """The name with control characters shown as a replacement character; a file name may hold line breaks."""
    return "".join(each if each.isprintable() else "\ufffd" for each in name)
