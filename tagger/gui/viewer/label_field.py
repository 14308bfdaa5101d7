"""The field on a photo in which a box gets its label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from tagger.entities import TAG_SEPARATOR
from tagger.vocabulary.completion import Completer, MatchedBy, fold

_WIDTH_PX = 240
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F2)
_MOST = 12


class LabelField(QLineEdit):
    """Stands on the plate of a box while its label is typed, and goes away when that is done.

    Signals:
        entered(str): the text, trimmed and not empty; the path of the known tag that it names, if it names one.
        left(): it was left without a label.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo = parent
        self._known: Completer | None = None
        self._open = False
        self._shown = QStringListModel(self)
        self._popup = popup = QListView()
        popup.setAccessibleName(self.tr("Known tags"))
        popup.clicked.connect(self._clicked)
        completer = QCompleter(self._shown, self)
        # What is offered has been chosen already, in the order of how well it fits.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST)
        completer.setPopup(popup)
        self.setCompleter(completer)
        self.setMaxLength(1000)
        self.setFixedWidth(_WIDTH_PX)
        self.setPlaceholderText(self.tr("Label"))
        self.setAccessibleName(self.tr("Label of the box"))
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._enter)
        self.hide()

    def open(self, place: QRect, text: str, known: Completer) -> None:
        """Ask for a label.

        Args:
            place: Of the plate it replaces, in the parent's pixels; it is kept inside the parent.
            text: The label to begin with, selected.
            known: What completes a text.
        """
        self._known, self._open = known, True
        self.setText(text)
        self.selectAll()
        room = self._photo.rect()
        left = max(min(place.left(), room.right() - self.width() - 4), 4)
        top = max(min(place.top(), room.bottom() - self.sizeHint().height() - 4), 4)
        self.move(left, top)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, text: str) -> None:
        """Take a label as if it had been typed."""
        self.setText(text)
        self._enter()

    def leave(self, *, back: bool = True) -> None:
        """Go away without a label; ``back`` to the photo with the focus, unless the user has put it elsewhere."""
        if self._open:
            self._close(back=back)
            self.left.emit()

    def _close(self, *, back: bool = True) -> None:
        self._open = False
        self._popup.hide()
        self.hide()
        # The list of known tags may have had the focus rather than the field.
        if back:
            self._photo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        text = self.text().strip()
        if self._open and text:
            # The completer puts its choice into the field after this.
            QTimer.singleShot(0, self, self._take)

    def _take(self) -> None:
        if self._open and self._known is not None:
            text = meant(self.text(), self._known)
            self._close()
            self.entered.emit(text)

    def _clicked(self, index: QModelIndex) -> None:
        self.enter(str(index.data()))

    def _offer(self, text: str) -> None:
        found = self._known.complete(text, _MOST) if self._known is not None else []
        self._shown.setStringList([each.path for each in found])

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() in _OWN_KEYS:
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in _OWN_KEYS:
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.leave(back=False)


def meant(text: str, completer: Completer) -> str:
    """The known tag that a text names, by its path, or by a last name or synonym of only one tag; else the text."""
    found = [each for each in completer.complete(text) if each.matched_by in (MatchedBy.LEAF, MatchedBy.SYNONYM)]
    whole = [each for each in found if fold(each.path) == fold(text.strip().replace("/", TAG_SEPARATOR))]
    if whole:
        return whole[0].path
    return found[0].path if len(found) == 1 else text.strip()
