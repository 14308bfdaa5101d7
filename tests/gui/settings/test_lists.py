"""Settings that hold lists, or that mean something of their own where they are empty."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QSpinBox
from pytestqt.qtbot import QtBot

from tagger.duplicates.keeper import RULES, rule_names
from tagger.gui.settings.editors import Editor
from tagger.gui.settings.lists import editor_of
from tagger.settings import DECLARED, Value


def shown(qtbot: QtBot, name: str, value: Value) -> tuple[Editor, list[Value], QListWidget]:
    """The control of a setting, what it was made to, and its list."""
    editor = editor_of(DECLARED[name])
    qtbot.addWidget(editor)
    chosen: list[Value] = []
    editor.edited.connect(chosen.append)
    editor.fill(value)
    control = editor.control
    return editor, chosen, control if isinstance(control, QListWidget) else control.findChild(QListWidget)


def titles(found: QListWidget) -> list[str]:
    return [found.item(row).text() for row in range(found.count())]


def test_rules_are_shown_in_words_those_that_hold_first(qtbot: QtBot) -> None:
    editor, chosen, rules = shown(qtbot, "duplicates.keep", "pixels,raw")
    assert titles(rules)[:2] == [RULES["pixels"].title, RULES["raw"].title]
    assert len(titles(rules)) == len(RULES)
    assert editor.words("pixels,raw") == f"{RULES['pixels'].title}, {RULES['raw'].title}"
    rules.item(2).setCheckState(Qt.CheckState.Checked)
    assert isinstance(chosen[-1], str)
    assert rule_names(chosen[-1])[:2] == ("pixels", "raw")
    assert len(rule_names(chosen[-1])) == 3


def test_the_last_rule_cannot_be_taken_away(qtbot: QtBot) -> None:
    _editor, chosen, rules = shown(qtbot, "duplicates.keep", "older")
    rules.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert chosen == []
    assert rules.item(0).checkState() is Qt.CheckState.Checked


@pytest.mark.parametrize("value", ["", "no-such-rule", "raw,,no-such-rule"])
def test_rules_that_were_written_wrongly_by_hand_are_the_usual_ones(qtbot: QtBot, value: str) -> None:
    _editor, _chosen, rules = shown(qtbot, "duplicates.keep", value)
    assert titles(rules)[0] == RULES["reference"].title


def test_folders_are_a_list_and_none_of_them_is_nothing(qtbot: QtBot) -> None:
    editor, chosen, folders = shown(qtbot, "duplicates.references", json.dumps(["/a b", "/ü"]))
    assert titles(folders) == ["/a b", "/ü"]
    editor.control.add("/c")
    assert json.loads(str(chosen[-1])) == ["/a b", "/ü", "/c"]
    for _each in range(3):
        folders.setCurrentRow(0)
        editor.control._remove()
    assert chosen[-1] == DECLARED["duplicates.references"].default
    assert editor.words("") == DECLARED["duplicates.references"].empty


@pytest.mark.parametrize("value", ["", "[", "{}", "3"])
def test_folders_that_are_no_list_are_none(qtbot: QtBot, value: str) -> None:
    _editor, _chosen, folders = shown(qtbot, "duplicates.folders", value)
    assert titles(folders) == []


def test_nothing_is_said_in_words(qtbot: QtBot) -> None:
    declared = [each for each in DECLARED.values() if each.empty]
    assert len(declared) >= 6
    for each in declared:
        editor, _chosen, _list = shown(qtbot, each.name, each.default)
        assert editor.words(each.default) == each.empty
        control = editor.control
        if isinstance(control, QSpinBox):
            assert control.text() == each.empty
        elif isinstance(control, QLineEdit):
            assert control.placeholderText() == each.empty
