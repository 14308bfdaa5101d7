"""The window: docks, menus and toolbar around the browser, and the commands."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from sqlite_utils import Database

from tagger.changes import Change, JournalChanged, PhotosChanged
from tagger.entities import Decision, Source, SuggestionId
from tagger.errors import QueryError
from tagger.gui import about, remembered, theme
from tagger.gui.browser import Browser
from tagger.gui.commands import Actions, Place
from tagger.gui.jobs.activity import Activity
from tagger.gui.jobs.bar import WorkBar
from tagger.gui.key_sheet import KeySheet
from tagger.gui.main_bar import MainBar
from tagger.gui.messages import MessageBar
from tagger.gui.review.inspector import Inspector
from tagger.gui.review.reviewing import Reviewing
from tagger.gui.session import Session
from tagger.gui.sources.panel import SourcesPanel
from tagger.gui.start_page import StartPage, folders
from tagger.gui.theme import DARK, LIGHT
from tagger.gui.words import counted
from tagger.review import sidecars
from tagger.review.tagging import tag_path
from tagger.store import journal, tags

_SOURCES_AGAIN_MS = 400


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
        self.closing = asyncio.Event()
        self.browser = Browser(session)
        self.inspector = Inspector()
        self.sources = SourcesPanel()
        self.sources.setMinimumWidth(200)
        self.start_page = StartPage()
        self.activity = Activity(session, self)
        self.reviewing = Reviewing(session, self.browser, self.inspector)
        self._sources_again = QTimer(self, singleShot=True, interval=_SOURCES_AGAIN_MS)
        self.setWindowTitle("Tagger")
        self.setAcceptDrops(True)
        self._lay_out()
        self.actions_ = Actions(
            {Place.WINDOW: self, Place.CENTRE: self._pages, Place.VIEWER: self.browser.viewer}, self._calls()
        )
        self._build_bars()
        self._connect()
        self._restore()
        self._app.installEventFilter(self)
        self.browser.take_focus()
        session.start(self._refresh_sources())

    # Layout

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.browser)
        self._pages.setCurrentWidget(self.browser)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        messages = MessageBar(self._session.messages)
        messages.focus_left.connect(self.browser.take_focus)
        layout.addWidget(messages)
        self.setCentralWidget(centre)
        self._sources_dock = self._dock(
            self.tr("Sources"), "sources_dock", self.sources, Qt.DockWidgetArea.LeftDockWidgetArea
        )
        self._inspector_dock = self._dock(
            self.tr("Inspector"), "inspector_dock", self.inspector, Qt.DockWidgetArea.RightDockWidgetArea
        )

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title)
        dock.setObjectName(name)
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        return dock

    def _build_bars(self) -> None:
        self.actions_.fill(self.menuBar())
        self.bar = MainBar(self.actions_)
        self.addToolBar(self.bar)
        self.statusBar().setSizeGripEnabled(False)
        self._privacy = QLabel(self.tr("Photos stay on this machine"))
        self._privacy.setProperty("role", "dim")
        self._privacy.setContentsMargins(0, 0, 12, 0)
        self.statusBar().addPermanentWidget(self._privacy)

    def _connect(self) -> None:
        session, browser = self._session, self.browser
        session.changed.connect(self._changed)
        self._sources_again.timeout.connect(lambda: session.start(self._refresh_sources()))
        self.sources.chosen.connect(self._choose)
        self.start_page.folder_chosen.connect(self._add_folder)
        self.start_page.folders_dropped.connect(self.add_folders)
        self.start_page.samples_chosen.connect(self.activity.add_samples)
        self.activity.started.connect(lambda work: self.statusBar().addWidget(WorkBar(work)))
        browser.mode_changed.connect(self._enable)
        browser.place_changed.connect(self._enable)
        browser.place_changed.connect(self._say_empty)
        browser.photo_shown.connect(lambda *_: self._enable())
        browser.search_failed.connect(self._show_search_error)
        browser.header.search_cleared.connect(self.bar.clear_search)
        browser.header.source_cleared.connect(lambda: self.sources.select("library"))
        # The chip with the focus goes away.
        browser.header.source_cleared.connect(browser.grid.setFocus)
        browser.grid.empty_action.connect(self.bar.clear_search)
        self.inspector.tag_added.connect(lambda text: session.start(self._tag(text, add=True)))
        self.inspector.tag_removed.connect(lambda text: session.start(self._tag(text, add=False)))
        self.inspector.left.connect(browser.take_focus)
        self.bar.left.connect(browser.take_focus)
        self.inspector.recognise_requested.connect(lambda: self._recognise(again=True))
        self.bar.searched.connect(browser.search)
        self.bar.entered.connect(browser.grid.setFocus)
        keys = {Decision.ACCEPTED: "accept", Decision.REJECTED: "reject", Decision.DEFERRED: "defer"}
        keys[Decision.SUGGESTED] = "take_back"
        self.inspector.set_shortcuts({d: self.actions_[name].shortcut().toString() for d, name in keys.items()})

    # Commands

    def _calls(self) -> dict[str, Callable[..., object]]:
        browser, reviewing, view = self.browser, self.reviewing, self.browser.viewer.view
        return {
            "add_folder": self._add_folder,
            "rescan": self.activity.rescan,
            "write_sidecars": self.activity.write_sidecars,
            "close": self.close,
            "undo": lambda: reviewing.in_turn(lambda: self._undo(redo=False)),
            "redo": lambda: reviewing.in_turn(lambda: self._undo(redo=True)),
            "select_all": browser.grid.selectAll,
            "search": lambda: self.bar.focus_search(),
            "clear_search": lambda: self.bar.clear_search(),
            "accept": lambda: reviewing.decide(Decision.ACCEPTED),
            "reject": lambda: reviewing.decide(Decision.REJECTED),
            "defer": lambda: reviewing.decide(Decision.DEFERRED),
            "take_back": lambda: reviewing.decide(Decision.SUGGESTED),
            "accept_photo": lambda: reviewing.decide_all(Decision.ACCEPTED),
            "reject_photo": lambda: reviewing.decide_all(Decision.REJECTED),
            "next_undecided": reviewing.next_undecided,
            "add_tag": self._edit_tags,
            "review": self._review,
            "advance": lambda on: self._set("review.advance", on),
            "recognise_photo": self._recognise,
            "recognise_shown": lambda: self._session.start(self.activity.enqueue(browser.model.rows.ids)),
            "recognise_again": lambda: self._recognise(again=True),
            "retry_failed": lambda: self._session.start(self.activity.enqueue(browser.model.rows.ids, retry=True)),
            "open_viewer": browser.show_viewer,
            "close_viewer": browser.show_grid,
            "previous_photo": lambda: reviewing.step(-1),
            "next_photo": lambda: reviewing.step(1),
            "zoom_in": lambda: self._zoom(1.25),
            "zoom_out": lambda: self._zoom(0.8),
            "zoom_actual": lambda: view.toggle_zoom() if browser.in_viewer else None,
            "overlays": view.set_overlays_visible,
            "surround": lambda: self._set("viewer.surround", view.cycle_surround()),
            "show_hidden": self._show_hidden,
            "sources": lambda on: self._show_docks(on, self._sources_dock),
            "inspector": lambda on: self._show_docks(on, self._inspector_dock),
            "panels": lambda hidden: self._show_docks(not hidden, self._sources_dock, self._inspector_dock),
            "light": self._set_light,
            "keys": self._show_keys,
            "log": lambda: about.show_log(self._session.messages),
            "about": lambda: about.AboutDialog(self).open(),
        }

    def add_folders(self, paths: Sequence[str]) -> None:
        """Add folders to the library and index them."""
        if paths:
            self.activity.index(paths)

    def _add_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.add_folders)
        dialog.open()

    def _recognise(self, *, again: bool = False) -> None:
        self._session.start(self.activity.enqueue(self.browser.targets(), again=again))

    def _review(self) -> None:
        self.sources.choose("review")
        self.browser.grid.setFocus()

    def _zoom(self, factor: float) -> None:
        if self.browser.in_viewer:
            self.browser.viewer.view.zoom_by(factor)
        else:
            self.browser.grid.set_thumbnail_side(round(self.browser.grid.thumbnail_side * factor))

    def _edit_tags(self) -> None:
        self._inspector_dock.show()
        self.inspector.edit_tags()

    def _show_search_error(self, error: QueryError | None) -> None:
        self.bar.show_error(error)
        if error is not None:
            self._session.messages.say(str(error), key="search")

    def _show_hidden(self, on: bool) -> None:
        self._set("review.show_hidden", on)
        self.browser.refresh()

    def _show_docks(self, on: bool, *docks: QDockWidget) -> None:
        focus = QApplication.focusWidget()
        if not on and focus is not None and any(dock.isAncestorOf(focus) for dock in docks):
            self.browser.take_focus()
        for dock in docks:
            dock.setVisible(on)

    def _note_docks(self) -> None:
        """Let the menu say which panels are in view, so that the key for all hides what there is."""
        hidden = [dock.isHidden() for dock in (self._sources_dock, self._inspector_dock)]
        self.actions_["sources"].setChecked(not hidden[0])
        self.actions_["inspector"].setChecked(not hidden[1])
        self.actions_["panels"].setChecked(all(hidden))

    def _show_keys(self) -> None:
        sheet = next((each for each in self.findChildren(KeySheet) if each.isVisible()), None) or KeySheet(self)
        sheet.show()
        sheet.activateWindow()

    def _set_light(self, on: bool) -> None:
        self._set("window.theme", "light" if on else "dark")
        theme.apply(self._app, LIGHT if on else DARK)

    def _set(self, name: str, value: object) -> None:
        self._session.start(self._session.call(self._session.tagger.settings.set, name, value))

    async def _undo(self, *, redo: bool) -> None:
        tagger = self._session.tagger
        undone = await self._session.call(tagger.redo if redo else tagger.undo)
        if undone is None:
            self._session.messages.say(self.tr("There is nothing to undo."), key="undo")
            return
        words = self.tr("Done again: {what}") if redo else self.tr("Undone: {what}")
        self._session.messages.say(words.format(what=undone.title), key="undo")
        for problem in undone.problems:
            self._session.messages.say(problem, key=problem)
        await self.browser.go_back_to(undone.photo_ids)
        if undone.suggestion_ids:
            self.inspector.set_current(SuggestionId(undone.suggestion_ids[0]))

    async def _tag(self, text: str, *, add: bool) -> None:
        path = [tag_path(text)]
        change = {"add": path} if add else {"remove": path}
        await self._session.call(self._session.tagger.tag, self.browser.targets(), **change)

    # What changes

    def _choose(self, source: Source) -> None:
        self.browser.go_to(source.query, source.title)

    def _changed(self, change: Change) -> None:
        self.browser.take(change)
        if isinstance(change, JournalChanged):
            self._session.start(self._refresh_standing())
        if isinstance(change, PhotosChanged | JournalChanged) and not self._sources_again.isActive():
            self._sources_again.start()

    async def _refresh_sources(self) -> None:
        found = await self._session.call(self._session.tagger.sources)
        self.sources.set_sources(found)
        self.inspector.set_known_tags(await self._session.read(tags.all_tags))
        await self._refresh_standing()
        library = found[0].count
        self._show_page(self.browser if library or self.activity.running else self.start_page)
        self._say_empty()

    def _say_empty(self) -> None:
        searched = bool(self.browser.query)
        self.browser.grid.set_empty_message(
            self.tr("No photo here matches.") if searched else self.tr("Reading the first photos…"),
            self.tr("Clear the search") if self.bar.field.text() else "",
        )

    async def _refresh_standing(self) -> None:
        """Say what can be undone, redone and written; soon after each operation, since its key may come next."""
        due, undo, redo = await self._session.read(_standing)
        self.actions_["undo"].setText(self.tr("Undo {what}").format(what=undo) if undo else self.tr("Undo"))
        self.actions_["redo"].setText(self.tr("Redo {what}").format(what=redo) if redo else self.tr("Redo"))
        self.actions_["redo"].setEnabled(redo is not None)
        self.actions_["write_sidecars"].setEnabled(due > 0)
        self.actions_["write_sidecars"].setText(
            counted(due, self.tr("Write 1 sidecar"), self.tr("Write {n} sidecars"))
            if due
            else self.tr("Write sidecars")
        )

    def _show_page(self, page: QWidget) -> None:
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            (self.browser.grid if page is self.browser else self.start_page).setFocus()

    def _enable(self) -> None:
        on = self.browser.grid.current_photo() is not None
        review = ("accept", "reject", "defer", "take_back", "accept_photo", "reject_photo", "add_tag")
        for name in (*review, "recognise_photo", "recognise_again", "open_viewer", "next_undecided"):
            self.actions_[name].setEnabled(on)
        for name in ("close_viewer", "zoom_actual"):
            self.actions_[name].setEnabled(self.browser.in_viewer)

    # State that is remembered

    def _restore(self) -> None:
        get = self._session.tagger.settings.get
        remembered.restore(self, self._sources_dock, self._inspector_dock)
        self.browser.grid.set_thumbnail_side(int(get("window.thumbnail_side")))
        self.browser.header.zoom.setValue(self.browser.grid.thumbnail_side)
        self.browser.viewer.view.set_surround(str(get("viewer.surround")))
        for name, on in {
            "advance": get("review.advance"),
            "show_hidden": get("review.show_hidden"),
            "light": get("window.theme") == "light",
            "overlays": True,
        }.items():
            self.actions_[name].setChecked(bool(on))
        for dock in (self._sources_dock, self._inspector_dock):
            dock.visibilityChanged.connect(self._note_docks)
        self._note_docks()

    def _remember(self) -> None:
        remembered.remember(self)
        self._session.tagger.settings.set("window.thumbnail_side", self.browser.grid.thumbnail_side)

    def close_for_good(self) -> None:
        """Close, after everything has ended."""
        self._app.removeEventFilter(self)
        self._may_close = True
        self.browser.stop()
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While H is held, nothing lies over the photo; it may be released elsewhere than it was pressed."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert isinstance(event, QKeyEvent)
            held = event.type() == QEvent.Type.KeyPress
            meant = not event.modifiers() and not isinstance(QApplication.focusWidget(), QLineEdit)
            meant = meant and self.browser.in_viewer
            if event.key() == Qt.Key.Key_H and not event.isAutoRepeat() and (meant or not held):
                self.browser.viewer.view.set_overlays_visible(not held and self.actions_["overlays"].isChecked())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folders(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_folders(folders(event.mimeData()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        self._remember()
        event.ignore()
        self.closing.set()


def _standing(db: Database) -> tuple[int, str | None, str | None]:
    return sidecars.count_due(db), journal.next_title(db, undone=False), journal.next_title(db, undone=True)
