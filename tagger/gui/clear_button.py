"""The button in a field that clears it, with a name: Qt gives it none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QToolButton


def give_clear_button(field: QLineEdit) -> None:
    """Let a field be cleared by a click; Escape does the same by key."""
    before = set(field.findChildren(QToolButton))
    field.setClearButtonEnabled(True)
    for button in set(field.findChildren(QToolButton)) - before:
        button.setAccessibleName(QCoreApplication.translate("Commands", "Clear the search"))
        button.setToolTip(button.accessibleName())
