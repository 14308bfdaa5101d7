"""Paints a line of the palette: icon or tick, title, where else it is found, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.palette.entries import Entry
from tagger.gui.palette.model import PaletteRole
from tagger.gui.tokens import RADIUS_PX

_SIDE_PX = 12
_GAP_PX = 12
_ELIDE = Qt.TextElideMode.ElideRight


class PaletteDelegate(QStyledItemDelegate):
    """Rows of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.row_px())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(PaletteRole.ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            self._mark(painter, rect)
        room = rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        side = theme.scaled(16)
        picture = QRect(room.left(), room.center().y() - side // 2, side, side)
        if name := "accept" if entry.checked else entry.icon:
            icon(name, "text" if entry.enabled else "line_strong").paint(painter, self._placed(option, picture, rect))
        room.setLeft(picture.right() + _GAP_PX)
        room = self._keys(painter, option, room, entry, rect)
        self._words(painter, option, room, entry, rect)
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent", 0.24))
        painter.drawRoundedRect(rect.adjusted(4, 0, -4, 0), RADIUS_PX, RADIUS_PX)
        painter.setBrush(theme.colour("accent"))
        painter.drawRect(QRect(rect.left() + 4, rect.top() + 4, 2, rect.height() - 8))

    def _keys(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, entry: Entry, row: QRect) -> QRect:
        if not entry.keys:
            return room
        font = theme.font("dim")
        width = QFontMetrics(font).horizontalAdvance(entry.keys)
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(self._placed(option, place, row), Qt.AlignmentFlag.AlignCenter, entry.keys)
        return room.adjusted(0, 0, -width - _GAP_PX, 0)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, entry: Entry, row: QRect) -> None:
        title, path = theme.font(), theme.font("dim")
        metrics, dim = QFontMetrics(title), QFontMetrics(path)
        text = metrics.elidedText(entry.title, _ELIDE, room.width())
        used = metrics.horizontalAdvance(text)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        left = Qt.AlignmentFlag.AlignRight if self._mirrored(option) else Qt.AlignmentFlag.AlignLeft
        painter.setFont(title)
        painter.setPen(theme.colour("text_strong") if entry.enabled else theme.colour("text_dim"))
        painter.drawText(self._placed(option, room.adjusted(0, 0, used - room.width(), 0), row), align | left, text)
        rest = room.adjusted(used + _GAP_PX, 0, 0, 0)
        if entry.path and rest.width() > theme.scaled(40):
            painter.setFont(path)
            painter.setPen(theme.colour("text_dim"))
            words = dim.elidedText(entry.path, Qt.TextElideMode.ElideMiddle, rest.width())
            painter.drawText(self._placed(option, rest, row), align | left, words)

    def _mirrored(self, option: QStyleOptionViewItem) -> bool:
        direction: Qt.LayoutDirection = option.direction
        return direction == Qt.LayoutDirection.RightToLeft

    def _placed(self, option: QStyleOptionViewItem, place: QRect, row: QRect) -> QRect:
        """Where a part of the row is in a script that runs from right to left."""
        direction: Qt.LayoutDirection = option.direction
        return QStyle.visualRect(direction, row, place)
