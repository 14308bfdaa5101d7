"""Paints a row of the suggestion list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tagger.entities import TAG_SEPARATOR, Decision, Suggestion
from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.review.model import AGREEMENT_ROLE, SUGGESTION_ROLE
from tagger.gui.row_look import paint_ground
from tagger.gui.tokens import ICON_PX, RADIUS_PX
from tagger.gui.viewer.geometry import Rect
from tagger.gui.viewer.strokes import STROKES, Stroke, borders, confidence_text, fill, leaf
from tagger.gui.words import quoted
from tagger.review.agreement import Agreement

_SIDE_PX = 12
_GAP_PX = 8
_BAR_PX = 32
_NUMBER_PX = 28
_BUTTON_PX = 24
_LEAST_WORD_PX = 24

_MARKS = STROKES | {Decision.SUGGESTED: Stroke(on_px=4, period_px=7), Decision.DEFERRED: Stroke(on_px=2, period_px=4)}
"""The same lines at the size of an icon, whose sides are two dashes long."""


def button_rects(row: QRect, direction: Qt.LayoutDirection) -> dict[Decision, QRect]:
    """Where the two buttons of a row under the pointer are."""
    top = row.top() + (row.height() - _BUTTON_PX) // 2
    right = row.right() + 1 - _SIDE_PX + 4
    places = {
        Decision.ACCEPTED: QRect(right - 2 * _BUTTON_PX - 4, top, _BUTTON_PX, _BUTTON_PX),
        Decision.REJECTED: QRect(right - _BUTTON_PX, top, _BUTTON_PX, _BUTTON_PX),
    }
    return {decision: QStyle.visualRect(direction, row, place) for decision, place in places.items()}


class SuggestionDelegate(QStyledItemDelegate):
    """A row: state as line and mark, tag, where it comes from, and how sure the backend was.

    Attributes:
        hovered_row: The row under the pointer here or over its box in the viewer; -1 for none.
        pressable: Which button the pointer is over, for the row under the pointer; None for none.
        pointed: Whether the pointer is in the list, so that the hovered row shows its buttons.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self.pointed = False
        self.pressable: Decision | None = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        suggestion = index.data(SUGGESTION_ROLE)
        if not isinstance(suggestion, Suggestion):
            return
        hovered = index.row() == self.hovered_row
        row = _Row(painter, QRect(option.rect), option.direction, suggestion)
        agreement = index.data(AGREEMENT_ROLE)
        painter.save()
        paint_ground(painter, option, hovered=hovered)
        row.paint_state()
        if hovered and self.pointed:
            row.paint_buttons(self.pressable)
            row.paint_words(2 * _BUTTON_PX)
        else:
            row.paint_confidence()
            marked = row.paint_agreement(agreement) if isinstance(agreement, Agreement) else 0
            row.paint_words(_BAR_PX + _NUMBER_PX + marked)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, theme.row_px())


@dataclass(frozen=True, slots=True)
class _Row:
    """One row being painted; places are those for reading from the left, mirrored where one reads from the right."""

    painter: QPainter
    rect: QRect
    direction: Qt.LayoutDirection
    suggestion: Suggestion

    def paint_state(self) -> None:
        """A small box with the line of the state, and its mark in it: the same signs as on the photo."""
        painter, decision = self.painter, self.suggestion.decision
        stroke, ratio = STROKES[decision], painter.device().devicePixelRatioF()
        top = self.rect.top() + (self.rect.height() - ICON_PX) // 2
        place = self._placed(QRect(self.rect.left() + _SIDE_PX, top, ICON_PX, ICON_PX))
        box = Rect(place.left() + 1, place.top() + 1, place.right(), place.bottom())
        painter.setBrushOrigin(place.topLeft() - QPoint(1, 1))  # half a dash off, so that dashes meet in the corners
        fill(painter, borders([box], stroke.width_px), _MARKS[decision], theme.colour(decision.value), ratio)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if stroke.mark:
            icon(stroke.mark, decision.value).paint(painter, place.adjusted(3, 3, -3, -3))

    def paint_buttons(self, pressable: Decision | None) -> None:
        """Accept and reject for the mouse; the one under the pointer is raised."""
        painter = self.painter
        for decision, place in button_rects(self.rect, self.direction).items():
            if decision == pressable:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(theme.colour("line_strong"))
                painter.setBrush(theme.colour("surface_2"))
                painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
            icon(STROKES[decision].mark, decision.value).paint(painter, place.adjusted(4, 4, -4, -4))

    def paint_words(self, taken_px: int) -> None:
        """The tag by its last name, then its parent and the backend's own label where they say more."""
        left = self.rect.left() + _SIDE_PX + ICON_PX + _GAP_PX
        width = self.rect.right() + 1 - left - taken_px - _SIDE_PX - _GAP_PX
        place = QRect(left, self.rect.top(), width, self.rect.height())
        quiet = self.suggestion.decision == Decision.REJECTED
        strong = theme.font(strong=not quiet)
        used = self._paint_text(place, leaf(self.suggestion), strong, "text_dim" if quiet else "text_strong")
        rest, more = place.adjusted(used + _GAP_PX, 0, 0, 0), _more(self.suggestion)
        if more and rest.width() > _LEAST_WORD_PX:
            self._paint_text(rest, more, theme.font("dim"), "text_dim")

    def paint_confidence(self) -> None:
        """How sure the backend was, as a number beside a thin bar."""
        right, share = self.rect.right() + 1 - _SIDE_PX - _NUMBER_PX, self.suggestion.confidence
        number = self._placed(QRect(right, self.rect.top(), _NUMBER_PX, self.rect.height()))
        mirrored = self.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        self.painter.setFont(theme.font("dim"))
        self.painter.setPen(theme.colour("text"))
        # The mark keeps the point in front of the digits where one reads from the right.
        text = f"\N{LEFT-TO-RIGHT MARK}{confidence_text(share)}"
        self.painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side), text)
        top = self.rect.center().y()
        bar, filled = (QRect(right - _BAR_PX, top, width, 3) for width in (_BAR_PX, round(_BAR_PX * share)))
        self.painter.fillRect(self._placed(bar), theme.colour("line"))
        self.painter.fillRect(self._placed(filled), theme.colour("text_dim"))

    def paint_agreement(self, agreement: Agreement) -> int:
        """The mark of what other backends say, before the bar; the width it took."""
        side = ICON_PX - 2
        left = self.rect.right() + 1 - _SIDE_PX - _NUMBER_PX - _BAR_PX - _GAP_PX - side
        place = self._placed(QRect(left, self.rect.top() + (self.rect.height() - side) // 2, side, side))
        icon("agrees" if agreement.by else "disagrees", "text" if agreement.by else "text_dim").paint(
            self.painter, place
        )
        return side + _GAP_PX

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.direction, self.rect, place)

    def _paint_text(self, place: QRect, text: str, font: QFont, token: str) -> int:
        """Paint a text where one begins to read, shortened to its place; the width it took."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = QStyle.visualAlignment(self.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.painter.setFont(font)
        self.painter.setPen(theme.colour(token))
        self.painter.drawText(self._placed(place), int(side | Qt.AlignmentFlag.AlignAbsolute), shown)
        return metrics.horizontalAdvance(shown)


def _more(suggestion: Suggestion) -> str:
    parents = suggestion.tag.split(TAG_SEPARATOR)[:-1]
    other = suggestion.label if suggestion.label.casefold() != leaf(suggestion).casefold() else ""
    return " · ".join(part for part in (*parents[-1:], quoted(other) if other else "") if part)
