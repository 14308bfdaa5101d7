"""The sheet of keys: every command with its keys, by menu."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tagger.gui.commands import COMMANDS, translated

_COLUMNS = 3


class KeySheet(QDialog):
    """Shown by ``?``; it stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(32)
        boxes = [QVBoxLayout() for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        hold = [(self.tr("Hide the boxes while held"), "H")]
        for menu, commands in groupby(COMMANDS, key=lambda command: command.menu):
            rows = [(translated(c.title), _keys(c.keys)) for c in commands]
            if menu == "View":
                rows += hold
            shortest = heights.index(min(heights))
            boxes[shortest].addLayout(_section(translated(menu), rows))
            heights[shortest] += len(rows) + 2
        for box in boxes:
            box.setSpacing(16)
            box.addStretch(1)
            columns.addLayout(box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self.rejected.connect(self.close)  # Escape only hides a dialog
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)


def _section(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    heading = QLabel(title)
    heading.setProperty("role", "section")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (text, keys) in enumerate(rows, 1):
        shown = QLabel(keys)
        shown.setProperty("role", "strong")
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(QLabel(text), row, 0)
        grid.addWidget(shown, row, 1)
    return grid


def _keys(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return QKeySequence(keys[0]).toString(native) if keys else ""
