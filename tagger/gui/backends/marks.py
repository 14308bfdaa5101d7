"""The list of what must never be sent to a service."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from tagger.gui.icons import icon
from tagger.store.never_upload import Mark

Marked = tuple[Mark, str | int]
_PLACE = Qt.ItemDataRole.UserRole
_ICONS = {Mark.FOLDER: "folder", Mark.TAG: "tag", Mark.PHOTO: "photo"}


class NeverSent(QWidget):
    """Folders, tags and photos that no backend may send away.

    Attributes:
        list: The marks.

    Signals:
        released(object, object): the `Mark` and the value that may be sent again.
    """

    released = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Never sent to any service"))
        heading.setProperty("role", "section")
        self._hint = QLabel(
            self.tr("Nothing is marked. Mark photos in the Recognise menu, folders and tags by their own menus.")
        )
        self._hint.setProperty("role", "dim")
        self._hint.setWordWrap(True)
        self.list = _List()
        self.list.setAccessibleName(heading.text())
        self.list.erased.connect(self._release)
        self.button = QPushButton(self.tr("May be sent again"))
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._release)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self._row = row
        self.fill((), {})

    def fill(self, marks: Sequence[Marked], paths: Mapping[int, str]) -> None:
        """Show these marks; ``paths`` are of the photos."""
        row = self.list.currentRow()
        self.list.clear()
        for kind, value in marks:
            text = paths.get(int(value), "") if kind is Mark.PHOTO else str(value)
            shown = os.fsencode(text).decode("utf-8", "replace") if kind is not Mark.TAG else text.replace("|", " › ")
            item = QListWidgetItem(icon(_ICONS[kind]), shown or self.tr("A photo that is gone"))
            item.setData(_PLACE, (str(kind), value))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        for widget in (self.list, self.button):
            widget.setVisible(bool(marks))
        self._hint.setVisible(not marks)

    def _release(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            kind, value = item.data(_PLACE)
            self.released.emit(Mark(kind), value)


class _List(QListWidget):
    erased = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.erased.emit()
        else:
            super().keyPressEvent(event)
