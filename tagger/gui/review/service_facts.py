"""What services said of a photo besides labels: moderation, virus scan, a thumbnail, their own perceptual hash."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tagger.entities import Photo
from tagger.gui.viewer.caption import ElidedLabel

_NAME_PX = 64
_PICTURE_PX = 64
_LONGEST = 400
_LONGEST_PICTURE = 200_000
_DATA = "data:image/"
_OF_THE_PICTURE = ("content_info", "image_info", "video_info")
_INFECTED = "infected"
_SAID_OTHERWISE = {"width", "height", "format", "mime", "type", "subtype"}

Fact = tuple[str, str, str]


class ServiceFacts(QWidget):
    """Names and values in two columns, as `Facts`, each backend's facts below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _NAME_PX)
        self._grid.setColumnStretch(1, 1)
        self._shown: list[tuple[str, str]] = []
        self.setAccessibleName(self.tr("Facts of services"))

    def show_facts(self, photo: Photo | None, facts: Sequence[Fact], *, private: bool) -> None:
        """Show what services said of a photo, and whether it may be sent to one at all."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = []
        if private:
            self._add(self.tr("Sending"), self.tr("Marked never to be sent"))
        for backend, name, value in together(facts) if photo is not None else ():
            self._add_fact(backend, name, value)
            if name == "phash" and photo is not None and photo.phash is not None:
                text = self.tr("{hash}, of this machine; the two are not comparable").format(hash=f"{photo.phash:016x}")
                self._add(self.tr("Our hash"), text)
        self.setVisible(bool(self._shown))

    def shown(self) -> list[tuple[str, str]]:
        """The lines that are shown: names and values."""
        return list(self._shown)

    def _add_fact(self, backend: str, name: str, value: str) -> None:
        if not value.startswith(_DATA):
            text = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
            self._add(title(name), f"{text} · {backend}", bad=name == "virus_scan" and value.startswith(_INFECTED))
            return
        picture = picture_of(value)
        if picture is not None:
            label = QLabel()
            label.setPixmap(picture)
            label.setAccessibleName(self.tr("Picture by {backend}").format(backend=backend))
            label.setToolTip(label.accessibleName())
            self._add_row(title(name), label)
            self._shown.append((title(name), label.accessibleName()))

    def _add(self, name: str, text: str, *, bad: bool = False) -> None:
        value: QLabel = ElidedLabel(Qt.TextElideMode.ElideRight)
        if bad:  # all of it has to be read, without being looked for
            value = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            value.setProperty("role", "error")
        value.setText(text)
        value.setAccessibleName(f"{name}: {text}")
        self._add_row(name, value)
        self._shown.append((name, text))

    def _add_row(self, name: str, value: QWidget) -> None:
        shown = QLabel(name)
        shown.setProperty("role", "dim")
        shown.setTextFormat(Qt.TextFormat.PlainText)
        row = self._grid.rowCount()
        self._grid.addWidget(shown, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)


def together(facts: Sequence[Fact]) -> list[Fact]:
    """The same facts; what a service tells of the picture it was sent is one of them."""
    told: dict[tuple[str, str], dict[str, str]] = {}
    others = []
    for backend, name, value in facts:
        kind, _, detail = name.partition(".")
        if detail and kind in _OF_THE_PICTURE:
            told.setdefault((backend, kind), {})[detail.rpartition(".")[2]] = value
        else:
            others.append((backend, name, value))
    return [(backend, kind, _picture(values)) for (backend, kind), values in told.items()] + others


def _picture(values: Mapping[str, str]) -> str:
    """``640 × 480 · JPEG``, and whatever else is told."""
    size = [f"{values['width']} × {values['height']}"] if {"width", "height"} <= values.keys() else []
    known = [values[name] for name in ("format",) if name in values]
    rest = [f"{name} {value}" for name, value in values.items() if name not in _SAID_OTHERWISE]
    return " · ".join(size + known + rest)


def title(name: str) -> str:
    """What a fact is called; as the service has it, where we have no word."""
    known = {
        "moderation": QCoreApplication.translate("ServiceFacts", "Moderation"),
        "virus_scan": QCoreApplication.translate("ServiceFacts", "Viruses"),
        "foreground": QCoreApplication.translate("ServiceFacts", "Foreground"),
        "phash": QCoreApplication.translate("ServiceFacts", "Its hash"),
        **dict.fromkeys(_OF_THE_PICTURE, QCoreApplication.translate("ServiceFacts", "As sent")),
        "thumb": QCoreApplication.translate("ServiceFacts", "Reference"),
    }
    return known.get(name, name[:40])


def picture_of(uri: str) -> QPixmap | None:
    """The picture in a ``data:`` address, small; None where there is none, or one too large to be meant so."""
    head, comma, content = uri.partition(",")
    if not comma or not head.endswith(";base64") or len(content) > _LONGEST_PICTURE:
        return None
    try:
        data = QByteArray(base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError):
        return None
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > 4_000_000:
        return None
    reader.setScaledSize(size.scaled(QSize(_PICTURE_PX, _PICTURE_PX), Qt.AspectRatioMode.KeepAspectRatio))
    image: QImage = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
