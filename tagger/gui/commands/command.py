"""What a command is, before it becomes an action of a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a command's keys work."""

    WINDOW = "window"
    CENTRE = "centre"
    """Only while a page in the centre has the focus: the keys mean something else in lists and fields."""
    VIEWER = "viewer"
    """Only in the viewer: the grid has its own meaning for these keys."""
    COMPARE = "compare"
    """Only on the page that compares two photos."""
    DUPLICATES = "duplicates"
    """Only on the page of near-duplicates, where they come before the same keys of the window."""
    SOURCES = "sources"
    """Only while the sources have the focus."""
    LABEL = "label"
    """Only on the page that reviews by label, where they come before the same keys of the window."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: What the code calls it.
        menu: The menu it is in; ``View|Theme`` is a menu in a menu. Translated when it is shown, as is the title.
        keys: Qt key sequences; the first one is shown.
        group: Checkable commands of one group exclude each other.
        separated: Whether a line is drawn before it.
    """

    name: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    place: Place = Place.WINDOW
    checkable: bool = False
    group: str = ""
    separated: bool = False


def command(name: str, menu: str, title: str, *keys: str, **more: object) -> Command:
    """A command, written in one line."""
    return Command(name, menu, title, keys, **more)  # type: ignore[arg-type]
