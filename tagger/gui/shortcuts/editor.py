"""The editor of the keys: a list of all commands with a search, and what can be done with the chosen one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from tagger.gui.clear_button import give_clear_button
from tagger.gui.shortcuts.detail import KeyDetail
from tagger.gui.shortcuts.keymap import Keymap
from tagger.gui.shortcuts.model import Column, ShortcutModel
from tagger.gui.shortcuts.scheme import SUFFIX


class ShortcutEditor(QWidget):
    """A section of the settings.

    Attributes:
        field: Searches by words and by keys.
        list: The commands.
        detail: The keys of the chosen one.
    """

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self.model = ShortcutModel(keymap, self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search by name or key"))
        self.field.setAccessibleName(self.tr("Search by name or key"))
        give_clear_button(self.field)
        self.field.textChanged.connect(self.model.narrow)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(Column.KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setMinimumSectionSize(48)
        self.detail = KeyDetail(keymap)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.list.activated.connect(lambda _index: self.detail.recorder.start())
        self.list.erased.connect(self.detail.take_last)
        self.model.modelReset.connect(self._choose_first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.detail)
        layout.addLayout(self._foot())
        self.setFocusProxy(self.field)
        self.list.setCurrentIndex(self.model.index(0, 0))

    def narrow(self, text: str) -> int:
        """Searched from the page: show what fits; how many commands that is."""
        self.field.setText(text)
        return self.model.rowCount()

    def choose(self, name: str) -> None:
        """Go to a command."""
        self.field.clear()
        self.list.setCurrentIndex(self.model.find(name))
        self.list.setFocus()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        buttons = [
            (self.tr("Import…"), self._import),
            (self.tr("Export…"), self._export),
            (self.tr("Reset all keys"), self._keymap.reset_all),
        ]
        for text, run in buttons:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            foot.addWidget(button)
        foot.addStretch(1)
        return foot

    def _choose_first(self) -> None:
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._choose()  # nothing is told where there is no first one

    def _choose(self) -> None:
        command = self.model.command(self.list.currentIndex())
        self.detail.show_command(command.name if command else "")

    def _import(self) -> None:
        dialog = self._dialog(self.tr("Import keys"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._keymap.take_in(Path(path)))
        dialog.open()

    def _export(self) -> None:
        dialog = self._dialog(self.tr("Export keys"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"tagger-keys{SUFFIX}")
        dialog.fileSelected.connect(lambda path: self._keymap.export(Path(path)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title, QDir.homePath())
        dialog.setNameFilter(self.tr("Keys (*.toml)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


class _List(QTreeView):
    erased = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records a key, Delete takes the last one away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.erased.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """The field above searches."""
