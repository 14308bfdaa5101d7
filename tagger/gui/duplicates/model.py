"""The groups as a model: numbers of all of them, and what else there is to say of those that are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from tagger.duplicates.overview import Detailed, Entry
from tagger.gui.duplicates.marks import Marks
from tagger.gui.duplicates.words import certainty_text, fate_text, freed_text, title_text
from tagger.gui.grid.model import Index
from tagger.gui.grid.summaries import CHUNK, Fetch, Summaries
from tagger.gui.language.core import said


class GroupRole(IntEnum):
    """What a row needs beyond the roles of Qt."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    DETAILED = Qt.ItemDataRole.UserRole + 2


class GroupModel(QAbstractListModel):
    """Groups in the order given; `data` only looks up.

    ``fetch`` is asked for details of the groups that somebody looks at, see `Summaries`.

    Attributes:
        marks: Which photos are to go.
    """

    def __init__(self, fetch: Fetch[Detailed], marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = marks
        self._entries: Sequence[Entry] = ()
        self._rows: dict[int, int] = {}
        self._details: Summaries[Detailed] = Summaries(fetch, self._chunk, self)
        self._details.changed.connect(self.repaint_groups)

    @property
    def entries(self) -> Sequence[Entry]:
        """The groups that are listed."""
        return self._entries

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these groups; what was known of them is fetched again where it is looked at."""
        self.beginResetModel()
        self._entries = entries
        self._rows = {entry.id: row for row, entry in enumerate(entries)}
        self._details.forget_rows()
        self._details.refresh_all()
        self.endResetModel()

    def row_of(self, group_id: int) -> int:
        """The row of a group, -1 if it is not listed."""
        return self._rows.get(group_id, -1)

    def entry_at(self, row: int) -> Entry | None:
        """The group in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def detailed_at(self, row: int) -> Detailed | None:
        """All there is to say of the group in a row; None while it is on its way, which is asked for."""
        entry = self.entry_at(row)
        found = None if entry is None else self._details.find(entry.id, row)
        # What is older than the list may tell of photos that are in another group by now.
        return found if found is not None and entry is not None and found.group.keeper == entry.photo_ids[0] else None

    def repaint_groups(self, group_ids: Iterable[int]) -> None:
        """These groups look different."""
        rows = [self._rows[each] for each in group_ids if each in self._rows]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def repaint(self) -> None:
        """Any group may look different."""
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def _chunk(self, number: int) -> Sequence[int]:
        return [entry.id for entry in self._entries[number * CHUNK : (number + 1) * CHUNK]]

    def _words(self, entry: Entry, found: Detailed | None) -> str:
        """A row for those who listen to it."""
        parts = [title_text(entry), freed_text(entry.bytes), certainty_text(entry)]
        if found is not None:
            parts.append(said(found.why))
            for member in found.members:
                goes, waits = self.marks.goes(member), self.marks.open(member)
                parts.append(f"{member.photo.name}: {fate_text(member.fate, goes=goes, waits=waits)}")
        return ", ".join(part for part in parts if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of groups."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A group, in words or as it is."""
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == GroupRole.ENTRY:
            return entry
        if role == GroupRole.DETAILED:
            return self.detailed_at(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(entry, self.detailed_at(index.row()))
        return title_text(entry) if role == Qt.ItemDataRole.DisplayRole else None
