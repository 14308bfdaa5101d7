"""Sidecars that follow the library by themselves, where the user wants that."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer

from tagger.changes import Change, JournalChanged
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.review import sidecars

_CALM_MS = 1500
"""Decisions come one after the other; their sidecars are written together when the keys rest."""


class Following(Part):
    """Writes sidecars when asked, or soon after each change.

    Attributes:
        ask: What the command does.
    """

    def __init__(self, session: Session, activity: Activity) -> None:
        super().__init__(activity)
        self._session, self._activity = session, activity
        self.ask: Callable[[], object] = activity.write_sidecars
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(lambda: session.start(self._write()))
        session.changed.connect(self._changed)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Writing now."""
        return {"write_sidecars": lambda: self.ask()}

    def begin(self, actions: Actions) -> None:
        """What the last run left due is written too."""
        self._calm.start()

    def _changed(self, change: Change) -> None:
        if isinstance(change, JournalChanged):
            self._calm.start()

    async def _write(self) -> None:
        if self._session.tagger.settings.get("sidecars.write") != "at-once":
            return
        if await self._session.read(sidecars.count_due):
            self._activity.write_sidecars(asked=False)
