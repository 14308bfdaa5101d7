"""Every screen and state for everyone: spoken, reached by keys, at every size of text, and read from the right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tagger.gui import theme
from tests.gui.window import audit, screens
from tests.gui.window.driver import Walk


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, as it was before when the test has ended."""
    before = qapp.property("systemFontPx"), qapp.layoutDirection()
    yield qapp
    qapp.setProperty("systemFontPx", before[0])
    qapp.setLayoutDirection(before[1])
    theme.apply(qapp, theme.current())


async def walked(walk: Walk) -> list[str]:
    """What is wrong on any screen, with the name of the screen."""
    faults = []
    async for name in screens.each_screen(walk):
        for root in screens.roots(walk):
            faults += [f"{name}: {fault}" for fault in (*audit.spoken_badly(root), *audit.cut(root))]
    return faults


async def test_every_control_speaks_and_every_text_has_room(window: Walk) -> None:
    window.window.resize(1280, 800)
    assert await walked(window) == []


@pytest.mark.parametrize("points", [13, 20])
async def test_large_fonts_of_the_system_cut_nothing(window: Walk, app: QApplication, points: int) -> None:
    app.setProperty("systemFontPx", screens.PX[points])
    theme.apply(app, theme.current())
    window.window.resize(1280, 800)
    await window.idle()
    assert await walked(window) == []


async def test_read_from_the_right_nothing_overlaps(window: Walk, app: QApplication) -> None:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.window.resize(1280, 800)
    await window.idle()
    assert await walked(window) == []
