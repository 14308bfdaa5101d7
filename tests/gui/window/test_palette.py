"""The palette in the real window, by keyboard."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from tagger.gui import theme
from tagger.gui.commands import COMMANDS
from tagger.gui.palette.panel import Palette
from tests.gui.window.driver import Walk


def panel(walk: Walk) -> Palette:
    found = walk.window.findChild(Palette)
    assert found is not None
    return found


def titles(walk: Walk) -> list[str]:
    model = panel(walk).model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


async def test_it_finds_and_runs_a_command_and_gives_the_focus_back(window: Walk) -> None:
    tester = QAbstractItemModelTester(panel(window).model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = window.focus
    await window.pressed("Ctrl+Shift+P")
    assert window.focus is panel(window).field
    window.type("hide panels")
    assert titles(window)[0] == "Hide all panels"
    await window.pressed("Return")
    assert not panel(window).isVisible()
    assert window.focus is before
    assert window.window.photos.panels.sources.isHidden()
    await window.pressed("Ctrl+Shift+P")
    assert titles(window)[0] == "Hide all panels", "what was used recently comes first"
    tester.deleteLater()


async def test_escape_gives_the_focus_back_to_a_field(window: Walk) -> None:
    await window.pressed("Ctrl+F", "Ctrl+Shift+P")
    window.type("x")
    await window.pressed("Esc")
    assert not panel(window).isVisible()
    assert window.focus is window.window.bar.field
    assert window.window.bar.field.text() == ""


async def test_it_goes_away_when_the_focus_goes_elsewhere(window: Walk) -> None:
    await window.pressed("Ctrl+Shift+P")
    await window.click(window.window.bar.field)
    assert not panel(window).isVisible()
    assert window.focus is window.window.bar.field


async def test_it_lists_every_command_with_its_keys_and_state(window: Walk) -> None:
    await window.pressed("Ctrl+Shift+P")
    model = panel(window).model
    entries = {entry.key: entry for entry in model._all}
    for command in COMMANDS:
        if command.name == "palette":
            continue
        entry, action = entries[f"command:{command.name}"], window.action(command.name)
        assert entry.enabled == action.isEnabled()
        assert bool(entry.keys) == bool(action.shortcuts())
    said = [str(model.index(row, 0).data(11)) for row in range(model.rowCount())]  # AccessibleTextRole
    assert any("Ctrl+Z" in each for each in said)


async def test_what_is_not_available_cannot_be_run(window: Walk) -> None:
    assert not window.action("zoom_actual").isEnabled()
    await window.pressed("Ctrl+Shift+P")
    window.type("actual size")
    assert titles(window)[0] == "Actual size"
    await window.pressed("Return")
    assert panel(window).isVisible()


async def test_settings_and_places_are_reached(window: Walk) -> None:
    assert theme.current() is theme.DARK
    await window.pressed("Ctrl+Shift+P")
    window.type("theme light")
    await window.pressed("Return")
    await window.until(lambda: theme.current() is theme.LIGHT, "the light theme")
    assert window.action("theme_light").isChecked()
    await window.pressed("Ctrl+Shift+P")
    window.type("unreadable")
    await window.pressed("Return")
    assert window.names == ["broken.jpg"]
    window.action("theme_dark").trigger()
    await window.until(lambda: theme.current() is theme.DARK, "the dark theme")


async def test_arrows_go_round_and_other_keys_type(window: Walk) -> None:
    await window.pressed("Ctrl+Shift+P")
    count = panel(window).model.rowCount()
    window.press("Up")
    assert panel(window).list.currentIndex().row() == count - 1
    window.press("Down", "Down")
    assert panel(window).list.currentIndex().row() == 1
    window.press("PgDown")
    assert panel(window).list.currentIndex().row() > 5
    window.type("px b")
    assert panel(window).field.text() == "px b", "no command takes a letter away"


async def test_it_stays_inside_a_small_window(window: Walk) -> None:
    await window.pressed("Ctrl+Shift+P")
    window.window.resize(10, 10)
    await window.idle()
    assert window.window.rect().contains(panel(window).geometry())
