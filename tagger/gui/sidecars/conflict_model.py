"""The conflicts as a table of any length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tagger.gui import theme
from tagger.gui.sidecars import telling
from tagger.store.conflicts import Conflict

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
PHOTO, PROPERTY, MINE, THEIRS, BASE = range(5)


class ConflictModel(QAbstractTableModel):
    """One row for each property of each photo."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.found: Sequence[Conflict] = ()
        self._names: Mapping[int, str] = {}

    def fill(self, found: Sequence[Conflict], names: Mapping[int, str]) -> None:
        """Show these; ``names`` are those of the photos."""
        self.beginResetModel()
        self.found, self._names = found, names
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.found):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self.found[index.row()], index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == BASE:
            return theme.colour("text_dim")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        titles = (self.tr("Photo"), self.tr("What"), self.tr("Mine"), self.tr("Theirs"), self.tr("Before"))
        return titles[section]

    def _text(self, conflict: Conflict, column: int) -> str:
        if column == PHOTO:
            return self._names.get(conflict.photo_id, "")
        if column == PROPERTY:
            return telling.property_text(conflict.property)
        value = {MINE: conflict.mine, THEIRS: conflict.theirs, BASE: conflict.base}[column]
        return telling.value_text(conflict, value)
