"""The parts about photos: seeing, finding and deciding."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.gui.by_label.reviewing import ByLabel
from tagger.gui.compare.comparing import Comparing
from tagger.gui.duplicates.tidying import Duplicates
from tagger.gui.history import History
from tagger.gui.identity.shots import Shots
from tagger.gui.parts.first import FirstParts
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.review.photo_values import PhotoValues
from tagger.gui.tagging.several import Several
from tagger.gui.tagging.tagging import Tagging
from tagger.gui.viewer.editing import Editing


class PhotoParts(Group):
    """What is done with the photos in view."""

    def __init__(self, first: FirstParts) -> None:
        super().__init__()
        self.panels, self.reviewing, self.viewing = first.panels, first.reviewing, first.viewing
        self.finding = first.finding

    def make(self, frame: Frame) -> Iterator[None]:
        """Make them, one after the other."""
        session, browser, inspector = frame.session, frame.browser, frame.inspector
        self.several = Several(session, browser, inspector)
        yield
        self.add(History(session, browser, inspector, self.reviewing, frame.messages))
        yield
        self.by_label = self.add(ByLabel(session, browser, frame.pages, frame.sources, inspector, self.reviewing))
        yield
        self.add(Editing(session, browser, inspector, self.reviewing))
        yield
        self.add(Tagging(session, browser, inspector, self.panels, self.reviewing, self.several))
        yield
        self.add(PhotoValues(session, browser, inspector.values, self.reviewing, self.panels))
        yield
        self.shots = self.add(Shots(session, browser, inspector.same_files))
        yield
        self.comparing = self.add(Comparing(session, browser, frame.pages, self.viewing))
        yield
        self.duplicates = self.add(Duplicates(frame, self.viewing, self.reviewing))
        yield
