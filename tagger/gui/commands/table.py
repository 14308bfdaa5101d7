"""All commands, in the order of the menus. Commands of one menu stand in it in the order of this table."""

from __future__ import annotations

from tagger.gui.commands import (
    around,
    boxes,
    by_label,
    duplicates,
    edit,
    find,
    help,
    identity,
    library,
    outside,
    photo,
    recognise,
    review,
    tagging,
    tags,
    view,
)
from tagger.gui.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *library.COMMANDS,
    *edit.COMMANDS,
    *find.SEARCHING,
    *around.COMMANDS,
    *review.COMMANDS,
    *by_label.COMMANDS,
    *duplicates.COMMANDS,
    *boxes.COMMANDS,
    *tagging.COMMANDS,
    *photo.COMMANDS,
    *tags.COMMANDS,
    *identity.COMMANDS,
    *outside.COMMANDS,
    *recognise.COMMANDS,
    *view.COMMANDS,
    *find.COMMANDS,
    *outside.LOOKING,
    *around.THEMES,
    *help.COMMANDS,
)
"""The table. While H is held the boxes are hidden; that is no command, since a key that is held has no menu entry."""

ABOUT_PHOTOS: tuple[str, ...] = (
    *("accept", "reject", "defer", "take_back", "accept_photo", "reject_photo", "recognise_photo", "recognise_again"),
    *(command.name for command in COMMANDS if command.menu.partition("|")[0] == "Photo"),
)
"""What is done to the photos that are selected, so only where these are in view."""
