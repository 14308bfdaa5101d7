"""The search for what a test left behind finds it, and disturbs no thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests import leaks


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


class Own(QTimer):
    """A class of ours."""


@pytest.mark.usefixtures("hasty")
def test_a_thread_fills_a_tuple_meanwhile() -> None:
    errors, done = [], threading.Event()

    def fill() -> None:
        while not done.is_set():
            try:
                tuple(number for number in range(500))
            except SystemError as error:
                errors.append(error)

    thread = threading.Thread(target=fill)
    thread.start()
    for _ in range(20):
        leaks.instances(Own)
    done.set()
    thread.join()
    assert errors == []


def test_what_runs_is_found_and_blamed_once(qapp: QApplication) -> None:
    before = leaks.Running.now()
    timer, window, calm = Own(), QWidget(), QTimer()
    timer.start(100_000)
    window.show()
    assert set(leaks._qt_objects()) == {timer, window}
    assert calm not in leaks._qt_objects()
    pool = QThreadPool()
    done = threading.Event()
    pool.start(done.wait)
    assert pool in leaks._qt_objects()
    done.set()
    pool.waitForDone()
    timer.stop()
    window.close()
    assert leaks.since(before, gui=True) == []
