"""The parts about photos: seeing, finding and deciding."""

from __future__ import annotations

from tagger.gui.by_label.reviewing import ByLabel
from tagger.gui.compare.comparing import Comparing
from tagger.gui.duplicates.tidying import Duplicates
from tagger.gui.finding.finding import Finding
from tagger.gui.history import History
from tagger.gui.identity.shots import Shots
from tagger.gui.panels import Panels
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.review.photo_values import PhotoValues
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.tagging.several import Several
from tagger.gui.tagging.tagging import Tagging
from tagger.gui.viewer.editing import Editing
from tagger.gui.viewing import Viewing


class PhotoParts(Group):
    """What is done with the photos in view."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        session, browser, inspector = frame.session, frame.browser, frame.inspector
        self.panels = self.add(Panels(frame.window, browser, frame.sources, inspector))
        self.reviewing = Reviewing(session, browser, inspector)
        self.several = Several(session, browser, inspector)
        self.add(History(session, browser, inspector, self.reviewing, frame.messages))
        self.add(self.reviewing)
        self.viewing = Viewing(session, browser, self.reviewing)
        self.by_label = self.add(ByLabel(session, browser, frame.pages, frame.sources, inspector, self.reviewing))
        self.add(Editing(session, browser, inspector, self.reviewing))
        self.add(Tagging(session, browser, inspector, self.panels, self.reviewing, self.several))
        self.add(PhotoValues(session, browser, inspector.values, self.reviewing, self.panels))
        self.add(self.viewing)
        self.shots = self.add(Shots(session, browser, inspector.same_files))
        self.finding = self.add(Finding(session, browser, frame.sources))
        self.comparing = self.add(Comparing(session, browser, frame.pages, self.viewing))
        self.duplicates = self.add(Duplicates(frame, self.viewing, self.reviewing))
