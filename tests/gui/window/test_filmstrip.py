from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.window.driver import Walk


async def test_it_shows_the_list_under_the_photo_and_a_click_goes_there(window: Walk) -> None:
    strip = window.window.browser.filmstrip
    assert not strip.isVisible()
    await window.pressed("Return")
    await window.until(strip.isVisible, "the filmstrip")
    target = window.ids[3]
    await window.click(strip.viewport(), strip.visualRect(window.window.browser.model.index(3)).center())
    assert window.photo == target
    await window.until(lambda: window.window.browser.viewer.photo.id == target, "the photo")
    await window.pressed("Right")
    assert window.photo == window.ids[4]
    QTest.keyClick(strip, Qt.Key.Key_End)
    await window.idle()
    assert window.photo == window.ids[-1]
    await window.pressed("Esc")
    assert window.window.browser.grid.selected_ids() == [window.ids[-1]]


async def test_the_photos_have_their_pictures_and_their_names_for_screen_readers(window: Walk) -> None:
    browser = window.window.browser
    await window.pressed("Return")
    shown = [row for row in browser.filmstrip.strip().rows() if browser.model.summary_at(row) is not None]
    await window.until(lambda: sum(map(window.thumbnail, window.ids)) >= len(shown) - 1, "thumbnails")
    assert browser.filmstrip.accessibleName()
    assert browser.filmstrip.model() is browser.model


async def test_a_new_list_keeps_the_photo_chosen(window: Walk) -> None:
    await window.pressed("Return", "Right", "Right")
    chosen = window.photo
    window.window.browser.model.set_ids(list(reversed(window.ids)))
    await window.idle()
    assert window.photo == chosen
    assert window.window.browser.grid.selected_ids() == [chosen]
    assert window.window.browser.filmstrip.currentIndex().row() == window.window.browser.model.row_of(chosen)


async def test_it_can_be_put_away_and_stays_away(window: Walk) -> None:
    await window.pressed("Return", "F9")
    assert not window.window.browser.filmstrip.isVisible()
    await window.close()
    await window.open()
    await window.idle()
    await window.pressed("Return")
    assert not window.window.browser.filmstrip.isVisible()
    assert not window.action("filmstrip").isChecked()
    await window.pressed("F9")
    assert window.window.browser.filmstrip.isVisible()


async def test_full_screen_shows_the_photo_alone_and_esc_leads_back(window: Walk) -> None:
    main, browser = window.window, window.window.browser
    await window.pressed("Return", "F11")
    assert main.isFullScreen()
    inspector = main.photos.panels.inspector
    around = [main.menuBar(), main.statusBar(), main.bar, browser.header, browser.filmstrip, inspector]
    assert not any(each.isVisible() for each in around)
    await window.pressed("Right")
    assert window.photo == window.ids[1]
    await window.pressed("Esc")
    assert not main.isFullScreen()
    assert browser.in_viewer
    assert all(each.isVisible() for each in around)
    await window.pressed("Esc", "F11")
    assert not browser.in_viewer
    assert not main.menuBar().isVisible()
    await window.pressed("F11")
    assert main.menuBar().isVisible()
