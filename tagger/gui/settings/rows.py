"""The lines of the page: a setting with its help, its control, and the way back to what it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tagger.gui import theme
from tagger.gui.icons import icon
from tagger.gui.palette.entries import folded
from tagger.gui.settings.editors import translated
from tagger.gui.settings.lists import editor_of
from tagger.settings import Declared, Section, Value

_BESIDE_PX = 520


class SettingRow(QFrame):
    """One setting.

    Signals:
        edited(str, object): the user gave the setting of this name a value.
        reset(str): the user wants its default back.
    """

    edited = Signal(str, object)
    reset = Signal(str)

    def __init__(self, declared: Declared) -> None:
        super().__init__()
        self.declared = declared
        self.setProperty("role", "setting")
        self.editor = editor_of(declared)
        self.editor.edited.connect(lambda value: self.edited.emit(declared.name, value))
        title = QLabel(translated(declared.title))
        title.setProperty("role", "strong")
        title.setBuddy(self.editor.control)
        title.setToolTip(declared.name)  # what it is called in the file
        self._help = QLabel(self._explained())
        self._help.setProperty("role", "dim")
        self._help.setWordWrap(True)
        self.back = QToolButton()
        self.back.setIcon(icon("undecided"))
        self.back.clicked.connect(lambda: self.reset.emit(declared.name))
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        title.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 4, 6)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(title, 0, 0)
        self._grid.addWidget(self._help, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
        self._beside: bool | None = None
        self._arrange(beside=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(beside=self.width() >= theme.scaled(_BESIDE_PX))

    def _arrange(self, *, beside: bool) -> None:
        """The control beside the words, or below them where it is narrow."""
        if beside == self._beside:
            return
        self._beside = beside
        row, column, rows = (0, 1, 2) if beside else (2, 0, 1)
        self._grid.addWidget(self.editor, row, column, rows, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self.back, row, column + 1, rows, 1, Qt.AlignmentFlag.AlignVCenter)

    def fill(self, value: Value) -> None:
        """Show the value that holds."""
        self.editor.fill(value)
        changed = value != self.declared.default
        usual = self.editor.words(self.declared.default)
        self.back.setVisible(changed)
        self.back.setToolTip(self.tr("Changed. Back to: {value}").format(value=usual))
        self.back.setAccessibleName(
            self.tr("Reset {title} to {value}").format(title=translated(self.declared.title), value=usual)
        )
        self.setProperty("changed", changed)
        self.style().polish(self)

    def fits(self, words: Sequence[str]) -> bool:
        """Whether the setting speaks of all these folded words."""
        declared = self.declared
        named = " ".join(translated(name) for name in declared.named)
        text = folded(f"{translated(declared.title)} {self._help.text()} {declared.name} {named}")
        return all(word in text for word in words)

    def _explained(self) -> str:
        text = translated(self.declared.help)
        return f"{text} {self.tr('Takes effect at the next start.')}" if self.declared.restart else text


class SectionBox(QWidget):
    """A heading with its settings.

    Attributes:
        rows: The settings.
    """

    def __init__(self, section: Section, declared: Sequence[Declared]) -> None:
        super().__init__()
        self.section = section
        self.rows = [SettingRow(each) for each in declared]
        heading = QLabel(translated(section.title))
        heading.setProperty("role", "title")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(4)
        layout.addWidget(heading)
        for row in self.rows:
            layout.addWidget(row)

    def narrow(self, words: Sequence[str]) -> int:
        """Show only what fits, or everything where the heading does; how many settings that is."""
        whole = all(word in folded(translated(self.section.title)) for word in words)
        shown = [whole or row.fits(words) for row in self.rows]
        for row, on in zip(self.rows, shown, strict=True):
            row.setVisible(on)
        self.setVisible(any(shown))
        return sum(shown)
