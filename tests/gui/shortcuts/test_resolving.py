"""Keys are given out so that none belongs to two commands that hear it in the same place."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tagger.gui.commands import COMMANDS
from tagger.gui.commands.command import Command, Place, command
from tagger.gui.shortcuts.resolving import holders, meet, resolve, sparse, taken_over
from tagger.gui.shortcuts.spelling import pressed, refusal, spelled, uniform

TABLE = (
    command("accept", "Review", "Accept", "P"),
    command("reject", "Review", "Reject", "X"),
    command("undo", "Edit", "Undo", "Ctrl+Z", "Z"),
    command("open", "View", "Open", "Return", place=Place.CENTRE),
    command("zoom", "View", "Zoom", "F", place=Place.VIEWER),
    command("about", "Help", "About"),
)
NAMED = {each.name: each for each in TABLE}
KEYS = st.sampled_from(["P", "X", "Z", "F", "Q", "Ctrl+Z", "Return"])
OVERRIDES = st.dictionaries(
    st.sampled_from([*NAMED, "gone"]), st.lists(KEYS, max_size=3).map(lambda keys: tuple(dict.fromkeys(keys)))
)


def ambiguous(keys: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [
        (one.name, other.name)
        for one, other in combinations(TABLE, 2)
        if meet(one.place, other.place) and set(keys[one.name]) & set(keys[other.name])
    ]


def test_without_overrides_everything_is_as_it_comes() -> None:
    assert resolve(TABLE, {}).keys == {each.name: each.keys for each in TABLE}
    table = uniform(COMMANDS)
    assert resolve(table, {}).keys == {each.name: each.keys for each in table}
    assert not resolve(table, {}).lost


def test_what_the_user_decided_goes_before_the_defaults() -> None:
    found = resolve(TABLE, {"reject": ("P",)})
    assert found.keys["reject"] == ("P",)
    assert found.keys["accept"] == ()
    assert found.lost == {"accept": {"P": "reject"}}


def test_of_two_decisions_the_first_of_the_table_holds() -> None:
    found = resolve(TABLE, {"undo": ("Q",), "accept": ("Q",)})
    assert found.keys["accept"] == ("Q",)
    assert found.lost["undo"] == {"Q": "accept"}


@given(OVERRIDES)
def test_no_key_is_ambiguous_whatever_the_file_says(overrides: dict[str, tuple[str, ...]]) -> None:
    found = resolve(TABLE, overrides)
    assert ambiguous(dict(found.keys)) == []
    assert found.keys.keys() == NAMED.keys()
    for name, keys in overrides.items():
        if name in NAMED:
            assert {*found.keys[name], *found.lost.get(name, {})} == set(keys), "nothing is lost silently"


@given(OVERRIDES, st.sampled_from(list(NAMED)), KEYS)
def test_taking_over_gives_the_key_and_leaves_the_rest(
    overrides: dict[str, tuple[str, ...]], name: str, key: str
) -> None:
    before = resolve(TABLE, overrides).keys
    losers = {each.name for each in holders(TABLE, before, NAMED[name], key)}
    changes = taken_over(TABLE, overrides, NAMED[name], key)
    merged = {each: keys for each, keys in {**overrides, **changes}.items() if keys is not None}
    after = resolve(TABLE, merged).keys
    assert key in after[name]
    assert set(before[name]) <= set(after[name])
    for loser in losers:
        assert key not in after[loser]
    # A key that gets free may come back to the command it belongs to; no other key goes away.
    assert all(set(before[each]) - {key} <= set(after[each]) for each in NAMED)


def test_an_override_that_says_the_default_is_none() -> None:
    assert sparse(NAMED["accept"], ("P",)) is None
    assert sparse(NAMED["accept"], ()) == ()
    assert taken_over(TABLE, {"reject": ("X", "P")}, NAMED["accept"], "P") == {"reject": None, "accept": None}


SPELLED = {
    "ctrl+shift+p": "Ctrl+Shift+P",
    "?": "?",
    "Enter": "Enter",
    "pgup": "PgUp",
    "Ctrl++": "Ctrl++",
    "ö": "Ö",
    "": "",
    "Nonsense": "",
    "Ctrl": "",
    "Ctrl+K, Ctrl+S": "",
}


@pytest.mark.parametrize(("text", "expected"), SPELLED.items())
def test_keys_have_one_spelling(text: str, expected: str) -> None:
    assert spelled(text) == expected
    assert spelled(spelled(text)) == expected


@given(st.text(max_size=30))
def test_any_text_is_a_key_or_none(text: str) -> None:
    key = spelled(text)
    assert not key or spelled(key) == key


NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "expected"),
    [
        (Qt.Key.Key_P, NONE, "p", "P"),
        (Qt.Key.Key_P, SHIFT, "P", "Shift+P"),
        (Qt.Key.Key_P, CTRL | SHIFT, "\x10", "Ctrl+Shift+P"),
        (Qt.Key.Key_Question, SHIFT, "?", "?"),
        (Qt.Key.Key_Shift, SHIFT, "", ""),
        (Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5", "5"),
        (Qt.Key.Key_Backtab, SHIFT, "", "Shift+Tab"),
        (Qt.Key.Key_F5, NONE, "", "F5"),
    ],
)
def test_what_is_pressed_is_spelled(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, expected: str) -> None:
    assert pressed(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) == expected


def test_keys_that_fields_and_lists_need_are_refused_for_the_whole_window() -> None:
    for key in ("Return", "Esc", "Left", "Space", "Tab", "Shift+Tab", "H"):
        assert refusal(NAMED["accept"], key), key
    for key in ("Ctrl+Return", "A", "F2", "Del", "Alt+Left"):
        assert not refusal(NAMED["accept"], key), key
    assert not refusal(NAMED["open"], "Space"), "in the centre nobody types"
    assert refusal(NAMED["open"], "Tab")


def test_no_default_of_the_table_is_one_that_the_user_could_not_give() -> None:
    def wrong(each: Command) -> list[str]:
        return [key for key in each.keys if not spelled(key) or refusal(each, spelled(key))]

    assert {each.name: wrong(each) for each in COMMANDS if wrong(each)} == {}
