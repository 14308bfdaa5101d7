"""One of the photos that are compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tagger.entities import Photo
from tagger.gui import theme
from tagger.gui.viewer.viewer import Viewer

MARK_PX = 3
_MOST_BESIDE = 3


class Side(QFrame):
    """A viewer with a mark while keys are about its photo.

    Signals:
        entered(): it has the focus now.
    """

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._chosen = False
        self.viewer = Viewer()
        self.viewer.view.setAccessibleName(name)
        self.viewer.view.installEventFilter(self)
        self.setFocusProxy(self.viewer.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARK_PX, 0, 0)
        layout.addWidget(self.viewer)
        self.setAccessibleName(name)

    @property
    def photo(self) -> Photo | None:
        """The photo on this side."""
        return self.viewer.photo

    @property
    def chosen(self) -> bool:
        """Whether keys are about this photo."""
        return self._chosen

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the one that keys are about, or not."""
        self._chosen = chosen
        state = self.tr("{side}, chosen: keys are about this photo") if chosen else "{side}"
        self.setAccessibleName(state.format(side=self._name))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface_1"))
        if self._chosen:
            painter.fillRect(QRect(0, 0, self.width(), MARK_PX), theme.colour("accent"))


class Sides(QWidget):
    """Some beside each other, those that do not fit below; or all in one and the same place, one over the other."""

    def __init__(self, sides: Sequence[Side], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = list(sides)
        self._count = len(self._sides)
        self._stacked = False
        for side in self._sides:
            side.setParent(self)

    def add(self, side: Side) -> None:
        """Put one more after the others; it shows with the next `set_count`."""
        self._sides.append(side)
        side.setParent(self)

    @property
    def stacked(self) -> bool:
        """Whether they are in one place."""
        return self._stacked

    def set_count(self, count: int) -> None:
        """Show only the first so many."""
        self._count = count
        for place, side in enumerate(self._sides):
            side.setVisible(place < count)
        self._place()

    def set_stacked(self, stacked: bool, front: Side) -> None:
        """Put them into one place with this one in front, or beside each other."""
        self._stacked = stacked
        front.raise_()
        self._place()

    def _place(self) -> None:
        room, gap = self.rect(), 1
        lines = 2 if self._count > _MOST_BESIDE else 1
        columns = -(-self._count // lines) or 1
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, side in enumerate(self._sides[: self._count]):
            line, column = divmod(place, columns)
            column = columns - 1 - column if mirrored else column
            left, right = ((room.width() + gap) * edge // columns for edge in (column, column + 1))
            top, bottom = ((room.height() + gap) * edge // lines for edge in (line, line + 1))
            beside = QRect(left, top, right - left - gap, bottom - top - gap)
            side.setGeometry(room if self._stacked else beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.fillRect(self.rect(), theme.colour("line"))
