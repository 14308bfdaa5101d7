"""Every command of the window once, as data: menus, buttons, keys, the palette and the sheet come from here."""

from __future__ import annotations

from tagger.gui.commands.actions import Actions, translated
from tagger.gui.commands.command import Command, Place
from tagger.gui.commands.table import ABOUT_PHOTOS, COMMANDS

__all__ = ["ABOUT_PHOTOS", "COMMANDS", "Actions", "Command", "Place", "translated"]
