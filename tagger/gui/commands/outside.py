"""Commands that compare, fill the screen, and hand photos to other programs."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

COMMANDS: tuple[Command, ...] = (
    command("copy_files", "Photo", "Copy photos", "Ctrl+C", icon="copy", place=Place.CENTRE, separated=True),
    command("copy_paths", "Photo", "Copy paths", "Ctrl+Alt+C"),
    command("show_in_file_manager", "Photo", "Show in the file manager", "Ctrl+Alt+R", icon="folder"),
    command("open_in_editor", "Photo", "Open in the external editor", "Ctrl+Alt+E", icon="outside"),
)
LOOKING: tuple[Command, ...] = (
    command("full_screen", "View", "Full screen", "F11", icon="full_screen", checkable=True, separated=True),
    command("filmstrip", "View", "Filmstrip", "F9", icon="filmstrip", checkable=True),
    command("compare", "View|Compare", "Compare two photos", "Shift+C", icon="compare", place=Place.CENTRE),
    command("compare_next", "View|Compare", "Compare with the next", "Right", "PgDown", place=Place.COMPARE),
    command("compare_previous", "View|Compare", "Compare with the previous", "Left", "PgUp", place=Place.COMPARE),
    command("compare_flip", "View|Compare", "The other in the same place", "Space", icon="stack", place=Place.COMPARE),
    command("compare_swap", "View|Compare", "Swap sides", "S", icon="swap", place=Place.COMPARE),
    command("compare_leave", "View|Compare", "Back from comparing", "Esc", icon="back", place=Place.COMPARE),
)
"""After the commands about what is in view."""
