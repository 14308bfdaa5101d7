"""A button with a menu that says its word where there is room, and shows its icon alone where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

_WORD, _BARE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_GAP_PX = 4
"""Between icon and word, as `QToolButton` has it; it puts a space on either side of the word too."""


class MenuButton(QToolButton):
    """Opens its menu at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolButtonStyle(_WORD)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint + QSize(self._word_px(), 0) if self.toolButtonStyle() == _BARE else hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(self._word_px(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolButtonStyle(_BARE if self.width() < self.sizeHint().width() else _WORD)

    def _word_px(self) -> int:
        metrics = QFontMetrics(self.font())
        return _GAP_PX + metrics.horizontalAdvance(self.text()) + 2 * metrics.horizontalAdvance(" ")
