"""Commands that have photos recognised."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command

COMMANDS: tuple[Command, ...] = (
    command("recognise_photo", "Recognise", "Recognise selected photos", "Ctrl+Return", icon="recognise"),
    command("recognise_shown", "Recognise", "Recognise all photos shown", "Ctrl+Shift+Return"),
    command("recognise_again", "Recognise", "Recognise selected photos again"),
    command("retry_failed", "Recognise", "Try failed photos again", separated=True),
)
