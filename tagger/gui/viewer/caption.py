"""The slim line under a photo, and text that gives way when there is no room."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QSize, Qt, QTime
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QWidget

from tagger.entities import Photo
from tagger.gui import theme
from tagger.gui.direction import direction_of
from tagger.gui.review.value_marks import ValueMarks

_DATED_PX = 320


class ElidedLabel(QLabel):
    """A label that shortens its text to the room it has, and shows all of it as a tooltip then."""

    def __init__(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode, self._more = mode, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._explain()

    def set_more(self, text: str) -> None:
        """Say something else in the tooltip, too."""
        self._more = text
        self._explain()

    def shown_text(self) -> str:
        """The text as it is painted."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # The text runs its own way, a path also where the window is read from the right; it stands where it would.
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) | Qt.AlignmentFlag.AlignAbsolute
        painter.setLayoutDirection(direction_of(self.text(), self.layoutDirection()))
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(side),
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        whole = self.text() if self.shown_text() != self.text() else ""
        self.setToolTip("\n".join(part for part in (whole, self._more) if part))


class Caption(QWidget):
    """File name, place in the list, date, and how large the photo is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel()
        self.position, self.date, self.note, self.zoom = QLabel(), QLabel(), QLabel(), QLabel()
        self.name.setProperty("role", "strong")
        for label in (self.position, self.date, self.note, self.zoom):
            label.setProperty("role", "dim")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(12)
        self.marks = ValueMarks()
        layout.addWidget(self.name, 0)
        layout.addWidget(self.marks)
        layout.addWidget(self.position)
        layout.addWidget(self.date)
        layout.addStretch(1)
        layout.addWidget(self.note)
        layout.addWidget(self.zoom)
        self._scale()
        theme.state().changed.connect(self._scale)
        self.setAccessibleName(self.tr("Photo caption"))

    def _scale(self) -> None:
        self.setFixedHeight(theme.row_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Two photos beside each other with a large font have no room for it; the inspector says it, too.
        self.date.setVisible(self.width() >= theme.scaled(_DATED_PX))

    def show_photo(self, photo: Photo) -> None:
        """Take over the words of a photo."""
        self.name.setText(photo.name)
        self.marks.show_values(photo.facts.rating, photo.facts.colour_label)
        self.date.setText(date_text(photo.facts.taken_at))
        self.note.clear()

    def show_position(self, number: int, total: int) -> None:
        """Say which photo of how many this is, counted from one; nothing for no photos."""
        locale = QLocale()
        text = self.tr("{number} of {total}").format(number=locale.toString(number), total=locale.toString(total))
        self.position.setText(text if total else "")

    def show_zoom(self, zoom: float) -> None:
        """Show how many device pixels a photo pixel takes, as a percentage."""
        self.zoom.setText(f"{zoom * 100:.0f} %" if zoom else "")

    def clear(self) -> None:
        """Show no words."""
        self.marks.show_values(None, None)
        for label in (self.name, self.position, self.date, self.note, self.zoom):
            label.setText("")


def date_text(taken_at: str | None) -> str:
    """An ISO 8601 time as the reader's language writes it; as it stands where it is none."""
    if not taken_at:
        return ""
    try:
        taken = datetime.datetime.fromisoformat(taken_at)
    except ValueError:
        return taken_at
    has_time = "T" in taken_at or " " in taken_at
    when = QDateTime(QDate(taken.year, taken.month, taken.day), QTime(taken.hour, taken.minute))
    written = (
        QCoreApplication.translate("Dates", "d MMM yyyy, HH:mm")
        if has_time
        else QCoreApplication.translate("Dates", "d MMM yyyy")
    )
    return QLocale().toString(when, written)
