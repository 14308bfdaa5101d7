"""Commands that give photos tags."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command
from tagger.store.tag_use import PINNED_KEYS

COMMANDS: tuple[Command, ...] = (
    command("add_tag", "Photo", "Add a tag", "N", icon="tag"),
    command("copy_tags", "Photo", "Copy tags", "Ctrl+Shift+C", icon="copy"),
    command("paste_tags", "Photo", "Paste tags", "Ctrl+Shift+V"),
    command("pin_tag", "Photo|Pinned tags", "Pin or unpin the tag", "Alt+0"),
    *(
        command(f"pinned_{n}", "Photo|Pinned tags", f"Pinned tag {n}", f"Alt+{n}", separated=n == 1)
        for n in range(1, PINNED_KEYS + 1)
    ),
)
"""A pinned tag that all photos have is taken off by its key."""
