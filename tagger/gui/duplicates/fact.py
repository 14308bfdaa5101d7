"""What the inspector says of the group that a photo is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from tagger.changes import Change, PhotosChanged
from tagger.entities import Photo
from tagger.gui.browser import Browser
from tagger.gui.icons import icon
from tagger.gui.session import Session
from tagger.gui.words import grouped
from tagger.store import duplicates
from tagger.store.database import Database


@dataclass(frozen=True, slots=True)
class Place:
    """Where a photo is in its group: the how many-th of how many, the keeper being the first."""

    group_id: int
    number: int
    count: int


def place_of(db: Database, photo_id: int) -> Place | None:
    """Where a photo is in its group; None where it is in none."""
    group_id = duplicates.groups_of(db, [photo_id]).get(photo_id)
    if group_id is None:
        return None
    found = next(duplicates.groups(db, [group_id]), None)
    if found is None:
        return None
    return Place(group_id, found.photo_ids.index(photo_id) + 1, len(found.photo_ids))


class GroupFact(QPushButton):
    """A line that leads to the group; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._several = False
        self.setProperty("role", "flat")
        self.setIcon(icon("duplicates"))
        self.setAutoDefault(False)
        self.hide()

    @property
    def place(self) -> Place | None:
        """What is shown."""
        return self._place

    def show_place(self, place: Place | None) -> None:
        """Show where a photo is."""
        self._place = place
        if place is not None:
            text = self.tr("{n} of {all} near-duplicates").format(n=grouped(place.number), all=grouped(place.count))
            if place.number == 1:
                text = self.tr("Kept of {all} near-duplicates").format(all=grouped(place.count))
            self.setText(f" {text}")
            self.setAccessibleName(text)
            self.setToolTip(self.tr("Show the group"))
        self._show()

    def set_several(self, several: bool) -> None:
        """Nothing is said of several photos."""
        self._several = several
        self._show()

    def _show(self) -> None:
        self.setVisible(self._place is not None and not self._several)


class Telling(QObject):
    """Keeps the line about the photo that is shown; ``open_at(group_id, photo_id)`` shows its group."""

    def __init__(
        self, session: Session, browser: Browser, line: GroupFact, open_at: Callable[[int, int | None], object]
    ) -> None:
        super().__init__(line)
        self._session, self._line, self._open_at = session, line, open_at
        self._photo: Photo | None = None
        self._generation = 0
        browser.photo_shown.connect(self._show)
        session.changed.connect(self._changed)
        line.clicked.connect(self._go)

    def _show(self, photo: Photo | None, *_rest: object) -> None:
        self._photo = photo
        self._generation += 1
        if photo is None:
            self._line.show_place(None)
        else:
            self._session.start(self._load(photo.id, self._generation))

    async def _load(self, photo_id: int, generation: int) -> None:
        found = await self._session.read(place_of, photo_id)
        if generation == self._generation:
            self._line.show_place(found)

    def _changed(self, change: Change) -> None:
        if isinstance(change, PhotosChanged) and (change.ids is None or (self._photo and self._photo.id in change.ids)):
            self._show(self._photo)

    def _go(self) -> None:
        if self._line.place is not None and self._photo is not None:
            self._open_at(self._line.place.group_id, self._photo.id)
