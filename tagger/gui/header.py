"""The line above the grid: where we are, how many photos that is, and what narrows it, each part removable."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tagger.errors import QueryError
from tagger.gui.announcing import say_aloud
from tagger.gui.finding.timeline import Timeline
from tagger.gui.icons import icon
from tagger.gui.menu_button import MenuButton
from tagger.gui.review.flow import FlowLayout
from tagger.gui.tokens import ROW_PX
from tagger.gui.words import counted
from tagger.store.query import terms

_LONGEST = 40


class Header(QWidget):
    """Place, chips, count, and the timeline below them.

    A place other than the whole library is a chip itself, so nothing is said twice.

    Attributes:
        zoom: The slider of the thumbnails' size.
        filter_button, sort_button: Show a menu that others fill.
        timeline: The months of what is shown.

    Signals:
        source_cleared(): the chip of the place was removed.
        search_changed(str): the chip of a term was removed; what remains.
        thumbnail_side_chosen(int): the slider was moved, in pixels.
        all_wanted(): all photos are to be selected.
        note_followed(): the button beside a note was pressed.
    """

    source_cleared = Signal()
    search_changed = Signal(str)
    thumbnail_side_chosen = Signal(int)
    all_wanted = Signal()
    note_followed = Signal()

    def __init__(self, smallest_px: int, largest_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = ""
        self._total: int | None = None
        self._terms: list[QPushButton] = []
        self._title, self._count, self._note = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "dim")
        for label in (self._title, self._count, self._note):
            label.setMinimumHeight(ROW_PX)
        self._source = self._chip()
        self._source.clicked.connect(self.source_cleared)
        self._all, self._follow = self._link(self.all_wanted), self._link(self.note_followed)
        self.filter_button = self._menu_button("filter", self.tr("Filter"))
        self.sort_button = self._menu_button("sort", self.tr("Sort"))
        self.zoom = self._slider(smallest_px, largest_px)
        self.timeline = Timeline()
        self._lay_out()

    @property
    def term_chips(self) -> Sequence[QPushButton]:
        """The chips of the search, in the order of its terms."""
        return self._terms

    @property
    def source_chip(self) -> QPushButton:
        """The chip of the place."""
        return self._source

    @property
    def select_all_button(self) -> QPushButton:
        """The button that selects everything, in view while some photos are selected."""
        return self._all

    def show_place(self, title: str, count: int | None, *, source: bool, search: str) -> None:
        """Say what is shown. ``count`` is None while it is being looked up."""
        self._total = count
        self._title.setText(title)
        self._title.setVisible(not source)
        self._source.setVisible(source)
        self._source.setText(_short(title))
        self._source.setToolTip(self.tr("Leave {place}").format(place=title))
        self._source.setAccessibleName(self._source.toolTip())
        self._show_terms(search)
        self.show_selection(0)

    def show_selection(self, selected: int) -> None:
        """Say how many photos are selected, where that is more than one; else how many there are."""
        total = self._total
        several = selected > 1 and total is not None
        if total is not None and selected > 1:
            numbers = {"n": QLocale().toString(selected), "all": QLocale().toString(total)}
            self._count.setText(self.tr("{n} selected of {all}").format(**numbers))
            say_aloud(self, self._count.text())
            self._all.setText(self.tr("Select all {all}").format(**numbers))
        elif total is not None:
            self._count.setText(counted(total, self.tr("1 photo"), self.tr("{n} photos")))
        else:
            self._count.clear()
        self._all.setVisible(several and selected != total)

    def show_order(self, descending: bool) -> None:
        """Let the button say which way the photos are sorted."""
        self.sort_button.setIcon(icon("sort_descending" if descending else "sort"))

    def show_note(self, text: str, action: str = "") -> None:
        """Say something about what is shown, with a button that helps; nothing for an empty text."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._follow.setText(action)
        self._follow.setVisible(bool(action))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a button are its own: in the centre of the window they are commands. Delete removes a chip."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QAbstractButton) and not event.modifiers():
            removes = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and watched.property("role") == "chip"
            presses = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or removes
            if event.type() == QEvent.Type.ShortcutOverride and (presses or event.key() == Qt.Key.Key_Space):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and presses:
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _show_terms(self, search: str) -> None:
        if search == self._search and self._terms:
            return
        self._search = search
        for chip in self._terms:
            self._chips.removeWidget(chip)
            chip.hide()  # it may be the one whose click led here
            chip.deleteLater()
        self._terms.clear()
        try:
            parts = terms.parts(search)
        except QueryError:  # the field explains it
            return
        for number, part in enumerate(parts):
            chip = self._chip()
            chip.setText(_short(part.text))
            chip.setToolTip(self.tr("Remove “{term}” from the search").format(term=part.text))
            chip.setAccessibleName(chip.toolTip())
            chip.clicked.connect(lambda _on=False, gone=number: self.search_changed.emit(terms.without(search, gone)))
            self._terms.append(chip)
            self._chips.insertWidget(2 + number, chip)
            chip.show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        place = QWidget()
        self._chips = _Chips(place, 8)
        for widget in (self._title, self._source, self._count, self._all, self._note, self._follow):
            self._chips.addWidget(widget)
        row.addWidget(place, 1)
        for control in (self.filter_button, self.sort_button, self.zoom):
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.timeline)
        for widget in (self._source, self._all, self._note, self._follow):
            widget.hide()

    def _slider(self, smallest_px: int, largest_px: int) -> QSlider:
        zoom = QSlider(Qt.Orientation.Horizontal)
        zoom.setRange(smallest_px, largest_px)
        zoom.setSingleStep(16)
        zoom.setPageStep(64)
        zoom.setFixedSize(QSize(120, 28))
        zoom.setAccessibleName(self.tr("Thumbnail size"))
        zoom.setToolTip(self.tr("Thumbnail size"))
        zoom.valueChanged.connect(self.thumbnail_side_chosen)
        return zoom

    def _chip(self) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        chip.setIcon(icon("close", "text_dim"))
        mirrored = Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        chip.setLayoutDirection(mirrored)
        chip.installEventFilter(self)
        return chip

    def _link(self, pressed: object) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "flat")
        button.clicked.connect(pressed)
        button.installEventFilter(self)
        return button

    def _menu_button(self, name: str, text: str) -> QToolButton:
        button = MenuButton()
        button.setIcon(icon(name))
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(text)
        button.installEventFilter(self)
        return button


class _Chips(FlowLayout):
    """A flow into which chips can be put between others; what is hidden takes no room."""

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        everything = self._items
        self._items = [item for item in everything if not item.isEmpty()]
        try:
            return super()._arrange(rect, move=move)
        finally:
            self._items = everything

    def insertWidget(self, place: int, widget: QWidget) -> None:
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
