"""A layout that fills lines from the reading side and goes on below, as text does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items in lines, each at its own width; the layout's height follows from its width."""

    def __init__(self, parent: QWidget | None = None, spacing_px: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # Qt asks for the same few widths hundreds of times in a row
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing_px)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Lay out within the width of ``rect``; the height that was needed."""
        margins = self.contentsMargins()
        rect = rect.marginsRemoved(margins)
        left, top, line_height = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():  # hidden: no gap for it
                continue
            width, height = min(item.sizeHint().width(), rect.width()), item.sizeHint().height()
            if left > rect.left() and left + width > rect.left() + rect.width():
                left, top, line_height = rect.left(), top + line_height + self.spacing(), 0
            if move:
                place = QRect(QPoint(left, top), QSize(width, height))
                item.setGeometry(self._mirrored(place, rect))
            left += width + self.spacing()
            line_height = max(line_height, height)
        return top + line_height - rect.top() + margins.top() + margins.bottom()

    def _mirrored(self, place: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or not parent.isRightToLeft():
            return place
        return QRect(rect.left() + rect.right() - place.right(), place.top(), place.width(), place.height())
