"""What the page says while there are no groups to list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.gui.grid.empty import WIDEST_PX, centred
from tagger.gui.icon_label import IconLabel


class Notice(QWidget):
    """A picture, a title, a sentence and a button in the middle of the room.

    Attributes:
        button: What can be done about it.

    Signals:
        action(): the button was pressed.
    """

    action = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._title = IconLabel(40), QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setMaximumWidth(WIDEST_PX)
        self._title.setProperty("role", "title")
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.action)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "photo")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title)
        layout.addLayout(centred(self._text))
        layout.addSpacing(4)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, sign: str, title: str, text: str, action: str = "") -> None:
        """Say something else; a button without text is hidden."""
        self._icon.set_icon(sign)
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(action)
        if not action and self.button.hasFocus():
            self.setFocus()  # hidden, the button would pass the focus to something else
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def title_text(self) -> str:
        """The title."""
        return self._title.text()
