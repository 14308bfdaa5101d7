"""Paints a row that counts: a box with its mark, the name, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.row_look import paint_ground
from tagger.gui.tagging.rows import ROW_ROLE, Button, Count, Row
from tagger.gui.tokens import ICON_PX, RADIUS_PX

SIDE_PX = 12
_GAP_PX = 8
_SMALL_ICON_PX = 12
_BUTTON_PX = 24
_LEAST_WORD_PX = 24


def button_rects(
    row: QRect, buttons: tuple[Button, ...], direction: Qt.LayoutDirection, side_px: int = SIDE_PX
) -> dict[str, QRect]:
    """Where the buttons of a row under the pointer are, by their names."""
    top = row.top() + (row.height() - _BUTTON_PX) // 2
    left = row.right() + 1 - side_px + 4 - len(buttons) * (_BUTTON_PX + 4) + 4
    places = {
        button.name: QRect(left + number * (_BUTTON_PX + 4), top, _BUTTON_PX, _BUTTON_PX)
        for number, button in enumerate(buttons)
    }
    return {name: QStyle.visualRect(direction, row, place) for name, place in places.items()}


class RowDelegate(QStyledItemDelegate):
    """Paints rows.

    Attributes:
        hovered_row: The row under the pointer; -1 for none.
        side_px: Room at both ends of a row.
        pressable: Name of its button under the pointer; empty for none.
    """

    def __init__(self, side_px: int = SIDE_PX, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.side_px = side_px
        self.hovered_row = -1
        self.pressable = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        hovered = index.row() == self.hovered_row
        painter.save()
        paint_ground(painter, option, hovered=hovered)
        painted = _Painted(painter, QRect(option.rect), option.direction, row, self.side_px)
        painted.mark()
        taken = painted.buttons(self.pressable) if hovered and row.buttons else painted.counts()
        painted.words(taken)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, theme.row_px())


@dataclass(frozen=True, slots=True)
class _Painted:
    """One row being painted; places are those for reading from the left, mirrored where one reads from the right."""

    painter: QPainter
    rect: QRect
    direction: Qt.LayoutDirection
    row: Row
    side_px: int

    def mark(self) -> None:
        """A box as of a check box, with the mark of the state in it."""
        top = self.rect.top() + (self.rect.height() - ICON_PX) // 2
        place = self._placed(QRect(self.rect.left() + self.side_px, top, ICON_PX, ICON_PX))
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(theme.colour(self.row.token))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_PX - 1, RADIUS_PX - 1)
        self.painter.restore()
        if self.row.mark:
            icon(self.row.mark, self.row.token).paint(self.painter, place.adjusted(3, 3, -3, -3))

    def buttons(self, pressable: str) -> int:
        """What the mouse can do; the button under the pointer is raised. The width they took."""
        painter, buttons = self.painter, self.row.buttons
        places = button_rects(self.rect, buttons, self.direction, self.side_px)
        for button in buttons:
            place = places[button.name]
            if button.name == pressable:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(theme.colour("line_strong"))
                painter.setBrush(theme.colour("surface_2"))
                painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
                painter.restore()
            icon(button.icon, button.token).paint(painter, place.adjusted(4, 4, -4, -4))
        return len(buttons) * (_BUTTON_PX + 4)

    def counts(self) -> int:
        """The numbers at the end, the last one outermost; the width they took."""
        right, font = self.rect.right() + 1 - self.side_px, theme.font("dim")
        metrics = QFontMetrics(font)
        for count in reversed(self._fitting(metrics)):
            width = metrics.horizontalAdvance(count.text)
            self._text(
                QRect(right - width, self.rect.top(), width + 1, self.rect.height()), count.text, font, count.token
            )
            right -= width
            if count.icon:
                top = self.rect.top() + (self.rect.height() - _SMALL_ICON_PX) // 2
                place = QRect(right - _SMALL_ICON_PX - 3, top, _SMALL_ICON_PX, _SMALL_ICON_PX)
                icon(count.icon, count.token).paint(self.painter, self._placed(place))
                right -= _SMALL_ICON_PX + 3
            right -= _GAP_PX
        return self.rect.right() + 1 - self.side_px - right

    def _fitting(self, metrics: QFontMetrics) -> list[Count]:
        """The first counts, as many as leave half of the row to its title; all of them are in the tooltip."""
        room = (self.rect.width() - 2 * self.side_px) // 2
        found: list[Count] = []
        for count in self.row.counts:
            room -= metrics.horizontalAdvance(count.text) + _GAP_PX + (_SMALL_ICON_PX + 3 if count.icon else 0)
            if room < 0 and found:
                break
            found.append(count)
        return found

    def words(self, taken_px: int) -> None:
        """The title, then quietly what stands above it."""
        left = self.rect.left() + self.side_px + ICON_PX + _GAP_PX
        width = self.rect.right() + 1 - left - taken_px - self.side_px
        place = QRect(left, self.rect.top(), max(width, 0), self.rect.height())
        token = "text_dim" if self.row.quiet else "text_strong"
        used = self._text(place, self.row.title, theme.font(strong=not self.row.quiet), token)
        rest = place.adjusted(used + _GAP_PX, 0, 0, 0)
        if self.row.more and rest.width() > _LEAST_WORD_PX:
            self._text(rest, self.row.more, theme.font("dim"), "text_dim")

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.rect, place)

    def _text(self, place: QRect, text: str, font: QFont, token: str) -> int:
        """Paint a text where one begins to read, shortened to its place; the width it took."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = QStyle.visualAlignment(self.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.painter.setFont(font)
        self.painter.setPen(theme.colour(token))
        self.painter.drawText(self._placed(place), int(side | Qt.AlignmentFlag.AlignAbsolute), shown)
        return metrics.horizontalAdvance(shown)
