"""The places among the sources: their menus, what is dropped on them, and that to go there chooses nothing."""

from __future__ import annotations

import json

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tagger.entities import PhotoId, TagPath
from tagger.gui.sources.model import SEARCH_MIME, TAG_MIME, SourceRole
from tagger.store import searches
from tests.gui.window.driver import Walk
from tests.gui.window.test_tag_tree import at, drop, paths, rename, tagged

NONE = Qt.KeyboardModifier.NoModifier


async def menu_of(window: Walk, key: str) -> QMenu:
    """Ask for the menu of a place."""
    tree = window.window.sources.tree
    index = window.window.sources.model.find(key)
    assert index.isValid(), key
    tree.scrollTo(index)
    spot = tree.visualRect(index).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(tree.viewport(), QContextMenuEvent(reason, spot, tree.viewport().mapToGlobal(spot)))
    await window.until(QApplication.activePopupWidget, "the menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


async def choose(window: Walk, menu: QMenu, words: str) -> None:
    """Choose from a menu by mouse."""
    action = next(each for each in menu.actions() if each.text() == words)
    await window.click(menu, menu.actionGeometry(action).center())


async def saved(window: Walk, *titles: str) -> list[int]:
    """Save searches; their ids."""
    for title in titles:
        window.tagger.store.write(lambda db, title=title: searches.save(db, title, f"is:tagged {title}")).result()
    window.window.sources.set_expanded("searches")
    window.window._sources_again.start(0)
    await window.idle()
    return [each.id for each in window.tagger.store.read(searches.saved)]


def titles(window: Walk) -> list[str]:
    return [each.title for each in window.tagger.store.read(searches.saved)]


async def test_the_focus_alone_goes_nowhere(window: Walk) -> None:
    panel, tree = window.window.sources, window.window.sources.tree
    panel.point_at(QModelIndex())
    window.window.browser.search("is:unreadable")
    await window.idle()
    chosen: list[object] = []
    panel.chosen.connect(chosen.append)
    window.window.browser.grid.setFocus()
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    await window.idle()
    assert chosen == []
    await window.pressed("Down")
    assert len(chosen) == 1, "the arrows still choose"


async def test_a_label_is_reviewed_from_its_menu(window: Walk) -> None:
    panel = window.window.sources
    panel.set_expanded("labels")
    await window.idle()
    labels = panel.model.find("labels")
    key = str(panel.model.index(panel.model.rowCount(labels) - 1, 0, labels).data(SourceRole.KEY))
    await choose(window, await menu_of(window, key), "Review this label")
    part = window.window.photos.by_label
    await window.until(lambda: part.model.rowCount(), "its crops")
    assert part._label is not None
    assert f"label:{part._label.key}" == key.casefold()


async def test_what_is_about_unseen_photos_does_nothing(window: Walk) -> None:
    await window.pressed("Shift+L")
    await window.until(lambda: window.window.photos.by_label.model.rowCount(), "the crops")
    before = window.decisions(), window.rows("SELECT id, rating FROM photos")
    for widget in (window.window.inspector.list, window.window.sources.tree):
        widget.setFocus()
        await window.pressed("P", "Shift+X", "5")
    assert (window.decisions(), window.rows("SELECT id, rating FROM photos")) == before
    assert not window.action("accept").isEnabled()
    window.window.photos.by_label.page.view.setFocus()
    await window.pressed("Esc")
    assert window.action("accept").isEnabled()
    await window.pressed("P")
    assert window.decisions() != before[0]


async def test_a_saved_search_is_moved_and_deleted_from_its_menu_and_comes_back(window: Walk) -> None:
    ids = await saved(window, "one", "two", "three")
    await choose(window, await menu_of(window, f"search:{ids[2]}"), "Move the search up")
    assert titles(window) == ["one", "three", "two"]
    await choose(window, await menu_of(window, f"search:{ids[0]}"), "Delete the search")
    assert titles(window) == ["three", "two"]
    await window.until(window.bar._undo.isVisible, "the offer")
    await window.click(window.bar._undo)
    assert titles(window) == ["one", "three", "two"]


async def test_a_saved_search_is_dragged_to_another_place(window: Walk) -> None:
    ids = await saved(window, "one", "two", "three")
    model = window.window.sources.model
    data = model.mimeData([model.find(f"search:{ids[0]}")])
    assert data.hasFormat(SEARCH_MIME)
    await drop(window, data, f"search:{ids[2]}", NONE)
    assert titles(window) == ["two", "three", "one"]
    await drop(window, data, "library", NONE)
    assert titles(window) == ["two", "three", "one"]


async def test_a_dropped_tag_can_be_merged_instead_of_moved(window: Walk) -> None:
    await tagged(window, "Animal|Bird", "Sea")
    data = window.window.sources.model.mimeData([window.window.sources.model.find("tag:Sea")])
    assert json.loads(bytes(data.data(TAG_MIME).data())) == "Sea"
    await drop(window, data, "tag:Animal|Bird", NONE)
    bar = window.window.sources.bar
    assert bar.said.startswith("Move “Sea”")
    await window.click(bar.other_button)
    assert bar.said.startswith("Merge “Sea” into “Animal › Bird”")
    assert paths(window) == {"Animal|Bird", "Sea"}
    await window.click(bar.other_button)
    assert bar.said.startswith("Move “Sea”"), "and back"
    await window.click(bar.other_button)
    await window.click(bar.apply_button)
    assert paths(window) == {"Animal|Bird"}


async def test_a_tag_that_is_shown_is_followed_when_its_name_is_undone(window: Walk) -> None:
    await tagged(window, "Animal|Bird", "Animal|Bird")
    await at(window, TagPath("Animal|Bird"))
    await rename(window, "Fowl")
    await window.pressed("Return")
    assert (window.window.sources.current_key(), len(window.ids)) == ("tag:Animal|Fowl", 2)
    await window.pressed("Ctrl+Z")
    assert (window.window.sources.current_key(), len(window.ids)) == ("tag:Animal|Bird", 2)
    await window.pressed("Ctrl+Y")
    assert (window.window.sources.current_key(), len(window.ids)) == ("tag:Animal|Fowl", 2)


async def test_pinned_tags_say_their_keys_as_they_are_now(window: Walk) -> None:
    window.press("N")
    window.type("Sea")
    await window.pressed("Return", "Esc")
    await window.pressed("Alt+0")
    assert "Alt+1" in window.window.inspector.tags.quick.pinned.chips[0].toolTip()
    window.action("pinned_1").setShortcut("Ctrl+Alt+7")
    assert "Ctrl+Alt+7" in window.window.inspector.tags.quick.pinned.chips[0].toolTip()


async def test_a_photo_that_cannot_be_read_keeps_the_keys_in_the_viewer(window: Walk) -> None:
    [(broken,)] = window.rows("SELECT id FROM photos WHERE state = 'unreadable'")
    viewer, browser = window.window.browser.viewer, window.window.browser
    browser.grid.select_photo(PhotoId(int(str(broken))))
    await window.pressed("Return")
    assert viewer.isAncestorOf(window.focus)
    there, back = ("Right", "Left") if window.ids.index(broken) == 0 else ("Left", "Right")
    await window.pressed(there)
    assert viewer.photo is not None
    assert viewer.photo.id != broken
    assert viewer.isAncestorOf(window.focus)
    await window.pressed(back)
    assert viewer.photo.id == broken
    assert viewer.isAncestorOf(window.focus)
    await window.pressed("Esc")
    assert not browser.in_viewer
