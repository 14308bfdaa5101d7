"""What is left of a window that was closed: nothing, however many libraries a user opens one after the other."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QApplication

from tests.gui.window.driver import Walk

PAGES = ("settings", "backends", "shortcuts", "duplicates")
GROWTH = 400  # objects, of the 20,000 and more of a window


async def seen(walk: Walk) -> None:
    """Open the window, look at its pages, close it."""
    await walk.open()
    await walk.idle()
    for name in PAGES:
        walk.action(name).trigger()
        await walk.idle()
    await walk.close()


async def test_a_closed_window_is_gone(walk: Walk) -> None:
    await seen(walk)
    assert await walk.held() == []


async def test_opening_again_and_again_takes_no_more(walk: Walk) -> None:
    counts = []
    for _ in range(3):
        await seen(walk)
        assert await walk.held() == []
        counts.append((len(QApplication.allWidgets()), len(gc.get_objects())))
    assert counts[2][0] == counts[1][0]
    assert counts[2][1] - counts[1][1] < GROWTH, counts
