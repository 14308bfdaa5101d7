"""What a change of the tag tree touches, said before it happens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.gui.words import counted
from tagger.vocabulary.tree import Use

translate = QCoreApplication.translate


def shown(tag: TagPath) -> str:
    """A path for people."""
    return tag.replace(TAG_SEPARATOR, " › ")


def leaf(tag: TagPath) -> str:
    """The last name of a path."""
    return tag.rpartition(TAG_SEPARATOR)[2]


def touched(use: Use) -> str:
    """``12,408 photos and 31 tags below``."""
    photos = counted(use.photos, translate("TagTree", "1 photo"), translate("TagTree", "{n} photos"))
    if not use.below:
        return photos
    below = counted(use.below, translate("TagTree", "1 tag below"), translate("TagTree", "{n} tags below"))
    return translate("TagTree", "{photos} and {tags}").format(photos=photos, tags=below)


def title(verb: str, tag: TagPath, to: TagPath | None, use: Use) -> str:
    """What is about to happen, in one sentence."""
    words = {
        "rename": translate("TagTree", "Rename “{old}” to “{new}” on {what}?"),
        "move": translate("TagTree", "Move “{old}” to “{place}” on {what}?"),
        "merge": translate("TagTree", "Merge “{old}” into “{place}” on {what}?"),
        "delete": translate("TagTree", "Delete “{old}” from {what}?"),
    }
    new = to or TagPath("")
    return words[verb].format(old=leaf(tag), new=leaf(new), place=shown(new), what=touched(use))


def button(verb: str) -> str:
    """The word that does it."""
    return {
        "rename": translate("TagTree", "Rename"),
        "move": translate("TagTree", "Move"),
        "merge": translate("TagTree", "Merge"),
        "delete": translate("TagTree", "Delete from all photos"),
    }[verb]


def instead(verb: str) -> str:
    """What a drop could have meant rather than this."""
    return translate("TagTree", "Move below it instead") if verb == "merge" else translate("TagTree", "Merge instead")


def note(verb: str, to: TagPath | None, use: Use, there: Use) -> str:
    """What else there is to know: that two tags become one, where suggestions lead, what happens to the files."""
    said = []
    if there.exists and to is not None:
        text = translate("TagTree", "“{name}” is there already, on {photos}: both become one.")
        said.append(
            text.format(
                name=shown(to),
                photos=counted(there.photos, translate("TagTree", "1 photo"), translate("TagTree", "{n} photos")),
            )
        )
    if use.labels and verb != "delete":
        said.append(
            counted(
                len(use.labels),
                translate("TagTree", "Suggestions of 1 label lead to the new tag."),
                translate("TagTree", "Suggestions of {n} labels lead to the new tag."),
            )
        )
    if use.photos:
        said.append(translate("TagTree", "The sidecars follow."))
    return " ".join(said)
