"""The threshold as a slider over the histogram of confidences."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from tagger.gui import theme
from tagger.gui.tokens import SPACE_PX

BINS = 50
STEPS = 100
HEIGHT_PX = 48
_HANDLE_PX = 8
_LEAST_BAR_PX = 2


class ThresholdSlider(QSlider):
    """A slider from 0 to 1 in hundredths; bars behind it say how many suggestions there are of each confidence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, STEPS)
        self.setSingleStep(1)
        self.setPageStep(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PX)
        self.setAccessibleName(self.tr("Threshold"))
        self.setAccessibleDescription(self.tr("Suggestions at least this certain will be accepted, in hundredths"))
        self._counts: NDArray[np.int64] = np.zeros(BINS, np.int64)
        self._threshold = 0.5

    def set_counts(self, counts: NDArray[np.int64]) -> None:
        """Draw these bars, `BINS` of them."""
        self._counts = counts
        self.update()

    def set_threshold(self, threshold: float) -> None:
        """Stand at a confidence, also at one between two hundredths, without telling anybody."""
        self._threshold = min(max(threshold, 0.0), 1.0)
        blocked = self.blockSignals(True)
        self.setValue(round(self._threshold * STEPS))
        self.blockSignals(blocked)
        self.update()

    def _field(self) -> QRect:
        return self.rect().adjusted(_HANDLE_PX, SPACE_PX, -_HANDLE_PX, -SPACE_PX)

    def _x(self, share: float) -> int:
        field = self._field()
        share = 1 - share if self.isRightToLeft() else share
        return field.left() + round(share * field.width())

    def _take(self, event: QMouseEvent) -> None:
        field = self._field()
        share = (event.position().x() - field.left()) / max(field.width(), 1)
        self.setValue(round((1 - share if self.isRightToLeft() else share) * STEPS))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._take(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        field = self._field()
        painter.fillRect(QRect(field.left(), field.bottom(), field.width(), 1), theme.colour("line_strong"))
        # The root: beside thousands of the uncertain, the few that are certain still show.
        heights = np.sqrt(self._counts / max(int(self._counts.max(initial=0)), 1))
        for place, height in enumerate(heights):
            if not height:
                continue
            left, right = sorted((self._x(place / BINS), self._x((place + 1) / BINS)))
            tall = max(round(height * field.height()), _LEAST_BAR_PX)
            above = (place + 1) / BINS > self._threshold
            bar = QRect(left, field.bottom() - tall, max(right - left - 1, 1), tall)
            painter.fillRect(bar, theme.colour("accepted" if above else "line_strong"))
        self._paint_handle(painter)
        painter.end()

    def _paint_handle(self, painter: QPainter) -> None:
        x = self._x(self._threshold)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(x - 1, 0, 2, self.height()), theme.colour("accent"))
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("text_strong" if focused else "surface_1"), 2 if focused else 1))
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRect(x - _HANDLE_PX // 2, 2, _HANDLE_PX, 2 * _HANDLE_PX), 3, 3)
