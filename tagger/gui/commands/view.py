"""Commands about what is in view and how."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

COMMANDS: tuple[Command, ...] = (
    command("open_viewer", "View", "Show the photo", "Return", "Enter", icon="viewer", place=Place.CENTRE),
    command("close_viewer", "View", "Back to the grid", "Esc", icon="grid", place=Place.CENTRE),
    command("previous_photo", "View", "Previous photo", "Left", "PgUp", place=Place.VIEWER, separated=True),
    command("next_photo", "View", "Next photo", "Right", "PgDown", place=Place.VIEWER),
    command("zoom_in", "View", "Zoom in", "Ctrl++", "+", "=", icon="zoom_in", separated=True),
    command("zoom_out", "View", "Zoom out", "Ctrl+-", "-", icon="zoom_out"),
    command("zoom_actual", "View", "Actual size", "Z", icon="zoom_actual"),
    command("overlays", "View", "Show boxes", "B", icon="overlays", checkable=True, separated=True),
    command("surround", "View", "Next surround brightness", "Shift+B", icon="surround"),
    command("show_hidden", "View", "Show noisy labels too", checkable=True),
    command("sources", "View", "Sources", "F5", checkable=True, separated=True),
    command("inspector", "View", "Inspector", "F6", checkable=True),
    command("panels", "View", "Hide all panels", "F8", checkable=True),
)
