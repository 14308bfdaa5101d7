"""Commands that review one label at a time; on their page they come before those of the window."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

_MENU, _PAGE = "Review|By label", Place.LABEL

COMMANDS: tuple[Command, ...] = (
    command("review_label", _MENU, "Review by label", "Shift+L", icon="label"),
    command("label_accept", _MENU, "Accept above the line", "P", "Ctrl+Return", icon="accept", place=_PAGE),
    command("label_accept_only", _MENU, "Accept above, reject all others", "Shift+P", place=_PAGE),
    command("label_take_out", _MENU, "Take out, or put back", "X", "Space", icon="reject", place=_PAGE),
    command("label_line_here", _MENU, "Draw the line after this one", "L", place=_PAGE, separated=True),
    command("label_line_lower", _MENU, "Lower the line", "[", place=_PAGE),
    command("label_line_higher", _MENU, "Raise the line", "]", place=_PAGE),
    command("label_line_much_lower", _MENU, "Lower the line by ten", "{", place=_PAGE),
    command("label_line_much_higher", _MENU, "Raise the line by ten", "}", place=_PAGE),
    command("label_reverse", _MENU, "Least certain first", "R", place=_PAGE, checkable=True, separated=True),
    command("label_scope", _MENU, "Only the photos shown", "S", place=_PAGE, checkable=True),
    command("label_larger", _MENU, "Larger crops", "+", "=", place=_PAGE),
    command("label_smaller", _MENU, "Smaller crops", "-", place=_PAGE),
    command("label_next", _MENU, "Next label", "Ctrl+PgDown", icon="next", place=_PAGE, separated=True),
    command("label_previous", _MENU, "Previous label", "Ctrl+PgUp", icon="previous", place=_PAGE),
    command("label_open", _MENU, "Show the photo of the crop", "Return", "Enter", icon="viewer", place=_PAGE),
    command("label_back", _MENU, "Leave the review by label", "Esc", icon="back", place=_PAGE),
)
