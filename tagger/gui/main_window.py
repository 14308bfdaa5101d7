"""The window: its parts put together, their commands in menus and keys.

It is made in two steps: first what its first page needs, then, when that is on screen, everything else, a part at a
time. Whatever is used before it is there has the rest made at once.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from tagger.changes import Change, JournalChanged, PhotosChanged
from tagger.entities import Source
from tagger.gui.browser import Browser
from tagger.gui.commands import ABOUT_PHOTOS, Actions, Place
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.bar import WorkBar
from tagger.gui.main_bar import MainBar
from tagger.gui.messages import MessageBar
from tagger.gui.pages import Pages
from tagger.gui.part import Part
from tagger.gui.parts.first import FirstParts
from tagger.gui.parts.frame import Frame, Group
from tagger.gui.review.inspector import Inspector
from tagger.gui.session import Session
from tagger.gui.sources.model import shown_title
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.start_page import StartPage

if TYPE_CHECKING:
    from tagger.gui.parts.library import LibraryParts
    from tagger.gui.parts.photos import PhotoParts
    from tagger.gui.parts.program import ProgramParts
    from tagger.gui.parts.services import ServiceParts

_SOURCES_AGAIN_MS = 400
_SOURCES_REST = 6
_STEP_S, _PAUSE_S = 0.008, 0.001


class MainWindow(QMainWindow):
    """The one window.

    Attributes:
        browser, inspector, sources, activity: Its places, and the work that runs.
        first: The parts of its first page.
        closing: Set when the user wants to close it; whoever runs the application then ends the work and closes for
        good.
    """

    def __init__(self, app: QApplication, session: Session) -> None:
        super().__init__()
        self._app = app
        self._session = session
        self._may_close = False
        self._found: Sequence[Source] = ()
        self._unseen: list[str] = []
        self.closing = asyncio.Event()
        self.browser = Browser(session)
        self.inspector = Inspector()
        self.sources = SourcesPanel()
        self.start_page = StartPage()
        self.activity = Activity(session, self)
        self._sources_again = QTimer(self, singleShot=True, interval=_SOURCES_AGAIN_MS)
        self.setWindowTitle("Tagger")
        self.setAcceptDrops(True)
        self._lay_out()
        self._frame = self._make_frame()
        self.first = FirstParts(self._frame)
        self._parts: list[Part] = list(self.first)
        self._with_photo: tuple[QWidget, ...] = (self.browser,)
        owners = {Place.WINDOW: self, Place.CENTRE: self.pages, Place.SOURCES: self.sources}
        owners[Place.VIEWER] = self.browser.viewer
        calls = {"close": self.close, "review": self._review}
        self.actions_ = Actions(owners, calls | self._calls(self.first), self.complete)
        self._build_bars()
        self._connect()
        for part in self.first:
            part.begin(self.actions_)
        self._steps = self._make_rest()
        self.browser.take_focus()

    # Layout

    def _lay_out(self) -> None:
        self.pages = Pages(self.browser, self.browser.take_focus)
        self.pages.add(self.start_page)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self._messages = MessageBar(self._session.messages, self, self.statusBar())
        self._messages.focus_left.connect(self.browser.take_focus)
        self._centre = layout

    def _make_frame(self) -> Frame:
        return Frame(
            app=self._app,
            window=self,
            session=self._session,
            browser=self.browser,
            inspector=self.inspector,
            sources=self.sources,
            pages=self.pages,
            activity=self.activity,
            messages=self._messages,
            above=self._centre,
        )

    def _calls(self, *groups: Group) -> dict[str, Callable[..., object]]:
        calls: dict[str, Callable[..., object]] = {}
        for group in groups:
            for part in group:
                calls |= part.calls()
        return calls

    # The rest of it

    @property
    def photos(self) -> PhotoParts:
        """The parts about photos."""
        self.complete()
        return self._photos

    @property
    def library(self) -> LibraryParts:
        """The parts about the library."""
        self.complete()
        return self._library

    @property
    def program(self) -> ProgramParts:
        """The parts about the program."""
        self.complete()
        return self._program

    @property
    def services(self) -> ServiceParts:
        """The parts about backends."""
        self.complete()
        return self._services

    async def furnish(self) -> None:
        """Make what the first page did without, in the pauses of what the user does."""
        await self._session.work(_import_rest)
        pause = time.monotonic()
        for _step in self._steps:
            if time.monotonic() - pause > _STEP_S:
                await asyncio.sleep(_PAUSE_S)
                pause = time.monotonic()

    def complete(self) -> None:
        """Make at once what is not made yet."""
        if inspect.getgeneratorstate(self._steps) != inspect.GEN_RUNNING:
            for _step in self._steps:
                pass

    def _make_rest(self) -> Generator[None, None, None]:
        from tagger.gui.parts.library import LibraryParts
        from tagger.gui.parts.photos import PhotoParts
        from tagger.gui.parts.program import ProgramParts
        from tagger.gui.parts.services import ServiceParts

        self._photos, self._library = PhotoParts(self.first), LibraryParts()
        self._program, self._services = ProgramParts(self.first), ServiceParts()
        yield from self._photos.make(self._frame)
        yield from self._library.make(self._frame)
        yield from self._program.make(self._frame, lambda: self._found)
        yield from self._services.make(self._frame, self._program.settings)
        rest = (self._photos, self._library, self._services, self._program)
        owners = {
            Place.LABEL: self._photos.by_label.page,
            Place.COMPARE: self._photos.comparing.page,
            Place.DUPLICATES: self._photos.duplicates.page,
        }
        self.actions_.complete(owners, self._calls(*rest))
        for group in rest:
            for part in group:
                self._parts.append(part)
                part.begin(self.actions_)
                yield
        self._connect_rest()

    def _connect_rest(self) -> None:
        from tagger.gui.recognising.privacy import PrivacyLine

        self._with_photo = (self.browser, self._photos.comparing.page)
        self._photos.panels.follow(self.pages, self.start_page, *self._with_photo)
        self.bar.offer(self._services.recognising.menu)
        self.privacy = PrivacyLine(self._services.known, self._services.queue)
        self.privacy.clicked.connect(self._services.configuring.open)
        self.statusBar().addPermanentWidget(self.privacy)
        self.start_page.folder_chosen.connect(self._library.adding.ask)
        self.start_page.folders_dropped.connect(self._library.adding.add)
        self._app.installEventFilter(self._photos.viewing)
        for connection in self._heard:
            QObject.disconnect(connection)
        self._listen()  # after all parts: what can be used depends on what they have taken
        self.browser.tell_again()
        self._enable()
        self._session.start(self._refresh_sources())

    def _build_bars(self) -> None:
        self.actions_.fill(self.menuBar())
        self.actions_.enable(False, "write_sidecars")  # until it is known what is due
        self.bar = MainBar(self.actions_, self.first.finding.field)
        self.addToolBar(self.bar)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        session, browser = self._session, self.browser
        session.changed.connect(self._changed)
        self._sources_again.timeout.connect(lambda: session.start(self._refresh_sources()))
        self.sources.chosen.connect(self._choose)
        self.start_page.samples_chosen.connect(self.activity.add_samples)
        self.activity.started.connect(lambda work: self.statusBar().addWidget(WorkBar(work)))
        self._listen()
        browser.place_changed.connect(self._say_empty)
        browser.source_left.connect(lambda: self.sources.select("library"))
        # The chip with the focus goes away.
        browser.header.source_cleared.connect(browser.grid.setFocus)
        browser.grid.empty_action.connect(self.first.finding.clear)
        self.inspector.left.connect(browser.take_focus)
        self.inspector.recognise_requested.connect(lambda: self.actions_["recognise_again"].trigger())

    def _listen(self) -> None:
        """Have commands enabled again when something else is in view."""
        browser = self.browser
        signals = (browser.mode_changed, browser.place_changed, self.pages.currentChanged, browser.photo_shown)
        self._heard = [signal.connect(lambda *_: self._enable()) for signal in signals]

    # Commands

    def _review(self) -> None:
        self.sources.choose("review")
        self.browser.grid.setFocus()

    # What changes

    def _choose(self, source: Source) -> None:
        if self.pages.currentWidget() is not self.start_page:
            self.pages.show_page(self.browser)
        self.browser.go_to(source.query, shown_title(source))

    def _changed(self, change: Change) -> None:
        self.browser.take(change)
        if isinstance(change, PhotosChanged | JournalChanged) and not self._sources_again.isActive():
            self._sources_again.start()

    async def _refresh_sources(self) -> None:
        started = time.monotonic()
        found = await self._session.call(self._session.tagger.sources)
        # Counting 1,000,000 suggestions takes a while: it must not take a core from who decides on them.
        rest_ms = round(_SOURCES_REST * 1000 * (time.monotonic() - started))
        self._sources_again.setInterval(max(_SOURCES_AGAIN_MS, rest_ms))
        self._found = found
        self.sources.set_sources(found)
        self._show_start(not found[0].count and not self.activity.running)
        self._say_empty()

    def _show_start(self, empty: bool) -> None:
        """Ask for a folder while there is nothing to show."""
        if empty and self.pages.currentWidget() is self.browser:
            self.pages.show_page(self.start_page)
        elif not empty and self.pages.currentWidget() is self.start_page:
            self.pages.show_page(self.browser)

    def _say_empty(self) -> None:
        searched = bool(self.browser.query)
        self.browser.grid.set_empty_message(
            self.tr("No photo here matches.") if searched else self.tr("Reading the first photos…"),
            self.tr("Clear the search") if self.bar.field.text() else "",
        )

    def _enable(self) -> None:
        """Let commands be used where they make sense; those about photos only where one sees which."""
        self.actions_.enable(True, *self._unseen)
        for part in self._parts:
            part.enable(self.actions_)
        seen = self.pages.currentWidget() in self._with_photo
        self._unseen = [] if seen else [name for name in ABOUT_PHOTOS if self.actions_[name].isEnabled()]
        self.actions_.enable(False, *self._unseen)

    # Its end

    def close_for_good(self) -> None:
        """Close, after everything has ended."""
        self._app.removeEventFilter(self.first.viewing)
        self._may_close = True
        self.browser.stop()
        for part in self._parts:
            part.stop()
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.complete()
        if self.library.dropping.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.library.dropping.drop(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        self.first.full_screen.set_on(False)
        self.first.panels.remember()
        self.first.viewing.remember()
        event.ignore()
        self.closing.set()


def _import_rest() -> None:
    """Load the modules of the other parts, in a thread: meanwhile the window answers."""
    import tagger.gui.parts.library
    import tagger.gui.parts.photos
    import tagger.gui.parts.program
    import tagger.gui.parts.services
    import tagger.gui.recognising.privacy  # noqa: F401
