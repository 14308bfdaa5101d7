"""Buttons that do what commands do."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QPushButton

from tagger.gui.commands import Actions


def bind(actions: Actions, buttons: Mapping[QPushButton, str]) -> None:
    """Let each button trigger its command, say its key, be greyed and checked with it."""
    for button, name in buttons.items():
        action = actions[name]
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString()
        button.setToolTip(f"{action.text()} ({key})" if key else action.text())
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        if action.isCheckable():
            button.setCheckable(True)
            action.toggled.connect(button.setChecked)
