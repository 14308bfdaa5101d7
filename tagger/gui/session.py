"""The open library as the window uses it: calls run in worker threads, changes come back to the GUI thread."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from tagger.app import Tagger
from tagger.gui.language.core import said
from tagger.gui.messages import Messages
from tagger.gui.tasks import TaskSet
from tagger.store import journal
from tagger.store.database import Database

T = TypeVar("T")
_QUERY_THREADS = 3


class Session(QObject):
    """What the parts of the window share.

    Attributes:
        tagger: The open library; its methods block, so they are called through `call`.
        messages: Where errors and news go.
        tasks: The window's running coroutines.

    Signals:
        changed(Change): an operation changed something; arrives in the GUI thread.
        setting_changed(str): a setting has another value now, or was to have one and could not be saved; its name.
    """

    changed = Signal(object)
    setting_changed = Signal(str)
    _changed_somewhere = Signal(object)

    def __init__(self, tagger: Tagger, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tagger = tagger
        self.messages = messages
        self.tasks = TaskSet(messages.report)
        self._soon = ThreadPoolExecutor(1, "soon")
        self._threads = ThreadPoolExecutor(_QUERY_THREADS, "query")
        self._decoders = ThreadPoolExecutor(2, "decode")
        self._long = ThreadPoolExecutor(3, "work")
        self._at_close: list[Callable[[], object]] = []
        self._changed_somewhere.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._settings_in_turn = asyncio.Lock()
        self._deaf = tagger.changes.listen(self._changed_somewhere.emit)

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run a coroutine; its error reaches the message bar."""
        return self.tasks.start(coroutine)

    async def call(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run a short blocking call of the core in a worker thread."""
        return await self._run(self._threads, fn, *args, **kwargs)

    async def read(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run a function of the store, ``fn(db, …)``, on a reader in a worker thread."""

        def run(db: Database) -> T:
            return fn(db, *args, **kwargs)

        return await self.call(self.tagger.store.read, run)

    async def read_soon(self, fn: Callable[..., T], *args: Any) -> T:
        """Like `read`, for what the screen waits for and takes some milliseconds; never behind longer reads."""
        return await self._run(self._soon, self.tagger.store.read, lambda db: fn(db, *args))

    async def decode(self, fn: Callable[..., T], *args: Any) -> T:
        """Run the decoding of a photo."""
        return await self._run(self._decoders, fn, *args)

    async def work(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run something long; it must heed a `Control`."""
        return await self._run(self._long, fn, *args, **kwargs)

    async def say_done(self, key: str) -> None:
        """Say what was done last, as undo names it, and offer to take it back."""
        title = await self.read(journal.next_title, undone=False)
        if title is not None:
            self.messages.say(self.tr("Done: {what}").format(what=said(title)), key=key, undoable=True)

    def set_setting(self, name: str, value: object) -> None:
        """Change a setting; the file is written in a worker thread."""
        self.start(self._set_setting(name, value))

    async def _set_setting(self, name: str, value: object) -> None:
        try:
            async with self._settings_in_turn:  # of two values of one setting the later one holds
                await self.call(self.tagger.settings.set, name, value)
        finally:
            self.setting_changed.emit(name)

    def at_close(self, end: Callable[[], object]) -> None:
        """Have something ended before the threads are waited for; ``end`` may block, it runs in a thread."""
        self._at_close.append(end)

    async def close(self) -> None:
        """Cancel every task, wait for the threads, close the library. Long work must have been cancelled before."""
        await self.tasks.close()
        self._deaf()
        with ThreadPoolExecutor(1, "close") as thread:
            await asyncio.get_running_loop().run_in_executor(thread, self._close)

    def _close(self) -> None:
        for end in self._at_close:
            end()
        for pool in (self._long, self._decoders, self._threads, self._soon):
            pool.shutdown(wait=True, cancel_futures=True)
        self.tagger.close()

    async def _run(self, pool: ThreadPoolExecutor, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        # A plain executor rather than the loop's own, which qasync makes of ten QThreads.
        return await asyncio.wrap_future(pool.submit(functools.partial(fn, *args, **kwargs)))
