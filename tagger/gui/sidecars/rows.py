"""Lists of any length in one look: each row a text with a sign, in a colour of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from tagger.gui import theme
from tagger.gui.icons import icon

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        text: As it is read, with the mark that tells its kind without colour.
        token: Of its colour.
        sign: Name of its icon; empty for none.
        strong: Whether it heads the rows below.
        key: What it stands for.
        tip: More of it.
    """

    text: str
    token: str = "text"
    sign: str = ""
    strong: bool = False
    key: object = None
    tip: str = ""


class Rows(QAbstractListModel):
    """Rows that may be very many; `data` only looks up."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def add(self, rows: Sequence[Row]) -> None:
        """Show these too, below the others."""
        if rows:
            self.beginInsertRows(_ROOT, len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def at(self, index: Index) -> Row | None:
        """The row of an index."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or row.text
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(row.token)
        if role == Qt.ItemDataRole.FontRole and row.strong:
            return theme.font(strong=True)
        if role == Qt.ItemDataRole.DecorationRole and row.sign:
            return icon(row.sign, row.token)
        return None
