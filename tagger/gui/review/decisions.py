"""The buttons that decide on the selected suggestions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from tagger.entities import Decision
from tagger.gui.icons import icon
from tagger.gui.tokens import ICON_PX

_Policy = QSizePolicy.Policy
_GAP_PX = 4

_PICTURES = {
    Decision.ACCEPTED: ("accept", "accepted"),
    Decision.REJECTED: ("reject", "rejected"),
    Decision.DEFERRED: ("defer", "deferred"),
    Decision.SUGGESTED: ("undecided", "suggested"),
}


class DecisionButtons(QWidget):
    """Accept, reject, defer, and back to undecided.

    Signals:
        chosen: The `Decision` of the button that was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(_GAP_PX)
        self._lines = 0
        self.buttons = {decision: self._make(decision) for decision in _PICTURES}
        self._arrange(1)
        self.set_shortcuts({})

    def minimumSizeHint(self) -> QSize:
        """As wide as two lines need; long words and large fonts take the second one."""
        return QSize(2 * self._widest() + _GAP_PX, self._height(self._lines))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one = sum(button.sizeHint().width() for button in self.buttons.values()) + 3 * _GAP_PX
        self._arrange(1 if self.width() >= one else 2)

    def _widest(self) -> int:
        return max(button.sizeHint().width() for button in self.buttons.values())

    def _height(self, lines: int) -> int:
        return 4 + lines * max(button.sizeHint().height() for button in self.buttons.values()) + (lines - 1) * _GAP_PX

    def _arrange(self, lines: int) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        columns = 4 // lines
        for number, (decision, button) in enumerate(self.buttons.items()):
            self._grid.addWidget(button, *divmod(number, columns))
            small = decision == Decision.SUGGESTED and lines == 1
            button.setSizePolicy(_Policy.Fixed if small else _Policy.Expanding, _Policy.Fixed)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns - (lines == 1) else 0)
        self.setMinimumHeight(self._height(lines))
        self.updateGeometry()

    def set_shortcuts(self, shortcuts: Mapping[Decision, str]) -> None:
        """Name the keys that do the same in the tooltips."""
        for decision, button in self.buttons.items():
            key, title = shortcuts.get(decision, ""), self._title(decision)
            button.setToolTip(f"{title} ({key})" if key else title)

    def _make(self, decision: Decision) -> QPushButton:
        button = QPushButton()
        button.setIcon(icon(*_PICTURES[decision]))
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        button.setAccessibleName(self._title(decision))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        button.setProperty("role", "decision")
        if decision != Decision.SUGGESTED:
            button.setText(f" {self._title(decision)}")  # the style leaves no room beside the icon
        button.clicked.connect(lambda: self.chosen.emit(decision))
        return button

    def _title(self, decision: Decision) -> str:
        return {
            Decision.ACCEPTED: self.tr("Accept"),
            Decision.REJECTED: self.tr("Reject"),
            Decision.DEFERRED: self.tr("Defer"),
            Decision.SUGGESTED: self.tr("Undecided"),
        }[decision]
