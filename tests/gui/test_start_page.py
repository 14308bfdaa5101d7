from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tagger.gui.start_page import StartPage, folders


@pytest.fixture
def page(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.setFocus()
    return page


def dragged(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(page, mime):
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers))
    return enter.isAccepted()


def test_the_keyboard_reaches_both_buttons(qtbot, page):
    with qtbot.waitSignal(page.folder_chosen):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.samples_chosen):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def test_dropped_folders_are_told_and_files_left_out(qtbot, page, tmp_path):
    (tmp_path / "a.jpg").touch()
    (tmp_path / "in").mkdir()
    with qtbot.waitSignal(page.folders_dropped) as dropped:
        assert drop(page, dragged(tmp_path, tmp_path / "a.jpg", tmp_path / "in", tmp_path))
    assert dropped.args == [[str(tmp_path), str(tmp_path / "in")]]


def test_what_holds_no_folder_is_not_taken(page, tmp_path):
    (tmp_path / "a.jpg").touch()
    assert not drop(page, dragged(tmp_path / "a.jpg", tmp_path / "gone"))
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/")])
    assert folders(web) == []
    assert not drop(page, web)


@pytest.mark.parametrize("width", [320, 800, 1600])
def test_no_text_is_cut_off(qtbot, page, width):
    page.resize(width, 500)
    QApplication.processEvents()
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
