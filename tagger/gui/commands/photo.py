"""Commands that set stars, a colour label and the caption of photos."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command

COMMANDS: tuple[Command, ...] = (
    command("stars_1", "Photo|Stars", "1 star", "1", icon="star"),
    command("stars_2", "Photo|Stars", "2 stars", "2", icon="star"),
    command("stars_3", "Photo|Stars", "3 stars", "3", icon="star"),
    command("stars_4", "Photo|Stars", "4 stars", "4", icon="star"),
    command("stars_5", "Photo|Stars", "5 stars", "5", icon="star"),
    command("stars_0", "Photo|Stars", "No stars", "0", separated=True),
    command("colour_red", "Photo|Colour label", "Red", "6"),
    command("colour_yellow", "Photo|Colour label", "Yellow", "7"),
    command("colour_green", "Photo|Colour label", "Green", "8"),
    command("colour_blue", "Photo|Colour label", "Blue", "9"),
    command("colour_purple", "Photo|Colour label", "Purple", "Ctrl+Shift+9"),
    command("colour_none", "Photo|Colour label", "No colour label", "Ctrl+Shift+0", separated=True),
    command("edit_caption", "Photo", "Edit the caption", "T", icon="caption"),
)
"""The same colour again takes it away."""
