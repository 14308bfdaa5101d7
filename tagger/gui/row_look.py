"""What lists of one-line rows have in common: how they are set up, and the ground their rows are painted on."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyle, QStyleOptionViewItem

from tagger.gui import theme


def set_up(view: QListView, name: str) -> None:
    """Let a list show rows of one height, as high as they need together, that are pointed at and never edited in place.

    Args:
        view: The list.
        name: What a screen reader calls it.
    """
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setMouseTracking(True)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    view.setAccessibleName(name)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, hovered: bool) -> None:
    """Paint what lies under a row: whether it is selected, pointed at, and has the focus."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(theme.selected_surface(theme.current())))
    elif hovered:
        painter.fillRect(option.rect, theme.colour("surface_2"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(theme.colour("accent"))
        painter.drawRect(QRect(option.rect).adjusted(0, 0, -1, -1))
