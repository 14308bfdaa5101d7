"""The commands with their keys as a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tagger.gui import theme
from tagger.gui.commands import Command, translated
from tagger.gui.palette.entries import folded
from tagger.gui.shortcuts.keymap import Keymap
from tagger.gui.shortcuts.spelling import shown

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What is told of a command."""

    TITLE = 0
    KEYS = 1
    MENU = 2


class ShortcutModel(QAbstractTableModel):
    """Commands that fit a search, in the order of the menus; read-only, it only looks up."""

    def __init__(self, keymap: Keymap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._shown = list(keymap.commands)
        keymap.changed.connect(self._changed)

    def narrow(self, text: str) -> int:
        """Show the commands that fit a text by their words, or have it as a key; how many that is."""
        words = folded(text).split()
        self.beginResetModel()
        self._shown = [command for command in self._keymap.commands if self._fits(command, words)]
        self.endResetModel()
        return len(self._shown)

    def command(self, index: Index) -> Command | None:
        """The command of an index, None for an invalid one."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def find(self, name: str) -> QModelIndex:
        """The first cell of a command, an invalid index where it is not shown."""
        row = next((row for row, command in enumerate(self._shown) if command.name == name), -1)
        return self.index(row, 0)

    def _fits(self, command: Command, words: list[str]) -> bool:
        text = folded(f"{translated(command.title)} {_menu(command)}")
        keys = {folded(key) for key in self._keymap.keys(command.name)}
        return all(word in text or word in keys for word in words)

    def _changed(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section in range(3):
            return [self.tr("Command"), self.tr("Keys"), self.tr("Menu")][section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        command = self.command(index)
        if command is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(command, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(command, column)
            case Qt.ItemDataRole.FontRole if column is Column.KEYS and self._keymap.is_changed(command.name):
                return theme.font(strong=True)
            case Qt.ItemDataRole.ForegroundRole if column is not Column.TITLE:
                return theme.colour("text" if column is Column.KEYS else "text_dim")
        return None

    def _text(self, command: Command, column: Column) -> str:
        if column is Column.KEYS:
            lost = [self.tr("({key} is taken)").format(key=shown(key)) for key in self._keymap.lost(command.name)]
            return "  ".join(filter(None, [self._keymap.shown(command.name), *lost]))
        return translated(command.title) if column is Column.TITLE else _menu(command)

    def _said(self, command: Command, column: Column) -> str:
        text = self._text(command, column)
        if column is not Column.KEYS:
            return text
        text = text or self.tr("no key")
        return self.tr("{keys}, changed").format(keys=text) if self._keymap.is_changed(command.name) else text


def _menu(command: Command) -> str:
    return " › ".join(translated(part) for part in command.menu.split("|"))
