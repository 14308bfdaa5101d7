"""The list of suggestions of one photo, for deciding by key or by mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from tagger.entities import Decision, Suggestion, SuggestionId
from tagger.gui import row_look, theme
from tagger.gui.review.delegate import SuggestionDelegate, button_rects
from tagger.gui.review.model import SuggestionModel
from tagger.review.agreement import Agreement

_NAVIGATION = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class SuggestionList(QListView):
    """Suggestions as rows. Of the keys it takes those that move in it; deciding is a command of the window.

    Signals:
        decided: The ids of suggestions (list) and the `Decision` wanted for them; nothing is changed here.
        hovered: The `SuggestionId` of the row under the pointer, or None.
        current_changed: The `SuggestionId` of the current row, or None.
    """

    decided = Signal(object, object)
    hovered = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestions = SuggestionModel(self)
        self._delegate = SuggestionDelegate(self)
        self._pressed_button: tuple[QModelIndex, Decision] | None = None
        self.setModel(self._suggestions)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        row_look.set_up(self, self.tr("Suggestions"))
        self.selectionModel().currentChanged.connect(self._tell_current)

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Show the suggestions of a photo; selection, current row and scroll place stay where they can."""
        current, selected = self.current, set(self.selected_ids())
        self._suggestions.set_suggestions(suggestions)
        if self.current is None and current is not None:
            self._restore(current, selected)
        self._delegate.hovered_row = -1
        self.updateGeometry()
        self.viewport().update()

    def set_agreement(self, found: Mapping[SuggestionId, Agreement]) -> None:
        """Mark what other backends say of the suggestions."""
        self._suggestions.set_agreement(found)
        self.viewport().update()

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """The rows from top to bottom."""
        return self._suggestions.suggestions

    @property
    def current(self) -> SuggestionId | None:
        """The current suggestion."""
        suggestion = self._suggestions.suggestion(self.currentIndex())
        return suggestion.id if suggestion is not None else None

    def selected_ids(self) -> list[SuggestionId]:
        """The selected suggestions from top to bottom; the current one where none is selected."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row) or [self.currentIndex()]
        found = (self._suggestions.suggestion(row) for row in rows)
        return [each.id for each in found if each is not None]

    def set_current(self, identity: SuggestionId | None) -> None:
        """Make a suggestion the current and only selected one."""
        index = self._suggestions.index_of(identity)
        if index.isValid() and index == self.currentIndex() and self.selectionModel().isSelected(index):
            return
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.selectionModel().clear()

    def set_hovered(self, identity: SuggestionId | None) -> None:
        """Emphasise a row because its box is under the pointer; tells nobody."""
        self._set_hovered_row(self._suggestions.index_of(identity).row(), pointed=False)

    def decide(self, decision: Decision) -> None:
        """Ask for a decision on what is selected."""
        if ids := self.selected_ids():
            self.decided.emit(ids, decision)

    def go_next_undecided(self, *, around: bool = True) -> bool:
        """Make the next undecided row the current one, ``around`` from the top again; False where none is left."""
        current = self.currentIndex()
        # Taking the focus makes the first row current without selecting it: the user has not been there yet.
        been_there = self.selectionModel().isSelected(current)
        index = self._suggestions.next_undecided(current.row() if been_there else current.row() - 1)
        if not index.isValid() or not (around or index.row() > current.row() or not been_there):
            return False
        self.setCurrentIndex(index)
        return True

    def _restore(self, current: SuggestionId, selected: set[SuggestionId]) -> None:
        index = self._suggestions.index_of(current)
        if index.isValid():
            self.setCurrentIndex(index)
            for identity in selected:
                row = self._suggestions.index_of(identity)
                self.selectionModel().select(row, QItemSelectionModel.SelectionFlag.Select)
        else:
            self.current_changed.emit(None)

    def _tell_current(self, index: QModelIndex, _previous: QModelIndex) -> None:
        suggestion = self._suggestions.suggestion(index)
        self.current_changed.emit(suggestion.id if suggestion is not None else None)

    def _set_hovered_row(self, row: int, *, pointed: bool, pressable: Decision | None = None) -> bool:
        delegate = self._delegate
        moved = row != delegate.hovered_row
        if moved or pressable != delegate.pressable or pointed != delegate.pointed:
            delegate.hovered_row, delegate.pointed, delegate.pressable = row, pointed, pressable
            self.viewport().update()
        return moved

    def _point_at(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if self._set_hovered_row(index.row(), pointed=True, pressable=self._button_at(index, place)):
            suggestion = self._suggestions.suggestion(index)
            self.hovered.emit(suggestion.id if suggestion is not None else None)

    def _button_at(self, index: QModelIndex, place: QPoint) -> Decision | None:
        if not index.isValid():
            return None
        rects = button_rects(self.visualRect(index), self.layoutDirection()).items()
        return next((decision for decision, rect in rects if rect.contains(place)), None)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(240, self.model().rowCount() * theme.row_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, min(self.model().rowCount(), 4) * theme.row_px())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._set_hovered_row(-1, pointed=False):
            self.hovered.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        button = self._button_at(index, place)
        if event.button() == Qt.MouseButton.LeftButton and button is not None:
            self._pressed_button = index, button
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_button is None:
            super().mouseReleaseEvent(event)
            return
        index, button = self._pressed_button
        self._pressed_button = None
        place = event.position().toPoint()
        suggestion = self._suggestions.suggestion(index)
        if suggestion is not None and self.indexAt(place) == index and self._button_at(index, place) == button:
            self.decided.emit([suggestion.id], button)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _NAVIGATION or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()
