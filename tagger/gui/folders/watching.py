"""Photos that come, go or change in the folders of the library appear by themselves."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from tagger.changes import Change, JournalChanged, PhotosChanged
from tagger.errors import Cancelled
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.language.core import said
from tagger.gui.messages import Level
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.library.look import Touched
from tagger.library.walk import shown
from tagger.library.watch import Watcher
from tagger.progress import Control
from tagger.store import folders, photos

_CALM_MS = 500
_AGAIN_MS = 300
_BUSY = ("index", "sidecars", "locate")
"""Work that changes the same files or rows itself; what is noticed meanwhile is looked at afterwards."""


class Watching(Part):
    """Follows the folders of the library while the window is open, unless the setting is off."""

    _touched = Signal(object)
    _drives_changed = Signal()
    _problem = Signal(str)

    def __init__(self, session: Session, activity: Activity) -> None:
        super().__init__(activity)
        self._session, self._activity = session, activity
        self._waiting = Touched()
        self._control = Control()
        self._looking = self._following = self._begun = False
        self._watcher = Watcher(self._touched.emit, self._drives_changed.emit, self._problem.emit, self._poll_s())
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._follow_again)
        self._retry = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._retry.timeout.connect(self._look)

    def begin(self, actions: Actions) -> None:
        """Begin to follow, unless the library can only be looked at."""
        if self._session.tagger.store.read_only:
            return
        self._touched.connect(self._take)
        self._drives_changed.connect(self._calm.start)
        self._problem.connect(self._say)
        self._session.changed.connect(self._changed)
        self._session.setting_changed.connect(self._setting_changed)
        self._session.at_close(self._end)
        self._follow_again()

    def _end(self) -> None:
        self._control.cancel()
        self._watcher.stop()

    def _poll_s(self) -> float:
        return 60.0 * int(self._session.tagger.settings.get("index.poll_minutes"))

    def _follow_again(self) -> None:
        if self._following:
            self._calm.start()
            return
        self._following = True
        self._session.start(self._follow())

    async def _follow(self) -> None:
        """Find drives that came or went, and follow the folders that are there."""
        try:
            await self._find_drives()
            roots = [root for root in await self._session.read(folders.roots) if not root.away]
            watched = self._session.tagger.settings.get("index.watch")
            self._watcher.poll_s = self._poll_s()
            local = [root.path for root in roots if watched and not root.network]
            await self._session.call(self._watcher.follow, local, [root.path for root in roots if root.network])
        finally:
            self._following = False

    async def _find_drives(self) -> None:
        found = await self._session.call(self._session.tagger.look_for_folders)
        for path in found.went:
            text = self.tr("{folder} is not connected; its photos stay, and can be searched.")
            self._session.messages.say(text.format(folder=shown(path)), key=path)
        for old, new in found.moved:
            text = self.tr("{folder} is at {place} now.")
            self._session.messages.say(text.format(folder=shown(old), place=shown(new)), key=new)
        for problem in found.problems:
            self._session.messages.say(said(problem), Level.WARNING, key=problem)
        if found.came:
            self._take(Touched(trees=set(found.came)))

    def _changed(self, change: Change) -> None:
        if (isinstance(change, PhotosChanged) and change.listed) or isinstance(change, JournalChanged):
            self._calm.start()

    def _setting_changed(self, name: str) -> None:
        if name in ("index.watch", "index.poll_minutes"):
            self._follow_again()

    def _say(self, problem: str) -> None:
        self._session.messages.say(said(problem), Level.WARNING, key="watch")

    def _take(self, touched: Touched) -> None:
        self._waiting = self._waiting.united(touched)
        self._look()

    def _look(self) -> None:
        if not self._waiting or self._looking or self._activity.stopping:
            return
        if any(self._activity.runs(name) for name in _BUSY):
            self._retry.start()
            return
        self._looking = True
        self._session.start(self._bring_up_to_date())

    async def _bring_up_to_date(self) -> None:
        touched, self._waiting = self._waiting, Touched()
        tagger = self._session.tagger
        try:
            newest = await self._session.read(photos.newest)
            summary = await self._session.work(tagger.index_touched, touched, self._control)
        except Cancelled:  # the window closes
            return
        finally:
            self._looking = False
        if summary.new and tagger.settings.get("recognition.after_index") and tagger.default_backends():
            await self._activity.enqueue(await self._session.read(photos.readable_after, newest))
        self._look()
