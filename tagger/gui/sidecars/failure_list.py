"""What could not be written the last time, with what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.gui.icons import icon
from tagger.gui.sidecars.preview import list_of
from tagger.gui.sidecars.rows import Row, Rows


class FailureList(QWidget):
    """Failures.

    Signals:
        retried(list): ids of the photos that are to be tried again.
        opened(int): the photo is to be shown.
    """

    retried = Signal(object)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.list = list_of(self.rows, self.tr("What could not be written"))
        self.list.setWordWrap(False)
        self.list.activated.connect(lambda index: self.opened.emit(self.rows.rows[index.row()].key))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._say())
        self.note = QLabel(wordWrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.one = QPushButton(icon("refresh"), f" {self.tr('Try again')}")
        self.every = QPushButton(self.tr("Try all again"))
        for button in (self.one, self.every):
            button.setAutoDefault(True)
        self.one.clicked.connect(lambda: self._retry(every=False))
        self.every.clicked.connect(lambda: self._retry(every=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.one)
        row.addWidget(self.every)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addLayout(row)
        self.setFocusProxy(self.list)
        self.fill([])

    def fill(self, rows: list[Row]) -> None:
        """Show these."""
        self.rows.fill(rows)
        if rows:
            self.list.setCurrentIndex(self.rows.index(0))
        for button in (self.one, self.every):
            button.setEnabled(bool(rows))
        self._say()

    def _say(self) -> None:
        """The whole sentence of the current row: in the list it may be cut."""
        row = self.rows.at(self.list.currentIndex())
        self.note.setText(row.text if row is not None else self.tr("Nothing has failed."))

    def _retry(self, *, every: bool) -> None:
        current = self.rows.at(self.list.currentIndex())
        chosen = self.rows.rows if every else [] if current is None else [current]
        if chosen:
            self.retried.emit([row.key for row in chosen])
