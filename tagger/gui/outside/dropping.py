"""What is dropped on the window from other programs."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject

from tagger.gui.browser import Browser
from tagger.gui.folders.adding import Adding
from tagger.gui.messages import Level
from tagger.gui.outside import mime
from tagger.gui.outside.programs import shown
from tagger.gui.session import Session
from tagger.gui.start_page import folders
from tagger.store import photos


class Dropping(QObject):
    """Adds folders to the library. Single files are shown if they are photos of it; else it says what to drop."""

    def __init__(self, session: Session, browser: Browser, adding: Adding) -> None:
        super().__init__(browser)
        self._session, self._browser, self._adding = session, browser, adding

    def takes(self, content: QMimeData) -> bool:
        """Whether something can be done with it; photos dragged out of this window are not taken back in."""
        return not content.hasFormat(mime.PHOTOS) and bool(_files(content))

    def drop(self, content: QMimeData) -> None:
        """Do it."""
        dropped = folders(content)
        if dropped:
            self._adding.add(dropped)
        files = [path for path in _files(content) if path not in dropped]
        if files:
            self._session.start(self._show(files))

    async def _show(self, paths: Sequence[str]) -> None:
        known = await self._session.read(lambda db: [photos.id_of(db, path) for path in paths])
        listed = [each for each in known if each is not None and self._browser.model.row_of(each) >= 0]
        if listed:
            self._browser.grid.select_photo(listed[0])
            return
        folder = shown(os.path.dirname(paths[0]))
        if any(each is not None for each in known):
            text = self.tr("This photo is in the library already, but not among those shown now.")
        else:
            text = self.tr("Photos are added by the folder: drop the folder {folder} to add all that is in it.")
        self._session.messages.say(text.format(folder=folder), Level.WARNING, key="dropped")


def _files(content: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in content.urls() if url.isLocalFile()]
