"""The window is of use from its first page on, while the rest of it is still being made."""

from __future__ import annotations

import pytest

from tagger.gui.main_window import MainWindow
from tests.gui.window.driver import Walk


async def test_what_is_used_before_it_is_there_is_made_at_once(window: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    await window.close()
    rest, seen = MainWindow.furnish, []

    async def furnish(made: MainWindow) -> None:
        seen.append((made.browser.first_page.shown, len(made.browser.grid.visible_ids())))
        before = len(made._parts)
        made.actions_["settings"].trigger()
        seen.append((made.pages.currentWidget() is not made.browser, len(made._parts) > before))
        await rest(made)
        seen.append((len(made._parts), len({type(part) for part in made._parts})))

    monkeypatch.setattr(MainWindow, "furnish", furnish)
    await window.open()
    await window.idle()
    (shown, photos), used, (parts, kinds) = seen
    assert shown
    assert photos > 0
    assert used == (True, True)
    assert parts == kinds, "nothing is made twice"
    await window.pressed("Esc")
    assert window.window.browser.isVisible()
    await window.pressed("Return")
    assert window.window.browser.in_viewer
    assert window.window.inspector.isVisible()


async def test_an_empty_library_waits_for_no_photo(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tagger.gui.first_page._PATIENCE_S", 3600.0)
    await walk.open()
    await walk.until(walk.window.start_page.isVisible, "the start page")
