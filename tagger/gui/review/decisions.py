"""The buttons that decide on the selected suggestions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from tagger.entities import Decision
from tagger.gui.icons import icon
from tagger.gui.tokens import ICON_PX

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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        self.buttons = {decision: self._make(decision) for decision in _PICTURES}
        for decision, button in self.buttons.items():
            layout.addWidget(button, 0 if decision == Decision.SUGGESTED else 1)
        self.set_shortcuts({})

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
        if decision == Decision.SUGGESTED:
            button.setFixedWidth(36)
        else:
            button.setText(f" {self._title(decision)}")  # the style leaves no room beside the icon
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(36)
        button.clicked.connect(lambda: self.chosen.emit(decision))
        return button

    def _title(self, decision: Decision) -> str:
        return {
            Decision.ACCEPTED: self.tr("Accept"),
            Decision.REJECTED: self.tr("Reject"),
            Decision.DEFERRED: self.tr("Defer"),
            Decision.SUGGESTED: self.tr("Undecided"),
        }[decision]
