"""Commands that have photos recognised."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

COMMANDS: tuple[Command, ...] = (
    command("recognise_photo", "Recognise", "Recognise selected photos", "Ctrl+Return", icon="recognise"),
    command("recognise_shown", "Recognise", "Recognise all photos shown", "Ctrl+Shift+Return"),
    command("recognise_new", "Recognise", "Recognise all new photos"),
    command("recognise_again", "Recognise", "Recognise selected photos again"),
    command("retry_failed", "Recognise", "Try failed photos again", separated=True),
    command("recognise_with", "Recognise", "Choose what recognises…", "Ctrl+Alt+B", icon="backend", separated=True),
    command("backends", "Recognise", "Backends and services…", icon="cloud"),
    command("activity", "Recognise", "Activity and what was sent", "Ctrl+Alt+A", icon="activity"),
    command("never_send", "Recognise", "Never send the selected photos", icon="never_sent", separated=True),
    command("may_send", "Recognise", "The selected photos may be sent again"),
    command("never_send_place", "Recognise", "Never send this folder or tag", place=Place.SOURCES),
    command("may_send_place", "Recognise", "This folder or tag may be sent again", place=Place.SOURCES),
    command("teach_box", "Boxes", "Teach a service this name…", "Shift+T", place=Place.VIEWER),
)
