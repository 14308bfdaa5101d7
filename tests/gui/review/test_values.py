from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tagger.entities import ColourLabel
from tagger.gui.review.value_marks import ValueMarks, label_text, rating_text
from tagger.gui.review.values import STAR_PX, ValuesEditor
from tagger.store.values import PhotoField


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(ValuesEditor(page))
    layout.addWidget(QLineEdit(page))
    qtbot.addWidget(page)
    page.resize(300, 200)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


@pytest.fixture
def editor(page: QWidget) -> ValuesEditor:
    found = page.findChild(ValuesEditor)
    assert found is not None
    found.show_values([3], ["Red"], ["A heron"])
    return found


@pytest.fixture
def wishes(editor: ValuesEditor) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    editor.wished.connect(lambda *what: told.append(what))
    return told


def at(star: int) -> QPoint:
    return QPoint(2 + star * STAR_PX - STAR_PX // 2, 14)


@pytest.mark.parametrize(("star", "expected"), [(1, 1), (5, 5), (3, 0)])
def test_a_click_sets_stars_and_the_same_again_takes_them_away(editor, wishes, star, expected):
    QTest.mouseClick(editor.stars, Qt.MouseButton.LeftButton, pos=at(star))
    assert wishes == [(PhotoField.RATING, expected, False)]


def test_stars_are_mirrored_from_right_to_left(editor, wishes):
    editor.stars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.mouseClick(editor.stars, Qt.MouseButton.LeftButton, pos=at(1))
    assert wishes == [(PhotoField.RATING, 5, False)]


def test_showing_values_wishes_nothing(editor, wishes):
    editor.show_values([None], [None], [None])
    editor.show_values([1, 5], ["Red", None, "blau"], ["a", "b"])
    assert wishes == []
    assert not any(button.isChecked() for button in editor.colours.values())
    assert editor.colours[ColourLabel.RED].accessibleDescription() == "on some photos"
    assert editor.stars.accessibleDescription() == "1 to 5 stars"
    assert "differ" in editor.caption.placeholderText()
    editor.caption.save()
    assert wishes == [], "captions that differ are not replaced by nothing"


def test_screen_readers_hear_what_each_part_is(editor):
    stars = QAccessible.queryAccessibleInterface(editor.stars)
    assert stars.role() == QAccessible.Role.Slider
    assert stars.text(QAccessible.Text.Name) == "Rating"
    assert stars.valueInterface().currentValue() == 3
    red = QAccessible.queryAccessibleInterface(editor.colours[ColourLabel.RED])
    assert red.text(QAccessible.Text.Name) == "Colour label red"
    assert red.state().checked


def test_the_caption_is_saved_by_leaving_it_and_kept_while_typing(editor, page, wishes):
    editor.caption.setFocus()
    QTest.keyClicks(editor.caption, "My ")
    editor.show_values([3], ["Red"], ["Another program's"])
    assert editor.caption.toPlainText() == "My A heron", "what is being typed stays"
    page.findChild(QLineEdit).setFocus()
    assert wishes == [(PhotoField.CAPTION, "My A heron", False)]


def test_escape_takes_back_what_was_typed(editor, wishes, qtbot):
    editor.caption.setFocus()
    QTest.keyClicks(editor.caption, "xyz")
    with qtbot.waitSignal(editor.left):
        QTest.keyClick(editor.caption, Qt.Key.Key_Escape)
    assert (editor.caption.toPlainText(), wishes) == ("A heron", [])


def test_a_caption_is_as_high_as_its_text_up_to_a_limit(editor):
    heights = []
    for lines in (1, 3, 6, 60):
        editor.show_values([0], [None], ["\n".join("x" * lines)])
        heights.append(editor.caption.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_marks_say_what_they_show(qtbot):
    marks = ValueMarks()
    qtbot.addWidget(marks)
    marks.show_values(4, "blau")
    assert marks.accessibleName() == "4 stars, “blau”"
    assert marks.sizeHint().width() > 0
    marks.show_values(None, None)
    assert marks.isHidden()
    assert [rating_text(n) for n in (None, -1, 0, 1, 2)] == ["", "rejected", "no stars", "1 star", "2 stars"]
    assert label_text("RED") == "red"
