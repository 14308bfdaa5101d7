"""Commands about the program itself: its settings and keys."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command

COMMANDS: tuple[Command, ...] = (
    command("settings", "Edit", "Settings", "Ctrl+,", icon="settings", separated=True),
    command("shortcuts", "Edit", "Keyboard shortcuts", icon="keyboard"),
    command("palette", "Edit", "Command palette", "Ctrl+Shift+P", icon="palette"),
)
THEMES: tuple[Command, ...] = (
    command("theme_system", "View|Theme", "As the system", checkable=True, group="theme"),
    command("theme_dark", "View|Theme", "Dark", checkable=True, group="theme"),
    command("theme_light", "View|Theme", "Light", checkable=True, group="theme"),
)
"""After the commands about what is in view."""
