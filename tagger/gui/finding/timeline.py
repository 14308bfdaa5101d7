"""A strip of months: how many photos each has, and the way to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tagger.gui import theme
from tagger.gui.finding.sorting import time_title
from tagger.gui.words import counted

BARS_PX = 28
EDGE_PX = 16
GAP_PX = 4
MOST_BAR_PX = 24
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Timeline(QWidget):
    """Months in the order of the list, each as wide as any other, so that one wrong date hides nothing.

    Signals:
        jumped(int): the row of the list to go to.
    """

    jumped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: list[tuple[str, int]] = []
        self._starts: list[int] = [0]
        self._row = 0
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Timeline"))
        self.hide()

    @property
    def months(self) -> list[tuple[str, int]]:
        """The months in order, with their photos."""
        return self._months

    @property
    def current(self) -> int:
        """The month that the list is at; behind the last one among photos without a date."""
        return min(bisect_right(self._starts, self._row) - 1, len(self._months) - 1)

    def set_months(self, months: Sequence[tuple[str, int]], *, descending: bool) -> None:
        """Show these months, oldest first as they come; the latest first where the list begins with it."""
        self._months = list(reversed(months)) if descending else list(months)
        self._starts = [0, *accumulate(count for _month, count in self._months)]
        self._tell()
        self.update()

    def set_row(self, row: int) -> None:
        """The list is at this row now."""
        before, self._row = self.current, max(row, 0)
        if self.current != before:
            self._tell()
            self.update()

    def go(self, month: int) -> None:
        """Go to the first photo of a month, the number of which may lie outside of them."""
        if self._months:
            month = min(max(month, 0), len(self._months) - 1)
            self.set_row(self._starts[month])
            self.jumped.emit(self._starts[month])

    def month_rect(self, month: int) -> QRectF:
        """Where the bar of a month is."""
        step = self._step()
        left = EDGE_PX + month * step
        if self.isRightToLeft():
            left = self.width() - left - step
        return QRectF(left, GAP_PX, step, BARS_PX)

    def month_at(self, x: float) -> int:
        """The month at a place, the nearest one outside of all."""
        along = self.width() - x if self.isRightToLeft() else x
        return min(max(int((along - EDGE_PX) / self._step()), 0), len(self._months) - 1)

    def _step(self) -> float:
        return min(max((self.width() - 2 * EDGE_PX) / max(len(self._months), 1), 0.01), MOST_BAR_PX)

    def _said(self, month: int) -> str:
        name, count = self._months[month]
        number = counted(count, self.tr("1 photo"), self.tr("{n} photos"))
        return self.tr("{time}, {photos}").format(time=time_title(name), photos=number)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._said(self.current) if self._months else "")

    def sizeHint(self) -> QSize:
        return QSize(200, BARS_PX + 2 * GAP_PX + QFontMetrics(theme.font("dim")).height() + GAP_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface_1"))
        if not self._months:
            return
        most = max(count for _month, count in self._months)
        current = self.current
        gap = 1 if self._step() >= 4 else 0
        for number, (_month, count) in enumerate(self._months):
            room = self.month_rect(number)
            height = max(BARS_PX * (count / most) ** 0.5, 2.0)  # the root, so that a few photos can still be seen
            token = "accent" if number == current else "text" if number == self._hovered else "line_strong"
            bar = QRectF(room.left(), room.bottom() - height, max(room.width() - gap, 1.0), height)
            painter.fillRect(bar, theme.colour(token))
        self._paint_years(painter)
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(theme.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _paint_years(self, painter: QPainter) -> None:
        font = theme.font("dim")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.colour("text_dim"))
        free, year = float("-inf"), ""
        for number, (month, _count) in enumerate(self._months):
            if month[:4] == year:
                continue
            year = month[:4]
            width = metrics.horizontalAdvance(year)
            along = EDGE_PX + number * self._step()
            if along < free or along + width > self.width():
                continue
            free = along + width + 2 * GAP_PX
            left = self.width() - along - width if self.isRightToLeft() else along
            painter.drawText(QRectF(left, BARS_PX + 2 * GAP_PX, width + 1, metrics.height()), 0, year)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._months:
            self.go(self.month_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._months:
            return
        self._hovered = self.month_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton and self._hovered != self.current:
            self.go(self._hovered)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._months:
            QToolTip.showText(event.globalPos(), self._said(self.month_at(event.pos().x())), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        onward = -1 if self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) else 1
        if key in _STEPS:
            self.go(self.current + onward * _STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(self._of_year(1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else len(self._months) - 1)
        else:
            super().keyPressEvent(event)

    def _of_year(self, by: int) -> int:
        """The first month of the next year (1); of this one, or of the one before where it is that already (-1)."""
        firsts = [n for n, (month, _c) in enumerate(self._months) if not n or month[:4] != self._months[n - 1][0][:4]]
        if by > 0:
            return next((first for first in firsts if first > self.current), len(self._months) - 1)
        return next((first for first in reversed(firsts) if first < self.current), 0)
