"""Commands about near-duplicates; on their page they come before those of the window."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

_MENU, _PAGE = "Review|Duplicates", Place.DUPLICATES

COMMANDS: tuple[Command, ...] = (
    command("duplicates", _MENU, "Near-duplicates", "Ctrl+Shift+D", icon="duplicates"),
    command("duplicates_find", _MENU, "Find duplicates", "F", icon="refresh", place=_PAGE),
    command("duplicates_next", _MENU, "Next group", "Ctrl+PgDown", icon="next", place=_PAGE, separated=True),
    command("duplicates_previous", _MENU, "Previous group", "Ctrl+PgUp", icon="previous", place=_PAGE),
    command("duplicates_next_photo", _MENU, "Next photo of the group", "Right", place=_PAGE),
    command("duplicates_previous_photo", _MENU, "Previous photo of the group", "Left", place=_PAGE),
    command("duplicates_keeper", _MENU, "Keep this photo", "K", icon="accept", place=_PAGE, separated=True),
    command("duplicates_mark", _MENU, "Let this photo go, or stay", "X", icon="reject", place=_PAGE),
    command("duplicates_mark_others", _MENU, "Let all others go, or stay", "Shift+X", place=_PAGE),
    command("duplicates_apart", _MENU, "Not duplicates", "N", icon="disagrees", place=_PAGE),
    command("duplicates_photo_apart", _MENU, "This photo is no duplicate", "Shift+N", place=_PAGE),
    command(
        "duplicates_compare", _MENU, "Compare the group", "Return", "Enter", icon="compare", place=_PAGE, separated=True
    ),
    command("duplicates_flip", _MENU, "The next one in the same place", "Space", icon="stack", place=_PAGE),
    command("duplicates_difference", _MENU, "Show where it differs", "D", place=_PAGE, checkable=True),
    command("duplicates_peaking", _MENU, "Show what is sharp", "S", place=_PAGE, checkable=True),
    command(
        "duplicates_rules",
        _MENU,
        "Rules for what to keep",
        "R",
        icon="order",
        place=_PAGE,
        checkable=True,
        separated=True,
    ),
    command("duplicates_plan", _MENU, "Plan the cleanup", "Ctrl+Return", icon="review", place=_PAGE),
    command("duplicates_export", _MENU, "Export the plan…", "Ctrl+S", icon="export", place=_PAGE),
    command("duplicates_held", _MENU, "Files held by cleanups", "Shift+H", icon="trash", place=_PAGE),
    command("duplicates_parted", _MENU, "What is remembered as no duplicates", "A", icon="disagrees", place=_PAGE),
    command("duplicates_together", _MENU, "Let them be duplicates again", "U", icon="undo", place=_PAGE),
    command("duplicates_back", _MENU, "Back from the duplicates", "Esc", icon="back", place=_PAGE),
)
