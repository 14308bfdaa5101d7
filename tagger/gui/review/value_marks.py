"""How stars and colour labels are drawn and said, wherever they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from tagger.entities import ColourLabel
from tagger.gui import theme
from tagger.gui.tokens import LABEL_COLOURS, ROW_PX
from tagger.gui.words import quoted

MARK_PX = 10
_STEP_PX = 12

# A five-pointed star in a square of one; the inner radius of the regular pentagram is 0.382 of the outer.
_RIGHT = ((0.2245, -0.309), (0.9511, -0.309), (0.3633, 0.118), (0.5878, 0.809))
_STAR = ((0, -1), *_RIGHT, (0, 0.382), *((-x, y) for x, y in reversed(_RIGHT)))


class ValueMarks(QWidget):
    """The stars and the colour label of one photo on a line; takes no room where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: int | None = None
        self._label: str | None = None
        self.show_values(None, None)

    def show_values(self, rating: int | None, label: str | None) -> None:
        """Show these."""
        self._rating, self._label = rating, label
        said = ", ".join(part for part in (rating_text(rating), label_text(label)) if part)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setVisible(bool(rating or label))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        stars = max(self._rating or 0, 0)
        return QSize((stars + bool(self._label)) * _STEP_PX, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QPointF(_STEP_PX / 2, self.height() / 2)
        if self._label:
            paint_dot(painter, place, MARK_PX / 2, self._label)
            place += QPointF(_STEP_PX, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        for _each in range(self._rating or 0):
            painter.drawPolygon(star(place, MARK_PX / 2))
            place += QPointF(_STEP_PX, 0)


def star(centre: QPointF, radius_px: float) -> QPolygonF:
    """A filled star, drawn because not every font has one."""
    return QPolygonF([QPointF(centre.x() + x * radius_px, centre.y() + y * radius_px) for x, y in _STAR])


def paint_dot(painter: QPainter, centre: QPointF, radius_px: float, label: str, *, hollow: bool = False) -> None:
    """The dot of a colour label; a label whose text is none of the colours is a ring in the colour of text."""
    known = ColourLabel.of(label)
    border = QPen(theme.colour("line_strong" if known and not hollow else "text_dim"), 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if known is not None and hollow:
        border = QPen(QColor(LABEL_COLOURS[known]), 2)
    elif known is not None:
        painter.setBrush(QColor(LABEL_COLOURS[known]))
    painter.setPen(border)
    inset = border.widthF() / 2
    painter.drawEllipse(centre, radius_px - inset, radius_px - inset)


def rating_text(rating: int | None) -> str:
    """A rating in words; nothing for none."""
    if rating is None:
        return ""
    words = {
        -1: QCoreApplication.translate("Values", "rejected"),
        0: QCoreApplication.translate("Values", "no stars"),
        1: QCoreApplication.translate("Values", "1 star"),
    }
    return words.get(rating) or QCoreApplication.translate("Values", "{n} stars").format(n=rating)


def label_text(label: str | None) -> str:
    """The name of a colour label in the user's language; foreign texts as they stand in the file."""
    known = ColourLabel.of(label)
    names = {
        ColourLabel.RED: QCoreApplication.translate("Values", "red"),
        ColourLabel.YELLOW: QCoreApplication.translate("Values", "yellow"),
        ColourLabel.GREEN: QCoreApplication.translate("Values", "green"),
        ColourLabel.BLUE: QCoreApplication.translate("Values", "blue"),
        ColourLabel.PURPLE: QCoreApplication.translate("Values", "purple"),
    }
    return names[known] if known is not None else quoted(label) if label else ""
