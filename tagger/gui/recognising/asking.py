"""Asks, below the photos and not in a box over them, before anything is sent to a service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from tagger.gui import question


class SendBar(QFrame):
    """Says what would go where and what it costs.

    Attributes:
        text, warning: What would be sent, and what stands against it.
        go, cancel: The two answers.

    Signals:
        agreed(): it is to be sent.
        left(): it is not.
    """

    agreed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.warning = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.text.setProperty("role", "strong")
        self.warning.setProperty("role", "error")
        for label in (self.text, self.warning):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.go, self.cancel = QPushButton(), QPushButton(self.tr("Cancel"))
        self.go.setProperty("role", "primary")
        for button in (self.go, self.cancel):
            button.setAutoDefault(True)
        self.go.clicked.connect(self.agreed)
        self.cancel.clicked.connect(self.left)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(2)
        self._lines.setColumnStretch(1, 1)
        question.lay_out(self, "cloud", [self.text, self._lines, self.warning], [self.cancel, self.go])
        self.setAccessibleName(self.tr("Before photos are sent"))
        self.hide()

    def ask(self, text: str, lines: Sequence[tuple[str, str]], warning: str, go: str) -> None:
        """Ask.

        Args:
            text: What would happen.
            lines: Titles and values below it.
            warning: What stands against it; empty for nothing.
            go: The word on the button that does it.
        """
        self.text.setText(text)
        self._show_lines(lines)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.go.setText(go)
        told = [text, *(f"{title}: {value}" for title, value in lines), warning]
        self.setAccessibleDescription("\n".join(filter(None, told)))
        self.show()
        self.go.setFocus()

    def shown(self) -> dict[str, str]:
        """The lines that are shown, by title."""
        found = {}
        for row in range(self._lines.rowCount()):
            pair = [self._lines.itemAtPosition(row, column) for column in (0, 1)]
            labels = [item.widget() for item in pair if item is not None]
            if len(labels) == 2 and all(isinstance(label, QLabel) for label in labels):
                title, value = (label.text() for label in labels if isinstance(label, QLabel))
                found[title] = value
        return found

    def _show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (title, value) in enumerate(lines):
            name, text = QLabel(title), QLabel(value, wordWrap=True)
            name.setProperty("role", "dim")
            text.setTextFormat(Qt.TextFormat.PlainText)
            self._lines.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(text, row, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
