"""Running coroutines, held strongly: each has one way to report its errors, and all are cancelled together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class TaskSet:
    """The tasks of one window.

    asyncio itself holds tasks only weakly, and tells of their errors only when they are collected.
    """

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        """``report`` is called with the error of each task that failed."""
        self._report = report
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def start(self, coroutine: Coroutine[Any, Any, Any], name: str | None = None) -> asyncio.Task[Any]:
        """Run a coroutine on the running loop; after `close` it never begins."""
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        if self._closed:
            task.cancel()
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    async def cancel_all(self) -> None:
        """Cancel every task and wait until all have ended."""
        while self._tasks:
            for task in self._tasks:
                task.cancel()
            await asyncio.wait(list(self._tasks))

    async def close(self) -> None:
        """Cancel every task; what a timer or a signal starts from now on has nothing left to work on."""
        await self.cancel_all()
        self._closed = True

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._report(error)
