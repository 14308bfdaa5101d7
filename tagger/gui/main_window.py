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
from tagger.gui.appearance import Appearance
from tagger.gui.backends.configuring import Configuring
from tagger.gui.backends.known import Known
from tagger.gui.browser import Browser
from tagger.gui.by_label.reviewing import ByLabel
from tagger.gui.commands import ABOUT_PHOTOS, Actions, Place
from tagger.gui.compare.comparing import Comparing
from tagger.gui.explaining import Explaining
from tagger.gui.finding.finding import Finding
from tagger.gui.folders.adding import Adding
from tagger.gui.folders.removing import Removing
from tagger.gui.full_screen import FullScreen
from tagger.gui.history import History
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.bar import WorkBar
from tagger.gui.jobs.following import Following
from tagger.gui.jobs.overseeing import Overseeing
from tagger.gui.libraries.libraries import Libraries
from tagger.gui.main_bar import MainBar
from tagger.gui.messages import MessageBar
from tagger.gui.outside.dropping import Dropping
from tagger.gui.outside.noticing import Noticing
from tagger.gui.outside.outside import Outside
from tagger.gui.pages import Pages
from tagger.gui.palette.opening import PaletteOpening, places
from tagger.gui.panels import Panels
from tagger.gui.part import Part
from tagger.gui.recognising.marking import Marking
from tagger.gui.recognising.privacy import PrivacyLine
from tagger.gui.recognising.queue import Queue
from tagger.gui.recognising.recognising import Recognising
from tagger.gui.recognising.teaching import Teaching
from tagger.gui.recognising.telling import Telling
from tagger.gui.review.inspector import Inspector
from tagger.gui.review.photo_values import PhotoValues
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.session import Session
from tagger.gui.settings.editing import SettingsEditing
from tagger.gui.shortcuts.keymap import Keymap
from tagger.gui.sources.model import shown_title
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.sources.tags import TagTree
from tagger.gui.start_page import StartPage
from tagger.gui.tagging.several import Several
from tagger.gui.tagging.tagging import Tagging
from tagger.gui.viewer.editing import Editing
from tagger.gui.viewing import Viewing

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
        owners = {Place.WINDOW: self, **centre, Place.LABEL: self.by_label.page, Place.COMPARE: self.comparing.page}
        self.actions_ = Actions(owners, self._calls())
        self._build_bars()
        self._connect()
        for part in self._parts:
            part.begin(self.actions_)
        self._app.installEventFilter(self.viewing)
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
        """Everything that has commands. Each is given what it needs and no more."""
        session, browser, inspector = self._session, self.browser, self.inspector
        self.panels = Panels(self, browser, self.sources, inspector)
        self.reviewing = Reviewing(session, browser, inspector)
        self.several = Several(session, browser, inspector)
        self.finding = Finding(session, browser, self.sources)
        self.viewing = Viewing(session, browser, self.reviewing)
        self.by_label = ByLabel(session, browser, self.pages, self.sources, inspector, self.reviewing)
        self.adding = Adding(self.activity, self)
        self.following = Following(session, self.activity)
        self.dropping = Dropping(session, browser, self.adding)
        self.comparing = Comparing(session, browser, self.pages, self.viewing)
        self.full_screen = FullScreen(self._app, session, browser, self)
        self.libraries = Libraries(session, self.activity, self)
        self.removing = Removing(session, browser, self.activity, self.sources, self._centre)
        self.noticing = Noticing(session, self.activity, self)
        self.keymap = Keymap(session, self)
        self.settings = SettingsEditing(session, self.pages, self.keymap, self.viewing.remember, self)
        self.known = Known(session, self)
        self.queue = Queue(session, self.known, self.activity, self)
        self.overseeing = Overseeing(session, self.known, self.queue, self.activity, self.pages)
        self.telling = Telling(session, browser, inspector)
        self.marking = Marking(session, browser, self.sources, self.telling.again)
        marks_changed = (self.marking.refresh, self.telling.again)
        self.configuring = Configuring(session, self.known, self.settings, browser, marks_changed)
        self.recognising = Recognising(
            session, browser, self.activity, self.known, self.queue, self._centre, self.configuring.open
        )
        self.teaching = Teaching(session, browser, self._centre)
        return [
            self.panels,
            self.adding,
            History(session, browser, inspector, self.reviewing, self._messages),
            self.reviewing,
            self.by_label,
            Editing(session, browser, inspector, self.reviewing),
            Tagging(session, browser, inspector, self.panels, self.reviewing, self.several),
            TagTree(session, self.sources),
            PhotoValues(session, browser, inspector.values, self.reviewing, self.panels),
            self.following,
            self.recognising,
            self.configuring,
            self.overseeing,
            self.marking,
            self.telling,
            self.teaching,
            self.viewing,
            self.finding,
            Appearance(self._app, session, self),
            self.comparing,
            self.full_screen,
            self.libraries,
            self.removing,
            Outside(session, browser),
            Explaining(session, self.keymap, self),
            self.keymap,
            self.settings,
            PaletteOpening(self, [self.settings.entries, lambda: places(self._found, self.sources.choose)]),
        ]

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
        self.bar = MainBar(self.actions_, self.finding.field, self.recognising.menu)
        self.addToolBar(self.bar)
        self.statusBar().setSizeGripEnabled(False)
        self.privacy = PrivacyLine(self.known, self.queue)
        self.privacy.clicked.connect(self.configuring.open)
        self.statusBar().addPermanentWidget(self.privacy)

    def _connect(self) -> None:
        session, browser = self._session, self.browser
        session.changed.connect(self._changed)
        self._sources_again.timeout.connect(lambda: session.start(self._refresh_sources()))
        self.sources.chosen.connect(self._choose)
        self.start_page.folder_chosen.connect(self.adding.ask)
        self.start_page.folders_dropped.connect(self.adding.add)
        self.start_page.samples_chosen.connect(self.activity.add_samples)
        self.activity.started.connect(lambda work: self.statusBar().addWidget(WorkBar(work)))
        for signal in (browser.mode_changed, browser.place_changed, self.pages.currentChanged):
            signal.connect(self._enable)
        browser.photo_shown.connect(lambda *_: self._enable())
        self.panels.follow(self.pages, self.start_page, self.browser, self.comparing.page)
        browser.place_changed.connect(self._say_empty)
        browser.source_left.connect(lambda: self.sources.select("library"))
        # The chip with the focus goes away.
        browser.header.source_cleared.connect(browser.grid.setFocus)
        browser.grid.empty_action.connect(self.finding.clear)
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
        seen = self.pages.currentWidget() in (self.browser, self.comparing.page)
        self._unseen = [] if seen else [name for name in ABOUT_PHOTOS if self.actions_[name].isEnabled()]
        self.actions_.enable(False, *self._unseen)

    # Its end

    def close_for_good(self) -> None:
        """Close, after everything has ended."""
        self._app.removeEventFilter(self.viewing)
        self._may_close = True
        self.browser.stop()
        self.by_label.stop()
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.dropping.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event.mimeData())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        self.full_screen.set_on(False)
        self.panels.remember()
        self.viewing.remember()
        event.ignore()
        self.closing.set()
