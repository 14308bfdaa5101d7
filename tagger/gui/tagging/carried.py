"""The tags of several photos at once, with how many of the photos carry each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tagger.entities import TAG_SEPARATOR
from tagger.gui.tagging.reach import Extent, Reach, leaf, readable
from tagger.gui.tagging.row_list import RowList
from tagger.gui.tagging.rows import Button, Count, Row
from tagger.review.selection import Carried, CarriedTag

_SIDE_PX = 4
ADD, REMOVE = "add", "remove"


class CarriedList(RowList):
    """One row for each tag, the most frequent first: a check mark for all photos, a bar for some of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("CarriedList", "Tags of the selected photos"), parent, side_px=_SIDE_PX
        )

    def set_carried(self, carried: Carried) -> None:
        """Show what a selection carries."""
        self.set_rows([_row(tag, carried.photos) for tag in carried.tags])


def _row(tag: CarriedTag, photos: int) -> Row:
    extent = Extent(tag.photos, photos)
    add = QCoreApplication.translate("CarriedList", "Add to all")
    remove = QCoreApplication.translate("CarriedList", "Remove from all")
    buttons: tuple[Button, ...] = (Button(REMOVE, "cancel", "text", remove),)
    if extent.reach is not Reach.ALL:
        buttons = (Button(ADD, "add", "text", add), *buttons)
    return Row(
        tag.path,
        leaf(tag.path),
        f"{leaf(tag.path)}, {extent.spoken}",
        more=" › ".join(tag.path.split(TAG_SEPARATOR)[:-1]),
        mark=extent.reach.mark,
        tooltip=f"{readable(tag.path)}\n{extent.spoken}",
        counts=(Count(extent.short),),
        buttons=buttons,
    )
