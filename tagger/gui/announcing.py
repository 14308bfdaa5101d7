"""What a screen reader says at once, wherever the focus is."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Let a screen reader say something about a widget; ``at_once`` interrupts what it says."""
    if not text:
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    urgent, polite = QAccessible.AnnouncementPoliteness.Assertive, QAccessible.AnnouncementPoliteness.Polite
    event.setPoliteness(urgent if at_once else polite)
    QAccessible.updateAccessibility(event)
