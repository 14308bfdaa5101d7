"""What an empty library shows: how to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.gui import theme
from tagger.gui.grid.empty import centred
from tagger.gui.icons import icon
from tagger.gui.tokens import RADIUS_PX

TEXT_PX = 440
DROP_EDGE_PX = 12
ICON_PX = 48


class StartPage(QWidget):
    """A title, one sentence, and the two ways to begin; folders may be dropped anywhere on it.

    Signals:
        folder_chosen: The button to open a folder was pressed.
        folders_dropped: list[str] of the dropped folders.
        samples_chosen: The button to try the sample photos was pressed.
    """

    folder_chosen = Signal()
    folders_dropped = Signal(list)
    samples_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged_over = False
        self.setAcceptDrops(True)
        self.setProperty("role", "photo")
        self.setAccessibleName(self.tr("Start"))
        title = QLabel(self.tr("No photos yet"), alignment=Qt.AlignmentFlag.AlignCenter)
        title.setProperty("role", "title")
        sentence = QLabel(
            self.tr("Choose a folder with photos.\nThey stay where they are and are never changed."),
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        sentence.setMaximumWidth(TEXT_PX)
        hint = QLabel(self.tr("or drop a folder here"), alignment=Qt.AlignmentFlag.AlignCenter)
        hint.setProperty("role", "dim")
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.addStretch(2)
        layout.addSpacing(ICON_PX + 16)
        layout.addWidget(title)
        layout.addSpacing(8)
        layout.addLayout(centred(sentence))
        layout.addSpacing(24)
        layout.addLayout(self._buttons())
        layout.addSpacing(12)
        layout.addWidget(hint)
        layout.addStretch(3)
        self._title = title

    def _buttons(self) -> QHBoxLayout:
        self.folder_button = QPushButton(self.tr("Open a folder…"))
        self.folder_button.setProperty("role", "primary")
        self.folder_button.setDefault(True)
        self.folder_button.setAutoDefault(True)
        self.folder_button.clicked.connect(self.folder_chosen)
        self.samples_button = QPushButton(self.tr("Try the sample photos"))
        self.samples_button.setAutoDefault(True)
        self.samples_button.clicked.connect(self.samples_chosen)
        self.setFocusProxy(self.folder_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.folder_button)
        row.addWidget(self.samples_button)
        row.addStretch()
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface_0"))
        glyph = self._title.geometry()
        top = glyph.top() - ICON_PX - 16
        glyph.setRect((self.width() - ICON_PX) // 2, top, ICON_PX, ICON_PX)
        icon("folder_open", "accent" if self._dragged_over else "text_dim").paint(painter, glyph)
        if self._dragged_over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            edge = QRectF(self.rect()).adjusted(DROP_EDGE_PX, DROP_EDGE_PX, -DROP_EDGE_PX, -DROP_EDGE_PX)
            painter.drawRoundedRect(edge, RADIUS_PX, RADIUS_PX)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folders(event.mimeData()):
            self._set_dragged_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dragged_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dragged_over(False)
        if dropped := folders(event.mimeData()):
            event.acceptProposedAction()
            self.folders_dropped.emit(dropped)

    def _set_dragged_over(self, over: bool) -> None:
        self._dragged_over = over
        self.update()


def folders(mime: QMimeData) -> list[str]:
    """The folders of this computer in what is dragged, each once, in its order."""
    paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return list(dict.fromkeys(path for path in paths if Path(path).is_dir()))
