"""The bar at the top of the window: search on the left, what is done most on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from tagger.gui.commands import Actions
from tagger.gui.finding.field import SearchField


class MainBar(QToolBar):
    """Search field and buttons.

    Attributes:
        field: The search field.
    """

    def __init__(self, actions: Actions, field: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Main"))
        self.setObjectName("main_bar")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.field = field
        self.field.setMaximumWidth(520)
        self.addWidget(self.field)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.addWidget(_button(actions, "write_sidecars"))
        recognise = _button(actions, "recognise_photo")
        actions["recognise_photo"].setIconText(" " + self.tr("Recognise"))  # the style leaves no room beside the icon
        recognise.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        recognise.addActions(
            [actions[name] for name in ("recognise_shown", "recognise_new", "recognise_again", "retry_failed")]
        )
        self.addWidget(recognise)
        self._recognise = recognise

    def offer(self, backends: QMenu) -> None:
        """Put a menu that chooses what recognises below what is recognised."""
        self._recognise.addAction(backends.menuAction())


def _button(actions: Actions, command: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[command])
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
