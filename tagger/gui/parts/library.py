"""The parts about the library and what is around it: folders, files, other programs."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.gui.exporting.embedding import Embedding
from tagger.gui.exporting.exporting import Exporting
from tagger.gui.exporting.keyword_import import KeywordImport
from tagger.gui.folders.adding import Adding
from tagger.gui.folders.choosing import Choosing
from tagger.gui.folders.removing import Removing
from tagger.gui.folders.watching import Watching
from tagger.gui.identity.asking import Asking
from tagger.gui.identity.locating import Locating
from tagger.gui.jobs.following import Following
from tagger.gui.libraries.backing_up import BackingUp
from tagger.gui.libraries.libraries import Libraries
from tagger.gui.outside.dropping import Dropping
from tagger.gui.outside.noticing import Noticing
from tagger.gui.outside.outside import Outside
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.sidecars.overseeing import Sidecars
from tagger.gui.sources.tags import TagTree


class LibraryParts(Group):
    """What goes into the library and comes out of it."""

    def make(self, frame: Frame) -> Iterator[None]:
        """Make them, one after the other."""
        session, activity, window = frame.session, frame.activity, frame.window
        self.adding = self.add(Adding(activity, window))
        yield
        self.following = self.add(Following(session, activity))
        yield
        self.libraries = self.add(Libraries(session, activity, window))
        yield
        self.backing_up = self.add(BackingUp(session, activity))
        yield
        self.removing = self.add(Removing(session, frame.browser, activity, frame.sources, frame.above))
        yield
        self.watching = self.add(Watching(session, activity))
        yield
        self.asking = self.add(Asking(session, frame.browser, frame.above))
        yield
        self.locating = self.add(Locating(session, frame.browser, activity, window))
        yield
        self.choosing = self.add(Choosing(session, frame.browser, activity, self.removing, frame.above))
        yield
        self.add(TagTree(session, frame.sources))
        yield
        self.sidecars = self.add(Sidecars(session, activity, frame.pages, frame.browser))
        self.following.ask = self.sidecars.write_or_look
        yield
        self.exporting = self.add(Exporting(session, frame.browser, activity, frame.above))
        yield
        self.embedding = self.add(Embedding(session, frame.browser, activity, frame.above))
        yield
        self.keyword_import = self.add(KeywordImport(session, frame.browser, frame.above))
        yield
        self.add(Outside(session, frame.browser))
        yield
        self.dropping = Dropping(session, frame.browser, self.adding)
        yield
        self.noticing = Noticing(session, activity, window)
        yield
