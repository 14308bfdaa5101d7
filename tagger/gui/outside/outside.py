"""The commands that hand photos to other programs."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication

from tagger.entities import PhotoId
from tagger.errors import TaggerError
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.outside import mime, programs
from tagger.gui.outside.dragged import dragged
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.words import counted, grouped
from tagger.store import photos

MOST_OPENED = 20
"""Files opened one by one in the program of the desktop: more windows than this nobody wants."""

MOST_HANDED = 500
"""Files handed to one start of an editor; a command line has its limits, too."""


class Outside(Part):
    """Shows photos in the file manager, opens them in an editor, copies their paths and files, lets them be dragged."""

    def __init__(self, session: Session, browser: Browser) -> None:
        super().__init__(browser)
        self._session, self._browser = session, browser
        browser.grid.drag_wanted.connect(lambda: session.start(self._drag()))

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """What can be done with the selected photos."""
        return {
            "show_in_file_manager": lambda: self._with_paths(self._show),
            "open_in_editor": lambda: self._with_paths(self._open),
            "copy_files": lambda: self._with_paths(self._copy_files),
            "copy_paths": lambda: self._with_paths(self._copy_paths),
        }

    def enable(self, actions: Actions) -> None:
        """A photo is needed."""
        there = self._browser.grid.current_photo() is not None
        actions.enable(there, "show_in_file_manager", "open_in_editor", "copy_files", "copy_paths")

    def _with_paths(self, run: Callable[[list[str]], Coroutine[Any, Any, None]]) -> None:
        self._session.start(self._run(run))

    async def _run(self, run: Callable[[list[str]], Coroutine[Any, Any, None]]) -> None:
        paths = await self._paths(self._browser.targets())
        if paths:
            await run(paths)

    async def _paths(self, photo_ids: Sequence[PhotoId]) -> list[str]:
        """Where the files are, in the order of the photos."""
        found = await self._session.read(photos.paths_of, photo_ids)
        return [found[each] for each in photo_ids if each in found]

    async def _show(self, paths: list[str]) -> None:
        await self._session.call(programs.show_in_file_manager, paths[:MOST_HANDED])

    async def _open(self, paths: list[str]) -> None:
        editor = str(self._session.tagger.settings.get("outside.editor")).strip()
        most = MOST_HANDED if editor else MOST_OPENED
        if len(paths) > most:
            raise TaggerError(
                self.tr("{n} photos are too many to open at once.").format(n=grouped(len(paths))),
                self.tr("Select {n} or fewer.").format(n=most),
            )
        if editor:
            await self._session.call(programs.open_in_editor, editor, paths)
            return
        for path in paths:
            await self._session.call(programs.open_by_default, path)

    async def _copy_files(self, paths: list[str]) -> None:
        QGuiApplication.clipboard().setMimeData(mime.of_files(paths))
        text = counted(len(paths), self.tr("1 photo copied."), self.tr("{n} photos copied."))
        self._session.messages.say(text, key="copied")

    async def _copy_paths(self, paths: list[str]) -> None:
        QGuiApplication.clipboard().setText(mime.lines(paths))
        text = counted(len(paths), self.tr("1 path copied."), self.tr("{n} paths copied."))
        self._session.messages.say(text, key="copied")

    async def _drag(self) -> None:
        ids = self._browser.grid.selected_ids()
        content = mime.of_photos(ids, await self._paths(ids))
        # Not from within a coroutine: the drag runs a loop of its own until the button is released.
        QTimer.singleShot(0, self, lambda: self._begin_drag(content, ids))

    def _begin_drag(self, content: QMimeData, ids: Sequence[PhotoId]) -> None:
        grid = self._browser.grid
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton or not content.hasUrls():
            return
        drag = QDrag(grid)
        drag.setMimeData(content)
        picture = dragged(grid.thumbnail(grid.current_photo() or ids[0]), len(ids), grid.devicePixelRatioF())
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(0, 0))
        # Copying only: originals are never moved, whatever key is held.
        drag.exec(Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)
