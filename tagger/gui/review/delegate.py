"""Paints a row of the suggestion list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tagger.entities import TAG_SEPARATOR, Decision, Suggestion
from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.review.model import SUGGESTION_ROLE
from tagger.gui.tokens import ICON_PX, ROW_PX
from tagger.gui.viewer.geometry import Rect
from tagger.gui.viewer.strokes import STROKES, Stroke, borders, confidence_text, fill, leaf

_SIDE_PX = 12
_GAP_PX = 8
_BAR_PX = 32
_NUMBER_PX = 28
_BUTTON_PX = 24

_MARKS = STROKES | {Decision.SUGGESTED: Stroke(on_px=4, period_px=7), Decision.DEFERRED: Stroke(on_px=2, period_px=4)}
"""The same lines at the size of an icon, whose sides are two dashes long."""


def button_rects(row: QRect) -> dict[Decision, QRect]:
    """Where the two buttons of a row under the pointer are."""
    top = row.top() + (row.height() - _BUTTON_PX) // 2
    right = row.right() + 1 - _SIDE_PX + 4
    return {
        Decision.ACCEPTED: QRect(right - 2 * _BUTTON_PX - 4, top, _BUTTON_PX, _BUTTON_PX),
        Decision.REJECTED: QRect(right - _BUTTON_PX, top, _BUTTON_PX, _BUTTON_PX),
    }


class SuggestionDelegate(QStyledItemDelegate):
    """A row: state as line and mark, tag, where it comes from, and how sure the backend was.

    Attributes:
        hovered_row: The row under the pointer here or over its box in the viewer; -1 for none.
        pressable: Which button the pointer is over, for the row under the pointer; None for none.
        pointed: Whether the pointer is in the list, so that the hovered row shows its buttons.
    """

    def __init__(self) -> None:
        super().__init__()
        self.hovered_row = -1
        self.pointed = False
        self.pressable: Decision | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        suggestion = index.data(SUGGESTION_ROLE)
        if not isinstance(suggestion, Suggestion):
            return
        row, hovered = QRect(option.rect), index.row() == self.hovered_row
        painter.save()
        self._paint_ground(painter, option, hovered)
        _paint_state(painter, row, suggestion)
        buttons = hovered and self.pointed
        self._paint_buttons(painter, row, suggestion) if buttons else _paint_confidence(painter, row, suggestion)
        left = row.left() + _SIDE_PX + ICON_PX + _GAP_PX
        taken = _SIDE_PX + (2 * _BUTTON_PX if buttons else _BAR_PX + _NUMBER_PX) + _GAP_PX
        _paint_words(painter, QRect(left, row.top(), row.right() - left - taken, row.height()), suggestion)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, ROW_PX)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, hovered: bool) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, QColor(theme.selected_surface(theme.current())))
        elif hovered:
            painter.fillRect(option.rect, theme.colour("surface_2"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(QRect(option.rect).adjusted(0, 0, -1, -1))

    def _paint_buttons(self, painter: QPainter, row: QRect, suggestion: Suggestion) -> None:
        for decision, place in button_rects(row).items():
            if decision == self.pressable:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(theme.colour("line_strong"))
                painter.setBrush(theme.colour("surface_2"))
                painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            inner = place.adjusted(4, 4, -4, -4)
            icon(STROKES[decision].mark, decision.value).paint(painter, inner)


def _paint_state(painter: QPainter, row: QRect, suggestion: Suggestion) -> None:
    """A small box with the line of the state, and its mark in it: the same signs as on the photo."""
    stroke, ratio = STROKES[suggestion.decision], painter.device().devicePixelRatioF()
    place = QRect(row.left() + _SIDE_PX, row.top() + (row.height() - ICON_PX) // 2, ICON_PX, ICON_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    box, colour = (
        Rect(place.left() + 1, place.top() + 1, place.right(), place.bottom()),
        theme.colour(suggestion.decision.value),
    )
    painter.setBrushOrigin(box.left - 2, box.top - 2)  # half a dash, so that dashes meet in the corners
    fill(painter, borders([box], stroke.width_px), _MARKS[suggestion.decision], colour, ratio)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if stroke.mark:
        icon(stroke.mark, suggestion.decision.value).paint(painter, place.adjusted(3, 3, -3, -3))


def _paint_words(painter: QPainter, place: QRect, suggestion: Suggestion) -> None:
    """The tag by its last name, then its parent and the backend's own label where they say more."""
    name, more = leaf(suggestion), _more(suggestion)
    strong = theme.font(strong=suggestion.decision != Decision.REJECTED)
    quiet = suggestion.decision == Decision.REJECTED
    used = _paint_text(painter, place, name, strong, "text_dim" if quiet else "text_strong")
    rest = place.adjusted(used + _GAP_PX, 0, 0, 0)
    if more and rest.width() > 24:
        _paint_text(painter, rest, more, theme.font("dim"), "text_dim")


def _paint_text(painter: QPainter, place: QRect, text: str, font: QFont, token: str) -> int:
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    return metrics.horizontalAdvance(shown)


def _more(suggestion: Suggestion) -> str:
    parents = suggestion.tag.split(TAG_SEPARATOR)[:-1]
    other = suggestion.label if suggestion.label.casefold() != leaf(suggestion).casefold() else ""
    return " · ".join(part for part in (*parents[-1:], f"“{other}”" if other else "") if part)


def _paint_confidence(painter: QPainter, row: QRect, suggestion: Suggestion) -> None:
    number = QRect(row.right() + 1 - _SIDE_PX - _NUMBER_PX, row.top(), _NUMBER_PX, row.height())
    painter.setFont(theme.font("dim"))
    painter.setPen(theme.colour("text"))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
    painter.drawText(number, flags, confidence_text(suggestion.confidence))
    bar = QRect(number.left() - _BAR_PX, row.center().y(), _BAR_PX, 3)
    painter.fillRect(bar, theme.colour("line"))
    painter.fillRect(QRect(bar.left(), bar.top(), round(_BAR_PX * suggestion.confidence), 3), theme.colour("text_dim"))
