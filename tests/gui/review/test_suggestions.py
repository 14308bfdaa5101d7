from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tagger.entities import Decision, LabelKind, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.gui import theme
from tagger.gui.review.delegate import button_rects
from tagger.gui.review.model import SUGGESTION_ROLE, SuggestionModel
from tagger.gui.review.suggestion_list import SuggestionList
from tagger.gui.viewer.strokes import confidence_text, leaf


def suggestion(
    number: int, confidence: float, decision: Decision = Decision.SUGGESTED, photo: int = 1, tag: str = "Animal|Dog"
) -> Suggestion:
    return Suggestion(
        id=SuggestionId(number),
        photo_id=PhotoId(photo),
        backend="onnx",
        model="yolox-s",
        label="dog",
        tag=TagPath(tag),
        confidence=confidence,
        kind=LabelKind.OBJECT,
        decision=decision,
    )


FOUR = [
    suggestion(1, 0.4, Decision.REJECTED),
    suggestion(2, 0.5),
    suggestion(3, 0.99, Decision.ACCEPTED),
    suggestion(4, 0.9),
    suggestion(5, 0.3, Decision.DEFERRED),
]


def decided(suggestions: list[Suggestion], number: int, decision: Decision) -> list[Suggestion]:
    return [dataclasses.replace(each, decision=decision) if each.id == number else each for each in suggestions]


def order(model: SuggestionModel) -> list[int]:
    return [each.id for each in model.suggestions]


def test_undecided_come_first_by_confidence_then_accepted_deferred_and_rejected() -> None:
    model = SuggestionModel()
    model.set_suggestions(FOUR)
    assert order(model) == [4, 2, 3, 5, 1]


def test_a_decision_moves_no_row_until_the_photo_changes() -> None:
    model = SuggestionModel()
    model.set_suggestions(FOUR)
    after = decided(FOUR, 4, Decision.REJECTED)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last, _roles: changed.extend(range(first.row(), last.row() + 1)))
    model.set_suggestions(after)
    assert order(model) == [4, 2, 3, 5, 1]
    assert changed == [0]
    model.set_suggestions([suggestion(9, 0.6, photo=2)])
    model.set_suggestions(after)
    assert order(model) == [2, 3, 5, 4, 1]


def test_what_is_recognised_later_is_added_below() -> None:
    model = SuggestionModel()
    model.set_suggestions(FOUR)
    model.set_suggestions([suggestion(6, 1.0), *FOUR])
    assert order(model) == [4, 2, 3, 5, 1, 6]


def test_the_model_keeps_the_rules_and_data_never_fails(qtmodeltester: ModelTester) -> None:
    model = SuggestionModel()
    model.set_suggestions([*FOUR, suggestion(7, 1.0, tag="")])
    qtmodeltester.check(model)
    for role in range(300):
        for row in (-1, 0, 5, 99):
            model.data(model.index(row, 0), role)
    assert model.data(QModelIndex(), SUGGESTION_ROLE) is None
    stale = model.index(5, 0)
    model.set_suggestions([])
    assert model.data(stale, SUGGESTION_ROLE) is None


def test_a_screen_reader_hears_name_state_and_confidence() -> None:
    model = SuggestionModel()
    model.set_suggestions([suggestion(1, 0.914, Decision.ACCEPTED)])
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Dog, accepted, 91%"


@pytest.mark.parametrize(
    ("confidence", "text"), [(0.914, ".91"), (0.005, ".01"), (0.0, ".00"), (0.996, "1.0"), (1.0, "1.0")]
)
def test_confidence_is_written_without_the_nought(confidence: float, text: str) -> None:
    assert confidence_text(confidence) == text


def test_a_label_without_a_tag_stands_for_itself() -> None:
    assert leaf(suggestion(1, 0.5, tag="")) == "dog"
    assert leaf(suggestion(1, 0.5, tag="Animal|Bird|Heron")) == "Heron"


@pytest.fixture
def rows(qtbot: QtBot) -> SuggestionList:
    rows = SuggestionList()
    qtbot.addWidget(rows)
    rows.resize(300, 200)
    rows.set_suggestions(FOUR)
    rows.show()
    return rows


def test_the_next_undecided_goes_round_until_none_is_left(rows: SuggestionList) -> None:
    seen = []
    for _ in range(3):
        assert rows.go_next_undecided()
        seen.append(rows.current)
    assert seen == [4, 2, 4]
    rows.set_suggestions(decided(decided(FOUR, 4, Decision.ACCEPTED), 2, Decision.ACCEPTED))
    assert not rows.go_next_undecided()
    assert rows.current == 4


def test_deciding_asks_for_all_selected_and_changes_nothing_itself(rows: SuggestionList, qtbot: QtBot) -> None:
    rows.set_current(SuggestionId(4))
    rows.selectionModel().select(rows.model().index(2, 0), rows.selectionModel().SelectionFlag.Select)
    with qtbot.waitSignal(rows.decided) as told:
        rows.decide(Decision.REJECTED)
    assert told.args == [[4, 3], Decision.REJECTED]
    assert rows.suggestions[0].decision == Decision.SUGGESTED


def test_selection_and_current_row_outlive_a_decision_and_new_suggestions(rows: SuggestionList) -> None:
    rows.set_current(SuggestionId(2))
    rows.set_suggestions(decided(FOUR, 2, Decision.ACCEPTED))
    assert (rows.current, rows.selected_ids()) == (2, [2])
    rows.set_suggestions([*FOUR, suggestion(6, 0.8)])
    assert (rows.current, rows.selected_ids()) == (2, [2])


def test_another_photo_has_no_current_row_and_says_so(rows: SuggestionList, qtbot: QtBot) -> None:
    rows.set_current(SuggestionId(2))
    with qtbot.waitSignal(rows.current_changed) as told:
        rows.set_suggestions([suggestion(20, 0.5, photo=2)])
    assert told.args == [None]


def send(rows: SuggestionList, kind: QEvent.Type, at: QPoint) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    spot = QPointF(at)
    globally = rows.viewport().mapToGlobal(spot)
    event = QMouseEvent(kind, spot, globally, button, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(rows.viewport(), event)


def test_the_mouse_decides_with_the_buttons_of_a_row_without_selecting_it(rows: SuggestionList, qtbot: QtBot) -> None:
    rows.set_current(SuggestionId(4))
    rect = rows.visualRect(rows.model().index(1, 0))
    for decision, place in button_rects(rect, Qt.LayoutDirection.LeftToRight).items():
        with qtbot.waitSignal(rows.decided) as told:
            send(rows, QEvent.Type.MouseMove, place.center())
            send(rows, QEvent.Type.MouseButtonPress, place.center())
            send(rows, QEvent.Type.MouseButtonRelease, place.center())
        assert told.args == [[2], decision]
    assert rows.current == 4


def test_a_button_released_elsewhere_decides_nothing(rows: SuggestionList, qtbot: QtBot) -> None:
    rect = rows.visualRect(rows.model().index(1, 0))
    place = button_rects(rect, Qt.LayoutDirection.LeftToRight)[Decision.ACCEPTED].center()
    with qtbot.assertNotEmitted(rows.decided):
        send(rows, QEvent.Type.MouseButtonPress, place)
        send(rows, QEvent.Type.MouseButtonRelease, QPoint(20, place.y()))


def test_hovering_is_told_once_a_row_and_taken_back(rows: SuggestionList) -> None:
    told: list[object] = []
    rows.hovered.connect(told.append)
    first = rows.visualRect(rows.model().index(0, 0)).center()
    for at in (first, first + QPoint(3, 0), rows.visualRect(rows.model().index(1, 0)).center()):
        send(rows, QEvent.Type.MouseMove, at)
    QApplication.sendEvent(rows, QEvent(QEvent.Type.Leave))
    assert told == [4, 2, None]
    rows.set_hovered(SuggestionId(2))
    assert told == [4, 2, None]


def test_letters_and_side_arrows_are_left_to_the_window(rows: SuggestionList) -> None:
    heard: list[int] = []
    parent = rows.parentWidget()
    assert parent is None
    rows.set_current(SuggestionId(4))
    rows.setFocus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_Right):
        QTest.keyClick(rows, key)
        heard.append(rows.current or 0)
    assert heard == [4, 4, 4]
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current == 2


def test_every_state_looks_different_without_colour(rows: SuggestionList, qapp: QApplication) -> None:
    theme.apply(qapp, theme.DARK)
    pictures = []
    for decision in Decision:
        rows.set_suggestions([suggestion(1, 0.5, decision)])
        image = rows.viewport().grab(rows.visualRect(rows.model().index(0, 0))).toImage()
        grey = image.copy(0, 0, 32, 28).convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.append([[grey.pixelColor(x, y).lightness() > 70 for x in range(32)] for y in range(28)])
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])
