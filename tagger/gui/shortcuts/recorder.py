"""A button that takes the next key that is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from tagger.gui.shortcuts.spelling import pressed


class KeyRecorder(QPushButton):
    """Press it, then press the key. Escape, a click, or going elsewhere ends it without one.

    Signals:
        recorded(str): this key, in the spelling of the settings.
        ended(): it listens no longer.
    """

    recorded = Signal(str)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listening = False
        self.setAutoDefault(False)
        self.clicked.connect(lambda: self.stop() if self.listening else self.start())
        self._name()

    def start(self) -> None:
        """Listen for a key."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.listening = True
        self._name()

    def stop(self) -> None:
        """Listen no longer."""
        self.listening = False
        self._name()
        self.ended.emit()

    def _name(self) -> None:
        text = self.tr("Press a key, or Esc") if self.listening else self.tr("Record a key")
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("role", "primary" if self.listening else None)
        self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """While it listens no command runs and Tab does not leave."""
        kind = event.type()
        if self.listening and kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            assert isinstance(event, QKeyEvent)
            event.accept()
            if kind == QEvent.Type.KeyPress:
                self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.stop()
        elif key := pressed(event):
            self.stop()
            self.recorded.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.listening:
            self.stop()
        super().focusOutEvent(event)
