"""Renaming, moving and merging tags in the sources, by keyboard and mouse."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tagger.entities import TagPath
from tagger.gui.sources.model import PHOTOS_MIME, key_of
from tests.gui.window.driver import Walk

BIRD = TagPath("Animal|Bird")


async def tagged(window: Walk, *tags: str) -> None:
    """Tag the first photos, one with each list of tags (split at commas), and open the tree."""
    for photo_id, words in zip(window.ids, tags, strict=False):
        window.tagger.tag([photo_id], add=[TagPath(word) for word in words.split(",")])
    panel = window.window.sources
    for key in ("tags", "tag:Animal", "tag:Animal|Bird"):
        panel.set_expanded(key)
    await window.idle()


async def at(window: Walk, tag: str) -> None:
    """Go to a tag in the tree."""
    assert window.window.sources.choose(key_of(TagPath(tag)))
    window.window.sources.tree.setFocus()
    await window.idle()


def carried(window: Walk) -> list[tuple[object, ...]]:
    """What was tagged here; some of the photos carry keywords of their own."""
    return window.rows(
        "SELECT photo_id, path FROM photo_tags JOIN tags ON id = tag_id WHERE removed = 0 AND origin <> 'file'"
        " ORDER BY photo_id, path"
    )


def paths(window: Walk) -> set[str]:
    return {str(path) for _photo, path in carried(window)}


async def rename(window: Walk, name: str) -> None:
    window.press("F2")
    editor = window.window.sources.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText(name)
    await window.pressed("Return")


async def drop(window: Walk, data: QMimeData, onto: str, modifiers: Qt.KeyboardModifier) -> None:
    tree = window.window.sources.tree
    index = window.window.sources.model.find(onto)
    tree.scrollTo(index)
    place = QPointF(tree.visualRect(index).center())
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, modifiers)
    QApplication.sendEvent(tree.viewport(), enter)
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, modifiers, QEvent.Type.Drop)
    QApplication.sendEvent(tree.viewport(), event)
    await window.idle()


async def test_rename_says_what_it_touches_before_it_happens(window: Walk) -> None:
    await tagged(window, "Animal|Bird", "Animal|Bird", "Animal|Bird|Heron")
    before = carried(window)
    await at(window, BIRD)
    await rename(window, "Birds")
    bar = window.window.sources.bar
    assert bar.isVisible()
    assert "Rename “Bird” to “Birds” on 3 photos and 1 tag below" in bar.said
    assert carried(window) == before, "nothing happened yet"
    assert window.focus is bar.apply_button
    await window.pressed("Esc")
    assert not bar.isVisible()
    assert window.focus is window.window.sources.tree
    await rename(window, "Birds")
    await window.pressed("Return")
    assert paths(window) == {"Animal|Birds", "Animal|Birds|Heron"}
    assert len(window.ids) == 3, "the place that is shown follows"
    assert window.window.sources.current_tag() == "Animal|Birds"
    assert window.window.sources.tree.isExpanded(window.window.sources.model.find("tag:Animal|Birds")), "still open"
    await window.pressed("Ctrl+Z")
    assert carried(window) == before


async def test_rename_onto_a_tag_that_is_there_merges(window: Walk) -> None:
    await tagged(window, "Animal|Bird,Animal|Fowl", "Animal|Bird")
    await at(window, BIRD)
    await rename(window, "Fowl")
    assert "Merge “Bird” into “Animal › Fowl” on 2 photos" in window.window.sources.bar.said
    assert "on 1 photo: both become one" in window.window.sources.bar.said
    await window.click(window.window.sources.bar.apply_button)
    assert paths(window) == {"Animal|Fowl"}
    assert len(carried(window)) == 2


async def test_what_changes_around_it_ends_no_typing_and_leaves_the_row(window: Walk) -> None:
    another = window.ids[3]
    await tagged(window, "Animal|Bird", "Animal|Cat")
    await at(window, "Animal|Bird")
    panel = window.window.sources
    window.press("Down")
    assert panel.current_tag() == "Animal|Cat", "not chosen yet, the keys have not come to rest"
    sources = window.tagger.sources()
    panel.set_sources(sources[:-1])
    panel.set_sources(sources)
    assert panel.current_tag() == "Animal|Cat"
    window.press("F2")
    assert panel.tree.typing
    window.tagger.tag([another], add=[TagPath("Aaa")])
    panel.set_sources(window.tagger.sources())
    assert panel.tree.typing, "the name that is typed is not lost"
    editor = panel.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Dog")
    await window.pressed("Return")
    if panel.bar.isVisible():
        await window.pressed("Return")
    assert {"Animal|Bird", "Animal|Dog", "Aaa"} <= paths(window)
    assert panel.model.find(key_of(TagPath("Aaa"))).isValid(), "what waited is shown"


async def test_another_case(window: Walk) -> None:
    await tagged(window, "Animal|heron")
    await at(window, "Animal|heron")
    await rename(window, "Heron")
    await window.pressed("Return")
    assert paths(window) == {"Animal|Heron"}
    assert window.window.sources.current_tag() == "Animal|Heron"


async def test_move_by_key_with_a_preview_while_typing(window: Walk) -> None:
    await tagged(window, "Animal|Bird|Heron", "Sea")
    await at(window, BIRD)
    await window.pressed("Ctrl+M")
    bar = window.window.sources.bar
    assert window.focus is bar.field
    window.type("Sea")
    await window.until(lambda: "Sea › Bird" in bar.said, "the preview")
    assert "on 1 photo and 1 tag below" in bar.said
    await window.pressed("Return")
    assert paths(window) == {"Sea|Bird|Heron", "Sea"}
    await at(window, "Sea|Bird")
    await window.pressed("Ctrl+M")
    window.type("Sea|Bird|Heron")
    await window.until(
        lambda: "No" in bar.said or "below itself" in bar.said or "Sea › Bird › Heron › Bird" in bar.said, ""
    )
    await window.pressed("Return")
    assert paths(window) == {"Sea|Bird|Heron", "Sea"}, "not below itself"


async def test_merge_by_key(window: Walk) -> None:
    await tagged(window, "Animal|Bird", "Fowl")
    await at(window, BIRD)
    await window.pressed("Ctrl+J")
    window.type("fow")
    await window.pressed("Esc")  # the list of known tags
    await window.pressed("Esc")
    assert window.focus is window.window.sources.tree
    assert window.window.sources.current_tag() == BIRD
    assert paths(window) == {BIRD, "Fowl"}
    assert not window.window.sources.bar.isVisible()
    await window.pressed("Ctrl+J")
    window.type("Fowl")
    assert window.window.sources.bar.field.text() == "Fowl"
    await window.pressed("Return")
    assert not window.window.sources.bar.isVisible()
    assert paths(window) == {"Fowl"}


async def test_delete_from_all_photos(window: Walk) -> None:
    await tagged(window, "Animal|Bird,Sea", "Animal|Bird|Heron")
    before = carried(window)
    await at(window, BIRD)
    await window.pressed("Del")
    assert "Delete “Bird” from 2 photos and 1 tag below" in window.window.sources.bar.said
    assert window.window.sources.bar.apply_button.text() == "Delete from all photos"
    await window.pressed("Return")
    assert paths(window) == {"Sea"}
    await window.pressed("Ctrl+Z")
    assert carried(window) == before


async def test_new_tags_stay_without_photos(window: Walk) -> None:
    await tagged(window, "Animal|Bird")
    await at(window, "Animal")
    await window.pressed("Ctrl+Shift+N")
    window.type("Fish")
    await window.pressed("Return")
    await window.until(lambda: window.window.sources.model.find("tag:Animal|Fish").isValid(), "the new tag")
    await at(window, "Animal|Fish")
    await rename(window, "Fishes")
    assert not window.window.sources.bar.isVisible(), "it touches nothing, so nothing is asked"
    await window.until(lambda: window.window.sources.model.find("tag:Animal|Fishes").isValid(), "the new name")


async def test_synonyms_are_kept_and_found(window: Walk) -> None:
    await tagged(window, "Animal|Bird")
    await at(window, BIRD)
    window.action("tag_synonyms").trigger()
    await window.idle()
    window.type("Vogel, Oiseau")
    await window.pressed("Return")
    assert window.rows("SELECT name FROM synonyms ORDER BY name") == [("Oiseau",), ("Vogel",)]
    window.window.sources.choose("library")
    await window.search("vogel")
    assert window.ids == [carried(window)[0][0]]


async def test_tags_are_dropped_onto_tags(window: Walk) -> None:
    await tagged(window, "Animal|Bird", "Sea", "Fowl")
    model = window.window.sources.model
    data = model.mimeData([model.find("tag:Animal|Bird")])
    await drop(window, data, "tag:Sea", Qt.KeyboardModifier.NoModifier)
    assert "Move “Bird” to “Sea › Bird” on 1 photo" in window.window.sources.bar.said
    await window.pressed("Return")
    assert paths(window) == {"Sea|Bird", "Sea", "Fowl"}
    window.window.sources.set_expanded("tag:Sea")
    await window.until(lambda: model.find("tag:Sea|Bird").isValid(), "the tree")
    data = model.mimeData([model.find("tag:Sea|Bird")])
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    await drop(window, data, "tag:Fowl", both)
    assert "Merge “Bird” into “Fowl”" in window.window.sources.bar.said
    await window.pressed("Return")
    assert paths(window) == {"Sea", "Fowl"}
    data = model.mimeData([model.find("tag:Fowl")])
    await drop(window, data, "library", Qt.KeyboardModifier.NoModifier)
    assert not window.window.sources.bar.isVisible(), "nothing to drop it on"


async def test_photos_are_dropped_onto_a_tag(window: Walk) -> None:
    await tagged(window, "Animal|Bird")
    data = QMimeData()
    data.setData(PHOTOS_MIME, json.dumps([int(each) for each in window.ids[:3]]).encode())
    await drop(window, data, "tag:Animal|Bird", Qt.KeyboardModifier.NoModifier)
    assert len(carried(window)) == 3
    await window.pressed("Ctrl+Z")
    assert len(carried(window)) == 1


async def test_the_menu_of_a_tag(window: Walk) -> None:
    await tagged(window, "Animal|Bird")
    panel = window.window.sources
    shown = window.window.browser.query
    place = panel.tree.visualRect(panel.model.find("tag:Animal|Bird")).center()
    where = panel.tree.viewport().mapToGlobal(place)
    QApplication.sendEvent(panel.tree.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [action.text() for action in menu.actions() if action.text()]
    assert "Rename the tag" in titles
    assert "Synonyms of the tag…" in titles
    menu.close()
    await window.idle()
    assert window.window.browser.query == shown, "the menu does not choose the place"
    assert panel.current_tag() == BIRD
