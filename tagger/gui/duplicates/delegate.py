"""Painting one group: words on one side, its photos in a row on the other, the keeper first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from tagger.duplicates.overview import Detailed, Entry, Fate, Member
from tagger.gui import theme
from tagger.gui.direction import towards
from tagger.gui.duplicates.lines import places
from tagger.gui.duplicates.marks import Marks
from tagger.gui.duplicates.model import GroupRole
from tagger.gui.duplicates.words import certainty_text, freed_text, title_text
from tagger.gui.grid.delegate import expected, placed
from tagger.gui.grid.model import Index
from tagger.gui.icons import icon
from tagger.gui.item_painter import ItemPainter
from tagger.gui.language.core import said
from tagger.gui.tokens import RADIUS_PX, mixed

FindThumbnail = Callable[[int, int], QPixmap | None]
_GO_OPACITY = 0.35
_PLATE_PX, _GLYPH_PX = 20, 14
_LINE_GAP_PX = 4


class GroupDelegate(ItemPainter):
    """Paints a group. It only looks up.

    Attributes:
        place: Which photo of the current group is the current one.
    """

    def __init__(self, find: FindThumbnail, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find, self._marks = find, marks
        self.place = 0

    def paint_item(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, found = index.data(GroupRole.ENTRY), index.data(GroupRole.DETAILED)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._paint_ground(painter, option, focused=focused)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        current = self.place if focused else 0
        where = places(option.rect, len(entry.photo_ids), current, mirrored=mirrored)
        self._paint_words(painter, where.words, option, entry, found)
        active = bool(option.state & QStyle.StateFlag.State_Active)
        for number, square in enumerate(where.thumbnails, where.first):
            member = None if found is None else found.member(entry.photo_ids[number])
            painter.setOpacity(_GO_OPACITY if member is not None and self._marks.goes(member) else 1.0)
            shown = self._paint_photo(painter, square, entry.photo_ids[number])
            painter.setOpacity(1.0)
            self._paint_fate(painter, shown, member, keeper=number == 0)
            if focused and number == current:
                painter.setPen(QPen(theme.colour("accent" if active else "line_strong"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(square.adjusted(-2, -2, 2, 2), RADIUS_PX, RADIUS_PX)
        if where.more:
            self._paint_more(painter, where.thumbnails[-1], where.more)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, focused: bool) -> None:
        if focused:
            painter.fillRect(option.rect, QColor(theme.selected_surface(theme.current())))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            tokens = theme.current()
            painter.fillRect(option.rect, QColor(mixed(tokens.surface_0, tokens.text_strong, 0.04)))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_words(
        self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, entry: Entry, found: Detailed | None
    ) -> None:
        why = "" if found is None else self.tr("Keeps the first: {why}").format(why=said(found.why))
        if found is not None and found.group.reason:
            why = self.tr("Left alone: {reason}").format(reason=said(found.group.reason))
        lines = (
            (title_text(entry), "", True, "text_strong"),
            (freed_text(entry.bytes), "", False, "text"),
            (certainty_text(entry), "dim", False, "text_dim"),
        )
        top = room.top()
        for text, size, strong, token in lines:
            if text:
                font = theme.font("dim", strong=strong) if size else theme.font(strong=strong)
                top = _line(
                    painter, QRect(room.left(), top, room.width(), room.bottom() - top), font, token, text, option
                )
        painter.setFont(theme.font("dim"))
        painter.setPen(theme.colour("text_dim"))
        rest = QRect(room.left(), top, room.width(), room.bottom() - top)
        wrap = (
            int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop) | towards(option.direction, _LEFT) & ~_MIDDLE
        )
        painter.drawText(rest, wrap, why)

    def _paint_photo(self, painter: QPainter, square: QRect, photo_id: int) -> QRect:
        """Paint a photo as large as it fits; where it is."""
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._find(photo_id, round(square.width() * ratio))
        if pixmap is not None and not pixmap.isNull():
            shown = placed(square, pixmap.size(), ratio)
            painter.drawPixmap(shown, pixmap)
        else:
            shown = expected(square)
            painter.fillRect(shown, theme.colour("surface_1"))
        return shown

    def _paint_fate(self, painter: QPainter, shown: QRect, member: Member | None, *, keeper: bool) -> None:
        name, token = "", "text"
        if keeper:
            name, token = "accept", "accepted"
        elif member is None:
            return
        elif self._marks.goes(member):
            name, token = "reject", "rejected"
        elif self._marks.open(member):
            name, token = "waiting", "suggested"
        elif member.fate is Fate.STAY:
            return
        else:
            name, token = "accept", "text"
        plate = QRect(shown.left() + 2, shown.bottom() - _PLATE_PX - 1, _PLATE_PX, _PLATE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface_0", 0.88))
        painter.drawRoundedRect(QRectF(plate), RADIUS_PX, RADIUS_PX)
        glyph = QRect(0, 0, _GLYPH_PX, _GLYPH_PX)
        glyph.moveCenter(plate.center())
        icon(name, token).paint(painter, glyph)
        if keeper:
            painter.setPen(QPen(theme.colour("accepted"), 2))
            painter.drawLine(shown.left(), shown.bottom() + 4, shown.right(), shown.bottom() + 4)

    def _paint_more(self, painter: QPainter, square: QRect, more: int) -> None:
        text = f"+{more}"
        font = theme.font(strong=True)
        width = QFontMetrics(font).horizontalAdvance(text) + 12
        plate = QRect(square.right() - width - 1, square.top() + 2, width, _PLATE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface_0", 0.88))
        painter.drawRoundedRect(QRectF(plate), RADIUS_PX, RADIUS_PX)
        painter.setFont(font)
        painter.setPen(theme.colour("text_strong"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


_LEFT = Qt.AlignmentFlag.AlignLeft
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


def _line(painter: QPainter, room: QRect, font: QFont, token: str, text: str, option: QStyleOptionViewItem) -> int:
    """Write one line, shortened to the room; where the next one begins."""
    painter.setFont(font)
    metrics = QFontMetrics(painter.font())
    painter.setPen(theme.colour(token))
    line = QRect(room.left(), room.top(), room.width(), metrics.height())
    painter.drawText(
        line, towards(option.direction, _LEFT), metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    )
    return line.bottom() + 1 + _LINE_GAP_PX
