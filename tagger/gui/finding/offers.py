"""The list below the search field: what can be typed next, or what is wrong with what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from tagger.errors import QueryError
from tagger.gui import theme
from tagger.gui.direction import towards
from tagger.gui.grid.model import Index
from tagger.gui.language.core import said
from tagger.gui.tokens import RADIUS_PX
from tagger.gui.words import counted, grouped
from tagger.store.query.completion import Offer

MOST_ROWS = 9
MIN_WIDTH_PX = 420
_EDGE_PX = 12
_OFFER = Qt.ItemDataRole.UserRole + 1


class Offers(QFrame):
    """Floats over the window below the field, without ever taking the focus from it.

    Signals:
        chosen(Offer): by a click, or by `choose` for the marked one.
    """

    chosen = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_OfferDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("What can be searched for"))
        self._list.clicked.connect(self._clicked)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.RichText)
        self._problem.setMargin(8)
        self.setProperty("role", "palette")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.setSpacing(0)
        layout.addWidget(self._problem)
        layout.addWidget(self._list)
        self.hide()

    @property
    def problem(self) -> str:
        """What is said to be wrong, as plain text; empty where nothing is."""
        return self._problem.accessibleDescription() if self._problem.isVisibleTo(self) else ""

    @property
    def offers(self) -> list[Offer]:
        """What is offered."""
        return [self._model.item(row).data(_OFFER) for row in range(self._model.rowCount())]

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these, none of them marked."""
        self._model.clear()
        for offer in offers:
            item = QStandardItem(offer.shown)
            item.setData(offer, _OFFER)
            item.setData(self._read_out(offer), Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            self._model.appendRow(item)
        self._list.setVisible(bool(offers))
        self._problem.hide()
        self._place()

    def show_problem(self, text: str, error: QueryError) -> None:
        """Say what is wrong with a text, where, and what is allowed."""
        column = min(max(error.column or 0, 0), len(text))
        end = _end_of_word(text, column)
        marked = text[column:end] or " "
        colours = theme.current()
        self._problem.setText(
            f"<p style='margin:0; color:{colours.text_strong}'>{_html(said(error.message))}</p>"
            f"<p style='margin:4px 0'>{_html(text[max(column - 30, 0) : column])}"
            f"<span style='text-decoration:underline; color:{colours.rejected}'>{_html(marked)}</span>"
            f"{_html(text[end : end + 30])}</p>"
            f"<p style='margin:0; color:{colours.text_dim}'>{_html(said(error.advice))}</p>"
        )
        self._problem.setAccessibleDescription(f"{said(error.message)} {said(error.advice)}")
        self._model.clear()
        self._list.hide()
        self._problem.show()
        self._place()

    def step(self, by: int) -> None:
        """Mark the next or previous offer; before the first one there is the field itself."""
        row = self._list.currentIndex().row() + by
        count = self._model.rowCount()
        if row < 0 or row >= count:
            self._list.setCurrentIndex(QModelIndex() if row < 0 else self._model.index(count - 1, 0))
            return
        self._list.setCurrentIndex(self._model.index(row, 0))

    @property
    def marked(self) -> Offer | None:
        """The marked offer."""
        index = self._list.currentIndex()
        return index.data(_OFFER) if index.isValid() else None

    def sizeHint(self) -> QSize:
        width = max(self._field.width(), MIN_WIDTH_PX)
        if self._problem.isVisibleTo(self):
            return QSize(width, self._problem.heightForWidth(width - 2) + 10)
        return QSize(width, min(self._model.rowCount(), MOST_ROWS) * theme.row_px() + 10)

    def _place(self) -> None:
        """Below the field, over everything else of its window."""
        if not self._model.rowCount() and not self._problem.isVisibleTo(self):
            self.hide()
            return
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        size = self.sizeHint().boundedTo(window.size())
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if self._field.isRightToLeft():
            corner.setX(self._field.mapTo(window, QPoint(self._field.width(), 0)).x() - size.width())
        corner.setX(min(max(corner.x(), 0), window.width() - size.width()))
        self.setGeometry(QRect(corner, size))
        self.show()
        self.raise_()

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_OFFER))

    def _read_out(self, offer: Offer) -> str:
        number = counted(offer.count, self.tr("1 photo"), self.tr("{n} photos")) if offer.count else ""
        return ", ".join(filter(None, (offer.shown, said(offer.explanation), number)))


class _OfferDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.row_px())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer = index.data(_OFFER)
        painter.save()
        rect = option.rect.adjusted(4, 0, -4, 0)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            marked = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent", 0.24) if marked else theme.colour("surface_2"))
            painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        room = rect.adjusted(_EDGE_PX - 4, 0, 4 - _EDGE_PX, 0)
        end = grouped(offer.count) if offer.count else ""
        used = _text(painter, option, room, end, "dim", "text_dim", at_end=True)
        room = _cut(option, room, used, at_end=True)
        used = _text(painter, option, room, offer.shown, "", "text_strong")
        _text(painter, option, _cut(option, room, used), said(offer.explanation), "dim", "text_dim")
        painter.restore()


def _text(
    painter: QPainter,
    option: QStyleOptionViewItem,
    room: QRect,
    text: str,
    role: str,
    token: str,
    *,
    at_end: bool = False,
) -> int:
    font = theme.font(role) if role else theme.font()
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, towards(option.direction, side), shown)
    return metrics.horizontalAdvance(shown) + (_EDGE_PX if shown else 0)


def _cut(option: QStyleOptionViewItem, room: QRect, px: int, *, at_end: bool = False) -> QRect:
    right = (option.direction == Qt.LayoutDirection.RightToLeft) != at_end
    return room.adjusted(0, 0, -px, 0) if right else room.adjusted(px, 0, 0, 0)


def _end_of_word(text: str, column: int) -> int:
    end = column
    while end < len(text) and not text[end].isspace():
        end += 1
    return end


def _html(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("  ", "&nbsp; ")
