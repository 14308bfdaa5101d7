"""Which way a text runs, whatever way the window is read: names and paths are often in another script."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt

_FROM_RIGHT = {"R", "AL"}


def direction_of(text: str, otherwise: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> Qt.LayoutDirection:
    """The direction of the first letter that has one, as Unicode's rule P2 tells; ``otherwise`` where none has."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in _FROM_RIGHT:
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
    return otherwise


def towards(direction: Qt.LayoutDirection, side: Qt.AlignmentFlag) -> int:
    """Flags for ``QPainter.drawText`` that put a text at one side of the window, whatever way the text runs.

    A painter mirrors sides by its own direction, which is that of the widget it began on; it is told not to.
    """
    from_right = direction == Qt.LayoutDirection.RightToLeft
    ends = {Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight}
    if from_right and side in ends:
        (side,) = ends - {side}
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
