"""The small window that opens in place of the large one where the library is damaged."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tagger.errors import DamagedLibrary, LibraryError
from tagger.gui import theme
from tagger.gui.language.core import said, said_of
from tagger.gui.outside.programs import shown
from tagger.store import repair
from tagger.store.automatic import Backup

_WIDTH_PX = 560


class Recovery(QWidget):
    """Says what is wrong, and offers to restore the last sound backup: Enter does, Escape ends the program.

    Attributes:
        answered: Whether it is to be restored.
    """

    def __init__(self, error: LibraryError, last: Backup | None) -> None:
        super().__init__()
        self.answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.setWindowTitle(self.tr("Tagger: the library is damaged"))
        self.title, self.text = QLabel(said(error.message), wordWrap=True), QLabel(wordWrap=True)
        self.title.setProperty("role", "strong")
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restore, self.quit = QPushButton(self.tr("Restore the backup")), QPushButton(self.tr("Quit"))
        self.restore.setProperty("role", "primary")
        self.restore.setVisible(last is not None)
        self.restore.clicked.connect(lambda: self._answer(True))
        self.quit.clicked.connect(lambda: self._answer(False))
        for button in (self.restore, self.quit):
            button.setAutoDefault(True)
        self._explain(last)
        self._lay_out()
        (self.quit if last is None else self.restore).setFocus()

    def say(self, problem: str) -> None:
        """Say why it could not be restored; it can be tried again."""
        self.text.setText(problem)
        self.answered = asyncio.get_running_loop().create_future()
        self.restore.setEnabled(True)

    def _explain(self, last: Backup | None) -> None:
        if last is None:
            text = self.tr("There is no automatic backup of it. Your photos and sidecars are unharmed.")
        else:
            text = self.tr(
                "There is a backup of {time}. The damaged file is kept beside it. Your photos and sidecars are"
                " unharmed; what changed since comes back from them when the folders are looked through again."
            ).format(time=QLocale().toString(_moment(last), QLocale.FormatType.ShortFormat))
            self.restore.setToolTip(shown(str(last.path)))
        self.text.setText(text)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.quit)
        buttons.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addStretch()
        layout.addLayout(buttons)
        self.setFixedWidth(theme.scaled(_WIDTH_PX))
        self.resize(self.width(), layout.heightForWidth(self.width()))

    def _answer(self, restore: bool) -> None:
        if not self.answered.done():
            self.restore.setEnabled(False)
            self.answered.set_result(restore)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._answer(False)
        event.accept()


def _moment(backup: Backup) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(round(backup.at.timestamp()))


async def recover(error: DamagedLibrary, shown_to: asyncio.Future[Recovery] | None = None) -> bool:
    """Offer to restore a damaged library; whether it is restored. ``shown_to`` is given the window once it shows."""
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, "repair") as thread:
        window = Recovery(error, await loop.run_in_executor(thread, repair.last_sound, error.path))
        window.show()
        window.activateWindow()
        if shown_to is not None:
            shown_to.set_result(window)
        try:
            while await window.answered:
                try:
                    await loop.run_in_executor(thread, repair.repair, error.path)
                except LibraryError as problem:
                    window.say(said_of(problem))
                else:
                    return True
            return False
        finally:
            window.hide()
            window.deleteLater()
