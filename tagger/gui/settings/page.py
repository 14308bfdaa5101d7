"""The page: sections on the left, their settings on the right, one search over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tagger.gui import theme
from tagger.gui.clear_button import give_clear_button
from tagger.gui.icons import icon
from tagger.gui.pages import ControlPage
from tagger.gui.palette.entries import folded
from tagger.gui.settings.editors import translated
from tagger.gui.settings.rows import SectionBox, SettingRow
from tagger.settings import DECLARED, SECTIONS, Section, Value

_SECTIONS_PX = 160
_WIDEST_PX = 840


class Extra(Protocol):
    """What a section of its own offers the page; it must be a `QWidget`."""

    def narrow(self, text: str) -> int:
        """Show what fits a text, or everything for none; how many things that is."""


class SettingsPage(ControlPage):
    """All settings. It shows and asks; whoever owns it keeps them.

    Attributes:
        field: The search.
        sections: The list of sections.

    Signals:
        edited(str, object): the user gave the setting of this name a value.
        reset(str): the user wants the default of a setting back.
        left(): the user wants to go back.
    """

    edited = Signal(str, object)
    reset = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = [SectionBox(section, declared) for section, declared in _grouped()]
        self._rows = {row.declared.name: row for box in self.boxes for row in box.rows}
        self._extras: dict[str, QWidget] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search the settings"))
        self.field.setAccessibleName(self.tr("Search the settings"))
        give_clear_button(self.field)
        self.field.textChanged.connect(self._narrow)
        self.sections = _Sections()
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.currentItemChanged.connect(lambda item, _before: self._go_to(item))
        self._stack = QStackedWidget()
        self._scroll = QScrollArea()
        self._nothing = QLabel(self.tr("No setting is called that."))
        self._nothing.setProperty("role", "dim")
        self._problems = QLabel()
        self._lay_out()
        for row in self._rows.values():
            row.edited.connect(self.edited)
            row.reset.connect(self.reset)
        for box in self.boxes:
            self.sections.addItem(_item(translated(box.section.title), box))
        self._fit_sections()
        self.sections.setCurrentRow(0)
        self.setFocusProxy(self.field)

    def add_section(self, name: str, title: str, widget: QWidget) -> None:
        """Add a section of its own, such as the backends; it may search (see `Extra`).

        Args:
            name: What `open_at` calls it.
            title: What the user reads, translated.
            widget: Fills the right side.
        """
        self._extras[name] = widget
        self._stack.addWidget(widget)
        self.sections.addItem(_item(title, widget))
        self._fit_sections()

    def fill(self, name: str, value: Value) -> None:
        """Show the value of a setting."""
        self._rows[name].fill(value)

    def show_problems(self, problems: Sequence[str], path: Path) -> None:
        """Say what of the file has no effect."""
        lines = [self.tr("The settings file has parts that mean nothing: {path}").format(path=path), *problems]
        self._problems.setText("\n".join(lines))
        self._problems.setVisible(bool(problems))

    def open_at(self, name: str = "") -> None:
        """Begin with nothing searched, at a section of its own, or at a setting such as ``window.theme``."""
        self.field.clear()
        if name in self._extras:
            self.sections.setCurrentRow(len(self.boxes) + list(self._extras).index(name))
            self._extras[name].setFocus()
        elif name in self._rows:
            row = self._rows[name]
            self.sections.setCurrentRow(next(n for n, box in enumerate(self.boxes) if row in box.rows))
            self._scroll.ensureWidgetVisible(row)
            row.editor.control.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def row(self, name: str) -> SettingRow:
        """The line of a setting."""
        return self._rows[name]

    # Layout

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Settings"))
        title.setProperty("role", "title")
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close the settings (Esc)"))
        close.setAccessibleName(self.tr("Close the settings"))
        close.clicked.connect(self.left)
        self.field.setMaximumWidth(theme.scaled(320))
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.setSpacing(16)
        head.addWidget(title)
        head.addWidget(self.field, 1)
        head.addStretch(1)
        head.addWidget(close)
        body = QHBoxLayout()
        body.setContentsMargins(8, 0, 16, 8)
        body.setSpacing(16)
        body.addWidget(self.sections)
        body.addWidget(self._stack, 1)
        self._stack.addWidget(self._declared())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(body, 1)
        theme.state().changed.connect(self._scale)

    def _declared(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("role", "panel")
        inside.setMaximumWidth(theme.scaled(_WIDEST_PX))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        self._problems.setProperty("role", "error")
        self._problems.setWordWrap(True)
        self._problems.setTextFormat(Qt.TextFormat.PlainText)
        self._problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._problems.hide()
        self._nothing.hide()
        for widget in (self._problems, *self.boxes, self._nothing):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._inside = inside
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._scroll

    def _scale(self) -> None:
        self._fit_sections()
        for number in range(self.sections.count()):
            self.sections.item(number).setSizeHint(QSize(0, theme.row_px()))
        self.field.setMaximumWidth(theme.scaled(320))
        self._inside.setMaximumWidth(theme.scaled(_WIDEST_PX))

    def _fit_sections(self) -> None:
        """As wide as the longest title needs."""
        metrics = QFontMetrics(theme.font())
        titles = [self.sections.item(number).text() for number in range(self.sections.count())]
        longest = max((metrics.horizontalAdvance(title) for title in titles), default=0)
        self.sections.setFixedWidth(max(_SECTIONS_PX, longest + 24))

    # Going and searching

    def _go_to(self, item: QListWidgetItem | None) -> None:
        place = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(place, SectionBox):
            self._stack.setCurrentWidget(self._scroll)
            self._scroll.verticalScrollBar().setValue(place.y())
        elif isinstance(place, QWidget):
            self._stack.setCurrentWidget(place)

    def _narrow(self, text: str) -> None:
        words = folded(text).split()
        counts = [box.narrow(words) for box in self.boxes]
        self._nothing.setVisible(not any(counts))
        for number, widget in enumerate(self._extras.values()):
            title = folded(self.sections.item(len(self.boxes) + number).text())
            found = cast(Extra, widget).narrow(text) if hasattr(widget, "narrow") else 0
            counts.append(found or int(all(word in title for word in words)))
        for number, count in enumerate(counts):
            self.sections.item(number).setHidden(not count)
        current = self.sections.currentRow()
        if not counts[current] and any(counts):
            self.sections.setCurrentRow(next(number for number, count in enumerate(counts) if count))

    def minimumSizeHint(self) -> QSize:
        """Room for the sections and for controls below their words."""
        needed = self.sections.width() + self._inside.minimumSizeHint().width() + 48
        return QSize(max(needed, 360), 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first Escape clears the search, the next one leaves."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.field.setFocus()
        else:
            super().keyPressEvent(event)


class _Sections(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right goes on into the settings of the section."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window."""


def _item(title: str, place: QWidget) -> QListWidgetItem:
    item = QListWidgetItem(title)
    item.setData(Qt.ItemDataRole.UserRole, place)
    item.setSizeHint(QSize(0, theme.row_px()))
    return item


def _grouped() -> list[tuple[Section, list]]:
    names = dict.fromkeys([*SECTIONS, *(declared.section for declared in DECLARED.values())])
    found = []
    for name in names:
        section = SECTIONS.get(name, Section(name, name.capitalize()))
        declared = [each for each in DECLARED.values() if each.section == name]
        if declared:
            found.append((section, declared))
    return found
