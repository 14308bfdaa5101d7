"""Suggestions of one photo as a list model that keeps every row in its place while the user decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from tagger.entities import TAG_SEPARATOR, Decision, Suggestion, SuggestionId
from tagger.gui.viewer.strokes import confidence_text, leaf
from tagger.review.agreement import Agreement

SUGGESTION_ROLE = int(Qt.ItemDataRole.UserRole) + 1
AGREEMENT_ROLE = int(Qt.ItemDataRole.UserRole) + 2

_ORDER = (Decision.SUGGESTED, Decision.ACCEPTED, Decision.DEFERRED, Decision.REJECTED)

Index = QModelIndex | QPersistentModelIndex


class SuggestionModel(QAbstractListModel):
    """One row for each suggestion: undecided first by confidence, then accepted, deferred and rejected.

    The order is made when the photo changes. A decision changes a row where it stands.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Suggestion] = []
        self._agreement: Mapping[SuggestionId, Agreement] = {}

    def set_agreement(self, found: Mapping[SuggestionId, Agreement]) -> None:
        """What other backends say of each suggestion; nothing where only one has answered."""
        self._agreement = found

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Take over the suggestions of a photo; rows already there keep their place, new ones are added below."""
        rows = self._arranged(suggestions)
        if [each.id for each in rows] == [each.id for each in self._rows]:
            self._replace(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """All rows from top to bottom."""
        return self._rows

    def suggestion(self, index: Index) -> Suggestion | None:
        """The suggestion of a row; None for no row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, identity: SuggestionId | None) -> QModelIndex:
        """The row of a suggestion; invalid where there is none."""
        rows = (row for row, each in enumerate(self._rows) if each.id == identity)
        return self.index(next(rows, -1), 0)

    def next_undecided(self, row: int) -> QModelIndex:
        """The first undecided row after ``row``, beginning again at the top; invalid where none is left."""
        count, row = len(self._rows), max(row, -1)
        after = ((row + step) % count for step in range(1, count + 1))
        found = (each for each in after if self._rows[each].decision == Decision.SUGGESTED)
        return self.index(next(found, -1), 0)

    def _arranged(self, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
        place = {each.id: row for row, each in enumerate(self._rows)} if self._same_photo(suggestions) else {}
        return sorted(suggestions, key=lambda each: (place.get(each.id, len(place)), *_rank(each)))

    def _same_photo(self, suggestions: Sequence[Suggestion]) -> bool:
        return {each.photo_id for each in suggestions} == {each.photo_id for each in self._rows}

    def _replace(self, rows: list[Suggestion]) -> None:
        changed = [row for row, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        suggestion = self.suggestion(index)
        if suggestion is None:
            return None
        if role == SUGGESTION_ROLE:
            return suggestion
        if role == Qt.ItemDataRole.DisplayRole:
            return leaf(suggestion)
        agreement = self._agreement.get(suggestion.id)
        if role == AGREEMENT_ROLE:
            return agreement
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([_tooltip(suggestion), *agreement_texts(agreement)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = f"{leaf(suggestion)}, {decision_text(suggestion.decision)}, {suggestion.confidence:.0%}"
            return ", ".join([told, *agreement_texts(agreement)])
        return None


def decision_text(decision: Decision) -> str:
    """The state in the reader's words."""
    return {
        Decision.SUGGESTED: QCoreApplication.translate("Decision", "waiting"),
        Decision.ACCEPTED: QCoreApplication.translate("Decision", "accepted"),
        Decision.REJECTED: QCoreApplication.translate("Decision", "rejected"),
        Decision.DEFERRED: QCoreApplication.translate("Decision", "deferred"),
    }[decision]


def agreement_texts(agreement: Agreement | None) -> list[str]:
    """What other backends say, in words."""
    if agreement is None:
        return []
    by, against = (", ".join(names) for names in (agreement.by, agreement.against))
    texts = [QCoreApplication.translate("Agreement", "{names} says so too").format(names=by)] if by else []
    if against:
        texts.append(QCoreApplication.translate("Agreement", "{names} has answered and does not").format(names=against))
    return texts


def _rank(suggestion: Suggestion) -> tuple[int, float, str]:
    return _ORDER.index(suggestion.decision), -suggestion.confidence, suggestion.label


def _tooltip(suggestion: Suggestion) -> str:
    tag = suggestion.tag.replace(TAG_SEPARATOR, " › ")
    seen = f"{suggestion.label} {confidence_text(suggestion.confidence)}"
    return f"{tag}\n{seen} · {suggestion.model or suggestion.backend}"
