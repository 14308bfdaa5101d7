"""The lines of the palette that fit what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tagger.gui.palette.entries import Entry, ranked

Index = QModelIndex | QPersistentModelIndex
_MOST = 200
"""More lines than anybody reads; typing on is faster."""


class PaletteRole(IntEnum):
    """What a row needs beyond the roles of Qt."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class PaletteModel(QAbstractListModel):
    """Entries, best first; read-only, looked up only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Entry] = ()
        self._recent: Sequence[str] = ()
        self._shown: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        """Take what can be run now; nothing is typed yet."""
        self._all, self._recent = entries, recent
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """List what fits."""
        self.beginResetModel()
        self._shown = ranked(self._all, typed, self._recent)[:_MOST]
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The entry of an index, None for an invalid one."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEnabled if entry.enabled else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, self._words(entry)))
            case PaletteRole.ENTRY:
                return entry
        return None

    def _words(self, entry: Entry) -> list[str]:
        state = "" if entry.checked is None else self.tr("on") if entry.checked else self.tr("off")
        return [entry.title, state, entry.path, entry.keys, "" if entry.enabled else self.tr("not available now")]
