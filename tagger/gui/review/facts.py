"""What is known of a photo besides its pictures of things: camera, time, size, file."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tagger.entities import Photo, PhotoFacts
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
            self.tr("Exposure"),
            self.tr("Place"),
            self.tr("People"),
            self.tr("Title"),
            self.tr("Size"),
            self.tr("File"),
            self.tr("Folder"),
        )

    def _values(self, photo: Photo) -> tuple[str, ...]:
        facts = photo.facts
        kind = " · ".join(part for part in (photo.format or "", size_text(photo.bytes)) if part)
        return (
            " ".join(part for part in (date_text(facts.taken_at), facts.taken_offset or "") if part),
            facts.camera or "",
            facts.lens or "",
            exposure_text(facts),
            place_text(facts),
            people_text(facts),
            facts.title or "",
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


def exposure_text(facts: PhotoFacts) -> str:
    """``1/250 s · f/2.8 · ISO 800 · 35 mm``, as far as it is known."""
    parts = (
        seconds_text(facts.exposure_s) if facts.exposure_s else "",
        f"f/{_number(facts.f_number)}" if facts.f_number else "",
        f"ISO {facts.iso}" if facts.iso else "",
        f"{_number(facts.focal_mm)} mm" if facts.focal_mm else "",
    )
    return " · ".join(part for part in parts if part)


def seconds_text(seconds: float) -> str:
    """A shutter time as cameras write it: ``1/250 s``, from a third of a second on ``0.4 s`` or ``30 s``."""
    return f"{_number(seconds)} s" if seconds >= 0.3 else f"1/{round(1 / seconds)} s"


def place_text(facts: PhotoFacts) -> str:
    """``52.5200° N, 13.4050° E · 34 m``; nothing where the place is not known."""
    latitude, longitude = facts.latitude, facts.longitude
    if latitude is None or longitude is None:
        return ""
    letters = QCoreApplication.translate("Facts", "N S E W", "north, south, east and west").split()
    north, south, east, west = letters if len(letters) == 4 else "NSEW"
    degrees = f"{_degrees(latitude)} {north if latitude >= 0 else south}"
    degrees += f", {_degrees(longitude)} {east if longitude >= 0 else west}"
    return degrees if facts.altitude_m is None else f"{degrees} · {QLocale().toString(round(facts.altitude_m))} m"


def people_text(facts: PhotoFacts) -> str:
    """The names of the faces and persons that the file names, each once."""
    named = (region.name for region in facts.regions if region.kind in ("face", "person"))
    return ", ".join(dict.fromkeys(name for name in named if name))


def _degrees(angle: float) -> str:
    return f"{QLocale().toString(abs(angle), 'f', 4)}°"


def _number(value: float) -> str:
    """With one digit after the point, where that says more."""
    return QLocale().toString(value, "f", 0 if abs(value - round(value)) < 0.05 or value >= 100 else 1)


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
