"""How far a tag reaches over the selected photos, in a mark and in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale

from tagger.entities import TAG_SEPARATOR, TagPath


class Reach(Enum):
    """On none, some or all of the photos."""

    NONE = ""
    SOME = "remove"
    ALL = "accept"

    @property
    def mark(self) -> str:
        """The icon that stands for it: nothing, a bar, a check mark."""
        return self.value


@dataclass(frozen=True, slots=True)
class Extent:
    """On how many of how many photos a tag is."""

    photos: int
    of: int

    @property
    def reach(self) -> Reach:
        """In three steps."""
        if self.photos == 0 or self.of == 0:
            return Reach.NONE
        return Reach.ALL if self.photos == self.of else Reach.SOME

    @property
    def short(self) -> str:
        """``41 of 312``, or ``all 312``."""
        locale = QLocale()
        if self.reach is Reach.ALL:
            return QCoreApplication.translate("Reach", "all {n}").format(n=locale.toString(self.of))
        return QCoreApplication.translate("Reach", "{n} of {all}").format(
            n=locale.toString(self.photos), all=locale.toString(self.of)
        )

    @property
    def spoken(self) -> str:
        """The state for a screen reader."""
        if self.of == 1:
            on = QCoreApplication.translate("Reach", "on this photo")
            return on if self.photos else QCoreApplication.translate("Reach", "not on this photo")
        if self.reach is Reach.ALL:
            text = QCoreApplication.translate("Reach", "on all {all} photos")
        elif self.reach is Reach.SOME:
            text = QCoreApplication.translate("Reach", "on {n} of {all} photos")
        else:
            text = QCoreApplication.translate("Reach", "on none of {all} photos")
        return text.format(n=QLocale().toString(self.photos), all=QLocale().toString(self.of))


def leaf(path: TagPath) -> str:
    """The last name of a tag."""
    return path.rsplit(TAG_SEPARATOR, 1)[-1]


def readable(path: TagPath) -> str:
    """A whole path for reading."""
    return path.replace(TAG_SEPARATOR, " › ")
