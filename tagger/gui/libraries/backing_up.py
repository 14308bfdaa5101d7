"""What is done by itself in the background while the window is open: backups, and emptying what cleanups hold."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from tagger.errors import Cancelled, LibraryError
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.language.core import said, said_of
from tagger.gui.messages import Level
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.library.safety import back_up_if_due
from tagger.progress import Control

FIRST_MS = 60_000
AGAIN_MS = 3_600_000


class BackingUp(Part):
    """Looks now and then whether a backup is due; not while photos are being read, which has the disk to itself."""

    def __init__(self, session: Session, activity: Activity) -> None:
        super().__init__(activity)
        self._session, self._activity = session, activity
        self._control = Control()
        self._timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, actions: Actions) -> None:
        """Begin to look."""
        self._session.at_close(self._control.cancel)
        self._timer.start()

    def _look(self) -> None:
        self._session.start(self.back_up())

    async def back_up(self) -> None:
        """Make a backup if one is due; that it cannot be made is said once a day at most."""
        if self._activity.runs("index"):
            self._timer.start()
            return
        self._timer.setInterval(AGAIN_MS)
        tagger = self._session.tagger
        try:
            await self._session.work(back_up_if_due, tagger.store, tagger.settings, self._control)
            emptied = await self._session.work(tagger.empty_due, self._control)
        except Cancelled:  # the window closes
            return
        except LibraryError as error:
            self._timer.setInterval(24 * AGAIN_MS)
            self._session.messages.say(said_of(error), Level.WARNING, key="automatic-backup")
        else:
            if emptied.problems:
                self._session.messages.say(said(emptied.problems[0]), Level.WARNING, key="held")
        self._timer.start()
