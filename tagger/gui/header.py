"""The line above the grid: where we are, how many photos that is, and what narrows it, each part removable."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from tagger.gui.icons import icon
from tagger.gui.words import counted


class Header(QWidget):
    """Title, count and chips.

    Signals:
        source_cleared(), search_cleared(): a chip was removed.
        thumbnail_side_chosen(int): the slider was moved, in pixels.
    """

    source_cleared = Signal()
    search_cleared = Signal()
    thumbnail_side_chosen = Signal(int)

    def __init__(self, smallest_px: int, largest_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._count = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._count.setProperty("role", "dim")
        self._source = self._chip(self.source_cleared)
        self._search = self._chip(self.search_cleared)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self.zoom.setRange(smallest_px, largest_px)
        self.zoom.setSingleStep(16)
        self.zoom.setPageStep(64)
        self.zoom.setFixedWidth(120)
        self.zoom.setAccessibleName(self.tr("Thumbnail size"))
        self.zoom.setToolTip(self.tr("Thumbnail size"))
        self.zoom.valueChanged.connect(self.thumbnail_side_chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        for widget in (self._title, self._count, self._source, self._search):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.zoom)

    def show_place(self, title: str, count: int | None, *, source: bool, search: str) -> None:
        """Say what is shown. ``count`` is None while it is being looked up."""
        self._title.setText(title)
        self._count.setText("" if count is None else self._counted(count))
        self._source.setVisible(source)
        self._source.setText(title)
        self._source.setAccessibleName(self.tr("Leave {place}").format(place=title))
        self._search.setVisible(bool(search))
        self._search.setText(search if len(search) <= 40 else search[:39] + "…")
        self._search.setToolTip(self.tr("Clear the search “{text}”").format(text=search))
        self._search.setAccessibleName(self._search.toolTip())

    def _counted(self, count: int) -> str:
        return counted(count, self.tr("1 photo"), self.tr("{n} photos"))

    def _chip(self, cleared: object) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        chip.setIcon(icon("close", "text_dim"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.clicked.connect(cleared)
        chip.hide()
        return chip
