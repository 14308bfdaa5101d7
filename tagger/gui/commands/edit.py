"""Commands that undo and select."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

COMMANDS: tuple[Command, ...] = (
    command("undo", "Edit", "Undo", "Ctrl+Z", icon="undo"),
    command("redo", "Edit", "Redo", "Ctrl+Shift+Z", "Ctrl+Y", icon="redo"),
    command("select_all", "Edit", "Select all photos", "Ctrl+A", place=Place.CENTRE, separated=True),
)
