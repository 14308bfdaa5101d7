"""The window: its parts put together, their commands in menus and keys."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
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
from tagger.gui.parts import Frame, LibraryParts, PhotoParts, ProgramParts, ServiceParts
from tagger.gui.recognising.privacy import PrivacyLine
from tagger.gui.review.inspector import Inspector
from tagger.gui.session import Session
from tagger.gui.sources.model import shown_title
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.start_page import StartPage

_SOURCES_AGAIN_MS = 400
_SOURCES_REST = 6


class MainWindow(QMainWindow):
    """The one window.

    Attributes:
        browser, inspector, sources, activity: Its parts.
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
        self._parts = self._make_parts()
        centre: dict[Place, QWidget] = {Place.CENTRE: self.pages, Place.VIEWER: self.browser.viewer}
        centre[Place.SOURCES] = self.sources
        owners = {
            Place.WINDOW: self,
            **centre,
            Place.LABEL: self.photos.by_label.page,
            Place.COMPARE: self.photos.comparing.page,
            Place.DUPLICATES: self.photos.duplicates.page,
        }
        self.actions_ = Actions(owners, self._calls())
        self._build_bars()
        self._connect()
        for part in self._parts:
            part.begin(self.actions_)
        self._app.installEventFilter(self.photos.viewing)
        self.browser.take_focus()
        session.start(self._refresh_sources())

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

    def _make_parts(self) -> list[Part]:
        """Everything that has commands."""
        frame = Frame(
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
        self.photos = PhotoParts(frame)
        self.library = LibraryParts(frame)
        self.program = ProgramParts(frame, self.photos.viewing, lambda: self._found)
        self.services = ServiceParts(frame, self.program.settings)
        return [*self.photos, *self.library, *self.services, *self.program]

    def _calls(self) -> dict[str, Callable[..., object]]:
        calls: dict[str, Callable[..., object]] = {
            "close": self.close,
            "review": self._review,
        }
        for part in self._parts:
            calls |= part.calls()
        return calls

    def _build_bars(self) -> None:
        self.actions_.fill(self.menuBar())
        self.bar = MainBar(self.actions_, self.photos.finding.field, self.services.recognising.menu)
        self.addToolBar(self.bar)
        self.statusBar().setSizeGripEnabled(False)
        self.privacy = PrivacyLine(self.services.known, self.services.queue)
        self.privacy.clicked.connect(self.services.configuring.open)
        self.statusBar().addPermanentWidget(self.privacy)

    def _connect(self) -> None:
        session, browser = self._session, self.browser
        session.changed.connect(self._changed)
        self._sources_again.timeout.connect(lambda: session.start(self._refresh_sources()))
        self.sources.chosen.connect(self._choose)
        self.start_page.folder_chosen.connect(self.library.adding.ask)
        self.start_page.folders_dropped.connect(self.library.adding.add)
        self.start_page.samples_chosen.connect(self.activity.add_samples)
        self.activity.started.connect(lambda work: self.statusBar().addWidget(WorkBar(work)))
        for signal in (browser.mode_changed, browser.place_changed, self.pages.currentChanged):
            signal.connect(self._enable)
        browser.photo_shown.connect(lambda *_: self._enable())
        self.photos.panels.follow(self.pages, self.start_page, self.browser, self.photos.comparing.page)
        browser.place_changed.connect(self._say_empty)
        browser.source_left.connect(lambda: self.sources.select("library"))
        # The chip with the focus goes away.
        browser.header.source_cleared.connect(browser.grid.setFocus)
        browser.grid.empty_action.connect(self.photos.finding.clear)
        self.inspector.left.connect(browser.take_focus)
        self.inspector.recognise_requested.connect(lambda: self.actions_["recognise_again"].trigger())

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
        seen = self.pages.currentWidget() in (self.browser, self.photos.comparing.page)
        self._unseen = [] if seen else [name for name in ABOUT_PHOTOS if self.actions_[name].isEnabled()]
        self.actions_.enable(False, *self._unseen)

    # Its end

    def close_for_good(self) -> None:
        """Close, after everything has ended."""
        self._app.removeEventFilter(self.photos.viewing)
        self._may_close = True
        self.browser.stop()
        self.photos.by_label.stop()
        self.photos.duplicates.stop()
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.library.dropping.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.library.dropping.drop(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        self.program.full_screen.set_on(False)
        self.photos.panels.remember()
        self.photos.viewing.remember()
        event.ignore()
        self.closing.set()
