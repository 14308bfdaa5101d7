"""The keys of one command: each can be taken away, more can be recorded, and a conflict is settled on the spot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.gui.commands import translated
from tagger.gui.icons import icon
from tagger.gui.shortcuts.keymap import Keymap
from tagger.gui.shortcuts.recorder import KeyRecorder
from tagger.gui.shortcuts.spelling import shown
from tagger.gui.words import quoted


class KeyDetail(QFrame):
    """What can be done with the keys of the command that is chosen in the list.

    Attributes:
        recorder: Takes a new key.
        take_over: In view while a recorded key belongs to another command.
    """

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._name = ""
        self._wanted = ""
        self.setProperty("role", "setting")
        self._title, self._said = QLabel(), QLabel()
        self._title.setProperty("role", "strong")
        self._said.setProperty("role", "error")
        self._said.setWordWrap(True)
        self._keys = QHBoxLayout()
        self._keys.setSpacing(8)
        self.recorder = KeyRecorder()
        self.recorder.recorded.connect(self._recorded)
        self.reset = self._button(self.tr("Reset"), self._reset)
        self.take_over = self._button(self.tr("Take it over"), self._take_over)
        self.keep = self._button(self.tr("Leave it"), self._forget)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(self._keys)
        line.addWidget(self.recorder)
        line.addStretch(1)
        line.addWidget(self.reset)
        conflict = QHBoxLayout()
        conflict.setSpacing(8)
        conflict.addWidget(self._said, 1)
        conflict.addWidget(self.take_over)
        conflict.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._title)
        layout.addLayout(line)
        layout.addLayout(conflict)
        keymap.changed.connect(self._refresh)
        self.show_command("")

    def show_command(self, name: str) -> None:
        """Speak of another command; empty for none."""
        self._name = name
        self._forget()

    def take_last(self) -> None:
        """Take the last key from the command."""
        if self._name and (keys := self._keymap.keys(self._name)):
            self._keymap.remove(self._name, keys[-1])

    def _recorded(self, key: str) -> None:
        refused = self._keymap.refusal(self._name, key)
        holders = self._keymap.holders(self._name, key)
        if refused:
            self._say(self.tr("{key} cannot be used. {why}").format(key=shown(key), why=refused))
        elif holders:
            self._wanted = key
            names = ", ".join(quoted(translated(each.title)) for each in holders)
            self._say(self.tr("{key} belongs to {names}.").format(key=shown(key), names=names), question=True)
            self.take_over.setFocus()
        else:
            self._say("")
            self._keymap.add(self._name, key)

    def _take_over(self) -> None:
        key = self._wanted
        self._forget()
        self._keymap.add(self._name, key)
        self.recorder.setFocus()

    def _reset(self) -> None:
        self._keymap.reset(self._name)
        self.recorder.setFocus()

    def _forget(self) -> None:
        focus = self.take_over.hasFocus() or self.keep.hasFocus()
        self._wanted = ""
        self._refresh()
        if focus:
            self.recorder.setFocus()

    def _refresh(self) -> None:
        self.setEnabled(bool(self._name))
        command = self._keymap.command(self._name) if self._name else None
        self._title.setText(translated(command.title) if command else self.tr("Choose a command"))
        self.reset.setEnabled(bool(self._name) and self._keymap.is_changed(self._name))
        self._fill_keys()
        if not self._wanted:
            lost = self._keymap.lost(self._name) if self._name else {}
            words = self.tr("{key} belongs to “{title}” now.")
            self._say(" ".join(words.format(key=shown(key), title=self._titled(to)) for key, to in lost.items()))

    def _titled(self, name: str) -> str:
        return translated(self._keymap.command(name).title)

    def _fill_keys(self) -> None:
        while (item := self._keys.takeAt(0)) and (old := item.widget()):
            old.deleteLater()
            old.hide()
        for key in self._keymap.keys(self._name) if self._name else ():
            chip = QPushButton(shown(key))
            chip.setProperty("role", "chip")
            chip.setIcon(icon("close", "text_dim"))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setToolTip(self.tr("Take {key} away").format(key=shown(key)))
            chip.setAccessibleName(chip.toolTip())
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _on, key=key: self._remove(key))
            self._keys.addWidget(chip)

    def _remove(self, key: str) -> None:
        self._keymap.remove(self._name, key)
        self.recorder.setFocus()

    def _say(self, text: str, *, question: bool = False) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self.take_over.setVisible(question)
        self.keep.setVisible(question)
        self.take_over.setAccessibleDescription(text if question else "")
        self.recorder.setAccessibleDescription("" if question else text)

    def _button(self, text: str, run: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button
