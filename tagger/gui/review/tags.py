"""The tags of a photo as chips, and the field that adds one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.gui.icons import icon
from tagger.gui.review.flow import FlowLayout

_SHOWN_LINES = 4
_CHIP_PX = 24
_LONGEST_PX = 180


class TagChip(QFrame):
    """One tag: its last name, the whole path as a tooltip, and a button that takes it away, as the Delete key does.

    Signals:
        removed: The chip was asked to go.
    """

    removed = Signal()

    def __init__(self, tag: TagPath, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        path = tag.replace(TAG_SEPARATOR, " › ")
        name = QLabel()
        name.setTextFormat(Qt.TextFormat.PlainText)
        leaf = tag.rsplit(TAG_SEPARATOR, 1)[-1]
        name.setText(name.fontMetrics().elidedText(leaf, Qt.TextElideMode.ElideMiddle, _LONGEST_PX))
        self.button = QToolButton()
        self.button.setIcon(icon("cancel", "text_dim"))
        self.button.setIconSize(QSize(12, 12))
        self.button.setFixedSize(18, 18)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip(self.tr("Remove this tag (Delete)"))
        self.button.setAccessibleName(self.tr("Remove tag {name}").format(name=path))
        self.button.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 2, 0)
        layout.setSpacing(2)
        layout.addWidget(name)
        layout.addWidget(self.button)
        self.setFixedHeight(_CHIP_PX)
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(path)
        self.setAccessibleName(self.tr("Tag {name}").format(name=path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            event.ignore()


class TagEditor(QWidget):
    """Chips of all tags and the field "Add a tag"; it changes nothing itself.

    Signals:
        tag_added: What was typed or chosen, trimmed.
        tag_removed: Path of the tag whose chip was asked to go.
        left: The field was left with Escape.
    """

    tag_added = Signal(str)
    tag_removed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[TagChip] = []
        self._known = QStringListModel(self)
        self.field = _TagField(self._known)
        self.field.setPlaceholderText(self.tr("Add a tag"))
        self.field.setAccessibleName(self.tr("Add a tag"))
        self.field.entered.connect(self.tag_added)
        self.field.left.connect(self.left)
        self._none = QLabel(self.tr("No tags yet"))
        self._none.setProperty("role", "dim")
        self._area = _ChipArea()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._none)
        layout.addWidget(self._area)
        layout.addWidget(self.field)
        self.set_tags(())

    def set_known(self, tags: Sequence[str]) -> None:
        """The tags offered while typing."""
        if list(tags) != self._known.stringList():
            self._known.setStringList(list(tags))

    @property
    def tags(self) -> tuple[TagPath, ...]:
        """The tags shown."""
        return tuple(chip.tag for chip in self._chips)

    @property
    def chips(self) -> Sequence[TagChip]:
        """The chips from first to last."""
        return self._chips

    def set_tags(self, tags: Sequence[TagPath]) -> None:
        """Show these tags; the focus stays at the place where a chip went away."""
        if tuple(tags) == self.tags and self._area.isVisibleTo(self) == bool(tags):
            return
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._chips = [self._make(tag) for tag in tags]
        self._area.fill(self._chips)
        self._area.setVisible(bool(tags))
        self._none.setVisible(not tags)
        if focused is not None:
            place = min(focused, len(self._chips) - 1)
            (self._chips[place] if place >= 0 else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, tag: TagPath) -> TagChip:
        chip = TagChip(tag)
        chip.removed.connect(lambda: self.tag_removed.emit(tag))
        return chip


class _ChipArea(QScrollArea):
    """Chips in lines; from the fifth line on it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def fill(self, chips: Sequence[TagChip]) -> None:
        """Put these chips in place of those before."""
        inner = QWidget()
        flow = FlowLayout(inner)
        for chip in chips:
            flow.addWidget(chip)
        self.setWidget(inner)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        inner = self.widget()
        if inner is not None and (layout := inner.layout()) is not None:
            needed = layout.heightForWidth(self.width())
            self.setFixedHeight(min(max(needed, _CHIP_PX), _SHOWN_LINES * (_CHIP_PX + 4) - 4))


class _TagField(QLineEdit):
    """Offers known tags that contain what is typed; Enter enters, Escape leaves.

    Signals:
        entered: The text, trimmed and not empty.
        left: Escape was pressed.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, known: QStringListModel) -> None:
        super().__init__()
        completer = QCompleter(known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        popup = QListView()
        popup.setAccessibleName(self.tr("Known tags"))
        popup.clicked.connect(self._clicked)
        completer.setPopup(popup)
        self.setCompleter(completer)
        self.setMaxLength(1000)
        self.returnPressed.connect(self._enter)

    def _enter(self) -> None:
        if text := self.text().strip():
            self.entered.emit(text)
        # The completer puts its choice into the field after this; clearing has to come last.
        self._clear_later()

    def _clicked(self, index: QModelIndex) -> None:
        self.setText(str(index.data()))
        self._enter()

    def _clear_later(self) -> None:
        QTimer.singleShot(0, self, self.clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)
