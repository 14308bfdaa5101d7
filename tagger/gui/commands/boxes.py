"""Commands that draw and change boxes in the viewer."""

from __future__ import annotations

from tagger.gui.commands.command import Command, Place, command

LABELS = tuple(f"box_label_{number}" for number in range(1, 10))
"""The commands of the frequent labels."""

MOVES = {
    "box_left": (-1, 0),
    "box_right": (1, 0),
    "box_up": (0, -1),
    "box_down": (0, 1),
}
"""The commands that move a box by a pixel on screen, and where to."""

SIZES = {
    "box_narrower": (-1, 0),
    "box_wider": (1, 0),
    "box_lower": (0, -1),
    "box_higher": (0, 1),
}
"""The commands that move the right or lower side of a box."""

COMMANDS: tuple[Command, ...] = (
    command("draw_boxes", "Boxes", "Draw boxes", "R", icon="box", place=Place.VIEWER, checkable=True),
    command("place_box", "Boxes", "New box in the middle", "Shift+R", place=Place.VIEWER),
    command("relabel_box", "Boxes", "Change the label…", "F2", icon="label", place=Place.VIEWER, separated=True),
    command("duplicate_box", "Boxes", "Duplicate", "Ctrl+D", icon="copy", place=Place.VIEWER),
    command("delete_box", "Boxes", "Delete", "Del", icon="trash", place=Place.VIEWER),
    command("next_box", "Boxes", "Next box", "C", place=Place.VIEWER, separated=True),
    command("zoom_next_box", "Boxes", "Zoom to the next box", "Shift+N", icon="zoom_in", place=Place.VIEWER),
    command("box_left", "Boxes|Move", "To the left", "Alt+Left", place=Place.VIEWER),
    command("box_right", "Boxes|Move", "To the right", "Alt+Right", place=Place.VIEWER),
    command("box_up", "Boxes|Move", "Up", "Alt+Up", place=Place.VIEWER),
    command("box_down", "Boxes|Move", "Down", "Alt+Down", place=Place.VIEWER),
    command("box_narrower", "Boxes|Size", "Narrower", "Alt+Shift+Left", place=Place.VIEWER),
    command("box_wider", "Boxes|Size", "Wider", "Alt+Shift+Right", place=Place.VIEWER),
    command("box_lower", "Boxes|Size", "Less high", "Alt+Shift+Up", place=Place.VIEWER),
    command("box_higher", "Boxes|Size", "Higher", "Alt+Shift+Down", place=Place.VIEWER),
    command("box_label_1", "Boxes|Frequent label", "Frequent label 1", "Ctrl+1", place=Place.VIEWER),
    command("box_label_2", "Boxes|Frequent label", "Frequent label 2", "Ctrl+2", place=Place.VIEWER),
    command("box_label_3", "Boxes|Frequent label", "Frequent label 3", "Ctrl+3", place=Place.VIEWER),
    command("box_label_4", "Boxes|Frequent label", "Frequent label 4", "Ctrl+4", place=Place.VIEWER),
    command("box_label_5", "Boxes|Frequent label", "Frequent label 5", "Ctrl+5", place=Place.VIEWER),
    command("box_label_6", "Boxes|Frequent label", "Frequent label 6", "Ctrl+6", place=Place.VIEWER),
    command("box_label_7", "Boxes|Frequent label", "Frequent label 7", "Ctrl+7", place=Place.VIEWER),
    command("box_label_8", "Boxes|Frequent label", "Frequent label 8", "Ctrl+8", place=Place.VIEWER),
    command("box_label_9", "Boxes|Frequent label", "Frequent label 9", "Ctrl+9", place=Place.VIEWER),
    command("backends_shown", "Boxes", "Boxes of which backend…", "Shift+H", icon="eye", separated=True),
)
