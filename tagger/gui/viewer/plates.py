"""Label plates: what was recognised and how surely, as small pixmaps rendered once."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from tagger.entities import USER, Suggestion
from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer.strokes import STROKES, confidence_text, leaf

HEIGHT_PX = 20
_PADDING_PX = 6
_MARK_PX = 12
_GAP_PX = 4
_LONGEST_PX = 240
_MOST_KEPT = 2000
"""A megabyte or so at 1x; a decision on one of 300 suggestions must not render the others again."""


class Plates:
    """Renders plates at one device pixel ratio and keeps them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Suggestion, bool, float], QPixmap] = {}

    def forget(self) -> None:
        """Drop all plates, as when the font changes."""
        self._kept.clear()

    def plate(self, suggestion: Suggestion, *, filled: bool, ratio: float) -> QPixmap:
        """The plate of a suggestion; ``filled`` in the colour of its state, which marks the current one."""
        key = suggestion, filled, ratio
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = _render(suggestion, filled, ratio)
        return self._kept[key]


def _render(suggestion: Suggestion, filled: bool, ratio: float) -> QPixmap:
    font, mark = theme.font("dim", strong=True), STROKES[suggestion.decision].mark
    metrics = QFontMetrics(font)
    # What the user drew is certain, and has the name of its tag.
    own = suggestion.backend == USER
    confidence = "" if own else confidence_text(suggestion.confidence)
    confidence_px = metrics.horizontalAdvance(confidence)
    mark_px = _MARK_PX + _GAP_PX if mark else 0
    label = metrics.elidedText(leaf(suggestion) if own else suggestion.label, Qt.TextElideMode.ElideMiddle, _LONGEST_PX)
    label_px = metrics.horizontalAdvance(label)
    width = 2 * _PADDING_PX + mark_px + label_px + (_GAP_PX + confidence_px if confidence else 0)
    pixmap = _blank(width, ratio)
    state, ground = QColor(ON_PHOTO.decision(suggestion.decision)), QColor(ON_PHOTO.surface_0)
    painter = QPainter(pixmap)
    painter.fillRect(0, 0, width, HEIGHT_PX, state if filled else ground)
    if not filled:
        painter.fillRect(0, 0, 2, HEIGHT_PX, state)
    if mark:
        _paint_mark(painter, mark, "surface_0" if filled else suggestion.decision.value)
    painter.setFont(font)
    painter.setPen(ground if filled else QColor(ON_PHOTO.text_strong))
    left = _PADDING_PX + mark_px
    painter.drawText(QRectF(left, 0, label_px + 1, HEIGHT_PX), Qt.AlignmentFlag.AlignVCenter, label)
    painter.setPen(ground if filled else QColor(ON_PHOTO.text_dim))
    right = QRectF(left + label_px + _GAP_PX, 0, confidence_px + 1, HEIGHT_PX)
    painter.drawText(right, Qt.AlignmentFlag.AlignVCenter, confidence)
    painter.end()
    return pixmap


def _blank(width: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(HEIGHT_PX * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _paint_mark(painter: QPainter, mark: str, token: str) -> None:
    place = QRect(_PADDING_PX, (HEIGHT_PX - _MARK_PX) // 2, _MARK_PX, _MARK_PX)
    icon(mark, token, ON_PHOTO).paint(painter, place)
