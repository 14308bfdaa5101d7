"""The suggestions of one label as a model that holds ids and confidences and looks everything else up."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal

from tagger.gui.grid.model import COALESCE_MS, Index
from tagger.gui.grid.rows import Rows, ranges
from tagger.gui.grid.summaries import CHUNK, Fetch, Summaries
from tagger.gui.viewer.strokes import confidence_text
from tagger.review.by_label import Shown, Waiting

NOTHING = Waiting(np.empty(0, np.int64), np.empty(0, np.float64))


class Fate(StrEnum):
    """What will become of a suggestion when the label is decided."""

    ACCEPT = "accept"
    LEAVE = "leave"
    OUT = "out"


class CropRole(IntEnum):
    """What a cell needs beyond the roles of Qt."""

    SUGGESTION_ID = Qt.ItemDataRole.UserRole + 1
    SHOWN = Qt.ItemDataRole.UserRole + 2
    CONFIDENCE = Qt.ItemDataRole.UserRole + 3
    FATE = Qt.ItemDataRole.UserRole + 4


_FATES = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, CropRole.FATE]


class CropModel(QAbstractListModel):
    """Suggestions by confidence, a threshold among them, and those that were taken out.

    `data` only looks up: it opens no file, emits nothing and never raises.

    Attributes:
        threshold: Confidence from which on suggestions will be accepted.
        title: What the label is called, for screen readers.

    Signals:
        plan_changed: The threshold or what is taken out changed.
    """

    plan_changed = Signal()

    def __init__(
        self,
        fetch: Fetch[Shown],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.threshold = 0.5
        self.title = ""
        self._waiting = NOTHING
        self._reversed = False
        self._rows = Rows()
        self._out = np.empty(0, np.bool_)  # by place among `waiting`, not by row
        self._above = 0
        self._details = Summaries(fetch, self._chunk, self)
        self._details.changed.connect(self._note)
        self._changed: set[int] = set()
        self._timer = QTimer(self, singleShot=True, interval=COALESCE_MS)
        self._timer.timeout.connect(self._announce)

    @property
    def waiting(self) -> Waiting:
        """The suggestions, the most certain first."""
        return self._waiting

    @property
    def taken_out(self) -> NDArray[np.int64]:
        """Ids that will be rejected."""
        return self._waiting.ids[self._out]

    @property
    def out(self) -> int:
        """How many will be rejected."""
        return int(np.count_nonzero(self._out))

    @property
    def above(self) -> int:
        """How many are at or above the threshold, taken out or not."""
        return self._above

    @property
    def accepted(self) -> int:
        """How many will be accepted."""
        return self._above - int(np.count_nonzero(self._out[: self._above]))

    @property
    def reversed(self) -> bool:
        """Whether the least certain come first."""
        return self._reversed

    @property
    def line_row(self) -> int:
        """The row before which the line is drawn, 0 to the number of rows."""
        return len(self._rows) - self._above if self._reversed else self._above

    def show(self, waiting: Waiting, threshold: float, taken_out: Sequence[int] | NDArray[np.int64] = ()) -> None:
        """Show these; of what is taken out only those remain that are among them."""
        self.beginResetModel()
        self._waiting, self.threshold = waiting, threshold
        self._out = np.isin(waiting.ids, np.asarray(taken_out, dtype=np.int64))
        self._arrange()
        self.endResetModel()
        self.plan_changed.emit()

    def set_reversed(self, on: bool) -> None:
        """Put the least certain first, or last again."""
        if on != self._reversed:
            self.beginResetModel()
            self._reversed = on
            self._arrange()
            self.endResetModel()
            self.plan_changed.emit()

    def set_threshold(self, threshold: float) -> None:
        """Accept from this confidence on."""
        if threshold == self.threshold:
            return
        before = self.line_row
        self.threshold = threshold
        self._above = self._waiting.above(threshold)
        first, last = sorted((before, self.line_row))
        if first < last:
            self.dataChanged.emit(self.index(first), self.index(last - 1), _FATES)
        self.plan_changed.emit()

    def threshold_before(self, row: int) -> float:
        """The threshold that draws the line before a row, or as near to it as equal confidences allow."""
        return self._waiting.threshold_after(len(self._rows) - row if self._reversed else row)

    def turn_out(self, runs: Sequence[tuple[int, int]]) -> bool:
        """Take runs of rows (first, last) out; if all are out already, put them back. Whether they are out now."""
        places = [self._places(first, last) for first, last in runs]
        out = not all(self._out[each].all() for each in places)
        for each in places:
            self._out[each] = out
        if runs:
            firsts, lasts = zip(*runs, strict=True)
            self.dataChanged.emit(self.index(min(firsts)), self.index(max(lasts)), _FATES)
            self.plan_changed.emit()
        return out

    def id_at(self, row: int) -> int | None:
        """The suggestion in a row, None outside of the list."""
        return int(self._rows.ids[row]) if 0 <= row < len(self._rows) else None

    def row_of(self, suggestion_id: int) -> int:
        """The row of a suggestion, -1 if it is not here."""
        return self._rows.row_of(suggestion_id)

    def shown_at(self, row: int) -> Shown | None:
        """What is known of a row; None while it is on its way, which is asked for."""
        return self._details.find(int(self._rows.ids[row]), row) if 0 <= row < len(self._rows) else None

    def confidence_at(self, row: int) -> float:
        """How certain a row is, 0..1."""
        return float(self._waiting.confidences[self._places(row, row)][0])

    def fate_at(self, row: int) -> Fate:
        """What will become of a row."""
        if self._out[self._places(row, row)][0]:
            return Fate.OUT
        above = row >= self.line_row if self._reversed else row < self.line_row
        return Fate.ACCEPT if above else Fate.LEAVE

    def crops_arrived(self, ids: Sequence[int]) -> None:
        """Tell the views that these look different."""
        self._note(ids)

    def _arrange(self) -> None:
        ids = self._waiting.ids[::-1] if self._reversed else self._waiting.ids
        held = Rows()
        held.ids.frombytes(np.ascontiguousarray(ids, dtype=np.int64).tobytes())
        self._rows = held
        self._above = self._waiting.above(self.threshold)
        self._details.forget_rows()
        self._changed.clear()

    def _places(self, first: int, last: int) -> slice:
        """Rows as places among `waiting`."""
        count = len(self._rows)
        return slice(count - 1 - last, count - first) if self._reversed else slice(first, last + 1)

    def _chunk(self, number: int) -> Sequence[int]:
        return list(self._rows.ids[number * CHUNK : (number + 1) * CHUNK])

    def _note(self, ids: Sequence[int]) -> None:
        self._changed.update(ids)
        if self._changed and not self._timer.isActive():
            self._timer.start()

    def _announce(self) -> None:
        changed, self._changed = self._changed, set()
        for first, last in ranges(self._rows.rows_of(np.fromiter(changed, dtype=np.int64, count=len(changed)))):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _accessible_text(self, row: int) -> str:
        fates = {
            Fate.ACCEPT: self.tr("will be accepted"),
            Fate.LEAVE: self.tr("stays undecided"),
            Fate.OUT: self.tr("taken out, will be rejected"),
        }
        found = self.shown_at(row)
        parts = [self.title, confidence_text(self.confidence_at(row)), fates[self.fate_at(row)]]
        return ", ".join(part for part in (*parts, found.name if found else "") if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of suggestions; nothing is inside one."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is known now; see the class."""
        row = index.row()
        if not index.isValid() or not 0 <= row < len(self._rows):
            return None
        if role == CropRole.SUGGESTION_ID:
            return int(self._rows.ids[row])
        if role == CropRole.SHOWN:
            return self.shown_at(row)
        if role in (CropRole.CONFIDENCE, Qt.ItemDataRole.DisplayRole):
            confidence = self.confidence_at(row)
            return confidence if role == CropRole.CONFIDENCE else confidence_text(confidence)
        if role == CropRole.FATE:
            return self.fate_at(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            found = self.shown_at(row)
            return found.name if found else None
        return self._accessible_text(row) if role == Qt.ItemDataRole.AccessibleTextRole else None
