"""Commands about the library and its folders."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command

COMMANDS: tuple[Command, ...] = (
    command("add_folder", "File", "Add a folder…", "Ctrl+O", icon="folder_open"),
    command("rescan", "File", "Look for changed photos", "Ctrl+R", icon="refresh"),
    command("write_sidecars", "File", "Write sidecars", "Ctrl+S", icon="sidecar", separated=True),
    command("close", "File", "Quit", "Ctrl+Q", separated=True),
)
