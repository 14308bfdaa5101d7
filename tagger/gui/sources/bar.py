"""Asks, below the tree of sources, about a change of the tags: what it is, what it touches, and whether to do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tagger.gui.review.flow import FlowLayout

_CALM_MS = 120


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        title: What is about to happen, exactly.
        button: The word on the button that does it.
        field: What stands in the field at first; None for no field.
        hint: Shown while the field is empty.
        known: What completes the field.
        optional: Whether the field may stay empty.
        note: What else there is to know.
        instead: The word on a second button, for what else it could have meant; empty for no such button.
    """

    title: str
    button: str
    field: str | None = None
    hint: str = ""
    known: Sequence[str] = ()
    optional: bool = False
    note: str = ""
    instead: str = ""


class ChangeBar(QFrame):
    """Takes no room while nothing is asked. Enter does it, Escape lets it be.

    Signals:
        applied(str): It is to be done, with what stands in the field.
        edited(str): The field says something else, and rests.
        left(): It was answered or let be.
        other_wanted(): The second button was pressed; the question stands until another one is asked.
    """

    applied = Signal(str)
    edited = Signal(str)
    left = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optional = False
        self._title, self._note = QLabel(), QLabel()
        self._title.setProperty("role", "strong")
        self._note.setProperty("role", "dim")
        for label in (self._title, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setAccessibleName(self.tr("Known tags"))
        completer.setPopup(popup)
        self.field.setCompleter(completer)
        self.apply_button, self.cancel_button = QPushButton(), QPushButton(self.tr("Cancel"))
        self.other_button = QPushButton()
        self.other_button.clicked.connect(self.other_wanted)
        self.apply_button.setProperty("role", "primary")
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(lambda: self.edited.emit(self.field.text().strip()))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._apply)
        self.apply_button.clicked.connect(self._apply)
        self.cancel_button.clicked.connect(self.close_question)
        self._lay_out()
        self.setProperty("role", "chip")
        self.setAccessibleName(self.tr("Change of tags"))
        self.hide()

    def ask(self, question: Question) -> None:
        """Ask, in place of what was asked before."""
        self._optional = question.optional
        self._title.setText(question.title)
        self.apply_button.setText(question.button)
        self.other_button.setText(question.instead)
        self.other_button.setVisible(bool(question.instead))
        self._known.setStringList(list(question.known))
        self.field.setVisible(question.field is not None)
        self.field.setPlaceholderText(question.hint)
        self.field.setAccessibleName(question.title)
        self.field.setText(question.field or "")
        self._calm.stop()
        self.explain(question.note)
        self.apply_button.setEnabled(question.field is None or question.optional or bool(question.field))
        self.show()
        target = self.apply_button if question.field is None else self.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def explain(self, note: str, *, possible: bool = True) -> None:
        """Say what it would touch, or why it cannot be."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._note.setProperty("role", "dim" if possible else "error")
        self._note.style().polish(self._note)
        self.apply_button.setEnabled(possible and self._filled())

    @property
    def said(self) -> str:
        """All that is asked and explained."""
        return " ".join(label.text() for label in (self._title, self._note) if label.text())

    def close_question(self) -> None:
        """Ask nothing any more."""
        if self.isVisible():
            self.hide()
            self._calm.stop()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (entered and self.cancel_button.hasFocus()):
            self.close_question()
        elif entered and self.other_button.hasFocus():
            self.other_button.click()
        elif entered:
            self._apply()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        own = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def _filled(self) -> bool:
        return self._optional or not self.field.isVisibleTo(self) or bool(self.field.text().strip())

    def _typed(self) -> None:
        self.apply_button.setEnabled(self._filled())
        self._calm.start()

    def _apply(self) -> None:
        if not self.isVisible() or not self.apply_button.isEnabled():
            return  # a field passes Enter on after it has told it
        text = self.field.text().strip()
        self.close_question()
        self.applied.emit(text)

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        flow.addWidget(self.apply_button)
        flow.addWidget(self.other_button)
        flow.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for widget in (self._title, self.field, self._note):
            layout.addWidget(widget)
        layout.addWidget(buttons)
