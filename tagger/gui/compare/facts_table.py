"""The facts of several photos beside each other; what is not as in the first one is bold."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tagger.entities import Photo
from tagger.gui.compare.differences import NOTHING
from tagger.gui.review.facts import pixels_text, size_text
from tagger.gui.viewer.caption import ElidedLabel, date_text
from tagger.gui.words import grouped

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of each photo; ``bold`` says which of them are not as in the first photo."""

    name: str
    values: tuple[str, ...]

    @property
    def bold(self) -> tuple[bool, ...]:
        return tuple(value != self.values[0] for value in self.values)


def lines(photos: Sequence[Photo]) -> list[Line]:
    """The facts of photos, without those that none of them has."""
    texts = [_facts(photo) for photo in photos]
    names = [name for name, _value in texts[0]] if texts else []
    found = [Line(name, tuple(text[at][1] or NOTHING for text in texts)) for at, name in enumerate(names)]
    return [line for line in found if any(value != NOTHING for value in line.values)]


def _facts(photo: Photo) -> list[tuple[str, str]]:
    facts = photo.facts
    size = size_text(photo.bytes)
    return [
        (translate("Differences", "Size"), pixels_text(photo.width, photo.height) if photo.width else ""),
        (translate("Differences", "File"), f"{size} ({grouped(photo.bytes)})" if size else ""),
        (translate("Differences", "Format"), photo.format or ""),
        (translate("Differences", "Taken"), date_text(facts.taken_at)),
        (translate("Differences", "Camera"), facts.camera or ""),
        (translate("Differences", "Rating"), "★" * min(max(facts.rating or 0, 0), 5)),
        (translate("Differences", "Tags"), ", ".join(tag.rpartition("|")[2] for tag in photo.tags)),
        (translate("Differences", "Folder"), os.fsencode(os.path.dirname(photo.path)).decode("utf-8", "replace")),
    ]


class FactsTable(QWidget):
    """A column for each photo, under a heading of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._labels: dict[tuple[int, int], QLabel] = {}
        self.setAccessibleName(self.tr("Facts that differ"))

    def show_photos(self, photos: Sequence[Photo], headings: Sequence[tuple[str, ...]]) -> None:
        """Show the facts of these photos, each column under its headings, one below the other."""
        hidden = self.isHidden()
        self.hide()  # each label that comes or goes in view would have the whole window laid out
        try:
            self._fill(photos, headings)
        finally:
            self.setHidden(hidden)

    def _fill(self, photos: Sequence[Photo], headings: Sequence[tuple[str, ...]]) -> None:
        heads = list(zip(*headings, strict=True))
        facts = lines(photos)
        for label in self._labels.values():
            label.hide()
        for row, texts in enumerate(heads):
            self._put(row, 0, "", "dim")
            for column, text in enumerate(texts, 1):
                self._put(row, column, text, "section" if row == 0 else "dim", sentence=row > 0)
        for row, line in enumerate(facts, len(heads)):
            self._put(row, 0, line.name, "dim")
            for column, (text, bold) in enumerate(zip(line.values, line.bold, strict=True), 1):
                self._put(row, column, text, "section" if bold else "")
                self._labels[row, column].setAccessibleName(f"{line.name}: {text}")
        for column in range(1, 1 + max(len(photos), 1)):
            self._grid.setColumnStretch(column, 1)
        for column in range(1 + len(photos), self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)

    def bold_texts(self, column: int) -> list[str]:
        """What is bold in the column of a photo, counted from 1, below its heading."""
        found = (label for (row, at), label in sorted(self._labels.items()) if at == column and row > 0)
        return [label.text() for label in found if not label.isHidden() and label.property("role") == "section"]

    def _put(self, row: int, column: int, text: str, role: str, *, sentence: bool = False) -> None:
        label = self._labels.get((row, column))
        if label is None:
            elided = Qt.TextElideMode.ElideRight if sentence else Qt.TextElideMode.ElideMiddle
            label = QLabel() if column == 0 else ElidedLabel(elided)
            self._labels[row, column] = label
            self._grid.addWidget(label, row, column)
        label.setText(text)
        label.show()
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)
