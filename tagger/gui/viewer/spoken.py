"""What a screen reader says of the box that is current on the photo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from tagger.entities import USER, Decision, Suggestion
from tagger.gui.viewer.strokes import confidence_text, leaf


def box_text(suggestion: Suggestion) -> str:
    """A box in words: what it is called, that it is a box, its state, and how sure the backend is."""
    state = {
        Decision.SUGGESTED: QCoreApplication.translate("Spoken", "suggested"),
        Decision.ACCEPTED: QCoreApplication.translate("Spoken", "accepted"),
        Decision.REJECTED: QCoreApplication.translate("Spoken", "rejected"),
        Decision.DEFERRED: QCoreApplication.translate("Spoken", "deferred"),
    }[suggestion.decision]
    own = QCoreApplication.translate("Spoken", "drawn by hand")
    sure = own if suggestion.backend == USER else confidence_text(suggestion.confidence)
    return ", ".join((leaf(suggestion), QCoreApplication.translate("Spoken", "box"), state, sure))


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something about a widget, and find it there as its description."""
    widget.setAccessibleDescription(text)
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
