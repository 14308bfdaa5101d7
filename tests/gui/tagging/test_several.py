"""What several photos carry, as the inspector shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tagger.entities import Decision, TagPath
from tagger.gui.review.inspector import Inspector
from tagger.gui.tagging.rows import Row, RowModel
from tagger.review.selection import AtHand, Carried, CarriedLabel, CarriedTag

HERON, SEA, NEW = TagPath("Animal|Heron"), TagPath("Holiday|Sea"), TagPath("New")
LABELS = (
    CarriedLabel("heron", HERON, {Decision.SUGGESTED: 41, Decision.REJECTED: 2}),
    CarriedLabel("sea", SEA, {Decision.ACCEPTED: 3}),
    CarriedLabel("boat", TagPath("Boat"), {Decision.SUGGESTED: 1}),
)
CARRIED = Carried(312, (CarriedTag(SEA, 312), CarriedTag(HERON, 41)), LABELS)


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.resize(320, 900)
    inspector.show()
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    inspector.set_selection_count(312)
    inspector.tags.quick.set_keys([f"Alt+{n}" for n in range(1, 10)])
    inspector.tags.set_at_hand(AtHand((HERON, SEA), (NEW,)))
    inspector.show_carried(CARRIED, anew=True)
    return inspector


def test_the_labels_of_several_are_gone_once_none_was_selected_in_between(inspector: Inspector) -> None:
    inspector.set_selection_count(0)
    inspector.set_selection_count(1)
    assert inspector.labels.isHidden()
    assert not inspector.labels.rows


def test_mixed_tags_are_shown_as_they_are(inspector: Inspector) -> None:
    rows = inspector.tags.several.rows
    assert [(row.title, row.mark, row.counts[0].text) for row in rows] == [
        ("Sea", "accept", "all 312"),
        ("Heron", "remove", "41 of 312"),
    ]
    assert [row.spoken for row in rows] == ["Sea, on all 312 photos", "Heron, on 41 of 312 photos"]
    chips = [chip.accessibleName() for chip in inspector.tags.quick.chips]
    assert chips == ["Heron, on 41 of 312 photos", "Sea, on all 312 photos", "New, on none of 312 photos"]
    assert "Alt+1" in inspector.tags.quick.chips[0].toolTip()


def test_a_mixed_tag_offers_both_ways_by_key_and_by_mouse(inspector: Inspector) -> None:
    told: list[tuple[str, str]] = []
    inspector.tag_added.connect(lambda tag: told.append(("add", tag)))
    inspector.tag_removed.connect(lambda tag: told.append(("remove", tag)))
    rows, menu = inspector.tags.several, inspector.tags.menu
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_End)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    titles = [action.text() for action in menu.actions() if action.text()]
    assert titles == ["Add to all 312 photos", "Remove from 41 photos", "Unpin this tag"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    for button in ("add", "remove"):
        place: QPoint = rows.button_place(HERON, button)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert told == [("add", HERON), ("remove", HERON), ("add", HERON), ("remove", HERON)]


def test_a_chip_adds_to_all_or_takes_off_all(inspector: Inspector) -> None:
    told: list[tuple[str, str]] = []
    inspector.tag_added.connect(lambda tag: told.append(("add", tag)))
    inspector.tag_removed.connect(lambda tag: told.append(("remove", tag)))
    for chip in inspector.tags.quick.chips:
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert told == [("add", HERON), ("remove", SEA), ("add", NEW)]


def test_labels_are_counted_by_state_and_keep_their_place_while_one_decides(inspector: Inspector) -> None:
    labels = inspector.labels
    assert [row.spoken for row in labels.rows] == [
        "Heron, 41 waiting, 2 rejected",
        "Sea, 3 accepted",
        "Boat, 1 waiting",
    ]
    assert labels.label == LABELS[0], "the first that waits is current"
    decided = CarriedLabel("heron", HERON, {Decision.ACCEPTED: 41, Decision.REJECTED: 2})
    inspector.show_carried(Carried(312, CARRIED.tags, (LABELS[2], decided, LABELS[1])), anew=False)
    assert [row.title for row in labels.rows] == ["Heron", "Sea", "Boat"]
    assert labels.label == decided
    assert inspector.go_next_undecided()
    assert labels.label == LABELS[2]
    wanted: list[Decision] = []
    inspector.label_decided.connect(wanted.append)
    inspector.decide_current(Decision.DEFERRED)
    place = labels.button_place(LABELS[2].key, "rejected")
    QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert wanted == [Decision.DEFERRED, Decision.REJECTED]


def test_the_focus_is_kept_when_a_row_goes(inspector: Inspector) -> None:
    rows = inspector.tags.several
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_End)
    inspector.show_carried(Carried(312, CARRIED.tags[:1]), anew=False)
    assert rows.hasFocus()
    assert rows.current == SEA
    inspector.show_carried(Carried(312), anew=False)
    assert inspector.tags.field.hasFocus()


def test_the_rows_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = RowModel()
    qtmodeltester.check(model)
    assert model.set_rows([Row("a", "A", "A"), Row("b", "B", "B")])
    assert not model.set_rows([Row("a", "A", "A"), Row("b", "B", "B, changed")])
    assert model.index_of("b").data(Qt.ItemDataRole.AccessibleTextRole) == "B, changed"
    assert not model.index_of("gone").isValid()
