"""Comparing the photos of the current group: which of them are in view, and how."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage

from tagger.duplicates.overview import Detailed, Entry
from tagger.entities import Photo, PhotoId
from tagger.gui.browser import Browser
from tagger.gui.compare import overlays
from tagger.gui.compare.loading import Loading
from tagger.gui.compare.side import Side
from tagger.gui.duplicates.compare_pane import MOST, ComparePane
from tagger.gui.duplicates.model import GroupModel
from tagger.gui.duplicates.view import GroupView
from tagger.gui.duplicates.words import fate_text, found_text, title_text
from tagger.gui.language.core import said
from tagger.gui.session import Session
from tagger.gui.tokens import DARK
from tagger.gui.words import grouped

_PAINT = QColor(DARK.suggested)
"""In both themes, since the photos beneath are darkened in both."""
PLAIN, DIFFERENCE, PEAKING = "", "difference", "peaking"


class Comparison(QObject):
    """Fills the pane with photos of the current group: the keeper, and those around the current photo.

    The current group and photo are those of the list, which is behind the pane meanwhile.

    Attributes:
        pane: Where they are compared.
    """

    def __init__(self, session: Session, browser: Browser, view: GroupView, model: GroupModel) -> None:
        super().__init__(view)
        self._session, self._browser, self._view, self._model = session, browser, view, model
        self.pane = ComparePane()
        self._loading = Loading(session, browser.loader, self._show_photo, self._take_picture)
        self._ids: list[int] = []
        self._photos: dict[int, Photo] = {}
        self._pictures: dict[int, QImage] = {}
        self._turns: dict[int, int] = {}
        self._overlay = PLAIN
        self._painted = 0
        self.pane.chosen.connect(self._chosen)

    def show(self) -> None:
        """Show the current group and photo."""
        view = self._view
        entry, found = self._model.entry_at(view.row), self._model.detailed_at(view.row)
        if entry is None or found is None:
            return
        self._turns = {link.photo_id: link.turn for link in found.group.links}
        ids = self._window(entry, view.place)
        self.pane.set_count(len(ids))
        for number, photo_id in enumerate(ids):
            if number >= len(self._ids) or self._ids[number] != photo_id:
                self._pictures.pop(number, None)
                self._loading.put(self.pane.sides[number], PhotoId(photo_id))
        if not set(ids) & set(self._ids):
            self.pane.align()
        for number, side in enumerate(self.pane.sides[len(ids) :], len(ids)):
            self._loading.forget(side)
            self._pictures.pop(number, None)
        self._ids = ids
        current = view.photo_id()
        self.pane.choose(ids.index(current) if current in ids else 0)
        place = self.tr("Group {n} of {all}").format(n=grouped(view.row + 1), all=grouped(len(self._model.entries)))
        self.pane.show_title(f"{place} · {title_text(entry)}")
        if self.pane.hasFocus():  # since there was no photo yet to have it
            self.pane.take_focus()
        self._show_facts()

    def leave(self) -> None:
        """Let go of the photos."""
        self._ids = []
        self._pictures.clear()
        self._photos.clear()
        self.pane.set_stacked(False)
        self.pane.set_count(0)

    def flip(self) -> None:
        """Show the next photo in the same place: differences jump to the eye."""
        if not self.pane.stacked:
            self.pane.set_stacked(True)
        elif self.pane.count:
            self.pane.choose((self.pane.current + 1) % self.pane.count)
        self.pane.take_focus()

    def set_overlay(self, overlay: str) -> None:
        """Paint over the photos where they differ from the keeper or are sharp, or nothing."""
        self._overlay = overlay
        self._painted += 1
        for number in list(self._pictures):
            self._paint(number)

    def _window(self, entry: Entry, place: int) -> list[int]:
        """The photos in view: the keeper, and as many others around a place as there is room for."""
        others = entry.photo_ids[1:]
        room = MOST - 1
        start = min(max(0, place - room), max(len(others) - room, 0))
        if self._ids[:1] == [entry.photo_ids[0]] and len(self._ids) == min(MOST, len(entry.photo_ids)):
            before = others.index(self._ids[1]) if self._ids[1] in others else start
            if before < place <= before + room or place == 0:
                start = min(before, max(len(others) - room, 0))
        return [entry.photo_ids[0], *others[start : start + room]]

    def _chosen(self, number: int) -> None:
        """A side was clicked, or has the focus: its photo is the current one."""
        entry = self._model.entry_at(self._view.row)
        if entry is not None and number < len(self._ids) and self._ids[number] in entry.photo_ids:
            self._view.go_to(self._view.row, entry.photo_ids.index(self._ids[number]))

    def _show_photo(self, side: Side, photo: Photo) -> None:
        self._photos[photo.id] = photo
        self.pane.show_photo(side, photo, self._turns.get(photo.id, 1))
        self._show_facts()

    def _show_facts(self) -> None:
        known = [self._photos[each] for each in self._ids if each in self._photos]
        found = self._model.detailed_at(self._view.row)
        if found is not None and len(known) == len(self._ids):
            self.pane.show_facts(known, [self._heading(photo, found) for photo in known])

    def _heading(self, photo: Photo, found: Detailed) -> tuple[str, str, str]:
        member, marks = found.member(photo.id), self._model.marks
        if member is None:
            return photo.name, "", ""
        fate = fate_text(member.fate, goes=marks.goes(member), waits=marks.open(member))
        how = "" if member.link is None else found_text(member.link.found_by)
        return photo.name, " · ".join(part for part in (fate, how) if part), said(member.words)

    # Pictures

    def _take_picture(self, side: Side, image: QImage, *, sharp: bool) -> None:
        number = self.pane.sides.index(side)
        self._session.start(self._turn(number, image, self._turns.get(self._ids[number], 1), sharp))

    async def _turn(self, number: int, image: QImage, orientation: int, sharp: bool) -> None:
        photo_id = self._ids[number]
        if orientation != 1:
            image = await self._session.decode(overlays.turned, image, orientation)
        if number >= len(self._ids) or self._ids[number] != photo_id or (number in self._pictures and not sharp):
            return
        self._show(number, image, sharp=sharp)
        if sharp:
            self._pictures[number] = image
            self._paint(number)
            if number == 0 and self._overlay == DIFFERENCE:
                self.set_overlay(DIFFERENCE)

    def _paint(self, number: int) -> None:
        if number < len(self._ids):
            self._session.start(self._painting(number, self._painted, self._ids[number]))

    async def _painting(self, number: int, painted: int, photo_id: int) -> None:
        plain, keeper = self._pictures[number], self._pictures.get(0)
        shown = plain
        if self._overlay == DIFFERENCE and number and keeper is not None:
            shown = await self._session.decode(overlays.difference, keeper, plain, _PAINT)
        elif self._overlay == PEAKING:
            shown = await self._session.decode(overlays.peaking, plain, _PAINT)
        if painted == self._painted and number < len(self._ids) and self._ids[number] == photo_id:
            self._show(number, shown, sharp=True)

    def _show(self, number: int, image: QImage, *, sharp: bool) -> None:
        side = self.pane.sides[number]
        self.pane.show_picture(side, image, sharp=sharp)
        if self._turns.get(self._ids[number], 1) != 1:
            side.viewer.caption.note.setText(self.tr("Turned as it matches"))
