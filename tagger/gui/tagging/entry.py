"""The field in which tags are entered one after the other, with what they may mean below it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from tagger.entities import TagPath
from tagger.gui.tagging.popup import CompletionPopup, spoken
from tagger.vocabulary.completion import Completion

Answer = Callable[[Sequence[Completion]], object]
Source = Callable[[str, Answer], object]
"""Looks completions of a text up, and hands them to the function given, now or later."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_BY_WISH = (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason)


class TagField(QLineEdit):
    """Enter takes the top match, or what was typed where nothing matches; Shift+Enter always what was typed.

    The field is empty and ready for the next tag at once. What Enter means is settled when the completions of what was
    typed are there, so that fast hands get what slow ones get.

    Signals:
        entered(str): The path of a tag that is known, or what was typed, trimmed.
        left(): Escape was pressed, and there was nothing left to close or clear.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._generation = 0
        self._answered = True
        self._promised: set[int] = set()
        self._carried: Collection[TagPath] = ()
        self._popup: CompletionPopup | None = None
        self.setMaxLength(1000)
        self.textEdited.connect(self._ask)

    def set_source(self, source: Source | None) -> None:
        """Where completions come from; without one, Enter takes what was typed."""
        self._source = source

    def set_carried(self, tags: Collection[TagPath]) -> None:
        """Tags that are there already, which completions show quietly."""
        self._carried = tags

    @property
    def popup(self) -> CompletionPopup:
        """The list of completions."""
        if self._popup is None:
            self._popup = CompletionPopup(self)
            self._popup.picked.connect(self._pick)
            self._popup.selectionModel().currentChanged.connect(lambda *_: self._say_current())
            self._watch_scrolling()
        return self._popup

    @property
    def offering(self) -> bool:
        """Whether completions are in view."""
        return self._popup is not None and self._popup.isVisible()

    def _ask(self, _text: str = "") -> None:
        self._generation += 1
        self._answered = self._source is None
        if self._source is not None:
            self._source(self.text(), partial(self._take, self._generation, self.text()))

    def _take(self, generation: int, text: str, completions: Sequence[Completion]) -> None:
        """Completions arrived: keep a promise, or show them if the text is still what they are for."""
        if generation in self._promised:
            self._promised.discard(generation)
            self.entered.emit(completions[0].path if completions else text.strip())
            return
        if generation != self._generation:
            return
        self._answered = True
        if self.hasFocus():
            self.popup.offer(completions, carried=self._carried, first=bool(text.strip()))
            self._say_current()

    def _enter(self, *, new: bool) -> None:
        text = self.text().strip()
        chosen = self.popup.current if self.offering and not new else None
        if chosen is not None and self._answered:
            self.entered.emit(chosen.path)
        elif text and (new or self._answered):
            self.entered.emit(text)
        elif text:
            self._promised.add(self._generation)
        self._reset()

    def _pick(self, completion: Completion) -> None:
        self.entered.emit(completion.path)
        self._reset()
        self.setFocus()

    def _reset(self) -> None:
        self._generation += 1
        self._answered = True
        self.clear()
        self._close()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _escape(self) -> None:
        """First what covers the window goes, with the text; then the field is left."""
        empty = not self.text()
        covered = self.offering
        self._reset()
        if empty or not covered:
            self.left.emit()

    def _say_current(self) -> None:
        """Tell a screen reader what Enter would take, since the focus is not in the list."""
        chosen = self._popup.current if self._popup is not None else None
        text = spoken(chosen) if chosen is not None and self.offering else ""
        if text and text != self.accessibleDescription():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.setAccessibleDescription(text)

    def _watch_scrolling(self) -> None:
        """What the field scrolls away with goes: the list would stay where the field was."""
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, QAbstractScrollArea):
                parent.verticalScrollBar().valueChanged.connect(self._close)
            parent = parent.parentWidget()

    # Qt

    def event(self, event: QEvent) -> bool:
        """With nothing typed, undo is about the last operation, not about what was typed for the tag before."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.text() and _is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            if self.offering:
                self.popup.step(_STEPS[Qt.Key(event.key())])
            else:
                self._ask()
        elif event.key() in _ENTER:
            self._enter(new=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_WISH and not self.text():
            self._ask()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._close()


def _is_history(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _HISTORY)
