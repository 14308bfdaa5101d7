"""Deciding by key and by mouse in the real window."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPoint, QRect

from tagger.entities import Decision, PhotoId, SuggestionId
from tagger.gui.review.delegate import button_rects
from tests.gui.window.driver import Walk


async def enter_review(window: Walk) -> None:
    """Open the viewer on the first photo with something to decide."""
    await window.pressed("Ctrl+E")
    assert window.window.browser.query == "state:suggested"
    await window.pressed("Return")
    assert window.window.browser.in_viewer
    await window.until(lambda: not window.window.browser.viewer.view.photo_image.isNull(), "the photo")


def photo_of(window: Walk, identity: SuggestionId) -> object:
    return window.rows(f"SELECT photo_id FROM suggestions WHERE id = {identity}")[0][0]


async def test_enter_shows_boxes_and_escape_goes_back_to_the_same_photo(window: Walk) -> None:
    await window.search("label:person state:suggested")
    await window.pressed("Right", "Return")
    photo, view = window.photo, window.window.browser.viewer.view
    await window.until(view.is_sharp, "a sharp photo")
    drawn = {
        hit
        for x in range(0, view.width(), 12)
        for y in range(0, view.height(), 12)
        for hit in view.suggestions_at(QPoint(x, y))
    }
    boxed = {
        row[0]
        for row in window.rows(
            "SELECT s.id FROM suggestions s JOIN labels l ON l.id = s.label_id"
            f" WHERE s.photo_id = {photo} AND s.w IS NOT NULL AND l.hidden = 0"
        )
    }
    assert drawn
    assert drawn <= boxed
    await window.pressed("Esc")
    assert window.photo == photo
    assert window.focus is window.window.browser.grid


async def test_each_key_decides_and_goes_on(window: Walk) -> None:
    await enter_review(window)
    wanted = {"P": Decision.ACCEPTED, "X": Decision.REJECTED, "D": Decision.DEFERRED}
    expected: dict[SuggestionId, Decision] = {}
    for key, decision in wanted.items():
        current = window.current()
        assert current is not None
        expected[current] = decision
        await window.pressed(key)
        assert window.decided() == expected
        assert window.current() not in expected, "went on to what is undecided"
        assert window.focus is window.window.browser.viewer.view, "the focus stays"
    last = next(reversed(expected))
    window.window.browser.grid.select_photo(PhotoId(int(str(photo_of(window, last)))))
    await window.idle()
    window.window.inspector.set_current(last)
    await window.pressed("U")
    del expected[last]
    assert window.decided() == expected


async def test_deciding_everything_goes_through_all_photos_once(window: Walk) -> None:
    await enter_review(window)
    count = len(
        [1 for _ in window.rows("SELECT s.id FROM suggestions s JOIN labels l ON l.id=s.label_id WHERE l.hidden=0")]
    )
    seen = [window.current()]
    photos = [window.photo]
    for _ in range(count - 1):
        window.press("X")
        await window.until(lambda: window.current() not in (None, seen[-1]), "the next suggestion")
        seen.append(window.current())
        photos.append(window.photo)
    assert len(set(seen)) == count, "every suggestion was current once"
    changes = sum(one != other for one, other in itertools.pairwise(photos))
    assert changes == len(set(photos)) - 1, "no photo was left before all of it was decided"
    await window.pressed("X")
    assert len(window.decided()) == count
    await window.pressed("Space")
    assert window.message is not None
    assert "Nothing is left" in window.message.text


async def test_a_burst_of_keys_decides_one_suggestion_each(window: Walk) -> None:
    await enter_review(window)
    await window.pressed(*["P"] * 20)
    assert len(window.decided()) == 20
    assert set(window.decided().values()) == {Decision.ACCEPTED}


async def test_a_key_never_decides_on_a_photo_that_was_left(window: Walk) -> None:
    await enter_review(window)
    left = window.photo
    await window.pressed("Right", "P")
    (only,) = window.decided()
    assert photo_of(window, only) != left


async def test_a_key_pressed_before_moving_on_decides_what_was_seen_then(window: Walk) -> None:
    await enter_review(window)
    seen, photo = window.current(), window.photo
    await window.pressed("P", "Right")
    assert list(window.decided()) == [seen]
    assert window.photo != photo


async def test_undo_waits_for_the_decisions_before_it(window: Walk) -> None:
    await enter_review(window)
    first = window.current()
    await window.pressed("P", "P", "P", "Ctrl+Z")
    assert len(window.decided()) == 2
    assert first in window.decided()


async def test_undo_and_redo_name_what_they_do(window: Walk) -> None:
    await enter_review(window)
    await window.pressed("Ctrl+Z")
    assert window.message is not None
    assert "nothing to undo" in window.message.text
    current = window.current()
    await window.pressed("P")
    assert "ccept" in window.action("undo").text()
    await window.pressed("Ctrl+Z")
    assert window.decided() == {}
    assert window.message is not None
    assert "Undone" in window.message.text
    assert window.action("redo").isEnabled()
    await window.pressed("Ctrl+Shift+Z")
    assert window.decided() == {current: Decision.ACCEPTED}


async def test_undo_goes_back_to_what_it_took_back(window: Walk) -> None:
    """The last decision on a photo moves on to another one: a slip there must be in view again after Ctrl+Z."""
    await enter_review(window)
    photo = window.photo
    last = None
    while window.photo == photo:
        (last,) = window.window.inspector.current_ids()
        await window.pressed("X")
    await window.pressed("Ctrl+Z")
    assert window.photo == photo
    assert window.window.inspector.current_ids() == [last]
    assert window.rows(f"SELECT decision FROM suggestions WHERE id = {last}") == [("suggested",)]


async def test_space_leaves_a_photo_with_nothing_further_to_decide(window: Walk) -> None:
    await enter_review(window)
    photo = window.photo
    for _ in range(40):
        await window.pressed("Space")
        if window.photo != photo:
            break
    assert window.photo != photo


async def test_space_goes_on_without_deciding(window: Walk) -> None:
    await enter_review(window)
    before = window.current()
    await window.pressed("Space")
    assert window.current() not in {None, before}
    assert window.decided() == {}


async def test_all_of_a_photo_at_once(window: Walk) -> None:
    await enter_review(window)
    photo = window.photo
    await window.pressed("Shift+P")
    assert window.photo != photo
    assert {photo_of(window, each) for each in window.decided()} == {photo}
    ((left,),) = window.rows(
        "SELECT count(*) FROM suggestions s JOIN labels l ON l.id = s.label_id"
        f" WHERE photo_id = {photo} AND decision = 'suggested' AND l.hidden = 0"
    )
    assert left == 0


async def test_staying_is_a_setting(window: Walk) -> None:
    window.action("advance").trigger()
    await window.idle()
    await enter_review(window)
    current = window.current()
    await window.pressed("P", "P")
    assert window.current() == current
    assert list(window.decided()) == [current]


async def test_the_grid_decides_too(window: Walk) -> None:
    await window.pressed("Ctrl+E")
    current = window.current()
    assert current is not None
    await window.pressed("X")
    assert window.decided() == {current: Decision.REJECTED}
    assert window.focus is window.window.browser.grid


async def test_many_photos_are_decided_label_by_label_and_not_all_at_once(window: Walk) -> None:
    await window.pressed("Ctrl+A")
    await window.pressed("Shift+X")
    assert window.decided() == {}
    assert window.message is not None
    assert "single photo" in window.message.text
    await window.pressed("P")
    accepted = "SELECT DISTINCT label_id FROM suggestions WHERE decision = 'accepted'"
    assert len(window.rows(accepted)) == 1


async def test_the_pointer_ties_box_and_row(window: Walk) -> None:
    await window.search("label:person state:suggested")
    await window.pressed("Return")
    view, rows = window.window.browser.viewer.view, window.window.inspector.list
    await window.until(view.is_sharp, "a sharp photo")
    places = (QPoint(x, y) for x in range(5, view.width(), 9) for y in range(5, view.height(), 9))
    at, hit = next((place, found[0]) for place in places if (found := view.suggestions_at(place)))
    await window.point(view.viewport(), at)
    assert view._overlay.hovered == hit
    assert rows._suggestions.index_of(hit).row() == rows._delegate.hovered_row

    other = next(each.id for each in rows.suggestions if each.id != hit and each.box is not None)
    index = rows._suggestions.index_of(other)
    rows.scrollTo(index)
    await window.point(rows.viewport(), rows.visualRect(index).center())
    assert view._overlay.hovered == other

    await window.click(view.viewport(), at)
    assert window.current() in view.suggestions_at(at)


async def test_the_buttons_decide(window: Walk) -> None:
    await enter_review(window)
    current = window.current()
    await window.click(window.window.inspector._buttons.buttons[Decision.DEFERRED])
    assert window.decided() == {current: Decision.DEFERRED}
    current = window.current()
    rows = window.window.inspector.list
    index = rows.currentIndex()
    rect: QRect = button_rects(rows.visualRect(index), rows.layoutDirection())[Decision.REJECTED]
    await window.point(rows.viewport(), rect.center())
    await window.click(rows.viewport(), rect.center())
    assert current is not None
    assert window.decided()[current] is Decision.REJECTED


async def test_tags_by_keyboard(window: Walk) -> None:
    await window.pressed("Return")
    photo = window.photo
    window.press("N")
    assert window.focus is window.window.inspector.tags.field
    window.type("Holiday|Sea")
    await window.pressed("Return")
    assert "Holiday|Sea" in window.window.inspector.tags.tags
    assert window.focus is window.window.inspector.tags.field, "ready for the next tag"
    assert window.window.browser.in_viewer
    window.press("Esc")
    assert window.focus is window.window.browser.viewer.view, "Escape leaves the field, to the photo"
    chip = next(each for each in window.window.inspector.tags.chips if each.tag == "Holiday|Sea")
    for _ in range(60):
        if window.focus is chip:
            break
        window.press("Tab")
    assert window.focus is chip, "Tab reaches the chip"
    await window.pressed("Delete")
    assert window.window.inspector.tags.tags == ()
    assert window.focus is not None
    assert window.photo == photo
    await window.pressed("Ctrl+Z")
    assert window.window.inspector.tags.tags == ("Holiday|Sea",)
