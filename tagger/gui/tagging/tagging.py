"""Connects the inspector's tags with the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tagger.gui.browser import Browser
from tagger.gui.commands import Actions
from tagger.gui.panels import Panels
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.session import Session
from tagger.review.tagging import tag_path


class Tagging(Part):
    """Adds and removes tags of what is selected."""

    def __init__(self, session: Session, browser: Browser, inspector: Inspector, panels: Panels) -> None:
        super().__init__(inspector)
        self._session, self._browser, self._inspector, self._panels = session, browser, inspector, panels
        inspector.tag_added.connect(lambda text: session.start(self._tag(text, add=True)))
        inspector.tag_removed.connect(lambda text: session.start(self._tag(text, add=False)))

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Tagging."""
        return {"add_tag": self._edit}

    def enable(self, actions: Actions) -> None:
        """A photo is needed."""
        actions.enable(self._browser.grid.current_photo() is not None, "add_tag")

    def _edit(self) -> None:
        self._panels.inspector.show()
        self._inspector.edit_tags()

    async def _tag(self, text: str, *, add: bool) -> None:
        path = [tag_path(text)]
        change = {"add": path} if add else {"remove": path}
        await self._session.call(self._session.tagger.tag, self._browser.targets(), **change)
