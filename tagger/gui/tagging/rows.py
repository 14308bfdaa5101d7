"""Rows that count: a name, how far it reaches over the selection, and buttons; as a list model that keeps its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Count:
    """A number at the end of a row, after an icon where one is given, in the colour of a token."""

    text: str
    icon: str = ""
    token: str = "text_dim"


@dataclass(frozen=True, slots=True)
class Button:
    """A button that a row shows under the pointer."""

    name: str
    icon: str
    token: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        key: Tells it from the others.
        title: What it is about.
        more: Quiet words after the title, where there is room.
        mark: Icon in the box at its beginning; none leaves the box empty.
        token: Colour of box and mark.
        spoken: What a screen reader says, state included.
    """

    key: str
    title: str
    spoken: str
    more: str = ""
    mark: str = ""
    token: str = "text"
    tooltip: str = ""
    quiet: bool = False
    counts: tuple[Count, ...] = ()
    buttons: tuple[Button, ...] = field(default=(), compare=False)


class RowModel(QAbstractListModel):
    """Rows in the order given. Those that are the same rows again only change where they stand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> bool:
        """Show these rows; False where they are those shown before, apart from what they say."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
            self._rows = list(rows)
            for place in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        return True

    @property
    def rows(self) -> Sequence[Row]:
        """All rows from top to bottom."""
        return self._rows

    def row(self, index: Index) -> Row | None:
        """The row at a place; None for none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: str | None) -> QModelIndex:
        """Where a row is; invalid where it is not."""
        return self.index(next((place for place, row in enumerate(self._rows) if row.key == key), -1), 0)

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tooltip or row.spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None
