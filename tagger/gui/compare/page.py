"""The page on which two photos are compared."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.entities import Photo
from tagger.gui.commands.first import OwnKeysFirst
from tagger.gui.compare.differences import alike, differences
from tagger.gui.compare.side import Side, Sides
from tagger.gui.compare.table import DifferenceTable
from tagger.gui.compare.together import Together
from tagger.gui.icons import icon
from tagger.gui.tokens import ROW_PX
from tagger.gui.viewer.caption import ElidedLabel


class ComparePage(OwnKeysFirst):
    """Two photos that are zoomed and moved together, and the words about what differs.

    It is given the photos by whoever shows it: each `Side` has a `Viewer`.

    Attributes:
        left, right: The sides.

    Signals:
        side_chosen(): another side than before is the one that keys are about.
        swap_wanted(), stack_wanted(), leave_wanted(): A button was pressed.
    """

    side_chosen = Signal()
    swap_wanted = Signal()
    stack_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = Side(self.tr("Left photo")), Side(self.tr("Right photo"))
        self._sides = Sides((self.left, self.right))
        self._together = Together((self.left.viewer.view, self.right.viewer.view), self)
        self.table = DifferenceTable()
        self._chosen = self.right
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._sides, 1)
        layout.addWidget(self.table)
        for side in (self.left, self.right):
            side.entered.connect(lambda side=side: self.choose(side))
        self.setAccessibleName(self.tr("Compare"))
        # `take_focus` instead of a focus proxy, which Tab would jump to past the head of the page.
        for before, after in itertools.pairwise([*self._heads, self.left.viewer.view, self.right.viewer.view]):
            QWidget.setTabOrder(before, after)
        self._mark()

    # The sides

    @property
    def chosen(self) -> Side:
        """The side that keys are about."""
        return self._chosen

    @property
    def stacked(self) -> bool:
        """Whether the photos are in one place, one over the other."""
        return self._sides.stacked

    def other(self, side: Side) -> Side:
        """The other side."""
        return self.right if side is self.left else self.left

    def choose(self, side: Side) -> None:
        """Let keys be about this side's photo; one over the other, it comes to the front."""
        changed = side is not self._chosen
        self._chosen = side
        if self.stacked:
            self._sides.set_stacked(True, side)
        self._mark()
        if changed:
            self.side_chosen.emit()

    def set_stacked(self, stacked: bool) -> None:
        """Put one photo over the other in the same place, or both beside each other."""
        self._sides.set_stacked(stacked, self._chosen)
        self._stack.setChecked(stacked)
        self._mark()

    def flip(self) -> None:
        """Show the other photo in the same place: differences jump to the eye."""
        if not self.stacked:
            self.set_stacked(True)
        self.choose(self.other(self._chosen))
        self.take_focus()

    def align(self) -> None:
        """Show the whole of both."""
        self._together.align()

    def zoom_by(self, factor: float) -> None:
        """Zoom both."""
        self._chosen.viewer.view.zoom_by(factor)

    def toggle_zoom(self) -> None:
        """Between the whole photos and one to one on the chosen side."""
        self._chosen.viewer.view.toggle_zoom()

    def show_photo(self, side: Side, photo: Photo) -> None:
        """Turn a side to a photo; its picture follows by `show_picture`."""
        with self._together.held():
            side.viewer.show_photo(photo)
        self._show_differences()

    def show_picture(self, side: Side, image: QImage, *, sharp: bool) -> None:
        """Show the photo of a side, first as its thumbnail; it takes up the zoom and place of the other side."""
        other = self.other(side).viewer.view
        with self._together.held():
            (side.viewer.show_image if sharp else side.viewer.show_thumbnail)(image)
        if not other.fitted:
            self._together.follow(other)

    def _show_differences(self) -> None:
        """Say what differs between the photos that are there now."""
        one, other = self.left.photo, self.right.photo
        if one is None or other is None:
            self.table.show_differences((), self.tr("Choose a second photo with the arrow keys."))
            return
        same = self.tr("Nothing that is known of these photos differs.")
        found = differences(one, other)
        self.table.show_differences(found, same)
        self._title.setText(self.tr("Alike but for the place") if found and alike(one, other) else "")

    def take_focus(self) -> None:
        """Give the focus to the chosen side."""
        self._chosen.setFocus()

    def _mark(self) -> None:
        for side in (self.left, self.right):
            side.set_chosen(side is self._chosen)

    # Its head

    def _head(self) -> QWidget:
        head = QWidget()
        head.setMinimumHeight(ROW_PX + 8)
        back = self._button("back", self.tr("Back"), self.leave_wanted)
        swap = self._button("swap", self.tr("Swap"), self.swap_wanted)
        self._stack = self._button("stack", self.tr("One over the other"), self.stack_wanted)
        self._stack.setCheckable(True)
        hint = ElidedLabel(Qt.TextElideMode.ElideRight)
        hint.setText(self.tr("Both move together; hold Shift to move one alone"))
        hint.setProperty("role", "dim")
        hint.setSizePolicy(hint.sizePolicy().Policy.Ignored, hint.sizePolicy().verticalPolicy())
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heads = [back, swap, self._stack]
        self._title = QLabel()
        self._title.setProperty("role", "dim")
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(back)
        row.addWidget(self._title)
        row.addWidget(hint, 1)
        row.addWidget(swap)
        row.addWidget(self._stack)
        return head

    def _button(self, name: str, text: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(icon(name))
        button.setProperty("role", "flat")
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: signal.emit())  # type: ignore[attr-defined]
        return button
