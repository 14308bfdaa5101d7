"""Stars, colour label and caption of what is selected, to be seen and to be set."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from tagger.entities import ColourLabel
from tagger.gui import theme
from tagger.gui.review.caption_field import CaptionField
from tagger.gui.review.value_marks import label_text, paint_dot, rating_text, star
from tagger.gui.tokens import RADIUS_PX, ROW_PX
from tagger.store.values import PhotoField, Value

STARS = 5
STAR_PX = 24
_DOT_PX = 24
_RADIUS_PX = 8


class ValuesEditor(QWidget):
    """Shows values and emits wishes; it changes nothing itself.

    Attributes:
        stars, colours, caption: Its parts; the colours by their label.

    Signals:
        wished: The `PhotoField`, the value, and whether the same again takes it away.
        left: The caption was left by a key.
    """

    wished = Signal(object, object, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stars = Stars()
        self.colours = {label: ColourButton(label) for label in ColourLabel}
        self.caption = CaptionField()
        self._note = QLabel()
        self._note.hide()
        self._note.setProperty("role", "dim")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self.stars.chosen.connect(lambda rating: self.wished.emit(PhotoField.RATING, rating, False))
        for label, button in self.colours.items():
            button.clicked.connect(functools.partial(self._wish_label, label))
        self.caption.saved.connect(lambda text: self.wished.emit(PhotoField.CAPTION, text or None, False))
        self.caption.left.connect(self.left)
        self._lay_out()
        self.setAccessibleName(self.tr("Rating, colour label and caption"))

    def show_values(self, ratings: Sequence[Value], labels: Sequence[Value], captions: Sequence[Value]) -> None:
        """Show the different values that the photos have; one of each if all agree."""
        numbers = [rating if isinstance(rating, int) else None for rating in ratings]
        self.stars.show_ratings(numbers)
        texts = [str(label) if label else None for label in labels]
        known = {ColourLabel.of(text) for text in texts}
        for label, button in self.colours.items():
            button.show_state(present=label in known, everywhere=len(texts) == 1)
        mixed = len(captions) > 1
        self.caption.show_text("" if mixed or not captions else str(captions[0] or ""), mixed=mixed)
        self._note.setText(self._words(numbers, texts))
        self._note.setVisible(bool(self._note.text()))

    def expect(self, field: PhotoField, value: Value) -> None:
        """Show a value that is on its way into the library."""
        match field:
            case PhotoField.RATING:
                self.stars.show_ratings([value if isinstance(value, int) else None])
            case PhotoField.COLOUR_LABEL:
                known = ColourLabel.of(str(value or ""))
                for label, button in self.colours.items():
                    button.show_state(present=label is known, everywhere=True)
            case PhotoField.CAPTION:
                self.caption.show_text(str(value or ""))

    def _wish_label(self, label: ColourLabel) -> None:
        self.wished.emit(PhotoField.COLOUR_LABEL, label.value, True)

    def shown_label(self) -> ColourLabel | None:
        """The colour label that all photos shown have."""
        return next((label for label, button in self.colours.items() if button.isChecked()), None)

    def _words(self, ratings: Sequence[int | None], labels: Sequence[str | None]) -> str:
        """What the marks cannot show: a rejected photo, values that differ, labels that are no colour."""
        said = []
        if list(ratings) == [-1]:
            said.append(self.tr("Rejected"))
        elif len(ratings) > 1:
            said.append(self.tr("Ratings differ"))
        foreign = [text for text in labels if text and ColourLabel.of(text) is None]
        if len(labels) > 1:
            said.append(self.tr("Colour labels differ"))
        if foreign:
            said.append(self.tr("Label {names}").format(names=", ".join(map(label_text, foreign))))
        return " · ".join(said)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.stars)
        line.addStretch(1)
        for button in self.colours.values():
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._note)
        layout.addWidget(self.caption)


class Stars(QSlider):
    """Five stars to click or to set with the arrow keys; a click on the last one set takes all away.

    A slider, because that is what it is to a screen reader. Photos that differ show what all of them have filled, and
    what only some have as an outline in strong colour.

    Signals:
        chosen: 0..5.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._least = self._most = 0
        self._hovered = 0
        self.setRange(0, STARS)
        self.setPageStep(1)
        self.setTracking(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(STARS * STAR_PX + 4, ROW_PX)
        self.setAccessibleName(self.tr("Rating"))
        self.actionTriggered.connect(lambda _action: self.chosen.emit(self.sliderPosition()))

    def show_ratings(self, ratings: Sequence[int | None]) -> None:
        """Show what the photos have."""
        numbers = [max(rating or 0, 0) for rating in ratings] or [0]
        self._least, self._most = min(numbers), max(numbers)
        self.blockSignals(True)
        self.setValue(self._least)
        self.blockSignals(False)
        said = rating_text(self._least) if self._least == self._most else self.tr("{least} to {most} stars")
        self.setAccessibleDescription(said.format(least=self._least, most=self._most))
        self.setToolTip(self.accessibleDescription())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        rating = self._at(event.position())
        same = rating == self._least == self._most
        self.chosen.emit(0 if same else rating)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # QEvent
        self._hovered = 0
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # QWheelEvent
        event.ignore()  # the panel scrolls; nobody rates by scrolling past

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
        for number in range(1, STARS + 1):
            painter.setPen(QPen(theme.colour(self._line(number)), 1.2))
            painter.setBrush(theme.colour("text_strong") if number <= self._least else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(star(self._centre(number), _RADIUS_PX))

    def _line(self, number: int) -> str:
        if number <= self._hovered:
            return "accent"
        return "text_strong" if number <= self._most else "line_strong"

    def _centre(self, number: int) -> QPointF:
        place = STARS + 1 - number if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else number
        return QPointF(2 + (place - 0.5) * STAR_PX, self.height() / 2 + 0.5)

    def _at(self, place: QPointF) -> int:
        return min(range(1, STARS + 1), key=lambda number: abs(self._centre(number).x() - place.x()))


class ColourButton(QToolButton):
    """One colour label; pressed again it goes. Filled where all photos have it, a ring where only some do."""

    def __init__(self, label: ColourLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._hollow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(QSize(_DOT_PX, ROW_PX))
        self.setAccessibleName(self.tr("Colour label {name}").format(name=label_text(label)))
        self.setToolTip(label_text(label).capitalize())

    def show_state(self, *, present: bool, everywhere: bool) -> None:
        """Show whether photos have this label, and whether all do."""
        self._hollow = present and not everywhere
        self.setChecked(present and everywhere)
        self.setAccessibleDescription(self.tr("on some photos") if self._hollow else "")
        self.update()

    def nextCheckState(self) -> None:
        """It follows the photos, not the click."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 3, -1, -3)
        if self.hasFocus() or self.isChecked():
            painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "text_strong"), 2))
            painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        elif self.underMouse() or self._hollow:
            style = Qt.PenStyle.DashLine if self._hollow else Qt.PenStyle.SolidLine
            painter.setPen(QPen(theme.colour("line_strong"), 1, style))
            painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        paint_dot(painter, QPointF(self.rect().center()) + QPointF(0.5, 0.5), 6.5, self._label)
