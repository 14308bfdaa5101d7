"""A part of the window: it knows its own commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from tagger.gui.commands import Actions


class Part(QObject):
    """Connects a feature with the window. Each is given exactly what it needs."""

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """What each of its commands calls; checkable ones are given whether they are on."""
        return {}

    def begin(self, actions: Actions) -> None:
        """Take the state that is remembered, once the commands are there."""

    def stop(self) -> None:
        """End what it does in threads; the window is about to be gone."""

    def enable(self, actions: Actions) -> None:
        """Say which of its commands can be used; called whenever the place, the photo or the page changed."""
