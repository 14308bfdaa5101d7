"""A window on half of a small screen: panels make room by themselves, come back, and stay where they were opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tagger.gui import theme
from tests.gui.window import audit, screens
from tests.gui.window.driver import Walk

NARROW_PX = 720
SEEN = ("grid, filtered", "grid, several selected", "viewer", "compare", "by label", "settings", "backends", "activity")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, as it was before when the test has ended."""
    before = qapp.property("systemFontPx")
    yield qapp
    qapp.setProperty("systemFontPx", before)
    theme.apply(qapp, theme.current())


async def test_panels_are_put_away_and_come_back(window: Walk) -> None:
    main, panels = window.window, window.window.photos.panels
    wide = main.width()
    assert panels.sources.isVisible()
    assert panels.inspector.isVisible()
    window.window.inspector.tags.field.setFocus()
    main.resize(NARROW_PX, 700)
    await window.idle()
    assert main.width() == NARROW_PX
    assert not panels.sources.isVisible()
    assert not panels.inspector.isVisible()
    assert not window.action("inspector").isChecked()
    assert window.focus is main.browser.grid, "the focus is not lost with its panel"
    main.resize(900, 700)
    await window.idle()
    assert panels.inspector.isVisible(), "one decides by it"
    assert not panels.sources.isVisible()
    main.resize(wide, 700)
    await window.idle()
    assert panels.sources.isVisible()
    assert window.action("sources").isChecked()


async def test_what_is_opened_by_hand_stays_and_what_is_closed_by_hand_does_not_come_back(window: Walk) -> None:
    main, panels = window.window, window.window.photos.panels
    wide = main.width()
    main.resize(NARROW_PX, 700)
    await window.pressed("F6")
    assert panels.inspector.isVisible()
    assert main.width() > NARROW_PX, "the window grew for it"
    await window.pressed("Shift+L")
    assert not panels.inspector.isVisible()
    await window.pressed("Esc")
    main.resize(NARROW_PX, 700)
    await window.idle()
    assert panels.inspector.isVisible()
    await window.pressed("F6")
    main.resize(wide, 700)
    await window.idle()
    assert not panels.inspector.isVisible()
    assert panels.sources.isVisible()


async def test_panels_put_away_for_want_of_room_are_there_in_the_next_window(window: Walk) -> None:
    wide = window.window.width()
    window.window.resize(NARROW_PX, 700)
    await window.idle()
    await window.close()
    await window.open()
    await window.idle()
    panels = window.window.photos.panels
    assert window.window.width() == NARROW_PX
    assert not panels.inspector.isVisible()
    window.window.resize(wide, 700)
    await window.idle()
    assert panels.sources.isVisible()
    assert panels.inspector.isVisible()


@pytest.mark.parametrize("pixels", [13, 17, 27])
async def test_nothing_is_cut_in_a_narrow_window(window: Walk, app: QApplication, pixels: int) -> None:
    app.setProperty("systemFontPx", pixels)
    theme.apply(app, theme.current())
    await screens.furnish(window)
    faults = []
    for name in SEEN:
        await screens.home(window)
        window.window.resize(NARROW_PX, 780)
        await screens.SCREENS[name](window)
        assert window.window.width() == NARROW_PX, name
        faults += [f"{name}: {fault}" for fault in audit.cut(window.window)]
    assert faults == []
