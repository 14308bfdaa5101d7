"""What would be written: the files on one side, what would change in the current one on the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from tagger.gui import row_look
from tagger.gui.icons import icon
from tagger.gui.review.flow import FlowLayout
from tagger.gui.sidecars.rows import Row, Rows


def list_of(rows: Rows, name: str) -> QListView:
    """A list of rows, filling the room there is."""
    view = QListView()
    view.setModel(rows)
    row_look.set_up(view, name)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return view


class Preview(QWidget):
    """The dry run.

    Attributes:
        files, details: The lists.
        known: Whether they say what would be written by now.
        write, again: Write all this, and look anew.

    Signals:
        chosen(int): what would change for this photo is wanted.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = False
        self.file_rows, self.detail_rows = Rows(self), Rows(self)
        self.files = list_of(self.file_rows, self.tr("Sidecars that would change"))
        self.details = list_of(self.detail_rows, self.tr("What would change"))
        self.files.selectionModel().currentChanged.connect(lambda now, _before: self._choose(self.file_rows.at(now)))
        self.note = QLabel(wordWrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setProperty("role", "dim")
        self.write = QPushButton(icon("sidecar"), f" {self.tr('Write sidecars')}")
        self.again = QPushButton(icon("refresh"), f" {self.tr('Look again')}")
        self.habit = QLabel()
        self.habit.setProperty("role", "dim")
        buttons = FlowLayout(None, 8)
        for button in (self.write, self.again):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        buttons.addWidget(self.habit)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.files)
        split.addWidget(self.details)
        split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.files)

    def begin(self) -> None:
        """Forget what was shown: it is being looked for anew."""
        self.known = True
        self.file_rows.fill(())
        self.detail_rows.fill(())

    def forget(self) -> None:
        """What is shown is no longer what would be written."""
        self.begin()
        self.known = False
        self.note.clear()

    def add(self, rows: list[Row]) -> None:
        """Show more files; the first one becomes the current one."""
        first = not self.file_rows.rows
        self.file_rows.add(rows)
        if first and rows:
            self.files.setCurrentIndex(self.file_rows.index(0))

    def show_details(self, photo_id: int, rows: list[Row]) -> None:
        """Show what would change for a photo, if that is still the current one."""
        row = self.file_rows.at(self.files.currentIndex())
        if row is not None and row.key == photo_id:
            self.detail_rows.fill(rows)

    def _choose(self, row: Row | None) -> None:
        self.detail_rows.fill(())
        if row is not None:
            self.chosen.emit(row.key)
