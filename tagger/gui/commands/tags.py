"""Commands that change the tree of tags."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

COMMANDS: tuple[Command, ...] = (
    command("new_tag", "Tags", "New tag…", "Ctrl+Shift+N", icon="add"),
    command("rename_tag", "Tags", "Rename the tag", "F2", place=Place.SOURCES, separated=True),
    command("move_tag", "Tags", "Move the tag to…", "Ctrl+M", place=Place.SOURCES),
    command("merge_tag", "Tags", "Merge the tag into…", "Ctrl+J", place=Place.SOURCES),
    command("delete_tag", "Tags", "Delete the tag from all photos…", "Del", icon="trash", place=Place.SOURCES),
    command("pin_this_tag", "Tags", "Pin the tag, or let it go", "Ctrl+P", place=Place.SOURCES, separated=True),
    command("tag_synonyms", "Tags", "Synonyms of the tag…", place=Place.SOURCES),
    command("import_keywords", "Tags", "Import a keyword list…", separated=True),
    command("export_keywords", "Tags", "Export as a keyword list…"),
)
