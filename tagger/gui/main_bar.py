"""The bar at the top of the window: search on the left, what is done most on the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolBar, QToolButton, QWidget

from tagger.errors import QueryError
from tagger.gui.commands import Actions
from tagger.gui.icons import icon

_SEARCH_AFTER_MS = 250


class MainBar(QToolBar):
    """Search field and buttons.

    Attributes:
        field: The search field.

    Signals:
        searched(str): the search text, once typing rests or Enter is pressed.
        entered(): Enter was pressed in the search field.
        left(): Escape was pressed in it.
    """

    searched = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Main"))
        self.setObjectName("main_bar")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search names, tags and labels"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setClearButtonEnabled(True)
        lens = self.field.addAction(icon("search", "text_dim"), QLineEdit.ActionPosition.LeadingPosition)
        lens.setText(self.tr("Search"))  # read out by screen readers
        self.field.setMaximumWidth(440)
        self.addWidget(self.field)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.addWidget(_button(actions, "write_sidecars"))
        recognise = _button(actions, "recognise_photo")
        actions["recognise_photo"].setIconText(" " + self.tr("Recognise"))  # the style leaves no room beside the icon
        recognise.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        recognise.addActions([actions[name] for name in ("recognise_shown", "recognise_again", "retry_failed")])
        self.addWidget(recognise)
        self._soon = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._soon.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _text: self._soon.start())
        self.field.returnPressed.connect(self._enter)
        leave = QShortcut(Qt.Key.Key_Escape, self.field, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._escape)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear_search(self) -> None:
        """Search for nothing in particular."""
        self.field.clear()
        self._enter()

    def show_error(self, error: QueryError | None) -> None:
        """Mark the search text as one that cannot be read, or as one that can."""
        self.field.setProperty("role", "error" if error else None)
        self.field.style().polish(self.field)
        self.field.setToolTip(str(error) if error else "")

    def _search(self) -> None:
        self._soon.stop()
        self.searched.emit(self.field.text().strip())

    def _escape(self) -> None:
        """The first Escape clears the search, the next one leaves it."""
        if not self.field.text():
            self.left.emit()
            return
        self.field.clear()
        self._search()

    def _enter(self) -> None:
        self._search()
        self.entered.emit()


def _button(actions: Actions, command: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[command])
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
