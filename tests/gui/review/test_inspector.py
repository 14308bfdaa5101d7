from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tagger.entities import (
    Decision,
    LabelKind,
    Photo,
    PhotoFacts,
    PhotoId,
    PhotoState,
    Suggestion,
    SuggestionId,
    TagPath,
)
from tagger.gui.review.facts import pixels_text, size_text
from tagger.gui.review.flow import FlowLayout
from tagger.gui.review.inspector import Inspector

FACTS = PhotoFacts(
    taken_at="2024-06-01T14:22:10", camera="Fujifilm X100V", lens="23mm f/2", rating=4, caption="A heron"
)
HERON = Photo(
    id=PhotoId(1),
    path="/photos/2024/heron.jpg",
    name="heron.jpg",
    state=PhotoState.OK,
    width=6000,
    height=4000,
    format="JPEG",
    bytes=12_345_678,
    facts=FACTS,
    tags=(TagPath("Animal|Bird|Heron"), TagPath("Holiday")),
)


def suggestion(number: int, decision: Decision = Decision.SUGGESTED) -> Suggestion:
    return Suggestion(
        SuggestionId(number),
        PhotoId(1),
        "onnx",
        "yolox-s",
        "bird",
        TagPath("Animal|Bird"),
        0.9,
        LabelKind.OBJECT,
        decision,
    )


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(300, 740)
    inspector.show()
    return inspector


def words(widget: QWidget) -> str:
    """All words that can be read."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(
        labels + [each.text().strip() for each in widget.findChildren(QAbstractButton) if each.isVisible()]
    )


def press(widget: QWidget, title: str) -> None:
    button = next(
        each for each in widget.findChildren(QPushButton) if each.text().strip() == title and each.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_photo_it_says_what_to_do(inspector: Inspector) -> None:
    assert words(inspector).strip() == "Select a photo to see its suggestions"


def test_an_unrecognised_photo_offers_recognition(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.set_photo(HERON, [], recognised=False)
    assert "No suggestions yet" in words(inspector)
    with qtbot.waitSignal(inspector.recognise_requested):
        press(inspector, "Recognise this photo")
    inspector.set_recognising(True)
    assert "Recognising…" in words(inspector)
    assert "Recognise this photo" not in words(inspector)
    inspector.set_recognising(False)
    assert "Recognise this photo" in words(inspector)


def test_a_photo_in_which_nothing_was_found_says_so(inspector: Inspector) -> None:
    inspector.set_photo(HERON, [], recognised=True)
    assert "Nothing recognised with confidence" in words(inspector)


def test_several_photos_are_counted(inspector: Inspector) -> None:
    inspector.set_photo(HERON, [suggestion(1)])
    inspector.set_selection_count(3)
    inspector.show_counting()
    assert "3 photos selected" in words(inspector)
    assert "Counting…" in words(inspector)
    assert "Facts" not in words(inspector)
    inspector.set_selection_count(1)
    assert "1 of 1 to decide" in words(inspector)


def test_a_new_photo_starts_at_its_first_undecided_suggestion(inspector: Inspector) -> None:
    told: list[object] = []
    inspector.current_changed.connect(told.append)
    inspector.set_photo(HERON, [suggestion(1, Decision.ACCEPTED), suggestion(2), suggestion(3)])
    assert inspector.current_ids() == [2]
    assert told == [2]
    assert inspector.go_next_undecided()
    assert inspector.current_ids() == [3]
    inspector.set_photo(HERON, [suggestion(1, Decision.ACCEPTED), suggestion(2), suggestion(3, Decision.REJECTED)])
    assert inspector.current_ids() == [3]


@pytest.mark.parametrize(
    ("title", "decision"),
    [("Accept", Decision.ACCEPTED), ("Reject", Decision.REJECTED), ("Defer", Decision.DEFERRED)],
)
def test_buttons_and_commands_ask_for_the_same_decision(
    inspector: Inspector, qtbot: QtBot, title: str, decision: Decision
) -> None:
    inspector.set_photo(HERON, [suggestion(1), suggestion(2)])
    told: list[object] = []
    inspector.decided.connect(lambda ids, wanted: told.append((ids, wanted)))
    press(inspector, title)
    inspector.decide_current(decision)
    assert told == [([1], decision)] * 2


def test_shortcuts_are_named_where_the_mouse_looks_for_them(inspector: Inspector) -> None:
    inspector.set_photo(HERON, [suggestion(1)])
    inspector.set_shortcuts({Decision.ACCEPTED: "P", Decision.SUGGESTED: "U"})
    tips = {each.toolTip() for each in inspector.findChildren(QPushButton)}
    assert {"Accept (P)", "Undecided (U)", "Reject"} <= tips


def test_tags_are_chips_and_go_by_key_or_button_with_the_focus_kept(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.set_photo(HERON, [])
    inspector.activateWindow()
    chips = inspector.tags.chips
    assert [chip.toolTip() for chip in chips] == ["Animal › Bird › Heron", "Holiday"]
    told: list[str] = []
    inspector.tag_removed.connect(told.append)
    chips[0].setFocus()
    QTest.keyClick(chips[0], Qt.Key.Key_Delete)
    QTest.mouseClick(chips[1].button, Qt.MouseButton.LeftButton)
    assert told == ["Animal|Bird|Heron", "Holiday"]
    qtbot.waitUntil(chips[1].hasFocus)
    inspector.set_photo(dataclasses.replace(HERON, tags=HERON.tags[1:]), [])
    qtbot.waitUntil(inspector.tags.chips[0].hasFocus)
    inspector.set_photo(dataclasses.replace(HERON, tags=()), [])
    qtbot.waitUntil(inspector.tags.field.hasFocus)
    assert "No tags yet" in words(inspector)


def test_typing_adds_a_tag_once_and_leaves_the_field_ready_for_the_next(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.set_photo(HERON, [])
    told: list[str] = []
    inspector.tag_added.connect(told.append)
    inspector.edit_tags()
    QTest.keyClicks(inspector.tags.field, "  Nature|Lake ")
    QTest.keyClick(inspector.tags.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not inspector.tags.field.text())
    QTest.keyClick(inspector.tags.field, Qt.Key.Key_Return)
    assert told == ["Nature|Lake"]


def test_escape_leaves_the_field_without_adding(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.set_photo(HERON, [])
    inspector.activateWindow()
    inspector.edit_tags()
    QTest.keyClicks(inspector.tags.field, "Lak")
    with qtbot.waitSignal(inspector.left), qtbot.assertNotEmitted(inspector.tag_added):
        QTest.keyClick(inspector.tags.field, Qt.Key.Key_Escape)
    assert inspector.tags.field.text() == ""


def test_facts_are_written_for_people_and_unknown_ones_left_out(inspector: Inspector) -> None:
    inspector.set_photo(HERON, [])
    shown = inspector.facts.shown()
    assert shown["Camera"] == "Fujifilm X100V"
    assert "Rating" not in shown
    assert shown["Size"] == "6000 × 4000 · 24 MP"
    assert shown["File"].startswith("JPEG · 12")
    assert shown["Folder"] == "/photos/2024"
    bare = Photo(PhotoId(2), "/photos/b\udcff.jpg", "b\udcff.jpg", PhotoState.OK)
    inspector.set_photo(bare, [])
    assert set(inspector.facts.shown()) == {"Folder"}


@pytest.mark.parametrize(
    ("size", "text"), [(0, ""), (300, "1 kB"), (50_000, "50 kB"), (224_511, "0.2 MB"), (12_345_678, "12.3 MB")]
)
def test_file_sizes(size: int, text: str) -> None:
    assert size_text(size) == text


@pytest.mark.parametrize(
    ("width", "height", "text"), [(None, 4, ""), (640, 480, "640 × 480 · 0.3 MP"), (6000, 4000, "6000 × 4000 · 24 MP")]
)
def test_photo_sizes(width: int | None, height: int, text: str) -> None:
    assert pixels_text(width, height) == text


def test_every_control_has_a_name_for_a_screen_reader(inspector: Inspector) -> None:
    inspector.set_photo(HERON, [suggestion(1)])
    controls = [*inspector.findChildren(QAbstractButton), *inspector.findChildren(QLineEdit)]
    assert len(controls) >= 7
    assert not [each for each in controls if each.isVisible() and not (each.accessibleName() or each.text())]


def test_chips_flow_into_lines(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    for _ in range(6):
        child = QLabel()
        child.setFixedSize(50, 20)
        flow.addWidget(child)
    assert flow.heightForWidth(330) == 20
    assert flow.heightForWidth(120) == 3 * 20 + 2 * 4
    assert flow.heightForWidth(10) == 6 * 20 + 5 * 4
    widget.resize(120, 80)
    widget.show()
    assert [flow.itemAt(place).geometry().left() for place in range(6)] == [0, 54, 0, 54, 0, 54]
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(widget.rect())
    assert flow.itemAt(0).geometry().right() == 119
