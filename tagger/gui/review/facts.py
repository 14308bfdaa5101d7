"""What is known of a photo besides its pictures of things: camera, time, size, file."""

from __future__ import annotations

import os

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tagger.entities import Photo
from tagger.gui.viewer.caption import ElidedLabel, date_text

_NAME_PX = 64


class Facts(QWidget):
    """Names and values in two columns; what is not known takes no line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _NAME_PX)
        self._grid.setColumnStretch(1, 1)
        self._lines = [self._line(place, name) for place, name in enumerate(self._names())]
        self.setAccessibleName(self.tr("Facts"))

    def show_photo(self, photo: Photo) -> None:
        """Show what is known of this photo."""
        for (name, value), text in zip(self._lines, self._values(photo), strict=True):
            value.setText(text)
            value.setAccessibleName(f"{name.text()}: {text}")
            name.setVisible(bool(text))
            value.setVisible(bool(text))

    def shown(self) -> dict[str, str]:
        """The lines that are shown, by name."""
        return {name.text(): value.text() for name, value in self._lines if value.text()}

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Taken"),
            self.tr("Camera"),
            self.tr("Lens"),
            self.tr("Size"),
            self.tr("File"),
            self.tr("Folder"),
        )

    def _values(self, photo: Photo) -> tuple[str, ...]:
        facts = photo.facts
        kind = " · ".join(part for part in (photo.format or "", size_text(photo.bytes)) if part)
        return (
            date_text(facts.taken_at),
            facts.camera or "",
            facts.lens or "",
            pixels_text(photo.width, photo.height),
            kind,
            _printable(os.path.dirname(photo.path)),
        )

    def _line(self, place: int, title: str) -> tuple[QLabel, ElidedLabel]:
        name = QLabel(title)
        name.setProperty("role", "dim")
        is_path = title == self.tr("Folder")
        value = ElidedLabel(Qt.TextElideMode.ElideMiddle if is_path else Qt.TextElideMode.ElideRight)
        self._grid.addWidget(name, place, 0)
        self._grid.addWidget(value, place, 1)
        return name, value


def pixels_text(width: int | None, height: int | None) -> str:
    """``6000 × 4000 · 24 MP``; nothing where the size is not known."""
    if not width or not height:
        return ""
    millions = width * height / 1e6
    return f"{width} × {height} · {QLocale().toString(millions, 'f', 0 if millions >= 9.95 else 1)} MP"


def size_text(size: int) -> str:
    """A file size in MB with one digit, or in kB below a tenth of one; nothing for no bytes."""
    if size <= 0:
        return ""
    if size < 100_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{QLocale().toString(size / 1e6, 'f', 1)} MB"


def _printable(path: str) -> str:
    """A path whose bytes are no text, made of text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
