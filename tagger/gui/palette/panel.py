"""The panel of the palette: a field and a list that lie over the window, driven from the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from tagger.gui import theme
from tagger.gui.palette.delegate import PaletteDelegate
from tagger.gui.palette.entries import Entry
from tagger.gui.palette.model import PaletteModel

_WIDTH_PX = 640
_ROWS = 12
_TOP_PX = 48
_MARGIN_PX = 16
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: 1 - _ROWS, Qt.Key.Key_PageDown: _ROWS - 1}


class Palette(QFrame):
    """Shown over the window by `open`; it goes away by Escape, by a choice, and when the focus goes elsewhere.

    Attributes:
        field: Where one types.
        list: What fits.

    Signals:
        chosen(Entry): the user wants it; the focus is back where it was.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: QWidget | None = None
        self._window = window
        self.setProperty("role", "palette")
        self.setAccessibleName(self.tr("Command palette"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a command, a setting or a place"))
        self.field.setAccessibleName(self.tr("Find a command, a setting or a place"))
        self.model = PaletteModel(self)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setAccessibleName(self.tr("Commands"))
        self._nothing = QLabel(self.tr("Nothing is called that."))
        self._nothing.setProperty("role", "dim")
        self._nothing.setContentsMargins(12, 8, 12, 8)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self.field, self.list, self._nothing):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.hide()

    def open(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        """Show the panel with these entries and take the focus."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.model.set_entries(entries, recent)
        self.field.clear()
        self._select(0)
        self._lay_out()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Go away and give the focus back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and _alive(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._window.setFocus()

    # Moving and choosing

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self._select(0)
        self._nothing.setVisible(self.model.rowCount() == 0)
        self.list.setVisible(self.model.rowCount() > 0)
        self._lay_out()

    def _select(self, row: int) -> None:
        self._nothing.setVisible(self.model.rowCount() == 0)
        self.list.setVisible(self.model.rowCount() > 0)
        index = self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or self._nothing.text())
        self.field.setAccessibleDescription(said)  # the focus stays in the field: it says what Enter would do

    def _choose(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry is not None and entry.enabled:
            self.close_panel()
            self.chosen.emit(entry)

    # Its place

    def _lay_out(self) -> None:
        window = self._window
        width = min(theme.scaled(_WIDTH_PX), window.width() - 2 * _MARGIN_PX)
        row = theme.row_px()
        most = (window.height() - 2 * _TOP_PX - self.field.sizeHint().height() - 32) // row
        rows = max(1, min(_ROWS, self.model.rowCount(), most))
        self.list.setFixedHeight(rows * row)
        self._layout.activate()
        self.setGeometry(QRect((window.width() - width) // 2, _TOP_PX, width, self._layout.sizeHint().height()))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self._before = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that move in the list; the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            # The window lays its own children out first.
            QTimer.singleShot(0, self, self._lay_out)
        if watched is self.field and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            assert isinstance(event, QKeyEvent)
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        mine = key in _STEPS or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not mine:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            self._choose(self.list.currentIndex())
        return event.type() == QEvent.Type.KeyPress

    def _step(self, by: int) -> None:
        count, row = self.model.rowCount(), self.list.currentIndex().row()
        if abs(by) == 1 and count:
            self._select((row + by) % count)
        else:
            self._select(row + by)


class _List(QListView):
    """The focus stays in the field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return bool(isValid(widget))
