"""The parts about the program itself: its look, its keys, its settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tagger.entities import Source
from tagger.gui.appearance import Appearance
from tagger.gui.explaining import Explaining
from tagger.gui.full_screen import FullScreen
from tagger.gui.palette.opening import PaletteOpening, places
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.settings.editing import SettingsEditing
from tagger.gui.shortcuts.keymap import Keymap
from tagger.gui.viewing import Viewing


class ProgramParts(Group):
    """What is the same whatever the photos are."""

    def __init__(self, frame: Frame, viewing: Viewing, found: Callable[[], Sequence[Source]]) -> None:
        super().__init__()
        session, window = frame.session, frame.window
        self.add(Appearance(frame.app, session, window))
        self.full_screen = self.add(FullScreen(frame.app, session, frame.browser, window))
        self.keymap = Keymap(session, window)
        self.add(Explaining(session, self.keymap, window))
        self.add(self.keymap)
        self.settings = self.add(SettingsEditing(session, frame.pages, self.keymap, viewing.remember, window))
        entries = [self.settings.entries, lambda: places(found(), frame.sources.choose)]
        self.add(PaletteOpening(window, entries))
