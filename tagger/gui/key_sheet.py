"""The sheet of keys: every command that has one, by menu, as the keys are now."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tagger.gui import theme
from tagger.gui.clear_button import give_clear_button
from tagger.gui.commands import Actions, translated
from tagger.gui.palette.entries import folded

Row = tuple[str, str]
_COLUMN_PX = 300
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_SIZE_PX = (1120, 680)


class KeySheet(QDialog):
    """Shown by ``?``; it stays open beside the work.

    Attributes:
        field: The search; with a text, commands without keys are found, too.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self._actions = actions
        self._columns = 0
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search commands and keys"))
        self.field.setAccessibleName(self.tr("Search commands and keys"))
        give_clear_button(self.field)
        self.field.setMaximumWidth(theme.scaled(320))
        self.field.textChanged.connect(self.refresh)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        # The field keeps the focus, and scrolls: there is nothing to do in the list.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.field)
        layout.addWidget(self._scroll, 1)
        self.rejected.connect(self.close)  # Escape only hides a dialog
        room = (parent.screen() if parent else QGuiApplication.primaryScreen()).availableGeometry().size()
        self.resize(
            min(theme.scaled(_SIZE_PX[0]), room.width() - 40), min(theme.scaled(_SIZE_PX[1]), room.height() - 60)
        )

    def refresh(self) -> None:
        """Read the keys of the commands anew."""
        words = folded(self.field.text()).split()
        groups = [(title, rows) for title, rows in self._groups(words) if rows]
        self._columns = self._fitting()
        boxes = [QVBoxLayout() for _ in range(self._columns)]
        heights = [0] * self._columns
        for title, rows in groups:
            shortest = heights.index(min(heights))
            boxes[shortest].addLayout(_section(title, rows))
            heights[shortest] += len(rows) + 2
        inside = QWidget()
        inside.setProperty("role", "panel")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(32)
        for box in boxes:
            box.setSpacing(16)
            box.addStretch(1)
            columns.addLayout(box, 1)
        if not groups:
            boxes[0].insertWidget(0, QLabel(self.tr("No command is called that.")))
        self._scroll.setWidget(inside)

    def _groups(self, words: list[str]) -> Iterable[tuple[str, list[Row]]]:
        """By the first menu: its commands with their keys; the menus inside it are part of the words."""
        hold = (self.tr("Hide the boxes while held"), "H")
        listed = sorted(self._actions, key=lambda each: self._order(each[0].menu))
        for menu, commands in groupby(listed, key=lambda each: each[0].menu.partition("|")[0]):
            rows = [(_worded(command.menu, translated(command.title)), _keys(action)) for command, action in commands]
            rows += [hold] if menu == "View" else []
            fits = [row for row in rows if all(word in folded(" ".join((*row, translated(menu)))) for word in words)]
            yield translated(menu), [row for row in fits if row[1] or words]

    def _order(self, menu: str) -> int:
        menus = list(dict.fromkeys(command.menu.partition("|")[0] for command, _ in self._actions))
        return menus.index(menu.partition("|")[0])

    def _fitting(self) -> int:
        return max(1, min(4, (self.width() - 48) // theme.scaled(_COLUMN_PX)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move the list below the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _SCROLLS:
            self._scroll.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self.refresh()


def _section(title: str, rows: list[Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    heading = QLabel(title)
    heading.setProperty("role", "section")
    grid.addWidget(heading, 0, 0, 1, 2)
    for number, (text, keys) in enumerate(rows, 1):
        words, shown = QLabel(text), QLabel(keys or QCoreApplication.translate("KeySheet", "no key"))
        words.setWordWrap(True)
        shown.setProperty("role", "strong" if keys else "dim")
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, number, 0)
        grid.addWidget(shown, number, 1)
    return grid


def _worded(menu: str, title: str) -> str:
    """A command of a menu in a menu says which, unless it does so itself: "Theme: Dark", but "Pinned tag 1"."""
    inner = [name for part in menu.split("|")[1:] if not title.startswith(name := translated(part))]
    return ": ".join([*inner, title])


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts())
