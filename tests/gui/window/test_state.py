"""What the window remembers, and how it is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tagger.gui import theme
from tagger.gui.commands import COMMANDS
from tagger.gui.key_sheet import KeySheet
from tests.gui.window.driver import Walk


async def test_size_panels_thumbnails_and_theme_come_back(window: Walk) -> None:
    main = window.window
    await window.pressed("F5", "Ctrl++")
    main.resize(1, 654)  # no wider than it must be: it has to fit on the small offscreen screen
    size = main.size()
    side = main.browser.grid.thumbnail_side
    assert main.photos.panels.sources.isHidden()
    window.action("theme_light").trigger()
    await window.idle()
    await window.close()
    await window.open()
    await window.idle()
    main = window.window
    assert main.size() == size
    assert size.height() == 654
    assert main.photos.panels.sources.isHidden()
    assert not window.action("sources").isChecked()
    assert main.browser.grid.thumbnail_side == main.browser.header.zoom.value() == side != 192
    assert window.action("theme_light").isChecked()
    ground = main.browser.grid.grab().toImage().pixelColor(1, 1)
    assert ground == theme.colour("surface.0")
    assert ground.lightness() > 200
    window.action("theme_dark").trigger()
    await window.idle()
    assert main.browser.grid.grab().toImage().pixelColor(1, 1).lightness() < 60


async def test_panels_are_hidden_by_key(window: Walk) -> None:
    docks = window.window.photos.panels.sources, window.window.photos.panels.inspector
    for key, dock in zip(("F5", "F6"), docks, strict=True):
        await window.pressed(key)
        assert dock.isHidden()
        await window.pressed(key)
        assert dock.isVisible()
    await window.pressed("F8")
    assert all(dock.isHidden() for dock in docks)
    assert window.focus is window.window.browser.grid
    await window.pressed("F8")
    assert all(dock.isVisible() for dock in docks)
    await window.pressed("F8", "F5")
    assert docks[0].isVisible()
    await window.pressed("F8")
    assert all(dock.isHidden() for dock in docks), "one was in view, so F8 hides"


async def test_hiding_the_panel_with_the_focus_does_not_lose_it(window: Walk) -> None:
    window.window.inspector.tags.field.setFocus()
    await window.pressed("F6")
    assert window.focus is window.window.browser.grid


async def test_boxes_are_hidden_while_h_is_held(window: Walk) -> None:
    await window.pressed("Return")
    view = window.window.browser.viewer.view
    QTest.keyPress(view, Qt.Key.Key_H)
    assert not view.overlays_visible
    QTest.keyRelease(view, Qt.Key.Key_H)
    assert view.overlays_visible
    QTest.keyPress(view, Qt.Key.Key_H)
    await window.pressed("Esc")
    QTest.keyRelease(window.focus, Qt.Key.Key_H)
    assert view.overlays_visible, "also when the viewer was left meanwhile"
    await window.pressed("Return", "B")
    assert not view.overlays_visible
    QTest.keyClick(view, Qt.Key.Key_H)
    assert not view.overlays_visible, "switched off stays off"


async def test_the_sheet_lists_every_command_that_has_a_key_as_it_is_now(window: Walk) -> None:
    await window.pressed("?")
    (sheet,) = window.window.findChildren(KeySheet)
    text = window.texts(sheet)
    assert [c.title for c in COMMANDS if c.keys and c.title not in text] == []
    assert "About Tagger" not in text, "it has no key"
    sheet.field.setText("about")
    assert "About Tagger" in window.texts(sheet)
    sheet.field.clear()
    window.window.program.keymap.add("about", "Ctrl+Alt+F11")
    await window.idle()
    assert "Ctrl+Alt+F11" in window.texts(sheet)
    window.window.program.keymap.reset_all()
    await window.idle()
    assert "Ctrl+Alt+F11" not in window.texts(sheet)
    window.press("Esc", on=sheet)
    window.window.activateWindow()
    await window.until(window.window.isActiveWindow, "the window to be active again")
    await window.pressed("?")
    assert sum(each.isVisible() for each in window.window.findChildren(KeySheet)) == 1
    for each in window.window.findChildren(KeySheet):
        each.close()
    window.window.activateWindow()
    await window.idle()
    assert len(window.window.findChildren(KeySheet)) == 0, "closed sheets are not kept"
