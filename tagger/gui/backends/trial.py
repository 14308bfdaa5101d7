"""Trying a backend: one photo is really sent, if the user says so, and the answer is shown over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tagger.entities import Decision, Photo, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.gui.review.service_facts import title, together
from tagger.gui.viewer.photo_view import PhotoView
from tagger.gui.viewer.strokes import confidence_text
from tagger.gui.words import grouped
from tagger.recognition.backend import Recognition

_MOST_LABELS = 30
_LONGEST = 80


class Trial(QWidget):
    """Asks what to try, and shows what came of it.

    Attributes:
        view: The photo with the boxes of the answer.
        send, without, stop: Try it with the photo, without one, and no longer.
        answer: What came of it.

    Signals:
        sent(): the photo is to be sent.
        tried(): the settings are to be tried without a photo.
        stopped(): the trial is to end.
        stepped(int): another photo, the next (1) or the previous one (-1).
        left(): the user wants to go back.
    """

    sent = Signal()
    tried = Signal()
    stopped = Signal()
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.question, self.answer = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setProperty("role", "title")
        self.view = PhotoView()
        self.view.setMinimumHeight(160)
        self.view.setAccessibleName(self.tr("The photo to try"))
        self.send, self.without = QPushButton(), QPushButton(self.tr("Test without a photo"))
        self.send.setProperty("role", "primary")
        self.stop, self.back = QPushButton(self.tr("Stop")), QPushButton(self.tr("Back"))
        self.previous, self.next = QPushButton(self.tr("Previous photo")), QPushButton(self.tr("Next photo"))
        self.send.clicked.connect(self.sent)
        self.without.clicked.connect(self.tried)
        self.stop.clicked.connect(self.stopped)
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        for label in (self.title, self.question, self.answer):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer.setAccessibleName(self.tr("Answer"))
        self._lay_out()

    def _lay_out(self) -> None:
        steps, buttons = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((steps, (self.previous, self.next)), (buttons, (self.send, self.without, self.stop))):
            row.setSpacing(8)
            for widget in widgets:
                widget.setAutoDefault(True)
                row.addWidget(widget)
            row.addStretch(1)
        self.back.setAutoDefault(True)
        buttons.addWidget(self.back)
        self.answer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.view, 1)
        layout.addLayout(steps)
        layout.addWidget(self.question)
        layout.addLayout(buttons)
        layout.addWidget(self.answer)

    def begin(self, backend: str, *, here: bool) -> None:
        """Ask about a backend; the photo follows by `show_photo`."""
        self.title.setText(self.tr("Test {name}").format(name=backend))
        self.send.setText(self.tr("Recognise this photo") if here else self.tr("Send this photo"))
        self.question.clear()
        self.say("")
        self.view.show_nothing()
        self.set_busy(False)

    def show_photo(self, photo: Photo | None, image: QImage | None, question: str) -> None:
        """Show the photo that would be sent, and what that means; None where there is no photo."""
        self.question.setText(question)
        self.view.set_suggestions([])
        self.send.setEnabled(photo is not None)
        self.previous.setEnabled(photo is not None)
        self.next.setEnabled(photo is not None)
        if photo is None or image is None or image.isNull():
            self.view.show_nothing()
            return
        self.view.show_photo(image, (photo.width or image.width(), photo.height or image.height()))

    def set_busy(self, busy: bool) -> None:
        """It is being tried."""
        self.stop.setVisible(busy)
        for button in (self.send, self.without, self.previous, self.next):
            button.setEnabled(not busy)
        if busy:
            self.say(self.tr("Waiting for the answer…"))
            self.stop.setFocus()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say what came of it."""
        self.answer.setText(text)
        self.answer.setProperty("role", "error" if wrong else "strong")
        self.answer.style().polish(self.answer)
        self.answer.setAccessibleDescription(text)

    def show_answer(self, photo_id: PhotoId, recognition: Recognition) -> None:
        """Show the answer: its boxes over the photo, its labels, facts and quota in words."""
        detections = recognition.detections
        self.view.set_suggestions(
            [
                Suggestion(
                    SuggestionId(-number), photo_id, "", recognition.model, each.label[:_LONGEST],
                    TagPath(each.label[:_LONGEST]), each.confidence, each.kind, Decision.SUGGESTED, each.box,
                )
                for number, each in enumerate(detections, 1)
            ]
        )  # fmt: skip
        self.say("\n".join(filter(None, (self._labels(recognition), *_facts(recognition), self._quota(recognition)))))

    def _labels(self, recognition: Recognition) -> str:
        named = [
            f"{each.label[:_LONGEST]} {confidence_text(each.confidence)}"
            for each in sorted(recognition.detections, key=lambda each: -each.confidence)[:_MOST_LABELS]
        ]
        if not named:
            return self.tr("It works. The answer names nothing in this photo.")
        return self.tr("It works. The answer: {labels}").format(labels=", ".join(named))

    def _quota(self, recognition: Recognition) -> str:
        quota = recognition.quota
        if quota is None or quota.remaining is None:
            return ""
        return self.tr("{n} calls are left there.").format(n=grouped(quota.remaining))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _facts(recognition: Recognition) -> Sequence[str]:
    told = together([("", name, value) for name, value in recognition.facts.items()])
    return [f"{title(name)}: {value[:_LONGEST]}" for _backend, name, value in told if not value.startswith("data:")]
