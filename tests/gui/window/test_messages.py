"""Messages in the window: where they lie, and taking back what they are about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tagger.gui.jobs.work import Work
from tests.gui.window.driver import Walk


def on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


async def said(window: Walk, text: str = "Something happened.") -> None:
    window.window._session.messages.say(text, key="x")
    await window.until(lambda: window.bar.isVisible() and window.bar.message.text == text, "the message")


async def test_a_message_hides_no_page_and_no_running_work(window: Walk) -> None:
    await said(window)
    main = window.window
    assert not on_screen(window.bar).intersects(on_screen(main.pages))
    work = Work("Indexing", main)
    main.activity.started.emit(work)
    await window.until(lambda: (bar := window.work_bar("Indexing")) is None or bar.isVisible(), "the line of the work")
    await window.idle()
    for each in main.statusBar().findChildren(QWidget):
        if each.isVisible() and each.parent() is not main.statusBar() and "Indexing" in each.accessibleName():
            assert not on_screen(window.bar).intersects(on_screen(each))
    work.finished.emit()


async def test_with_the_line_hidden_it_lies_over_the_page(window: Walk) -> None:
    await window.pressed("F11")
    await said(window)
    assert on_screen(window.window).contains(on_screen(window.bar))
    await window.pressed("F11")
    await window.idle()
    assert not on_screen(window.bar).intersects(on_screen(window.window.pages))


async def test_a_message_about_an_operation_takes_it_back(window: Walk) -> None:
    before = window.rows("SELECT count(*) FROM photo_tags WHERE removed = 0")
    await window.pressed("Ctrl+A", "N")
    window.type("Holiday")
    await window.pressed("Return")
    await window.until(window.bar._undo.isVisible, "the offer to undo")
    assert window.rows("SELECT count(*) FROM photo_tags WHERE removed = 0") != before
    await window.click(window.bar._undo)
    assert window.rows("SELECT count(*) FROM photo_tags WHERE removed = 0") == before
    assert not window.bar._undo.isVisible()


async def test_only_the_last_operation_is_offered(window: Walk) -> None:
    await window.pressed("Ctrl+A", "N")
    window.type("Holiday")
    await window.pressed("Return")
    await window.until(window.bar._undo.isVisible, "the offer to undo")
    await window.pressed("Esc", "5")
    assert window.bar.message is not None
    await window.until(lambda: not window.bar._undo.isVisible(), "the offer to go")


async def test_news_without_an_operation_offer_nothing(window: Walk) -> None:
    await said(window)
    await window.idle()
    assert not window.bar._undo.isVisible()
