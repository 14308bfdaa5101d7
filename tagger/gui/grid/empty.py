"""What an empty grid says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

WIDEST_PX = 480


class EmptyMessage(QWidget):
    """A sentence and a button in the middle of the room where photos would be.

    Signals:
        action: The button was pressed.
    """

    action = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setMaximumWidth(WIDEST_PX)
        self._button = QPushButton()
        self._button.clicked.connect(self.action)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addLayout(centred(self._text))
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.set("", "")

    def set(self, text: str, action_text: str) -> None:
        """Change the sentence and the button; a button without text is hidden."""
        self._text.setText(text)
        self._button.setText(action_text)
        self._button.setVisible(bool(action_text))

    def has_text(self) -> bool:
        """Whether there is anything to say."""
        return bool(self._text.text())


def centred(label: QLabel) -> QHBoxLayout:
    """The label in the middle; given an alignment instead, a wrapped text would get the height of its unwrapped one."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return row
