"""The parts of the window that its first page is made with; all others follow when that is on screen."""

from __future__ import annotations

from tagger.gui.appearance import Appearance
from tagger.gui.finding.finding import Finding
from tagger.gui.full_screen import FullScreen
from tagger.gui.panels import Panels
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.shortcuts.keymap import Keymap
from tagger.gui.viewing import Viewing


class FirstParts(Group):
    """What can be seen at once: the panels, what is sought and how it is sorted, the keys beside the commands."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        session, browser, window = frame.session, frame.browser, frame.window
        self.panels = self.add(Panels(window, browser, frame.sources, frame.inspector))
        self.reviewing = self.add(Reviewing(session, browser, frame.inspector))
        self.viewing = self.add(Viewing(session, browser, self.reviewing))
        self.finding = self.add(Finding(session, browser, frame.sources))
        self.appearance = self.add(Appearance(frame.app, session, window))
        self.full_screen = self.add(FullScreen(frame.app, session, browser, window))
        self.keymap = self.add(Keymap(session, window))
