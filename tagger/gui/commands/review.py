"""Commands that decide on suggestions."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

COMMANDS: tuple[Command, ...] = (
    command("accept", "Review", "Accept", "P", icon="accept"),
    command("reject", "Review", "Reject", "X", icon="reject"),
    command("defer", "Review", "Defer", "D", icon="defer"),
    command("take_back", "Review", "Back to undecided", "U", icon="undecided"),
    command("accept_photo", "Review", "Accept all of this photo", "Shift+P", separated=True),
    command("reject_photo", "Review", "Reject all of this photo", "Shift+X"),
    command("next_undecided", "Review", "Next undecided", "Space", icon="next", place=Place.CENTRE, separated=True),
    command("previous_undecided", "Review", "Previous undecided", "Shift+Space", icon="previous", place=Place.CENTRE),
    command("review", "Review", "Show what is to review", "Ctrl+E", icon="review", separated=True),
    command("advance", "Review", "Move on after a decision", checkable=True),
)
