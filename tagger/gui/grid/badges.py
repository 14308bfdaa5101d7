"""The marks at the corners of a cell: state bottom-left, values bottom-right, what keeps the file away top-left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from tagger.entities import PhotoState, PhotoSummary
from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.review.value_marks import paint_dot, star
from tagger.gui.tokens import RADIUS_PX
from tagger.gui.viewer.strokes import confidence_text

HEIGHT_PX = 18
SIDE_PX = 5
INSET_PX = 4
ICON_PX = 14
STAR_PX = 9
STAR_STEP_PX = 10
PLATE_ALPHA = 0.88
MOST_SHOWN = 999


def absence_of(summary: PhotoSummary) -> str | None:
    """The sign of a photo whose file is not there now: its drive is not connected, or it is gone itself."""
    if summary.away:
        return "away"
    return "missing" if summary.state is PhotoState.MISSING else None


class Badges:
    """Paints the marks on small plates, so that they read on any photo.

    They sit in the square, not on the photo's own corners: the eye finds them in the same place in every cell.
    """

    def paint(self, painter: QPainter, square: QRect, summary: PhotoSummary, direction: Qt.LayoutDirection) -> None:
        """Paint what there is to say of a photo into the corners of its square."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        absence = absence_of(summary)
        if absence is not None:
            top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            plate = self._plate(painter, square, ICON_PX, top, direction)
            self._icon(painter, plate, absence, "text")
        if summary.private:
            self._private(painter, square, direction, beside=absence is not None)
        if summary.files > 1:
            top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            self._icon(painter, self._plate(painter, square, ICON_PX, top, direction), "stack", "text")
        if summary.alike:
            top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            room = _beside(square, int(summary.files > 1), direction)
            self._icon(painter, self._plate(painter, room, ICON_PX, top, direction), "duplicates", "text")
        corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        if summary.suggested:
            self._waiting(painter, square, corner, direction, summary.suggested)
        elif summary.accepted:
            self._icon(painter, self._plate(painter, square, ICON_PX, corner, direction), "accept", "accepted")
        if summary.rating or summary.colour_label:
            self._values(painter, square, summary.rating or 0, summary.colour_label, direction)

    def paint_score(
        self, painter: QPainter, square: QRect, score: float, direction: Qt.LayoutDirection, *, beside: int
    ) -> None:
        """Paint how alike a photo is, top right; beside so many other marks."""
        font, text = theme.font("dim", strong=True), confidence_text(score)
        room = _beside(square, beside, direction)
        top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        metrics = QFontMetrics(font)
        plate = self._plate(painter, room, metrics.horizontalAdvance(text), top, direction, height=metrics.height())
        painter.setFont(font)
        painter.setPen(theme.colour("text_strong"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _private(self, painter: QPainter, square: QRect, direction: Qt.LayoutDirection, *, beside: bool) -> None:
        """Never sent; beside the mark of a missing file where there is one."""
        step = ICON_PX + 2 * SIDE_PX + INSET_PX if beside else 0
        left = direction == Qt.LayoutDirection.LeftToRight
        room = square.adjusted(step, 0, 0, 0) if left else square.adjusted(0, 0, -step, 0)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._icon(painter, self._plate(painter, room, ICON_PX, top, direction), "never_sent", "text")

    def _waiting(
        self, painter: QPainter, square: QRect, corner: Qt.AlignmentFlag, direction: Qt.LayoutDirection, number: int
    ) -> None:
        font = theme.font("dim", strong=True)
        text = str(number) if number <= MOST_SHOWN else f"{MOST_SHOWN}+"
        width = QFontMetrics(font).horizontalAdvance(text)
        plate = self._plate(painter, square, max(width, HEIGHT_PX - 2 * SIDE_PX), corner, direction, dashed=True)
        painter.setFont(font)
        painter.setPen(theme.colour("suggested"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _values(
        self, painter: QPainter, square: QRect, rating: int, label: str | None, direction: Qt.LayoutDirection
    ) -> None:
        """Stars, or the mark of a rejected photo, and the dot of the colour label before them, on one plate."""
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        dot_px = 0 if label is None else STAR_PX + (STAR_STEP_PX // 2 if rating else 0)
        stars = min(rating, 5)
        rating_px = ICON_PX if rating < 0 else max(stars * STAR_STEP_PX - STAR_STEP_PX + STAR_PX, 0) if stars else 0
        plate = self._plate(painter, square, dot_px + rating_px, corner, direction)
        left = plate.left() + SIDE_PX
        middle = plate.top() + HEIGHT_PX / 2
        if label is not None:
            paint_dot(painter, QPointF(left + STAR_PX / 2, middle), STAR_PX / 2, label)
        if rating < 0:
            glyph = QRect(left + dot_px, 0, ICON_PX, ICON_PX)
            glyph.moveTop(plate.center().y() - ICON_PX // 2)
            icon("reject", "rejected").paint(painter, glyph)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text_strong"))
        for each in range(stars):
            x = left + dot_px + each * STAR_STEP_PX + STAR_PX / 2
            painter.drawPolygon(star(QPointF(x, middle + 0.5), STAR_PX / 2))

    def _plate(
        self,
        painter: QPainter,
        square: QRect,
        content_px: int,
        corner: Qt.AlignmentFlag,
        direction: Qt.LayoutDirection,
        *,
        dashed: bool = False,
        height: int = HEIGHT_PX,
    ) -> QRect:
        inner = square.adjusted(INSET_PX, INSET_PX, -INSET_PX, -INSET_PX)
        size = QRect(0, 0, content_px + 2 * SIDE_PX, max(height, HEIGHT_PX)).size()
        plate = QStyle.alignedRect(direction, corner, size, inner)
        painter.setBrush(theme.colour("surface_0", PLATE_ALPHA))
        painter.setPen(Qt.PenStyle.NoPen)
        if dashed:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setColor(theme.colour("suggested"))
            pen.setWidthF(1)
            painter.setPen(pen)
        painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        return plate

    def _icon(self, painter: QPainter, plate: QRect, name: str, token: str) -> None:
        glyph = QRect(0, 0, ICON_PX, ICON_PX)
        glyph.moveCenter(plate.center())
        icon(name, token).paint(painter, glyph)


def _beside(square: QRect, marks: int, direction: Qt.LayoutDirection) -> QRect:
    """What is left of a square beside so many marks in its top right corner."""
    step = marks * (ICON_PX + 2 * SIDE_PX + INSET_PX)
    left = direction == Qt.LayoutDirection.LeftToRight
    return square.adjusted(0, 0, -step, 0) if left else square.adjusted(step, 0, 0, 0)
