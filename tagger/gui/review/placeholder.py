"""What stands where there is nothing to show: a few words and, where it helps, the button for what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.gui.icon_label import IconLabel
from tagger.gui.icons import icon


class Placeholder(QWidget):
    """An icon, words and a button, of which only the words are always there.

    Signals:
        pressed: The button was pressed.
    """

    pressed = Signal()

    def __init__(self, *, centred: bool = False) -> None:
        super().__init__()
        self._icon, self._words, self.button = IconLabel(32), QLabel(), QPushButton()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button.setIcon(icon("recognise"))
        self.button.clicked.connect(self.pressed)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(*(24, 0, 24, 0) if centred else (0, 4, 0, 4))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._words)
        layout.addWidget(self.button)
        if centred:
            self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.insertStretch(0, 1)
            layout.addStretch(1)

    def say(self, picture: str, words: str, button: str = "", *, primary: bool = False) -> None:
        """Show these words, with the icon of this name and a button of this text where they are given."""
        self._icon.set_icon(picture)
        self._icon.setVisible(bool(picture))
        self._words.setText(words)
        self.setAccessibleName(words)
        self.button.setVisible(bool(button))
        self.button.setText(f" {button}")  # the style leaves no room beside the icon
        self.button.setAccessibleName(button)
        self.button.setIcon(icon("recognise", "text_on_accent" if primary else "text"))
        if self.button.property("role") != ("primary" if primary else ""):
            self.button.setProperty("role", "primary" if primary else "")
            self.button.style().polish(self.button)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()
