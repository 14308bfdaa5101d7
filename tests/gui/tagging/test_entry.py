"""The field for tags: what Enter means, whatever comes late."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tagger.entities import TagPath
from tagger.gui.tagging.entry import Answer, TagField
from tagger.gui.tagging.popup import _runs
from tagger.vocabulary.completion import Completer, Completion

TAGS = tuple(map(TagPath, ("Animal|Bird|Heron", "Animal|Dog", "Holiday|Dog beach", "Nature|Lake")))


class Entry:
    """A field in a window, with answers that come when the test says so.

    Attributes:
        told: What was entered.
        late: Questions that are not answered yet; answered at once while None.
    """

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = TagField()
        self.other = TagField()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        layout.addStretch(1)
        self.window.resize(400, 500)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.told: list[str] = []
        self.late: list[tuple[str, Answer]] | None = None
        self.completer = Completer(TAGS, recent=[TAGS[3], TAGS[1]])
        self.field.entered.connect(self.told.append)
        self.field.set_source(self.ask)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self, text: str, answer: Answer) -> None:
        if self.late is None:
            answer(self.found(text))
        else:
            self.late.append((text, answer))

    def found(self, text: str) -> Sequence[Completion]:
        new = self.completer.new(text)
        return [*self.completer.complete(text), *([new] if new is not None else [])]

    def press(self, *keys: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(self.field, key, modifier)

    @property
    def offered(self) -> list[str]:
        return [each.path for each in self.field.popup.rows] if self.field.offering else []


@pytest.fixture
def entry(qtbot: QtBot) -> Entry:
    return Entry(qtbot)


def test_empty_it_offers_what_was_used_of_late_and_takes_nothing_unasked(entry: Entry) -> None:
    entry.other.setFocus()
    entry.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert entry.offered == ["Nature|Lake", "Animal|Dog"]
    entry.press(Qt.Key.Key_Return)
    assert entry.told == []
    entry.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert entry.told == ["Animal|Dog"]
    assert entry.field.hasFocus()


def test_enter_takes_the_top_match_and_the_field_is_ready_for_the_next(entry: Entry) -> None:
    QTest.keyClicks(entry.field, "dog")
    assert entry.offered == ["Animal|Dog", "Holiday|Dog beach", "dog"]
    entry.press(Qt.Key.Key_Return)
    QTest.keyClicks(entry.field, "haron")
    entry.press(Qt.Key.Key_Return)
    QTest.keyClicks(entry.field, "wholly new")
    entry.press(Qt.Key.Key_Return)
    assert entry.told == ["Animal|Dog", "Animal|Bird|Heron", "wholly new"]
    assert (entry.field.text(), entry.offered, entry.field.hasFocus()) == ("", [], True)


def test_shift_enter_makes_what_was_typed(entry: Entry) -> None:
    QTest.keyClicks(entry.field, "  her ")
    entry.press(Qt.Key.Key_Return, shift=True)
    assert entry.told == ["her"]


def test_enter_before_the_answer_means_what_it_would_have_meant_after_it(entry: Entry) -> None:
    entry.late = []
    QTest.keyClicks(entry.field, "her")
    entry.press(Qt.Key.Key_Return)
    QTest.keyClicks(entry.field, "lak")
    entry.press(Qt.Key.Key_Return)
    assert entry.told == []
    for text, answer in entry.late:
        answer(entry.found(text))
    assert entry.told == ["Animal|Bird|Heron", "Nature|Lake"]
    assert entry.offered == [], "what was typed before is not offered any more"


def test_an_answer_to_an_older_text_is_dropped(entry: Entry) -> None:
    entry.late = []
    QTest.keyClicks(entry.field, "do")
    (first, slow), (second, quick) = entry.late
    quick(entry.found(second))
    slow(entry.found(first)[:1])
    assert len(entry.offered) == 3


def test_escape_closes_the_list_first_and_then_leaves(entry: Entry, qtbot: QtBot) -> None:
    QTest.keyClicks(entry.field, "her")
    with qtbot.assertNotEmitted(entry.field.left):
        entry.press(Qt.Key.Key_Escape)
    assert (entry.offered, entry.field.text(), entry.told) == ([], "", [])
    with qtbot.waitSignal(entry.field.left):
        entry.press(Qt.Key.Key_Escape)


def test_the_mouse_takes_one_and_the_focus_stays(entry: Entry) -> None:
    QTest.keyClicks(entry.field, "dog")
    popup = entry.field.popup
    QTest.mouseClick(
        popup.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        popup.visualRect(popup.model().index(1, 0)).center(),
    )
    assert entry.told == ["Holiday|Dog beach"]
    assert entry.field.hasFocus()


def test_leaving_the_field_closes_the_list(entry: Entry) -> None:
    QTest.keyClicks(entry.field, "dog")
    entry.other.setFocus()
    assert entry.offered == []


def test_a_screen_reader_hears_what_enter_would_take(entry: Entry) -> None:
    QTest.keyClicks(entry.field, "dog")
    assert entry.field.accessibleDescription() == "Animal › Dog"
    entry.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert entry.field.accessibleDescription() == "New tag dog"


def test_the_part_that_matched_is_strong() -> None:
    completion = Completer(TAGS).complete("her")[0]
    runs = [(run.text, run.strong) for run, _leaf in _runs(completion)]
    assert runs == [("Animal", False), (" › ", False), ("Bird", False), (" › ", False), ("Her", True), ("on", False)]
