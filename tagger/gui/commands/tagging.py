"""Commands that give photos tags."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command

COMMANDS: tuple[Command, ...] = (
    command("add_tag", "Photo", "Add a tag", "N", icon="tag"),
    command("copy_tags", "Photo", "Copy tags", "Ctrl+Shift+C", icon="copy"),
    command("paste_tags", "Photo", "Paste tags", "Ctrl+Shift+V"),
    command("pin_tag", "Photo|Pinned tags", "Pin or unpin the tag", "Alt+0"),
    command("pinned_1", "Photo|Pinned tags", "Pinned tag 1", "Alt+1", separated=True),
    command("pinned_2", "Photo|Pinned tags", "Pinned tag 2", "Alt+2"),
    command("pinned_3", "Photo|Pinned tags", "Pinned tag 3", "Alt+3"),
    command("pinned_4", "Photo|Pinned tags", "Pinned tag 4", "Alt+4"),
    command("pinned_5", "Photo|Pinned tags", "Pinned tag 5", "Alt+5"),
    command("pinned_6", "Photo|Pinned tags", "Pinned tag 6", "Alt+6"),
    command("pinned_7", "Photo|Pinned tags", "Pinned tag 7", "Alt+7"),
    command("pinned_8", "Photo|Pinned tags", "Pinned tag 8", "Alt+8"),
    command("pinned_9", "Photo|Pinned tags", "Pinned tag 9", "Alt+9"),
)
"""A pinned tag that all photos have is taken off by its key."""
