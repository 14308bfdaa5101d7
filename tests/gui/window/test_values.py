"""Stars, colour labels and captions by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tagger.entities import ColourLabel
from tests.gui.window.driver import Walk


def facts(window: Walk, photo_id: int | None = None) -> tuple[object, ...]:
    wanted = photo_id or window.photo
    return window.rows(f"SELECT rating, colour_label, caption FROM photos WHERE id = {wanted}")[0]


async def test_keys_set_stars_and_colours_of_one_photo(window: Walk) -> None:
    editor = window.window.inspector.values
    for key, expected in (("3", (3, None, None)), ("5", (5, None, None)), ("6", (5, "Red", None))):
        await window.pressed(key)
        assert facts(window) == expected
    await window.pressed("6")
    assert facts(window) == (5, None, None), "the same colour again takes it away"
    await window.pressed("9", "0")
    assert facts(window) == (0, "Blue", None)
    assert editor.colours[ColourLabel.BLUE].isChecked()
    assert editor.stars.value() == 0
    await window.pressed("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert facts(window) == (5, "Red", None)
    assert editor.stars.value() == 5, "the panel follows"
    assert editor.colours[ColourLabel.RED].isChecked()


async def test_keys_pressed_fast_come_in_order(window: Walk) -> None:
    for key in "12345432":
        window.press(key)
    await window.idle()
    assert facts(window)[0] == 2
    assert window.window.inspector.values.stars.value() == 2


async def test_a_key_is_seen_at_once(window: Walk) -> None:
    editor = window.window.inspector.values
    window.press("4")
    assert editor.stars.value() == 4, "without waiting for anything"
    await window.idle()


async def test_all_selected_photos_at_once(window: Walk) -> None:
    first = window.photo
    await window.pressed("2", "8")
    await window.pressed("Ctrl+A", "4")
    assert {row[0] for row in window.rows("SELECT rating FROM photos")} == {4}
    await window.pressed("8")
    labels = [row[0] for row in window.rows("SELECT colour_label FROM photos")]
    assert labels == ["Green"] * len(labels), "not all had it, so all get it"
    await window.pressed("8")
    assert {row[0] for row in window.rows("SELECT colour_label FROM photos")} == {None}
    await window.pressed("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert facts(window, first) == (2, "Green", None)
    assert [row[0] for row in window.rows("SELECT rating FROM photos WHERE rating IS NOT NULL")] == [2]


async def test_in_the_viewer_only_the_photo_in_view(window: Walk) -> None:
    await window.pressed("Ctrl+A", "Return", "3", "7")
    rated = window.rows("SELECT id, rating, colour_label FROM photos WHERE rating IS NOT NULL")
    assert rated == [(window.photo, 3, "Yellow")]
    marks = window.window.browser.viewer.caption.marks
    assert marks.isVisible()
    assert marks.accessibleName() == "3 stars, yellow"


async def test_stars_and_colours_by_mouse(window: Walk) -> None:
    editor = window.window.inspector.values
    await window.click(editor.stars, QPoint(2 + 3 * 24 - 12, editor.stars.height() // 2))
    assert facts(window)[0] == 3
    await window.click(editor.stars, QPoint(2 + 3 * 24 - 12, editor.stars.height() // 2))
    assert facts(window)[0] == 0, "the star that is set takes all away"
    await window.click(editor.colours[ColourLabel.PURPLE])
    assert facts(window)[1] == "Purple"
    await window.click(editor.colours[ColourLabel.PURPLE])
    assert facts(window)[1] is None


async def test_stars_by_the_keys_of_a_slider(window: Walk) -> None:
    editor = window.window.inspector.values
    editor.stars.setFocus(Qt.FocusReason.TabFocusReason)
    await window.pressed("Right", "Right", "Right", "Left")
    assert facts(window)[0] == 2
    assert editor.stars.accessibleDescription() == "2 stars"


async def test_the_caption_is_edited_in_its_place(window: Walk) -> None:
    caption, photo = window.window.inspector.values.caption, window.photo
    await window.pressed("T")
    assert window.focus is caption
    window.type("A heron, 5 metres away")
    QTest.keyClick(caption, Qt.Key.Key_Return)
    window.type("xyz")
    assert facts(window) == (None, None, None), "digits and letters are text here"
    await window.pressed("Ctrl+Return")
    assert facts(window)[2] == "A heron, 5 metres away\nxyz"
    assert window.focus is window.window.browser.grid
    await window.pressed("T")
    window.type("something else")
    await window.pressed("Esc")
    assert facts(window)[2] == "A heron, 5 metres away\nxyz"
    assert caption.toPlainText() == "A heron, 5 metres away\nxyz"
    await window.pressed("T", "Ctrl+A", "Del")
    await window.click(window.window.sources.tree.viewport(), QPoint(40, 14))
    assert facts(window, photo)[2] is None, "leaving it saves"


async def test_a_caption_goes_to_the_photo_it_was_written_for(window: Walk) -> None:
    first = window.photo
    await window.pressed("T")
    window.type("mine")
    window.window.browser.grid.setFocus()
    await window.pressed("Right")
    assert window.photo != first
    assert facts(window, first)[2] == "mine"
    assert facts(window)[2] is None
    assert window.window.inspector.values.caption.toPlainText() == ""


async def test_values_come_back_after_a_restart_and_can_be_undone(window: Walk) -> None:
    await window.pressed("5", "6")
    photo = window.photo
    await window.close()
    await window.open()
    await window.idle()
    assert facts(window, photo) == (5, "Red", None)
    await window.pressed("Ctrl+Z", "Ctrl+Z")
    assert facts(window, photo) == (None, None, None)


async def test_search_by_colour_and_stars(window: Walk) -> None:
    await window.pressed("6", "4")
    photo = window.photo
    await window.search("colour:red rating>=4")
    assert window.ids == [photo]
