"""A window with a text to be read and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tagger.gui import theme


class TextWindow(QDialog):
    """Stays open beside the work; Escape closes it.

    Attributes:
        text: What is shown.
    """

    def __init__(self, title: str, explained: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(theme.scaled(720), theme.scaled(520))
        words = QLabel(explained)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(theme.font().pixelSize())
        self.text.setFont(fixed)
        self.copy = self._button(self.tr("Copy all"), self._copy)
        self.copy.setProperty("role", "primary")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.copy)
        self._buttons.addWidget(self._button(self.tr("Close"), self.close))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.text, 1)
        layout.addLayout(self._buttons)
        self.rejected.connect(self.close)  # Escape only hides a dialog
        self.copy.setFocus()

    def show_end(self) -> None:
        """Go to the last line."""
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def add_button(self, text: str, run: object) -> None:
        """Offer something else to do with it."""
        self._buttons.insertWidget(0, self._button(text, run))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def _button(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button
