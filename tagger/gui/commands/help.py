"""Commands that explain."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command

COMMANDS: tuple[Command, ...] = (
    command("keys", "Help", "Keys", "?", "F1", icon="keyboard"),
    command("log", "Help", "Show the log", separated=True),
    command("report", "Help", "Report a problem"),
    command("about", "Help", "About Tagger", icon="info", separated=True),
)
