"""One row of the sources: icon, title, and the count at the right edge."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tagger.entities import Source
from tagger.gui import theme
from tagger.gui.direction import towards
from tagger.gui.icons import icon
from tagger.gui.sources.model import Index, SourceRole, shown_title
from tagger.gui.tokens import ICON_PX, RADIUS_PX, ROW_PX, mixed
from tagger.gui.words import grouped

GAP_PX = 8
EDGE_PX = 12
START_PX = 4

_ICONS = {
    "library": "library",
    "folders": "folder",
    "folder": "folder",
    "review": "review",
    "searches": "search",
    "search": "search",
    "labels": "label",
    "label": "label",
    "tags": "tag",
    "tag": "tag",
    "duplicates": "duplicates",
    "unreadable": "unreadable",
    "missing": "missing",
    "away": "away",
}


class SourceDelegate(QStyledItemDelegate):
    """Paints a row; the count keeps its room and the title is elided instead."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        source = index.data(SourceRole.SOURCE)
        if source is None:
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected=selected)
        row = option.rect.adjusted(START_PX, 0, -EDGE_PX, 0)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            row = option.rect.adjusted(EDGE_PX, 0, -START_PX, 0)
        count_px = self._paint_count(painter, row, option.direction, source.count)
        if index.data(SourceRole.PRIVATE):
            count_px += self._paint_private(painter, row, option.direction, count_px)
        icon_px = self._paint_icon(painter, row, option.direction, source, selected=selected)
        text = _between(row, option.direction, icon_px, count_px)
        painter.setFont(theme.font(strong=selected))
        painter.setPen(theme.colour("text_strong" if selected else "text_dim" if source.away else "text"))
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(shown_title(source), Qt.TextElideMode.ElideRight, text.width())
        start = towards(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(text, start | int(Qt.TextFlag.TextSingleLine), title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        # The branches in front of the row belong to it.
        row = QRect(option.rect)
        if isinstance(view := option.widget, QAbstractScrollArea):
            row.setLeft(0)
            row.setWidth(view.viewport().width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(row, QColor(theme.selected_surface(theme.current())))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            tokens = theme.current()
            painter.fillRect(row, QColor(mixed(tokens.surface_1, tokens.text_strong, 0.05)))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)

    def _paint_icon(
        self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection, source: Source, *, selected: bool
    ) -> int:
        name = _ICONS.get(source.key.partition(":")[0])
        if name is None:
            return 0
        if source.away:
            name = "away"
        square = QRect(0, 0, ICON_PX, ICON_PX).size()
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        place = QStyle.alignedRect(direction, leading, square, row)
        icon(name, "text_strong" if selected else "text_dim").paint(painter, place)
        return ICON_PX + GAP_PX

    def _paint_private(self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection, taken_px: int) -> int:
        """The mark of what is never sent, before the count."""
        left = direction == Qt.LayoutDirection.LeftToRight
        room = row.adjusted(0, 0, -taken_px, 0) if left else row.adjusted(taken_px, 0, 0, 0)
        trailing = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        place = QStyle.alignedRect(direction, trailing, QRect(0, 0, ICON_PX, ICON_PX).size(), room)
        icon("never_sent", "text_dim").paint(painter, place)
        return ICON_PX + GAP_PX

    def _paint_count(self, painter: QPainter, row: QRect, direction: Qt.LayoutDirection, count: int) -> int:
        text = grouped(count)
        painter.setFont(theme.font("dim"))
        painter.setPen(theme.colour("text_dim"))
        painter.drawText(row, towards(direction, Qt.AlignmentFlag.AlignRight), text)
        return QFontMetrics(painter.font()).horizontalAdvance(text) + GAP_PX

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(ROW_PX, QFontMetrics(theme.font()).height() + GAP_PX))


def _between(row: QRect, direction: Qt.LayoutDirection, start_px: int, end_px: int) -> QRect:
    if direction == Qt.LayoutDirection.RightToLeft:
        start_px, end_px = end_px, start_px
    return row.adjusted(start_px, 0, -end_px, 0)
