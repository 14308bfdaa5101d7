"""The bar that asks what to export: the format, which photos, and what belongs to the format."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from tagger.exporting.export import FORMATS, Format
from tagger.gui import question
from tagger.gui.words import counted

_SCOPES = ("selected", "listed", "all")


def title_of(format: Format) -> str:
    """What a format is called."""
    return {
        "csv": QCoreApplication.translate("Formats", "Table (CSV)"),
        "json": QCoreApplication.translate("Formats", "JSON"),
        "report": QCoreApplication.translate("Formats", "Report for a client"),
        "keywords": QCoreApplication.translate("Formats", "Keyword list"),
        "coco": QCoreApplication.translate("Formats", "COCO boxes"),
        "yolo": QCoreApplication.translate("Formats", "YOLO boxes"),
    }[format.name]


def help_of(format: Format) -> str:
    """What a format is for."""
    return {
        "csv": QCoreApplication.translate(
            "Formats", "One row for each photo with all that is known of it, for spreadsheets."
        ),
        "json": QCoreApplication.translate(
            "Formats", "All that is known of each photo, with every suggestion, for programs."
        ),
        "report": QCoreApplication.translate(
            "Formats", "One page with pictures, titles, captions, stars and tags, to print or send. No place is told."
        ),
        "keywords": QCoreApplication.translate(
            "Formats", "All your tags with their synonyms, for Lightroom and Capture One."
        ),
        "coco": QCoreApplication.translate(
            "Formats", "Accepted boxes for training, in one file. Photos without boxes count as showing nothing."
        ),
        "yolo": QCoreApplication.translate(
            "Formats",
            "Accepted boxes for training, in a folder of their own. Photos without boxes count as showing nothing.",
        ),
    }[format.name]


class ExportBar(question.QuestionBar):
    """Asks, and says what comes out.

    Signals:
        agreed(): what is chosen is to be exported.
        left(): it was closed.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = dict.fromkeys(_SCOPES, 0)
        self.format, self.scope = QComboBox(), QComboBox()
        self.format.setAccessibleName(self.tr("Format"))
        self.scope.setAccessibleName(self.tr("Which photos"))
        for format in FORMATS.values():
            self.format.addItem(title_of(format), format.name)
        self.title = QLineEdit(placeholderText=self.tr("Title of the report"))
        self.title.setAccessibleName(self.tr("Title of the report"))
        self.copies = QCheckBox(self.tr("Copy the photos too"))
        self._help = QLabel(wordWrap=True)
        self._help.setProperty("role", "dim")
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        heading = QLabel(self.tr("Export"))
        heading.setProperty("role", "strong")
        self.button, self.cancel = QPushButton(self.tr("Export…")), QPushButton(self.tr("Cancel"))
        for button in (self.button, self.cancel):
            button.setAutoDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.format, self.scope, self.title, self.copies):
            row.addWidget(widget)
        row.addStretch()
        question.lay_out(self, "export", [heading, row, self._help], [self.cancel, self.button])
        self.format.currentIndexChanged.connect(lambda _row: self._refresh())
        self.scope.currentIndexChanged.connect(lambda _row: self._refresh())
        self.button.clicked.connect(self.agreed)
        self.cancel.clicked.connect(self.close_bar)
        self.setAccessibleName(self.tr("Export"))
        self.hide()

    @property
    def chosen(self) -> Format:
        """The format."""
        return FORMATS[str(self.format.currentData())]

    @property
    def photos(self) -> str:
        """Which photos: ``selected``, ``listed`` or ``all``."""
        return str(self.scope.currentData())

    def ask(self, counts: Mapping[str, int], format: str | None = None) -> None:
        """Ask; of the photos there are so many selected, listed and in all."""
        self._counts = counts
        self._fill()
        if format is not None:
            self.format.setCurrentIndex(self.format.findData(format))
        self._refresh()
        self.show()
        self.format.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.isEnabled():
            self.agreed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.scope.clear()
        texts = {
            "selected": (self.tr("The selected photo"), self.tr("The {n} selected photos")),
            "listed": (self.tr("The photo that is listed"), self.tr("The {n} photos that are listed")),
            "all": (self.tr("The one photo of the library"), self.tr("All {n} photos of the library")),
        }
        for scope in _SCOPES:
            if self._counts[scope]:
                self.scope.addItem(counted(self._counts[scope], *texts[scope]), scope)
        # Of one photo that merely is the current one nobody wants a table.
        several = self._counts["selected"] > 1
        self.scope.setCurrentIndex(max(self.scope.findData("selected" if several else "listed"), 0))

    def _refresh(self) -> None:
        format = self.chosen
        self._help.setText(help_of(format))
        self.scope.setVisible(format.of_photos)
        self.title.setVisible(format.name == "report")
        self.copies.setVisible(format.name == "yolo")
        self.button.setEnabled(not format.of_photos or self.scope.count() > 0)
        self.setAccessibleDescription(self._help.text())
