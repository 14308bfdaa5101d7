"""Locating a missing photo: its file or its folder is chosen, and all others that are there are found with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFileDialog, QWidget

from tagger.entities import Photo, PhotoState
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.messages import Level
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.imaging.formats import PHOTO_EXTENSIONS


class Locating(Part):
    """Asks where a missing photo is."""

    def __init__(self, session: Session, browser: Browser, activity: Activity, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._browser, self._activity, self._window = session, browser, activity, window
        self._photo: Photo | None = None
        self._dialog: QFileDialog | None = None
        browser.photo_shown.connect(self._take)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """By the file, or by its folder."""
        return {"locate_photo": lambda: self._choose(folder=False), "locate_folder": lambda: self._choose(folder=True)}

    def enable(self, actions: Actions) -> None:
        """Only what is missing can be located."""
        missing = self._photo is not None and self._photo.state is PhotoState.MISSING
        actions.enable(missing, "locate_photo", "locate_folder")

    def locate(self, path: str) -> None:
        """Look for the current photo at a path."""
        if self._photo is None:
            return
        if self._activity.runs("index"):
            text = self.tr("Photos are being read. Wait until that is done, then locate the photo.")
            self._session.messages.say(text, Level.WARNING, key="locate")
            return
        self._session.start(self._locate(self._photo, path))

    def _take(self, photo: Photo | None, *_rest: object) -> None:
        self._photo = photo

    def _choose(self, *, folder: bool) -> None:
        photo = self._photo
        if photo is None:
            return
        title = self.tr("Where is {name}?").format(name=photo.name)
        dialog = QFileDialog(self._window, title, _nearest(os.path.dirname(photo.path)))
        dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
        if not folder:
            names = " ".join(f"*{extension}" for extension in sorted(PHOTO_EXTENSIONS))
            dialog.setNameFilter(self.tr("Photos ({names})").format(names=names))
        dialog.fileSelected.connect(self.locate)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    async def _locate(self, photo: Photo, path: str) -> None:
        self._session.messages.say(self.tr("Looking for {name}…").format(name=photo.name), key="locate")
        changed = await self._session.work(self._session.tagger.locate, photo.id, path)
        if changed:
            await self._session.say_done("locate")
            return
        text = self.tr("{name} is not there, and no other missing photo.").format(name=photo.name)
        self._session.messages.say(text, Level.WARNING, key="locate")


def _nearest(folder: str) -> str:
    """The first folder above that is there."""
    while folder and not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return folder
