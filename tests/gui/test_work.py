from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from tagger.gui.jobs.bar import WorkBar
from tagger.gui.jobs.work import Work
from tagger.progress import Progress


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The C locale of a test machine does not group numbers."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    work = Work("Indexing")
    yield work
    work.end()


@pytest.fixture
def bar(work: Work, qtbot: QtBot) -> WorkBar:
    bar = WorkBar(work)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def text(bar: WorkBar) -> str:
    return bar.findChildren(QLabel)[0].text()


def test_numbers_are_grouped_and_shown_ten_times_a_second_at_most(work: Work, bar: WorkBar, qtbot: QtBot) -> None:
    shown: list[int] = []
    work.progressed.connect(lambda: shown.append(work.progress.done))
    start = time.monotonic()
    while time.monotonic() - start < 0.5:
        work.tell(Progress(4120, 12408))
        qtbot.wait(1)
    assert 1 <= len(shown) <= 6
    assert text(bar).startswith("Indexing 4,120 of 12,408")
    assert bar.findChildren(QProgressBar)[0].maximum() == 12408


def test_an_unknown_total_moves_without_a_share(work: Work, bar: WorkBar, qtbot: QtBot) -> None:
    work.tell(Progress(77, None))
    qtbot.waitUntil(lambda: "77" in text(bar))
    assert bar.findChildren(QProgressBar)[0].maximum() == 0


def test_rate_and_time_left(work: Work, qtbot: QtBot) -> None:
    assert work.rate is None
    assert work.seconds_left is None
    start = time.monotonic()
    while time.monotonic() - start < 0.9:
        work.tell(Progress(round((time.monotonic() - start) * 100), 1000))
        qtbot.wait(20)
    assert work.rate == pytest.approx(100, rel=0.3)
    assert work.seconds_left == pytest.approx((1000 - work.progress.done) / 100, rel=0.4)


def test_pause_resume_cancel(work: Work, bar: WorkBar) -> None:
    bar._pause.click()
    assert work.control.paused
    assert "paused" in text(bar)
    assert bar._pause.accessibleName() == "Resume Indexing"
    bar._pause.click()
    assert not work.control.paused
    bar._pause.click()
    bar._cancel.click()
    assert work.control.cancelled
    assert not work.control.paused, "what is cancelled while it is paused must be able to end"
    assert "stopping" in text(bar)
    work.tell(Progress(3, 4))
    work._show()
    assert "stopping" in text(bar), "progress that comes late does not take it back"


def test_the_line_goes_with_the_work(qtbot: QtBot) -> None:
    work = Work("Indexing")
    bar = WorkBar(work)
    gone: list[bool] = []
    bar.destroyed.connect(lambda: gone.append(True))
    work.end()
    qtbot.waitUntil(lambda: bool(gone))
