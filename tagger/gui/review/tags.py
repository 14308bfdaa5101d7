"""The tags of what is selected: chips for one photo, counted rows for several, and the field that adds one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.review.flow import FlowLayout
from tagger.gui.tagging.carried import ADD, CarriedList
from tagger.gui.tagging.entry import TagField
from tagger.gui.tagging.quick import QuickTags
from tagger.gui.tagging.reach import Extent, Reach, readable
from tagger.gui.words import counted
from tagger.review.selection import AtHand, Carried

_SHOWN_LINES = 4
_SHOWN_ROWS = 8
_CHIP_PX = 24
_LONGEST_PX = 180


class TagChip(QFrame):
    """One tag: its last name, the whole path as a tooltip, and a button that takes it away, as the Delete key does.

    Signals:
        removed: The chip was asked to go.
    """

    removed = Signal()

    def __init__(self, tag: TagPath, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        path = readable(tag)
        name = QLabel()
        name.setTextFormat(Qt.TextFormat.PlainText)
        leaf = tag.rsplit(TAG_SEPARATOR, 1)[-1]
        name.setText(name.fontMetrics().elidedText(leaf, Qt.TextElideMode.ElideMiddle, _LONGEST_PX))
        self.button = QToolButton()
        self.button.setIcon(icon("cancel", "text_dim"))
        self.button.setIconSize(QSize(12, 12))
        self.button.setFixedSize(18, 18)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip(self.tr("Remove this tag (Delete)"))
        self.button.setAccessibleName(self.tr("Remove tag {name}").format(name=path))
        self.button.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 2, 0)
        layout.setSpacing(2)
        layout.addWidget(name)
        layout.addWidget(self.button)
        self.setFixedHeight(theme.scaled(_CHIP_PX))
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setToolTip(path)
        self.setAccessibleName(self.tr("Tag {name}").format(name=path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            event.ignore()


class TagEditor(QWidget):
    """Shows tags and emits wishes; it changes nothing itself.

    Attributes:
        field: Where tags are entered.
        several: The counted rows that stand in place of chips where several photos are selected.
        quick: Pinned tags and those used of late.
        menu: What can be done with one tag; it is made anew each time it opens.

    Signals:
        tag_added: What was typed or chosen, to add to every photo.
        tag_removed: Path of a tag to remove from every photo.
        pin_toggled: Path of a tag to pin, or to let go of.
        left: The field was left with Escape.
    """

    tag_added = Signal(str)
    tag_removed = Signal(str)
    pin_toggled = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[TagChip] = []
        self._carried: Carried | None = None
        self._at_hand = AtHand()
        self.field = TagField()
        self.field.setPlaceholderText(self.tr("Add a tag"))
        self.field.setAccessibleName(self.tr("Add a tag"))
        self._none = QLabel(self.tr("No tags yet"))
        self._none.setProperty("role", "dim")
        self._area = _ChipArea()
        self.several = CarriedList()
        self.quick = QuickTags()
        self.menu = QMenu(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.field, self._none, self._area, self.several, self.quick):
            layout.addWidget(widget)
        self._connect()
        self.set_tags(())

    # What is shown

    @property
    def tags(self) -> tuple[TagPath, ...]:
        """The tags of the one photo shown."""
        return tuple(chip.tag for chip in self._chips)

    @property
    def chips(self) -> Sequence[TagChip]:
        """The chips of the one photo from first to last."""
        return self._chips

    @property
    def focused(self) -> TagPath | None:
        """The tag whose chip or row has the focus."""
        if self.several.hasFocus():
            return None if self.several.current is None else TagPath(self.several.current)
        return next((chip.tag for chip in self._chips if chip.hasFocus()), self.quick.focused)

    def extent(self, tag: TagPath) -> Extent:
        """How far a tag reaches over what is selected."""
        if self._carried is not None:
            return Extent(self._carried.count(tag), self._carried.photos)
        return Extent(int(tag.casefold() in {each.casefold() for each in self.tags}), 1)

    def set_tags(self, tags: Sequence[TagPath]) -> None:
        """Show the tags of one photo; the focus stays at the place where a chip went away."""
        one = self._carried is None
        self._carried = None
        if tuple(tags) != self.tags or not one or self._area.isVisibleTo(self) != bool(tags):
            focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
            focused = 0 if self.several.hasFocus() else focused
            self._chips = [self._make(tag) for tag in tags]
            self._area.fill(self._chips)
            if focused is not None:
                place = min(focused, len(self._chips) - 1)
                (self._chips[place] if place >= 0 else self.field).setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.setVisible(bool(tags))
        self.several.hide()
        self._show_extents(bool(tags), self.tags)

    def show_carried(self, carried: Carried) -> None:
        """Show the tags of several photos."""
        self._carried = carried
        moving = any(chip.hasFocus() for chip in self._chips) or (self.several.hasFocus() and not carried.tags)
        self._chips = []
        self._area.hide()
        self.several.set_carried(carried)
        self.several.setMaximumHeight(min(len(carried.tags), _SHOWN_ROWS) * theme.row_px())
        self.several.setVisible(bool(carried.tags))
        if moving:
            (self.several if carried.tags else self.field).setFocus(Qt.FocusReason.OtherFocusReason)
        on_all = [tag.path for tag in carried.tags if tag.photos == carried.photos]
        self._show_extents(bool(carried.tags), on_all)

    def set_at_hand(self, at_hand: AtHand) -> None:
        """Offer these tags as chips."""
        self._at_hand = at_hand
        self.quick.set_tags(at_hand)
        self._order_tab()

    def _show_extents(self, some: bool, on_all: Sequence[TagPath]) -> None:
        self._none.setVisible(not some)
        self.field.set_carried(frozenset(on_all))
        self.quick.set_extents(self.extent)
        self._order_tab()

    def _order_tab(self) -> None:
        """Chips are made anew; Tab would reach them before what stands above them."""
        for before, after in itertools.pairwise([self.field, *self._chips, self.several, *self.quick.chips]):
            QWidget.setTabOrder(before, after)

    # What is wanted

    def toggle(self, tag: TagPath) -> None:
        """Ask for a tag on all photos, or on none where all have it."""
        on_all = self.extent(tag).reach is Reach.ALL
        (self.tag_removed if on_all else self.tag_added).emit(tag)

    def _connect(self) -> None:
        self.field.entered.connect(self.tag_added)
        self.field.left.connect(self.left)
        self.several.entered.connect(self._open_menu)
        self.several.clicked.connect(lambda index: self.several.open(index))
        self.several.deleted.connect(self.tag_removed)
        self.several.pressed_button.connect(
            lambda tag, name: (self.tag_added if name == ADD else self.tag_removed).emit(tag)
        )
        self.quick.chosen.connect(lambda tag: self.toggle(TagPath(tag)))
        self.quick.menu_wanted.connect(self._open_menu)

    def _open_menu(self, tag: str, place: QPoint) -> None:
        """What can be done with a tag, each with the number of photos it is about."""
        path, menu = TagPath(tag), self.menu
        extent = self.extent(path)
        menu.clear()
        if extent.of > extent.photos:
            text = counted(extent.of, self.tr("Add to this photo"), self.tr("Add to all {n} photos"))
            menu.addAction(icon("add"), text, lambda: self.tag_added.emit(path))
        if extent.photos:
            text = counted(extent.photos, self.tr("Remove from 1 photo"), self.tr("Remove from {n} photos"))
            menu.addAction(icon("cancel"), text, lambda: self.tag_removed.emit(path))
        menu.addSeparator()
        text = self.tr("Unpin this tag") if path in self._at_hand.pinned else self.tr("Pin this tag")
        menu.addAction(text, lambda: self.pin_toggled.emit(path))
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    def _make(self, tag: TagPath) -> TagChip:
        chip = TagChip(tag)
        chip.removed.connect(lambda: self.tag_removed.emit(tag))
        chip.customContextMenuRequested.connect(lambda place: self._open_menu(tag, chip.mapToGlobal(place)))
        return chip


class _ChipArea(QScrollArea):
    """Chips in lines; from the fifth line on it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fill(self, chips: Sequence[TagChip]) -> None:
        """Put these chips in place of those before."""
        inner = QWidget()
        flow = FlowLayout(inner)
        for chip in chips:
            flow.addWidget(chip)
        self.setWidget(inner)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        inner = self.widget()
        if inner is not None and (layout := inner.layout()) is not None:
            needed, chip = layout.heightForWidth(self.width()), theme.scaled(_CHIP_PX)
            self.setFixedHeight(min(max(needed, chip), _SHOWN_LINES * (chip + 4) - 4))
