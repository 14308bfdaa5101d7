"""Asking for recognition from the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.jobs.activity import Activity
from tagger.gui.part import Part
from tagger.gui.session import Session


class Recognising(Part):
    """The commands that queue photos for the backends."""

    def __init__(self, session: Session, browser: Browser, activity: Activity) -> None:
        super().__init__(browser)
        self._session, self._browser, self._activity = session, browser, activity

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Recognition of what is selected or shown."""
        return {
            "recognise_photo": self.recognise,
            "recognise_shown": self._shown,
            "recognise_again": lambda: self.recognise(again=True),
            "retry_failed": lambda: self._shown(retry=True),
        }

    def enable(self, actions: Actions) -> None:
        """What is selected can be recognised."""
        actions.enable(self._browser.grid.current_photo() is not None, "recognise_photo", "recognise_again")

    def recognise(self, *, again: bool = False) -> None:
        """Have the selected photos recognised."""
        self._session.start(self._activity.enqueue(self._browser.targets(), again=again))

    def _shown(self, *, retry: bool = False) -> None:
        self._session.start(self._activity.enqueue(self._browser.model.rows.ids, retry=retry))
