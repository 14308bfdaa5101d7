"""Up to six photos of a group beside each other, or in one place; the keeper comes first."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tagger.entities import Photo
from tagger.gui.compare.facts_table import FactsTable
from tagger.gui.compare.side import Side, Sides
from tagger.gui.compare.together import Together
from tagger.gui.duplicates.header import SIDE_PX, button
from tagger.gui.review.flow import FlowLayout
from tagger.gui.viewer.caption import ElidedLabel

MOST = 6


class ComparePane(QWidget):
    """Shows photos that it is given; `Comparison` fills it.

    Attributes:
        sides: One for each photo that was shown so far; each is made when it is first needed.
        keeper, mark, apart, back, stack, difference, peaking: The buttons.
        table: The facts.

    Signals:
        chosen(int): another side than before is the one that keys are about; its number.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides: list[Side] = []
        self._room = Sides(())
        self._together = Together((), self)
        self._count, self._current = 0, 0
        self.table = FactsTable()
        self.back = button("back", self.tr("Back to the groups"), "flat")
        self.keeper = button("accept", self.tr("Keep this one"))
        self.mark = button("reject", self.tr("To go, or stays"))
        self.apart = button("disagrees", self.tr("Not duplicates"))
        self.stack = button("stack", self.tr("In one place"))
        self.difference = button("compare", self.tr("Differences"))
        self.peaking = button("eye", self.tr("Sharpness"))
        for each in (self.stack, self.difference, self.peaking):
            each.setCheckable(True)
        self._title = ElidedLabel(Qt.TextElideMode.ElideRight)
        self._title.setProperty("role", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._room, 1)
        column.addWidget(self.table)
        self.stack.toggled.connect(self.set_stacked)
        self.setAccessibleName(self.tr("Compare the photos of a group"))

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        column.addLayout(top)
        flow = FlowLayout(None, 8)
        for each in (self.keeper, self.mark, self.apart, self.stack, self.difference, self.peaking):
            flow.addWidget(each)
        column.addLayout(flow)
        return head

    def _add_side(self) -> None:
        number, before = len(self.sides), self.sides[-1].viewer.view if self.sides else self.peaking
        side = Side(self.tr("Photo {n}").format(n=number + 1))
        self.sides.append(side)
        self._room.add(side)
        self._together.add(side.viewer.view)
        side.entered.connect(lambda: self.choose(number))
        QWidget.setTabOrder(before, side.viewer.view)

    # The photos

    @property
    def current(self) -> int:
        """Number of the side that keys are about, from 0."""
        return self._current

    @property
    def count(self) -> int:
        """How many sides are in use."""
        return self._count

    @property
    def stacked(self) -> bool:
        """Whether the photos are in one place."""
        return self._room.stacked

    def set_count(self, count: int) -> None:
        """Use so many sides; what they show follows."""
        while len(self.sides) < count:
            self._add_side()
        if count != self._count:
            for side in self.sides[count:]:
                side.viewer.show_nothing()
            self._count = count
            self._room.set_count(count)
            self._together.align()

    def align(self) -> None:
        """Show the whole of all."""
        self._together.align()

    def choose(self, number: int) -> None:
        """Let keys be about a side; in one place it comes to the front."""
        number = min(max(number, 0), max(self._count - 1, 0))
        changed, self._current = number != self._current, number
        self._mark()
        if changed:
            self.chosen.emit(number)

    def set_stacked(self, stacked: bool) -> None:
        """Put all into one place, or beside each other."""
        if self.sides:
            self._room.set_stacked(stacked, self.sides[self._current])
        self.stack.setChecked(stacked)

    def take_focus(self) -> None:
        """Give the focus to the side that keys are about."""
        (self.sides[self._current] if self._count else self).setFocus()

    def show_title(self, text: str) -> None:
        """Say which group it is."""
        self._title.setText(text)

    def show_photo(self, side: Side, photo: Photo, orientation: int) -> None:
        """Turn a side to a photo; a turned one is laid as the keeper lies."""
        across = orientation in (5, 6, 7, 8)
        width, height = (photo.height, photo.width) if across else (photo.width, photo.height)
        facts = photo.facts if orientation == 1 else dataclasses.replace(photo.facts, regions=())
        with self._together.held():
            side.viewer.show_photo(dataclasses.replace(photo, width=width, height=height, facts=facts))

    def show_picture(self, side: Side, image: QImage, *, sharp: bool) -> None:
        """Show a picture of a side; it takes up the zoom and place of the others."""
        others = (each.viewer.view for each in self.sides[: self._count] if each is not side)
        leader = next((view for view in others if view.scale_on_screen is not None and not view.fitted), None)
        with self._together.held():
            (side.viewer.show_image if sharp else side.viewer.show_thumbnail)(image)
        if leader is not None:
            self._together.follow(leader)

    def show_facts(self, photos: Sequence[Photo], headings: Sequence[tuple[str, ...]]) -> None:
        """Show what is known of the photos."""
        self.table.show_photos(photos, headings)

    # Zooming, as the window asks for it

    def zoom_by(self, factor: float) -> None:
        """Zoom all."""
        self.sides[self._current].viewer.view.zoom_by(factor)

    def toggle_zoom(self) -> None:
        """Between the whole photos and one to one on the chosen side."""
        self.sides[self._current].viewer.view.toggle_zoom()

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def _mark(self) -> None:
        for number, side in enumerate(self.sides):
            side.set_chosen(number == self._current)
        if self.stacked:
            self._room.set_stacked(True, self.sides[self._current])
