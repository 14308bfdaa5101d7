"""A user at the real window: presses keys, moves the mouse, and waits until what they see has come to rest."""

from __future__ import annotations

import asyncio
import gc
import time
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from tagger.app import Tagger
from tagger.entities import Decision, PhotoId, SuggestionId
from tagger.gui import application
from tagger.gui.jobs.bar import WorkBar
from tagger.gui.main_window import MainWindow
from tagger.gui.messages import Message, MessageBar

PATIENCE_S = 15.0
_TURN_S = 0.005


class Walk:
    """One start of the window on a library; `open` and `close` may follow each other several times.

    Attributes:
        window: The open window.
        tagger: Its library.
        opened_first: Whether the window is open and at rest when the test begins.
        opened: Everything that was opened; see `held`.
    """

    window: MainWindow
    tagger: Tagger

    def __init__(self, library: Path, config: Path) -> None:
        self.library, self.config = library, config
        self.opened_first = False
        self.opened: list[weakref.ref[object]] = []
        self._life: asyncio.Task[None] | None = None

    async def open(self, *folders: Path) -> None:
        """Start the application, as with these folders on the command line."""
        self.tagger = Tagger.open(self.library, self.config)
        shown: asyncio.Future[MainWindow] = asyncio.get_running_loop().create_future()
        self._life = asyncio.create_task(application.live(self.tagger, [str(each) for each in folders], shown))
        await asyncio.wait([shown, self._life], return_when=asyncio.FIRST_COMPLETED)
        if self._life.done():
            await self._life
        self.window = await shown
        self.opened += [weakref.ref(self.window), weakref.ref(self.tagger)]
        self.window.activateWindow()
        await self.until(self.window.isActiveWindow, "the window to be active")

    async def close(self) -> float:
        """Close the window as a user does, wait for its end; how long that took, in seconds."""
        if self._life is None:
            return 0.0
        start = time.monotonic()
        life, self._life = self._life, None
        if not life.done():
            self.window.close()
        async with asyncio.timeout(PATIENCE_S):
            await life
        return time.monotonic() - start

    async def held(self) -> list[str]:
        """What is still held of all that was opened and closed; each by the name of its type."""
        for name in ("window", "tagger"):
            vars(self).pop(name, None)
        await asyncio.sleep(0.05)  # the loop deletes what was to be deleted later
        gc.collect()
        return [type(thing).__name__ for each in self.opened if (thing := each()) is not None]

    # Waiting

    async def until(self, condition: Callable[[], object], what: str, seconds: float = PATIENCE_S) -> None:
        """Wait for a condition.

        Raises:
            AssertionError: it did not come.
        """
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waited {seconds} s in vain for {what}; message: {self.message}"
            await self._turn()

    async def idle(self) -> None:
        """Wait until nothing runs and nothing is about to."""
        calm = 0
        end = time.monotonic() + 2 * PATIENCE_S
        while calm < 3:
            assert time.monotonic() < end, f"the window never came to rest: {self._busy()}"
            calm = 0 if self._is_busy() or self._lost_window() else calm + 1
            await self._turn()

    async def _turn(self) -> None:
        """Let the loop turn; then do what a window manager does, of which the offscreen platform has none.

        There a list of known tags becomes the active window, now and then only after it was closed, and with it the
        focus is gone from the window for good; a dialog that ends leaves no active window behind.
        """
        await asyncio.sleep(_TURN_S)
        if self._lost_window():
            self.window.activateWindow()

    def _lost_window(self) -> bool:
        active = QApplication.activeWindow()
        there = shiboken6.isValid(self.window) and self.window.isVisible()  # not while another library is opened
        return there and (active is None or not active.isVisible())

    def _is_busy(self) -> bool:
        """Whether `_busy` has something to tell, without putting it into words two hundred times a second."""
        window = self.window
        if window._session.tasks._tasks or window.activity.running:
            return True
        return any(timer.isActive() for timer in self._timers().values())

    def _busy(self) -> list[str]:
        window = self.window
        tasks = [str(task) for task in window._session.tasks._tasks]
        work = [work.title for work in window.activity.running]
        return tasks + work + [name for name, timer in self._timers().items() if timer.isActive()]

    def _timers(self) -> dict[str, QTimer]:
        window, browser = self.window, self.window.browser
        return {
            "calm": browser._calm,
            "relist": browser._relist,
            "selection": browser.grid._calm,
            "sources": window._sources_again,
            "search": window.bar.field._soon,
            "settled": window.sources._settled,
        }

    # Doing

    def press(self, *keys: str, on: QWidget | None = None) -> None:
        """Press keys where the focus is, without waiting for anything in between."""
        for key in keys:
            combination = QKeySequence(key)[0]
            target = on or QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    async def pressed(self, *keys: str) -> None:
        """Press keys, and wait for all they do."""
        self.press(*keys)
        await self.idle()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        QTest.keyClicks(QApplication.focusWidget(), text)

    async def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click, and wait for all it does."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at if at is not None else widget.rect().center())
        await self.idle()

    async def point(self, widget: QWidget, at: QPoint) -> None:
        """Move the pointer; `QTest.mouseMove` would run the loop inside the test's own turn of it."""
        spot, none = QPointF(at), Qt.MouseButton.NoButton
        where = widget.mapToGlobal(spot)
        event = QMouseEvent(QEvent.Type.MouseMove, spot, where, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
        await asyncio.sleep(0.02)

    async def search(self, text: str) -> None:
        """Search for a text with Ctrl+F and Enter."""
        self.press("Ctrl+F")
        self.type(text)
        await self.pressed("Return")

    # Seeing

    @property
    def focus(self) -> QWidget | None:
        """What has the focus."""
        return QApplication.focusWidget()

    @property
    def message(self) -> Message | None:
        """The message at the bottom."""
        bar = self.window.findChild(MessageBar)
        return bar.message if bar is not None else None

    @property
    def bar(self) -> MessageBar:
        """The bar of messages."""
        bar = self.window.findChild(MessageBar)
        assert bar is not None
        return bar

    @property
    def photo(self) -> PhotoId | None:
        """The current photo."""
        return self.window.browser.grid.current_photo()

    @property
    def ids(self) -> list[int]:
        """The photos listed."""
        return list(self.window.browser.model.rows.ids)

    @property
    def names(self) -> list[str]:
        """Names of the photos listed."""
        return [Path(str(photo.path)).name for photo in self.tagger.photos(self.window.browser.query)]

    def action(self, name: str) -> QAction:
        """A command."""
        return self.window.actions_[name]

    def work_bar(self, title: str) -> WorkBar | None:
        """The line of a long operation in the status bar."""
        bars = self.window.statusBar().findChildren(WorkBar)
        return next((bar for bar in bars if bar.work.title == title and bar.work in self.window.activity.running), None)

    def thumbnail(self, photo_id: int) -> bool:
        """Whether the grid has a picture of a photo."""
        browser = self.window.browser
        pixmap = browser._thumbnails.find(photo_id, browser.grid.thumbnail_side)
        return pixmap is not None and not pixmap.isNull()

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What the library file holds."""
        return self.tagger.store.read(lambda db: db.execute(sql).fetchall())

    def decisions(self) -> dict[SuggestionId, Decision]:
        """The decision on every suggestion of the library."""
        rows = self.rows("SELECT id, decision FROM suggestions")
        return {SuggestionId(int(str(number))): Decision(str(decision)) for number, decision in rows}

    def decided(self) -> dict[SuggestionId, Decision]:
        """The suggestions that are decided."""
        return {key: value for key, value in self.decisions().items() if value is not Decision.SUGGESTED}

    def current(self) -> SuggestionId | None:
        """The current suggestion of the inspector."""
        return self.window.inspector.list.current

    def texts(self, widget: QWidget) -> str:
        """Everything a widget says in labels and buttons that are in view."""
        kinds: Sequence[type[QLabel] | type[QToolButton]] = (QLabel, QToolButton)
        return " ".join(each.text() for kind in kinds for each in widget.findChildren(kind) if each.isVisible())
