"""Commands about the library and its folders."""

from __future__ import annotations

from tagger.gui.commands.command import Command, command

COMMANDS: tuple[Command, ...] = (
    command("add_folder", "File", "Add a folder…", "Ctrl+O", icon="folder_open"),
    command("choose_photos", "File", "Choose what counts in a folder…", icon="filter"),
    command("remove_folder", "File", "Remove a folder from the library…"),
    command("rescan", "File", "Look for changed photos", "Ctrl+R", icon="refresh"),
    command("moved_photos", "File", "Photos that may have moved…", icon="missing"),
    command("write_sidecars", "File", "Write sidecars", "Ctrl+S", icon="sidecar", separated=True),
    command("preview_sidecars", "File", "Show what would be written", "Ctrl+Alt+S"),
    command("sidecar_conflicts", "File", "Conflicts with other programs"),
    command("embed", "File", "Write into the photos themselves…"),
    command("export", "File", "Export…", "Ctrl+Shift+E", icon="export", separated=True),
    command("new_library", "File|Library", "New library…", icon="library", separated=True),
    command("open_library", "File|Library", "Open a library…", "Ctrl+Shift+O"),
    command("recent_libraries", "File|Library", "Open recent"),
    command("show_library", "File|Library", "Show the library file", separated=True),
    command("back_up_library", "File|Library", "Back up the library…", icon="save"),
    command("close", "File", "Quit", "Ctrl+Q", separated=True),
)
