"""The photos of the grid as a model that holds ids and looks everything else up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from tagger.entities import PhotoId, PhotoState, PhotoSummary
from tagger.gui.grid.rows import NO_ROW, Rows
from tagger.gui.grid.sections import Sections
from tagger.gui.grid.summaries import CHUNK, Fetch, Summaries
from tagger.gui.review.value_marks import label_text
from tagger.gui.viewer.strokes import confidence_text
from tagger.gui.words import counted

Index = QModelIndex | QPersistentModelIndex

COALESCE_MS = 16
RANGES_SENT_ONE_BY_ONE = 32


class GridRole(IntEnum):
    """What a cell needs beyond the roles of Qt."""

    PHOTO_ID = Qt.ItemDataRole.UserRole + 1
    SUMMARY = Qt.ItemDataRole.UserRole + 2
    SCORE = Qt.ItemDataRole.UserRole + 3
    """How alike a photo is to the one that all are to be like, -1..1; None for that one, and where none are."""


TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, GridRole.SUMMARY)


class GridModel(QAbstractListModel):
    """Photo ids in order; names and counts come through ``fetch`` when they are looked at (see `Summaries`).

    `data` only looks up: it opens no file, emits nothing and never raises.
    """

    def __init__(self, fetch: Fetch[PhotoSummary], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = Rows()
        self._sections: Sections | None = None
        self._scores: Sequence[float] = ()
        self._summaries = Summaries(fetch, self._chunk, self)
        self._summaries.changed.connect(self._summaries_changed)
        self._changed: dict[tuple[int, ...], set[int]] = {}
        self._timer = QTimer(self, singleShot=True, interval=COALESCE_MS)
        self._timer.timeout.connect(self._announce)

    @property
    def rows(self) -> Rows:
        """The ids and where they are; it is replaced, never changed."""
        return self._rows

    @property
    def sections(self) -> Sections | None:
        """The headings, None where there are none; replaced together with the rows, never changed."""
        return self._sections

    def set_ids(
        self, ids: Sequence[int] | Rows, sections: Sections | None = None, scores: Sequence[float] = ()
    ) -> None:
        """Show these photos in this order. Photos that are only added at the end leave everything before them in peace.

        Args:
            ids: Distinct photo ids. An ``array("q")`` is taken over as it is and must not be changed afterwards. Many
                come best as `Rows` that another thread prepared.
            sections: Headings over these photos, all of them.
            scores: How alike each photo is to the first one, which the others are to be like; empty where they are not.
        """
        new, old = ids if isinstance(ids, Rows) else Rows(ids), self._rows
        rescored = list(scores[: len(self._scores)]) != list(self._scores)
        self._scores = scores
        if not len(old) or rescored or not new.begins_with(old) or sections != self._sections:
            self._replace(new, sections if len(new) else None)
        elif len(new) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._rows = new
            self.endInsertRows()

    def id_at(self, row: int) -> PhotoId | None:
        """The photo in a row, None outside of the list."""
        return PhotoId(self._rows.ids[row]) if 0 <= row < len(self._rows) else None

    def row_of(self, photo_id: int) -> int:
        """The row of a photo, -1 if it is not in the list."""
        return self._rows.row_of(photo_id)

    def summary_at(self, row: int) -> PhotoSummary | None:
        """What is known of the photo in a row; None while it is on its way, which is asked for."""
        if not 0 <= row < len(self._rows):
            return None
        return self._summaries.find(self._rows.ids[row], row)

    def summaries_arrived(self, summaries: Iterable[PhotoSummary]) -> None:
        """Take summaries that were not asked for."""
        self._summaries.put(summaries)

    def refresh(self, photo_ids: Iterable[int]) -> None:
        """These photos changed: fetch again those whose summary was already fetched."""
        self._summaries.refresh(photo_ids)

    def refresh_all(self) -> None:
        """Any photo may have changed: fetch again what was looked at last, and the rest when it is looked at."""
        self._summaries.refresh_all()

    def thumbnails_arrived(self, photo_ids: Sequence[int]) -> None:
        """Tell the views that these photos look different."""
        self._note(photo_ids, (Qt.ItemDataRole.DecorationRole,))

    def _replace(self, rows: Rows, sections: Sections | None) -> None:
        self.beginResetModel()
        self._rows, self._sections = rows, sections
        self._summaries.forget_rows()
        self._changed.clear()
        self.endResetModel()

    def _chunk(self, number: int) -> Sequence[PhotoId]:
        return [PhotoId(each) for each in self._rows.ids[number * CHUNK : (number + 1) * CHUNK]]

    def _summaries_changed(self, photo_ids: list[int]) -> None:
        self._note(photo_ids, TEXT_ROLES)

    def _note(self, photo_ids: Sequence[int], roles: tuple[int, ...]) -> None:
        if photo_ids:
            self._changed.setdefault(roles, set()).update(photo_ids)
            if not self._timer.isActive():
                self._timer.start()

    def _announce(self) -> None:
        changed, self._changed = self._changed, {}
        for roles, photo_ids in changed.items():
            runs = self._rows.runs_of(photo_ids)
            if len(runs) > RANGES_SENT_ONE_BY_ONE:
                runs = [(runs[0][0], runs[-1][1])]
            for first, last in runs:
                self.dataChanged.emit(self.index(first), self.index(last), list(roles))

    def _accessible_text(self, summary: PhotoSummary, row: int) -> str:
        parts = [summary.name]
        if 0 < row < len(self._scores):
            parts.append(self.tr("alike {score}").format(score=confidence_text(self._scores[row])))
        if summary.away:
            parts.append(self.tr("not connected"))
        elif summary.state is PhotoState.UNREADABLE:
            parts.append(self.tr("unreadable"))
        elif summary.state is PhotoState.MISSING:
            parts.append(self.tr("missing"))
        if summary.files > 1:
            parts.append(self.tr("{n} files of one shot").format(n=summary.files))
        if summary.alike:
            parts.append(self.tr("has near-duplicates"))
        if summary.suggested:
            parts.append(counted(summary.suggested, self.tr("1 suggestion"), self.tr("{n} suggestions")))
        elif summary.accepted:
            parts.append(self.tr("reviewed"))
        parts += self._rating_text(summary.rating)
        if summary.colour_label:
            parts.append(self.tr("colour label {name}").format(name=label_text(summary.colour_label)))
        return ", ".join(parts)

    def _rating_text(self, rating: int | None) -> list[str]:
        if not rating:
            return []
        return [self.tr("rejected") if rating < 0 else counted(rating, self.tr("1 star"), self.tr("{n} stars"))]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of photos; nothing is inside a photo."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Photos can be dragged elsewhere."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is known now; see the class."""
        row = index.row()
        if not index.isValid() or not 0 <= row < len(self._rows):
            return None
        if role == GridRole.PHOTO_ID:
            return self._rows.ids[row]
        if role == GridRole.SCORE:
            return self._scores[row] if 0 < row < len(self._scores) else None
        if role not in (Qt.ItemDataRole.ToolTipRole, *TEXT_ROLES):
            return None
        summary = self.summary_at(row)
        if summary is None or role == GridRole.SUMMARY:
            return summary
        return self._accessible_text(summary, row) if role == Qt.ItemDataRole.AccessibleTextRole else summary.name


__all__ = ["NO_ROW", "GridModel", "GridRole"]
