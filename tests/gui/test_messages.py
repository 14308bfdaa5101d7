from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tagger.errors import LibraryError
from tagger.gui.messages import Level, MessageBar, Messages


@pytest.fixture
def messages(qapp: Any) -> Messages:
    return Messages()


def bar_of(messages: Messages, qtbot: QtBot) -> MessageBar:
    bar = MessageBar(messages)
    qtbot.addWidget(bar)
    return bar


def test_what_was_said_before_the_bar_is_shown_by_it(messages: Messages, qtbot: QtBot) -> None:
    messages.say("early")
    bar = bar_of(messages, qtbot)
    qtbot.waitUntil(bar.isVisible)
    assert bar.message is not None
    assert bar.message.text == "early"


def test_a_key_replaces_and_closing_shows_what_is_below(messages: Messages, qtbot: QtBot) -> None:
    bar = bar_of(messages, qtbot)
    messages.say("below", Level.WARNING)
    messages.say("10 photos", Level.WARNING, key="count")
    messages.say("20 photos", Level.WARNING, key="count")
    qtbot.waitUntil(lambda: bar.message is not None and bar.message.text == "20 photos")
    bar.dismiss()
    assert bar.message is not None
    assert bar.message.text == "below"
    bar.dismiss()
    assert bar.message is None
    assert not bar.isVisible()


def test_the_oldest_of_too_many_go(messages: Messages, qtbot: QtBot) -> None:
    bar = bar_of(messages, qtbot)
    for number in range(100):
        messages.say(str(number), Level.ERROR)
    qtbot.waitUntil(lambda: bar.message is not None and bar.message.text == "99")
    count = 0
    while bar.message is not None:
        bar.dismiss()
        count += 1
    assert count == 20


def test_news_go_by_themselves_and_errors_stay(messages: Messages, qtbot: QtBot) -> None:
    bar = bar_of(messages, qtbot)
    bar._timer.setInterval(30)
    messages.say("an error", Level.ERROR)
    messages.say("news")
    qtbot.waitUntil(lambda: bar.message is not None and bar.message.text == "news")
    qtbot.waitUntil(lambda: bar.message is not None and bar.message.text == "an error")
    qtbot.wait(100)
    assert bar.isVisible()


def test_from_any_thread(messages: Messages, qtbot: QtBot) -> None:
    bar = bar_of(messages, qtbot)
    thread = threading.Thread(target=messages.say, args=("from elsewhere",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bar.message is not None and bar.message.text == "from elsewhere")


def test_a_fault_is_told_with_its_advice(messages: Messages, qtbot: QtBot) -> None:
    bar = bar_of(messages, qtbot)
    messages.report(ExceptionGroup("several", [LibraryError("It is full.", "Make room.")]))
    qtbot.waitUntil(bar.isVisible)
    assert bar.message is not None
    assert bar.message.text == "It is full. Make room."
    assert not bar._copy.isVisible()


def test_a_bug_has_details_to_copy(messages: Messages, qtbot: QtBot, logged: list[Any]) -> None:
    bar = bar_of(messages, qtbot)
    messages.report(ZeroDivisionError("the bug"))
    qtbot.waitUntil(bar.isVisible)
    bar._copy.click()
    assert "ZeroDivisionError: the bug" in QGuiApplication.clipboard().text()
    assert "the bug" in logged[0].getMessage()


def test_markup_is_shown_as_it_is(messages: Messages, qtbot: QtBot) -> None:
    bar = bar_of(messages, qtbot)
    messages.say("<h1>photo</h1>.jpg")
    qtbot.waitUntil(bar.isVisible)
    assert max(each.height() for each in bar.findChildren(QLabel)) < 60
    assert bar.accessibleDescription() == "<h1>photo</h1>.jpg"


def test_old_news_do_not_come_back(messages: Messages, qtbot: QtBot) -> None:
    bar = bar_of(messages, qtbot)
    messages.say("an error", Level.ERROR)
    messages.say("103 accepted")
    messages.say("Undone: accept 103")
    qtbot.waitUntil(lambda: bar.message is not None and bar.message.text == "Undone: accept 103")
    bar.dismiss()
    assert bar.message is not None
    assert bar.message.text == "an error"


def test_news_may_bring_their_own_way_back(messages: Messages, qtbot: QtBot) -> None:
    bar, undone = bar_of(messages, qtbot), []
    messages.say("Deleted the search.", undo=lambda: undone.append(1))
    qtbot.waitUntil(bar._undo.isVisible)
    bar._undo.click()
    assert undone == [1]
    assert bar.message is None
