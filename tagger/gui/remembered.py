"""Where the window stood and how its docks lay, from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

_VERSION = 1
_FRAME_PX = 40
"""Room for the title bar, which the size of a window does not count."""


def restore(window: QMainWindow, left: QDockWidget, right: QDockWidget) -> None:
    """Put the window where it was; the first time, at a size and with docks that suit most screens."""
    state = QSettings()
    if not window.restoreGeometry(_bytes(state.value("window/geometry"))):
        room = window.screen().availableGeometry().size()
        window.resize(QSize(1280, 800).boundedTo(room - QSize(0, _FRAME_PX)))
        # Docks take a size only once the window is on screen.
        widths = [240, 320]
        QTimer.singleShot(0, window, lambda: window.resizeDocks([left, right], widths, Qt.Orientation.Horizontal))
    window.restoreState(_bytes(state.value("window/state")), _VERSION)


def remember(window: QMainWindow) -> None:
    """Keep where the window is now."""
    state = QSettings()
    state.setValue("window/geometry", window.saveGeometry())
    state.setValue("window/state", window.saveState(_VERSION))


def _bytes(value: object) -> QByteArray:
    return value if isinstance(value, QByteArray) else QByteArray()
