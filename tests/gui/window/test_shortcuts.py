"""Changing keys in the real window: applied at once, everywhere, and kept."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tagger.gui.messages import Level
from tagger.gui.shortcuts.editor import ShortcutEditor
from tests.gui.window.driver import Walk


async def editor(walk: Walk, search: str) -> ShortcutEditor:
    walk.action("shortcuts").trigger()
    await walk.idle()
    found = walk.window.findChild(ShortcutEditor)
    assert found is not None
    assert found.isVisible()
    found.field.setFocus()
    found.field.clear()
    walk.type(search)
    found.list.setFocus()
    return found


def kept(walk: Walk) -> dict[str, object]:
    text = walk.config.read_text() if walk.config.exists() else ""
    return tomllib.loads(text).get("shortcuts", {})


async def test_a_recorded_key_works_at_once_and_at_the_next_start(window: Walk) -> None:
    found = await editor(window, "hide all panels")
    tester = QAbstractItemModelTester(found.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    window.press("Return")
    assert found.detail.recorder.listening
    await window.pressed("Ctrl+Alt+F11")
    assert kept(window) == {"panels": ["F8", "Ctrl+Alt+F11"]}
    assert found.model.index(0, 1).data() == "F8, Ctrl+Alt+F11"
    assert "F8" in window.action("panels").toolTip()
    await window.pressed("Esc", "Esc", "Ctrl+Alt+F11")
    assert window.window.photos.panels.sources.isHidden()
    tester.deleteLater()
    await window.close()
    await window.open()
    await window.idle()
    await window.pressed("Ctrl+Alt+F11")
    assert window.window.photos.panels.sources.isVisible()


async def test_a_conflict_says_who_has_the_key_and_is_settled_there(window: Walk) -> None:
    found = await editor(window, "hide all panels")
    await window.pressed("Return", "P")
    assert "Accept" in window.texts(found.detail)
    assert window.focus is found.detail.take_over
    assert [key.toString() for key in window.action("accept").shortcuts()] == ["P"], "nothing happens unasked"
    await window.pressed("Space")
    assert window.action("accept").shortcuts() == []
    assert kept(window) == {"panels": ["F8", "P"]}
    found.choose("accept")
    assert "Hide all panels" in window.texts(found.detail), "the loser says who has it"
    found.choose("panels")
    await window.click(found.detail.reset)
    assert kept(window) == {}
    assert [key.toString() for key in window.action("accept").shortcuts()] == ["P"]


async def test_escape_ends_recording_and_keys_that_fields_need_are_refused(window: Walk) -> None:
    found = await editor(window, "hide all panels")
    await window.pressed("Return", "Esc")
    assert not found.detail.recorder.listening
    assert found.isVisible()
    for key in ("Space", "Tab", "H"):
        found.list.setFocus()
        await window.pressed("Return", key)
        assert found.detail.recorder.accessibleDescription(), key
    assert kept(window) == {}


async def test_keys_are_taken_away_and_all_are_reset(window: Walk) -> None:
    found = await editor(window, "hide all panels")
    await window.pressed("Delete")
    assert kept(window) == {"panels": []}
    assert window.action("panels").shortcuts() == []
    assert window.action("panels").toolTip() == "Hide all panels"
    window.window.program.keymap.reset_all()
    await window.idle()
    assert kept(window) == {}
    assert found.model.index(0, 1).data() == "F8"


async def test_the_list_is_searched_by_name_and_by_key(window: Walk) -> None:
    found = await editor(window, "ctrl+z")
    listed = [found.model.index(row, 0).data() for row in range(found.model.rowCount())]
    assert listed == ["Undo"]
    assert found.narrow("nothing at all") == 0
    assert not found.detail.isEnabled()


async def test_a_scheme_goes_to_a_file_and_comes_back(window: Walk, tmp_path: Path) -> None:
    keymap, path = window.window.program.keymap, tmp_path / "mine.toml"
    keymap.add("panels", "Ctrl+Alt+F11")
    keymap.remove("accept", "P")
    keymap.export(path)
    await window.idle()
    assert tomllib.loads(path.read_text())["shortcuts"] == {"accept": [], "panels": ["F8", "Ctrl+Alt+F11"]}
    keymap.reset_all()
    keymap.take_in(path)
    await window.idle()
    assert keymap.keys("panels") == ("F8", "Ctrl+Alt+F11")
    assert kept(window) == {"accept": [], "panels": ["F8", "Ctrl+Alt+F11"]}


async def test_a_file_that_is_no_scheme_changes_nothing(window: Walk, tmp_path: Path) -> None:
    keymap, path = window.window.program.keymap, tmp_path / "bad.toml"
    keymap.add("panels", "Ctrl+Alt+F11")
    for content in (b"\xff\xfe", b"shortcuts = 3", b"[other]\n", b"[shortcuts\n"):
        path.write_bytes(content)
        keymap.take_in(path)
        await window.idle()
        assert window.message is not None
        assert window.message.level is Level.ERROR
    assert keymap.keys("panels") == ("F8", "Ctrl+Alt+F11")


async def test_hostile_keys_in_the_settings_are_named_and_do_nothing(walk: Walk) -> None:
    walk.config.parent.mkdir(parents=True, exist_ok=True)
    walk.config.write_text(
        '[shortcuts]\nno_such = ["A"]\naccept = ["Nonsense"]\nreject = ["Space"]\nundo = ["Ctrl+U"]\n'
    )
    await walk.open()
    await walk.idle()
    said = " ".join(message.text for message in walk.bar._shown.values())
    assert all(word in said for word in ("no_such", "Nonsense", "Space"))
    assert walk.window.program.keymap.keys("accept") == ("P",)
    assert walk.window.program.keymap.keys("undo") == ("Ctrl+U",)
    await walk.close()


async def test_keys_of_text_fields_are_not_stolen(window: Walk) -> None:
    keymap = window.window.program.keymap
    keymap.add("panels", "Q")
    keymap.add("inspector", "Ctrl+C")
    await window.idle()
    await window.pressed("Ctrl+F")
    window.type("q")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    await window.idle()
    assert window.window.bar.field.text() == "q"
    assert QApplication.clipboard().text() == "q"
    assert window.window.photos.panels.inspector.isVisible()
