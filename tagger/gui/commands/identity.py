"""Commands about the files of photos: shots with several, copies, files that are missing."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

COMMANDS: tuple[Command, ...] = (
    command("open_shot", "Photo", "Show each file of the shot", "G", icon="stack", place=Place.CENTRE, separated=True),
    command("next_file", "Photo", "Go to its next file or copy", "Shift+G", place=Place.CENTRE),
    command("unstack", "Photo", "Take its stack apart", place=Place.CENTRE),
    command("locate_photo", "Photo", "Locate the file…", icon="missing"),
    command("locate_folder", "Photo", "Locate its folder…"),
)
