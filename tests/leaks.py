"""What a test left running: threads, child processes, and of Qt also timers, threads, pools and open windows.

Everything gets a moment to end by itself (`GRACE_S`), since closing a pool returns before its last thread is gone.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import sys
import threading
import time
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from qasync import QEventLoop

GRACE_S = 3.0
# Started once by multiprocessing for all that follows, and ended by it at exit.
ALLOWED_CHILDREN = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")


@dataclass(frozen=True)
class Running:
    """The threads and child processes of this process at one moment."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]

    @classmethod
    def now(cls) -> Running:
        """Look around."""
        return cls(frozenset(threading.enumerate()), frozenset(_children()))


_blamed: weakref.WeakSet[Any] = weakref.WeakSet()

BEFORE = pytest.StashKey[Running]()


def since(before: Running, *, gui: bool) -> list[str]:
    """One line for each thing that runs now, did not ``before``, and does not end by itself within the grace time."""
    if gui:
        _finish_deferred_deletes()
    deadline = time.monotonic() + GRACE_S
    while True:
        left = _threads(before) + _processes(before)
        late = time.monotonic() > deadline
        objects = _qt_objects() if gui and (late or not left) else []
        if not (left or objects) or late:
            _blamed.update(objects)
            return left + [f"leaked Qt object: {thing!r}, parent {thing.parent()!r}" for thing in objects]
        gc.collect()
        time.sleep(0.02)
        if gui:
            _finish_deferred_deletes()


def refuse_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """Cancel the tasks that are left on a loop, and fail the test for them."""
    left = [task for task in asyncio.all_tasks(loop) if not task.done()]
    for task in left:
        task.cancel()
    if left:
        pytest.fail("\n".join(f"leaked asyncio task: {task!r}" for task in left), pytrace=False)


def let_go(loop: QEventLoop) -> None:
    """Have a closed loop let go of itself: a signal that qasync makes holds it, and all it ever ran, until the end."""
    loop._QEventLoop__call_soon_signaller.deleteLater()
    loop._timer.deleteLater()


def _threads(before: Running) -> list[str]:
    # Threads that Qt or a library started show up as dummies once they ran Python; nobody here can end those.
    new = [thread for thread in threading.enumerate() if thread not in before.threads]
    return [f"leaked thread: {thread!r}" for thread in new if not isinstance(thread, threading._DummyThread)]


def _processes(before: Running) -> list[str]:
    return [
        f"leaked child process {pid}: {command}" for pid, command in _children().items() if pid not in before.children
    ]


def _children() -> dict[int, str]:
    """Running child processes with their command lines; elsewhere than on Linux only those of multiprocessing."""
    found = {process.pid: process.name for process in multiprocessing.active_children() if process.pid is not None}
    if sys.platform == "linux":
        for listing in Path("/proc/self/task").glob("*/children"):
            try:
                pids = listing.read_text().split()
            except OSError:  # the thread ended meanwhile
                continue
            found |= {int(pid): command for pid in pids if (command := _command(pid))}
    return {pid: command for pid, command in found.items() if not any(name in command for name in ALLOWED_CHILDREN)}


def _command(pid: str) -> str:
    """The command line of a process; empty for one that ended."""
    try:
        return Path("/proc", pid, "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


def _finish_deferred_deletes() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


def _qt_objects() -> list[Any]:
    """Active timers, running threads, busy pools, running animations, open windows; each is blamed on one test only."""
    from PySide6.QtCore import QAbstractAnimation, Qt, QThread, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    busy: dict[type, Any] = {
        QTimer: lambda timer: timer.isActive(),
        QThread: lambda thread: thread.isRunning() and thread is not QThread.currentThread(),
        QThreadPool: lambda pool: pool.activeThreadCount() > 0,
        QAbstractAnimation: lambda animation: animation.state() == QAbstractAnimation.State.Running,
    }
    checks = {kind: check for base, check in busy.items() for kind in _with_subclasses(base)}
    left = [thing for thing in instances(*checks) if isValid(thing) and checks[type(thing)](thing)]
    tip = Qt.WindowType.ToolTip  # Qt hides its one tip when it likes
    left += [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.windowType() is not tip]
    return [thing for thing in left if thing not in _blamed]


def instances(*kinds: type) -> list[Any]:
    """All objects of exactly these types.

    Found by what refers to the types. A list of all objects would hold the tuple that another thread is just filling
    from a generator, and CPython 3.11 ends that with a SystemError.
    """
    return [thing for thing in gc.get_referrers(*kinds) if type(thing) in kinds]


def _with_subclasses(kind: type) -> set[type]:
    return {kind}.union(*(_with_subclasses(each) for each in kind.__subclasses__()))
