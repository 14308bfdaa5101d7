"""Tags that are one click or key away: pinned ones and those used of late."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.entities import TagPath
from tagger.gui.icons import icon
from tagger.gui.review.flow import FlowLayout
from tagger.gui.tagging.reach import Extent, Reach, leaf, readable
from tagger.review.selection import AtHand

_LONGEST_PX = 140
_MARK_PX = 12


class QuickChip(QPushButton):
    """A tag that a click puts on every photo, or takes off where all have it.

    Attributes:
        tag: Its path.
        extent: How far it reaches now.
    """

    def __init__(self, tag: TagPath, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag, self._keys = tag, keys
        self.extent = Extent(0, 0)
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        self.setIconSize(QSize(_MARK_PX, _MARK_PX))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.set_extent(self.extent)

    def set_extent(self, extent: Extent) -> None:
        """Show how far the tag reaches over the selection."""
        self.extent = extent
        name = QFontMetrics(self.font()).elidedText(leaf(self.tag), Qt.TextElideMode.ElideMiddle, _LONGEST_PX)
        digit = f"{self._keys[-1]}  " if self._keys else ""
        self.setText(f" {digit}{name}".replace("&", "&&"))  # the style leaves no room beside the icon
        self.setIcon(icon(extent.reach.mark or "add", "text_strong" if extent.reach.mark else "text_dim"))
        self.setProperty("reach", extent.reach.name.lower())
        spoken = extent.spoken if extent.of else ""
        self.setAccessibleName(", ".join(part for part in (leaf(self.tag), spoken) if part))
        self.setToolTip("\n".join(part for part in (readable(self.tag), spoken, self._does(), self._keys) if part))

    def _does(self) -> str:
        if self.extent.reach is Reach.ALL:
            return self.tr("A click takes it off")
        return self.tr("A click adds it")


class QuickTags(QWidget):
    """Rows of chips under a quiet title each; an empty one takes no room.

    Signals:
        chosen(str): Path of the tag whose chip was pressed.
        menu_wanted(str, QPoint): The menu of a tag was asked for; the place is one of the screen.
    """

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_hand = AtHand()
        self._keys: list[str] = []
        self._extent: Callable[[TagPath], Extent] = lambda _tag: Extent(0, 0)
        self.pinned = _Chips(self.tr("Pinned"))
        self.recent = _Chips(self.tr("Recent"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for row in (self.pinned, self.recent):
            layout.addWidget(row)
            row.hide()

    @property
    def chips(self) -> Sequence[QuickChip]:
        """All chips from first to last."""
        return [*self.pinned.chips, *self.recent.chips]

    @property
    def focused(self) -> TagPath | None:
        """The tag of the chip with the focus."""
        return next((chip.tag for chip in self.chips if chip.hasFocus()), None)

    def set_tags(self, at_hand: AtHand) -> None:
        """Offer these."""
        if at_hand == self._at_hand:
            return
        focused = self.focused
        self._at_hand = at_hand
        keys = [*self._keys, *[""] * max(len(at_hand.pinned) - len(self._keys), 0)]
        self._fill(self.pinned, [QuickChip(tag, key) for tag, key in zip(at_hand.pinned, keys, strict=False)])
        self._fill(self.recent, [QuickChip(tag) for tag in at_hand.recent])
        again = next((chip for chip in self.chips if chip.tag == focused), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Say these keys of the pinned tags, in their order; empty where there is none."""
        if list(keys) != self._keys:
            self._keys = list(keys)
            at_hand, self._at_hand = self._at_hand, AtHand()
            self.set_tags(at_hand)

    def set_extents(self, extent: Callable[[TagPath], Extent]) -> None:
        """Show how far each tag reaches."""
        self._extent = extent
        for chip in self.chips:
            chip.set_extent(extent(chip.tag))

    def _fill(self, row: _Chips, chips: list[QuickChip]) -> None:
        for chip in chips:
            chip.set_extent(self._extent(chip.tag))
            chip.clicked.connect(lambda _on, tag=chip.tag: self.chosen.emit(tag))
            chip.customContextMenuRequested.connect(
                lambda place, chip=chip: self.menu_wanted.emit(chip.tag, chip.mapToGlobal(place))
            )
        row.fill(chips)


class _Chips(QWidget):
    """A quiet title and chips in lines."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.chips: Sequence[QuickChip] = ()
        self._inner: QWidget | None = None
        name = QLabel(title)
        name.setProperty("role", "dim")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addWidget(name)

    def fill(self, chips: Sequence[QuickChip]) -> None:
        """Put these chips in place of those before."""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget()
        flow = FlowLayout(self._inner)
        for chip in chips:
            flow.addWidget(chip)
        self.chips = chips
        self._lines.addWidget(self._inner)
        self.setVisible(bool(chips))
