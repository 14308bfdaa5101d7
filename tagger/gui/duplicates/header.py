"""What stands above the groups: what is listed, how much could be freed, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.entities import GroupKind
from tagger.gui import theme
from tagger.gui.duplicates.arranging import Arrangement, SortBy, Sureness, Totals
from tagger.gui.duplicates.words import bytes_text, kind_text, sort_text, sureness_text
from tagger.gui.icons import icon
from tagger.gui.review.flow import FlowLayout
from tagger.gui.words import counted

SIDE_PX = 12


class GroupsHeader(QWidget):
    """Totals and buttons, and below them the choice of what is listed.

    Attributes:
        search, plan, rules, held, parted, back: The buttons.

    Signals:
        arranged(Arrangement): something else is to be listed, or in another order.
    """

    arranged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._totals = QLabel()
        self._totals.setProperty("role", "strong")
        self._totals.setMinimumHeight(theme.row_px())
        self.search = button("refresh", self.tr("Find again"))
        self.plan = button("review", self.tr("Plan the cleanup"), "primary")
        self.rules = button("order", self.tr("Rules"), "flat")
        self.rules.setCheckable(True)
        self.held = button("trash", "", "flat")
        self.parted = button("disagrees", "", "flat")
        self.back = button("back", self.tr("Back to the photos"), "flat")
        self._sort = Choice(self.tr("Sort by"), [(sort_text(each), each) for each in SortBy])
        kinds = [(kind_text(each), each) for each in GroupKind]
        self._kind = Choice(self.tr("Kind"), [(self.tr("All kinds"), None), *kinds])
        sure = [(sureness_text(each), each) for each in Sureness]
        self._sure = Choice(self.tr("Certainty"), [(self.tr("However sure"), None), *sure])
        for choice in (self._sort, self._kind, self._sure):
            choice.currentIndexChanged.connect(lambda _row: self.arranged.emit(self.arrangement))
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        column.setSpacing(8)
        column.addLayout(_flow(self.plan, self.search, self.rules, self.held, self.parted, self.back))
        column.addLayout(_flow(self._sort, self._kind, self._sure, self._totals))
        self.show_held(0, 0)
        self.show_parted(0)

    @property
    def arrangement(self) -> Arrangement:
        """What is to be listed."""
        return Arrangement(self._sort.value, self._kind.value, self._sure.value)

    def show_everything(self) -> None:
        """Filter nothing."""
        self._kind.setCurrentIndex(0)
        self._sure.setCurrentIndex(0)

    def show_totals(self, listed: Totals) -> None:
        """Say how much is listed."""
        groups = counted(listed.groups, self.tr("1 group"), self.tr("{n} groups"))
        photos = counted(listed.photos, self.tr("1 photo"), self.tr("{n} photos"))
        freed = self.tr("up to {size} to free").format(size=bytes_text(listed.bytes))
        self._totals.setText(f"{groups} · {photos} · {freed}" if listed.groups else "")

    def totals_text(self) -> str:
        """How much is listed, in words."""
        return self._totals.text()

    def show_held(self, files: int, size: int) -> None:
        """Say what cleanups hold."""
        self.held.setVisible(files > 0)
        words = counted(files, self.tr("1 file held"), self.tr("{n} files held"))
        self.held.setText(f" {words} ({bytes_text(size)})")

    def show_parted(self, count: int) -> None:
        """Say how often something was said to be no duplicate."""
        self.parted.setVisible(count > 0)
        words = counted(count, self.tr("1 time “not duplicates”"), self.tr("{n} times “not duplicates”"))
        self.parted.setText(f" {words}")


def button(name: str, text: str, role: str = "") -> QPushButton:
    """A button of this page."""
    made = QPushButton(f" {text}" if text else "")
    made.setIcon(icon(name, "text_on_accent" if role == "primary" else "text"))
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setAccessibleName(text)
    return made


class Choice(QComboBox):
    """A list to choose from whose values stay what they are; Qt would make texts of those that are a kind of text."""

    def __init__(self, name: str, items: Sequence[tuple[str, object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for _text, value in items]
        self.addItems([text for text, _value in items])
        self.setAccessibleName(name)
        self.setToolTip(name)

    @property
    def value(self) -> Any:
        """What is chosen."""
        return self._values[self.currentIndex()]


def _flow(*widgets: QWidget) -> FlowLayout:
    flow = FlowLayout(None, 8)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
