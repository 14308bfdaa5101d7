from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from tagger.gui.commands import COMMANDS, Actions, Command, Place
from tagger.gui.shortcuts.resolving import meet


def names_in(menu: QMenu) -> list[str]:
    found = []
    for action in menu.actions():
        found += names_in(action.menu()) if action.menu() else [action.objectName()]
    return [name for name in found if name]


def test_names_are_there_once() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


def test_no_two_commands_share_a_key_in_the_same_place() -> None:
    def keys(command: Command) -> set[str]:
        return {QKeySequence(key).toString() for key in command.keys}

    shared = [
        (one.name, other.name)
        for one, other in combinations(COMMANDS, 2)
        if meet(one.place, other.place) and keys(one) & keys(other)
    ]
    assert shared == []


def test_every_key_is_one_that_qt_knows() -> None:
    assert [c.name for c in COMMANDS for key in c.keys if QKeySequence(key).isEmpty()] == []


def test_every_command_has_a_place_in_a_menu(qtbot: QtBot) -> None:
    owner, bar = QWidget(), QMenuBar()
    qtbot.addWidget(owner)
    qtbot.addWidget(bar)
    actions = Actions(dict.fromkeys(Place, owner), {command.name: lambda *_: None for command in COMMANDS})
    actions.fill(bar)
    listed = [name for menu in bar.actions() for name in names_in(menu.menu())]
    assert sorted(listed) == sorted(command.name for command in COMMANDS)
    assert listed[:3] == [command.name for command in COMMANDS][:3]


def test_a_command_without_a_function_is_noticed(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    with pytest.raises(AssertionError, match="accept"):
        Actions(dict.fromkeys(Place, owner), {c.name: lambda *_: None for c in COMMANDS if c.name != "accept"})


def test_only_checkable_commands_are_told_whether_they_are_on(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    called: dict[str, tuple[object, ...]] = {}
    calls = {c.name: lambda *given, name=c.name: called.update({name: given}) for c in COMMANDS}
    actions = Actions(dict.fromkeys(Place, owner), calls)
    for command in COMMANDS:
        actions[command.name].trigger()
        assert called[command.name] == ((True,) if command.checkable else ())


def test_a_command_that_is_used_before_its_function_is_there_has_it_made(qtbot: QtBot) -> None:
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(page)
    called: list[str] = []
    calls = {c.name: lambda *_, name=c.name: called.append(name) for c in COMMANDS}
    late = calls.pop("accept")
    owners = {place: window for place in Place if place is not Place.LABEL}

    def rest() -> None:
        called.append("made")
        actions.complete({Place.LABEL: page}, {"accept": late})

    actions = Actions(owners, calls, rest)
    assert not page.actions()
    actions["accept"].trigger()
    actions["accept"].trigger()
    assert called == ["made", "accept", "accept"]
    assert {each.objectName() for each in page.actions()} == {c.name for c in COMMANDS if c.place is Place.LABEL}


def test_what_is_missing_in_the_end_is_noticed(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = Actions(dict.fromkeys(Place, owner), {}, lambda: None)
    with pytest.raises(AssertionError, match="accept"):
        actions.complete({}, {c.name: lambda *_: None for c in COMMANDS if c.name != "accept"})
