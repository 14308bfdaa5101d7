"""A bar that asks something: a sign, the words below each other, the answers at the end; Escape closes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tagger.gui.icon_label import IconLabel


class QuestionBar(QFrame):
    """A bar that can be closed without an answer.

    Signals:
        left(): it was closed.
    """

    left = Signal()

    def close_bar(self) -> None:
        """Ask no more."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def lay_out(
    bar: QFrame,
    sign: str,
    words: Sequence[QWidget | QLayout],
    answers: Sequence[QWidget],
    *,
    before: QWidget | None = None,
) -> None:
    """Lay a bar out.

    Args:
        bar: The bar, without a layout yet.
        sign: Name of its icon.
        words: What is said, from the top.
        answers: The buttons, from where one begins to read.
        before: Something that belongs to the answers and stands at the other end of their line.
    """
    column = QVBoxLayout()
    column.setSpacing(4)
    for each in words:
        if isinstance(each, QWidget):
            column.addWidget(each)
        else:
            column.addLayout(each)
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    if before is not None:
        buttons.addWidget(before)
    buttons.addStretch()
    for button in answers:
        buttons.addWidget(button)
    column.addLayout(buttons)
    icon = IconLabel(20)
    icon.set_icon(sign)
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(12)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    bar.setProperty("role", "message")
