"""Searching, and the sources on the left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QTreeView

from tagger.gui.grid.model import GridRole
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


async def test_completion_by_keyboard(window: Walk) -> None:
    field = window.window.bar.field
    await window.until(lambda: field.values.of("label"), "the values of the library")
    window.press("Ctrl+F")
    window.type("lab")
    assert field.offers.offers[0].text == "label:"
    window.press("Down", "Return")
    assert field.text() == "label:"
    window.type("perso")
    window.press("Down", "Tab")
    assert field.text().strip() == "label:person"
    assert not field.offers.isVisible()
    await window.pressed("Return")
    assert window.window.browser.query == "label:person"
    assert window.ids
    assert field.history()[0] == "label:person"
    window.press("Ctrl+F")
    field.clear()
    window.press("Down")
    assert field.offers.offers[0].text == "label:person", "what was searched for before comes first"
    await window.pressed("Esc", "Esc")


async def test_an_error_is_explained_at_its_place(window: Walk) -> None:
    field = window.window.bar.field
    window.press("Ctrl+F")
    window.type("dog rating>=12")
    await window.idle()
    assert field.offers.isVisible()
    assert "12" in field.offers.problem
    assert "from -1 to 5" in field.offers.problem
    window.press("Backspace", "Backspace")
    window.type("3")
    await window.idle()
    assert field.offers.problem == ""


async def test_a_term_is_taken_away_by_its_chip(window: Walk) -> None:
    field, header = window.window.bar.field, window.window.browser.header
    await window.search("label:person -is:unreadable")
    assert [chip.text() for chip in header.term_chips] == ["label:person", "-is:unreadable"]
    header.term_chips[0].setFocus()
    await window.pressed("Space")
    assert field.text() == "-is:unreadable"
    assert window.focus is window.window.browser.grid
    await window.search("label:person -is:unreadable")
    header.term_chips[0].setFocus()
    await window.pressed("Del")
    assert field.text() == "-is:unreadable"
    assert not window.window.browser.in_viewer
    assert len(window.ids) == len(window.rows("SELECT id FROM photos WHERE state = 'ok'"))


async def test_a_quick_filter_adds_a_chip(window: Walk) -> None:
    await window.search("label:person")
    menu = window.window.browser.header.filter_button.menu()
    next(action for action in menu.actions() if "Unreadable" in action.text()).trigger()
    await window.idle()
    assert window.window.bar.field.text() == "label:person is:unreadable"
    assert window.ids == []


async def test_sorting_keeps_the_photo_and_is_remembered(window: Walk) -> None:
    await window.pressed("End")
    chosen = window.photo
    window.action("sort_name").trigger()
    await window.idle()
    names = window.rows("SELECT id, name FROM photos")
    assert sorted(window.ids) == sorted(number for number, _name in names)
    assert window.photo == chosen
    upward = window.ids
    window.action("sort_descending").trigger()
    await window.idle()
    assert window.ids == upward[::-1]
    assert window.tagger.settings.get("window.sort") == "name"
    await window.close()
    await window.open()
    await window.idle()
    assert window.ids == upward[::-1]
    assert window.action("sort_name").isChecked()


async def test_headings_are_jumped_to_and_selected(window: Walk) -> None:
    grid = window.window.browser.grid
    window.action("sort_rating").trigger()
    await window.idle()
    window.tagger.store.write(lambda db: db.execute("UPDATE photos SET rating = id % 3")).result()
    window.window.browser.refresh()
    await window.idle()
    sections = grid.sections()
    assert sections is not None
    assert len(sections) == 3
    grid.setFocus()
    await window.pressed("Home", "Ctrl+Down")
    assert grid.currentIndex().row() == sections.starts[1]
    await window.pressed("Ctrl+Shift+A")
    assert grid.selection_count() == len(sections.rows(1))
    cells = grid.cells()
    heading = cells.stuck_rect(0, grid.verticalOffset()).translated(0, -grid.verticalOffset())
    await window.click(grid.viewport(), heading.center())
    assert grid.selected_ids() == window.ids[: sections.starts[1]]
    window.action("headings").trigger()
    await window.idle()
    assert grid.sections() is None


async def test_select_all_by_the_line_above(window: Walk) -> None:
    header, grid = window.window.browser.header, window.window.browser.grid
    await window.pressed("Home", "Shift+Right")
    assert header.select_all_button.isVisible()
    await window.click(header.select_all_button)
    assert grid.selection_count() == len(window.ids)
    assert not header.select_all_button.isVisible()


async def test_the_timeline_jumps(window: Walk) -> None:
    window.tagger.store.write(
        lambda db: db.execute("UPDATE photos SET taken_at = printf('20%02d-05-01T10:00:00', 10 + id)")
    ).result()
    window.window.browser.refresh()
    await window.idle()
    timeline = window.window.browser.header.timeline
    assert timeline.isVisible()
    timeline.setFocus()
    await window.pressed("End")
    assert window.photo == window.ids[-1]
    await window.click(timeline, timeline.month_rect(2).center().toPoint())
    assert window.photo == window.ids[2]
    assert timeline.current == 2


async def test_similar_photos_and_back(window: Walk) -> None:
    header, everything = window.window.browser.header, window.ids
    unseen = window.rows("SELECT id FROM photos WHERE state <> 'ok'")[0][0]
    window.window.browser.grid.select_photo(next(each for each in everything if each != unseen))
    chosen = window.photo
    twin = next(each for each in everything if each not in (chosen, unseen))
    copied = "UPDATE embeddings SET vector = (SELECT vector FROM embeddings WHERE photo_id = ?) WHERE photo_id = ?"
    window.tagger.store.write(lambda db: db.execute(copied, (chosen, twin))).result()
    await window.pressed("Ctrl+Shift+M")
    assert window.ids[:2] == [chosen, twin]
    assert header.source_chip.text().startswith("Similar to")
    model = window.window.browser.model
    scores = [model.index(row).data(GridRole.SCORE) for row in range(len(window.ids))]
    assert scores[0] is None, "it is the photo itself"
    assert scores[1:] == sorted(scores[1:], reverse=True)
    assert scores[1] == pytest.approx(1, abs=1e-5)
    await window.until(lambda: model.summary_at(1) is not None, "the names")
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "alike 1.0" in spoken
    await window.pressed("Esc")
    assert model.index(1).data(GridRole.SCORE) is None
    assert window.ids == everything
    assert window.photo == chosen
    window.window.browser.grid.select_photo(unseen)
    await window.pressed("Ctrl+Shift+M")
    assert window.ids == [unseen]
    assert "not known yet" in window.texts(header)
    await window.click(header.source_chip)
    assert window.ids == everything


async def test_a_search_is_saved_and_deleted(window: Walk) -> None:
    saving = window.window.photos.finding.saving
    await window.search("label:person")
    saving._save("People", "label:person")
    await window.idle()
    places = {source.title: source for source in window.tagger.sources()}
    [saved] = places["Searches"].children
    assert (saved.title, saved.count) == ("People", len(window.ids))
    await window.pressed("Ctrl+Shift+F")
    assert window.window.sources.choose(saved.key)
    await window.idle()
    assert len(window.ids) == saved.count
    tree = window.window.sources.tree
    tree.setFocus()
    await window.pressed("F2")
    field = window.focus
    assert isinstance(field, QLineEdit)
    field.setText("Folks")
    await window.pressed("Return")
    assert window.window.sources.model.find(saved.key).data() == "Folks"
    assert window.focus is tree
    await window.pressed("Del")
    assert "Searches" not in {source.title for source in window.tagger.sources()}
    window.action("restore_search").trigger()
    await window.idle()
    assert "Searches" in {source.title for source in window.tagger.sources()}
