"""The search field: completes what is typed, explains what is wrong, and remembers what was searched for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tagger.errors import QueryError
from tagger.gui import theme
from tagger.gui.clear_button import give_clear_button
from tagger.gui.finding.offers import Offers
from tagger.gui.icons import icon
from tagger.gui.language.core import said_of
from tagger.store.query.completion import Completion, Offer, applied, complete
from tagger.store.query.values import NOTHING, Values

SEARCH_AFTER_MS = 250
_HISTORY = "search/history"
_REMEMBERED = 30
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchField(QLineEdit):
    """One line in the search language.

    Attributes:
        offers: The list below it.
        values: What completion takes values from; replaced when the library changed.

    Signals:
        searched(str): the search text, once typing rests or Enter is pressed.
        entered(): Enter was pressed.
        left(): Escape was pressed while there was nothing to clear.
    """

    searched = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: Values = NOTHING
        self._completion = Completion(0, 0)
        self._error: QueryError | None = None
        self.setPlaceholderText(self.tr("Search names, tags and labels"))
        self.setAccessibleName(self.tr("Search"))
        give_clear_button(self)
        lens = self.addAction(icon("search", "text_dim"), QLineEdit.ActionPosition.LeadingPosition)
        lens.setText(self.tr("Search"))  # read out by screen readers
        self.offers = Offers(self)
        self.offers.chosen.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._soon.timeout.connect(self._search)
        self.textEdited.connect(self._edited)
        self.textChanged.connect(lambda _text: self._soon.start())
        self.cursorPositionChanged.connect(self._moved)

    @property
    def waits(self) -> bool:
        """Whether a search is about to be made."""
        return self._soon.isActive()

    def set_search(self, text: str) -> None:
        """Search for this at once, as if it had been typed."""
        self.setText(text)
        self.offers.hide()
        self._search()

    def show_error(self, error: QueryError | None) -> None:
        """Explain what is wrong with the text, in the field and below it; or that nothing is."""
        self._error = error
        self.setProperty("role", "error" if error else None)
        self.style().polish(self)
        self.setToolTip(said_of(error) if error else "")
        self.setAccessibleDescription(said_of(error) if error else "")
        self._underline(error)
        if error is not None and self.hasFocus() and not self._at_an_offer():
            self.offers.show_problem(self.text(), error)
        elif error is None and self.offers.problem:
            self.offers.hide()

    def history(self) -> list[str]:
        """What was searched for, the latest first."""
        found = QSettings().value(_HISTORY, [])
        # An INI file gives a list of one back as a text.
        return [found] if isinstance(found, str) else [str(each) for each in found] if isinstance(found, list) else []

    def _at_an_offer(self) -> bool:
        """Whether a value is being typed that completion can finish: half a word is no error yet."""
        return self.offers.isVisible() and bool(self.offers.offers)

    def _edited(self) -> None:
        self._offer()

    def _moved(self) -> None:
        if self.offers.isVisible() and self.offers.offers:
            self._offer()

    def _offer(self) -> None:
        self._completion = complete(self.text(), self.cursorPosition(), self.values)
        typed = self.text()[self._completion.start : self._completion.end]
        offers = [offer for offer in self._completion.offers if offer.text != typed]
        self.offers.show_offers(offers if self.text().strip() else [])

    def _offer_history(self) -> None:
        self._completion = Completion(0, len(self.text()))
        past = [Offer(text, text, self.tr("Searched before")) for text in self.history()]
        first = complete("", 0, self.values).offers
        self.offers.show_offers([*past[:8], *first] if not self.text().strip() else list(self._offers_here()))

    def _offers_here(self) -> tuple[Offer, ...]:
        self._completion = complete(self.text(), self.cursorPosition(), self.values)
        return self._completion.offers

    def _take(self, offer: Offer) -> None:
        text, cursor = applied(self.text(), self._completion, offer)
        self.setText(text)
        self.setCursorPosition(cursor)
        self.offers.hide()
        if not offer.complete:
            self._offer()

    def _search(self) -> None:
        self._soon.stop()
        self.searched.emit(self.text().strip())

    def _enter(self) -> None:
        self.offers.hide()
        self._search()
        if text := self.text().strip():
            past = [text, *(each for each in self.history() if each != text)]
            QSettings().setValue(_HISTORY, past[:_REMEMBERED])
        self.entered.emit()

    def _escape(self) -> None:
        """Escape leaves a marked offer, then clears the search, then leaves the field."""
        if self.offers.isVisible() and self.offers.marked is not None:
            self.offers.hide()
            return
        self.offers.hide()
        if not self.text():
            self.left.emit()
            return
        self.clear()
        self._search()

    def _underline(self, error: QueryError | None) -> None:
        """A wave below the place of the error; QLineEdit takes formats from input methods only."""
        attributes = []
        if error is not None and error.column is not None:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(theme.colour("rejected"))
            wave.setForeground(theme.colour("rejected"))
            start = min(error.column, max(len(self.text()) - 1, 0))
            end = self.text().find(" ", start)
            length = (len(self.text()) if end < 0 else max(end, start + 1)) - start
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes.append(QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), length, wave))
        QApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def event(self, event: QEvent) -> bool:
        # Tab takes the marked offer; without one it moves the focus, as everywhere.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            offer = self.offers.marked if self.offers.isVisible() else None
            if event.key() == Qt.Key.Key_Tab and offer is not None:
                self._take(offer)
                return True
        own = isinstance(event, QKeyEvent) and (event.key() == Qt.Key.Key_Escape or event.key() in _KEYS)
        if event.type() == QEvent.Type.ShortcutOverride and own:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not self.offers.isVisible() or not self.offers.offers:
                self._offer_history()
            self.offers.step(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            offer = self.offers.marked if self.offers.isVisible() else None
            self._enter() if offer is None else self._take(offer)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.offers.hide()
