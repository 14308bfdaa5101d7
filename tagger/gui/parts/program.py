"""The parts about the program itself: its look, its keys, its settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tagger.entities import Source
from tagger.gui.explaining import Explaining
from tagger.gui.palette.opening import PaletteOpening, places
from tagger.gui.parts.first import FirstParts
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.settings.editing import SettingsEditing


class ProgramParts(Group):
    """What is the same whatever the photos are."""

    def __init__(self, first: FirstParts) -> None:
        super().__init__()
        self.full_screen, self.keymap, self._viewing = first.full_screen, first.keymap, first.viewing

    def make(self, frame: Frame, found: Callable[[], Sequence[Source]]) -> Iterator[None]:
        """Make them, one after the other; ``found`` says which places there are."""
        session, window = frame.session, frame.window
        self.add(Explaining(session, self.keymap, window))
        yield
        self.settings = self.add(SettingsEditing(session, frame.pages, self.keymap, self._viewing.remember, window))
        yield
        entries = [self.settings.entries, lambda: places(found(), frame.sources.choose)]
        self.add(PaletteOpening(window, entries))
        yield
