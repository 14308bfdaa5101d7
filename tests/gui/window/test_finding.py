"""Searching, and the sources on the left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTreeView

from tests.gui.window.driver import Walk


async def test_by_name_label_and_tag(window: Walk) -> None:
    everything = len(window.ids)
    await window.search("chelsea")
    assert window.names == ["chelsea.png"]
    assert window.focus is window.window.browser.grid, "Enter goes to what was found"
    await window.search("label:person")
    wanted = {
        row[0]
        for row in window.rows(
            "SELECT DISTINCT photo_id FROM suggestions s JOIN labels l ON l.id = s.label_id WHERE l.name = 'person'"
        )
    }
    assert wanted
    assert set(window.ids) == wanted
    await window.search("chelsea")
    window.press("N")
    window.type("Holiday|Sea")
    await window.pressed("Return", "Esc")
    await window.search("tag:Holiday")
    assert window.names == ["chelsea.png"]
    await window.pressed("Ctrl+Shift+F")
    assert len(window.ids) == everything
    assert window.window.bar.field.text() == ""


async def test_while_typing(window: Walk) -> None:
    window.press("Ctrl+F")
    window.type("chel")
    await window.idle()
    assert window.names == ["chelsea.png"]
    assert window.focus is window.window.bar.field, "the typing goes on"
    window.type("x")
    await window.idle()
    assert window.ids == []
    assert "Clear the search" in " ".join(
        each.text() for each in window.window.browser.grid.findChildren(type(window.window.start_page.folder_button))
    )
    await window.pressed("Esc")
    assert window.window.bar.field.text() == "", "the first Escape clears the search"
    await window.pressed("Esc")
    assert window.focus is window.window.browser.grid, "the next one leaves it"


async def test_a_wrong_query_explains_itself_and_keeps_what_was_found(window: Walk) -> None:
    await window.search("chelsea")
    found = window.ids
    await window.search("tagg:(")
    assert window.ids == found
    assert len(found) == 1
    assert window.message is not None
    assert window.message.text
    assert window.window.bar.field.toolTip() == window.message.text
    await window.search("chelsea")
    assert window.window.bar.field.toolTip() == ""


async def test_the_chip_clears_the_search(window: Walk) -> None:
    everything = len(window.ids)
    await window.search("chelsea")
    [chip] = window.window.browser.header.term_chips
    assert chip.isVisible()
    await window.click(chip)
    assert len(window.ids) == everything
    assert window.focus is window.window.browser.grid


async def test_a_click_on_a_source_filters(window: Walk) -> None:
    tree = window.window.sources.tree
    index = find(tree, "Unreadable")
    await window.click(tree.viewport(), tree.visualRect(index).center())
    assert window.names == ["broken.jpg"]
    chip = window.window.browser.header.source_chip
    assert chip.isVisible()
    assert chip.text() == "Unreadable"
    await window.click(chip)
    assert len(window.ids) == len(window.rows("SELECT id FROM photos"))
    assert window.focus is window.window.browser.grid


async def test_a_source_by_keyboard(window: Walk) -> None:
    tree = window.window.sources.tree
    tree.setFocus()
    await window.pressed("End", "Return")
    assert window.names == ["broken.jpg"]


async def test_every_count_is_what_a_click_shows(window: Walk) -> None:
    for source in window.tagger.sources():
        for each in (source, *source.children[:4]):
            window.window.sources.choose(each.key)
            await window.idle()
            assert len(window.ids) == each.count, each.title


def find(tree: QTreeView, title: str) -> QModelIndex:
    model = tree.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(index for index in rows if str(index.data()).startswith(title))
