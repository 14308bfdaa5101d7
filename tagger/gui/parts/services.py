"""The parts about backends: choosing, running and watching them."""

from __future__ import annotations

from tagger.gui.backends.configuring import Configuring
from tagger.gui.backends.known import Known
from tagger.gui.jobs.overseeing import Overseeing
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.recognising.marking import Marking
from tagger.gui.recognising.queue import Queue
from tagger.gui.recognising.recognising import Recognising
from tagger.gui.recognising.teaching import Teaching
from tagger.gui.recognising.telling import Telling
from tagger.gui.settings.editing import SettingsEditing


class ServiceParts(Group):
    """What recognises photos, on this machine or elsewhere."""

    def __init__(self, frame: Frame, settings: SettingsEditing) -> None:
        super().__init__()
        session, browser, above = frame.session, frame.browser, frame.above
        self.known = Known(session, frame.window)
        self.queue = Queue(session, self.known, frame.activity, frame.window)
        self.telling = Telling(session, browser, frame.inspector)
        self.marking = Marking(session, browser, frame.sources, self.telling.again)
        marks_changed = (self.marking.refresh, self.telling.again)
        self.configuring = Configuring(session, self.known, settings, browser, marks_changed)
        self.recognising = self.add(
            Recognising(session, browser, frame.activity, self.known, self.queue, above, self.configuring.open)
        )
        self.add(self.configuring)
        self.overseeing = self.add(Overseeing(session, self.known, self.queue, frame.activity, frame.pages, browser))
        self.add(self.marking)
        self.add(self.telling)
        self.teaching = self.add(Teaching(session, browser, above))
