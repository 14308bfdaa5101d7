"""The parts about backends: choosing, running and watching them."""

from __future__ import annotations

from collections.abc import Iterator

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

    def make(self, frame: Frame, settings: SettingsEditing) -> Iterator[None]:
        """Make them, one after the other."""
        session, browser, above = frame.session, frame.browser, frame.above
        self.known = Known(session, frame.window)
        self.queue = Queue(session, self.known, frame.activity, frame.window)
        yield
        self.telling = Telling(session, browser, frame.inspector)
        self.marking = Marking(session, browser, frame.sources, self.telling.again)
        marks_changed = (self.marking.refresh, self.telling.again)
        yield
        self.configuring = Configuring(session, self.known, settings, browser, marks_changed)
        yield
        self.recognising = self.add(
            Recognising(session, browser, frame.activity, self.known, self.queue, above, self.configuring.open)
        )
        self.add(self.configuring)
        yield
        self.overseeing = self.add(Overseeing(session, self.known, self.queue, frame.activity, frame.pages, browser))
        yield
        self.add(self.marking)
        self.add(self.telling)
        self.teaching = self.add(Teaching(session, browser, above))
        yield
