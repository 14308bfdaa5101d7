"""A large quiet icon, as in empty states."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tagger.gui.icons import icon


class IconLabel(QWidget):
    """Shows an icon in the quiet text colour. It paints the icon itself, so that it follows a change of the theme."""

    def __init__(self, side_px: int) -> None:
        super().__init__()
        self._name = ""
        self.setFixedSize(side_px, side_px)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str) -> None:
        """Show the icon of this name; an empty name for none."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            icon(self._name, "text_dim").paint(QPainter(self), self.rect())
