"""The caption of a photo, edited in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

MOST_LINES = 6
_SAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptionField(QPlainTextEdit):
    """As high as its text. Ctrl+Enter or leaving it saves, Escape takes back what was typed.

    Signals:
        saved: The text, where it is another than the one shown.
        left: It was left by a key.
    """

    saved = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Caption"))
        self.setToolTip(self.tr("Ctrl+Enter saves, Escape takes back"))
        self.textChanged.connect(self._fit)
        self.show_text("")

    def show_text(self, text: str, *, mixed: bool = False) -> None:
        """Show a caption; what is being typed stays."""
        hint = self.tr("Captions differ; typing replaces all") if mixed else self.tr("Add a caption")
        self.setPlaceholderText(hint)
        typing = self.hasFocus() and self.toPlainText() != self._shown
        self._shown = text
        if not typing and self.toPlainText() != text:
            self.setPlainText(text)

    def save(self) -> None:
        """Tell the text if it was changed."""
        text = self.toPlainText().strip()
        if text != self._shown.strip():
            self._shown = text
            self.saved.emit(text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_own(event):
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._shown)
        self.save()
        self.left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        needed = max(self.document().size().height(), 1)
        lines = min(needed, MOST_LINES)
        policy = Qt.ScrollBarPolicy
        # A bar that comes and goes changes the width, and with it the lines.
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if needed > MOST_LINES else policy.ScrollBarAlwaysOff)
        margins = self.contentsMargins()
        frame = 2 * self.frameWidth() + margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + frame)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # QResizeEvent
        super().resizeEvent(event)
        self._fit()


def _is_own(event: QKeyEvent) -> bool:
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (with_control and event.key() in _SAVE)
