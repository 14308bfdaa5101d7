"""Drawing and changing boxes in the real window, by mouse and by key, with undo over a restart."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tagger.entities import Box, PhotoId, Suggestion
from tagger.gui.viewer.editing import Editing
from tagger.gui.viewer.photo_view import PhotoView
from tagger.store import suggestions
from tests.gui.window.driver import Walk


async def enter(window: Walk, text: str = "") -> None:
    """Open the viewer on the first photo a search finds."""
    if text:
        await window.search(text)
        window.window.browser.grid.setFocus()
    await window.pressed("Home", "Return")
    await window.until(view_of(window).is_sharp, "a sharp photo")
    await window.idle()
    assert window.window.browser.in_viewer


def view_of(window: Walk) -> PhotoView:
    return window.window.browser.viewer.view


def editing(window: Walk) -> Editing:
    return next(part for part in window.window._parts if isinstance(part, Editing))


def place(window: Walk, x: float, y: float) -> QPoint:
    return view_of(window).mapped_to_view(x, y).toPoint()


def move(window: Walk, at: QPoint, modifier: Qt.KeyboardModifier) -> None:
    """Move the pointer with the button down; `QTest.mouseMove` would run the loop inside the test's own turn of it."""
    viewport, spot = view_of(window).viewport(), QPointF(at)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, spot, viewport.mapToGlobal(spot), none, left, modifier)
    QApplication.sendEvent(viewport, event)


async def drag(
    window: Walk, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press, move in steps, release."""
    viewport = view_of(window).viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, modifier, start)
    for step in range(1, 6):
        move(window, start + (end - start) * step / 5, modifier)
        await asyncio.sleep(0.005)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, modifier, end)
    await asyncio.sleep(0.01)


def found(window: Walk) -> list[Suggestion]:
    photo = PhotoId(int(window.photo or 0))
    return window.tagger.store.read(lambda db: suggestions.of_photo(db, photo, hidden=True))


def own(window: Walk) -> list[Suggestion]:
    return [each for each in found(window) if each.backend == "user"]


async def label(window: Walk, text: str) -> None:
    """Type a label into the field that has just opened."""
    field = editing(window).field
    await window.until(field.isVisible, "the field for the label")
    assert window.focus is field
    window.type(text)
    window.press("Return")
    await window.until(lambda: not field.isVisible() and window.focus is view_of(window), "the focus on the photo")
    await window.idle()


async def restart(window: Walk) -> None:
    """Close the window, open it again, and go to the same photo."""
    photo = PhotoId(int(window.photo or 0))
    await window.close()
    await window.open()
    await window.idle()
    window.window.browser.grid.select_photo(photo)
    await window.idle()


def close_to(box: Box | None, wanted: tuple[float, float, float, float]) -> bool:
    assert box is not None
    return (box.x, box.y, box.w, box.h) == pytest.approx(wanted, abs=0.01)


async def test_a_box_is_drawn_relabelled_resized_and_undone_step_by_step_over_a_restart(window: Walk) -> None:
    await enter(window)
    before = found(window)
    await window.pressed("R")
    assert view_of(window).tool.drawing
    await drag(window, place(window, 0.2, 0.2), place(window, 0.5, 0.6))
    assert own(window) == [], "nothing is made before it has a label"
    await label(window, "otter")
    (made,) = own(window)
    assert (made.tag, made.decision) == ("otter", "accepted")
    assert close_to(made.box, (0.2, 0.2, 0.3, 0.4))
    assert window.current() == made.id, "it is current at once"
    assert view_of(window).tool.drawing, "the next box can follow"
    await window.pressed("Esc")
    assert not view_of(window).tool.drawing, str(window.focus)
    assert window.window.browser.in_viewer, "Escape ends drawing before it leaves the viewer"
    window.press("F2")
    await label(window, "Animal/Otter")
    assert own(window)[0].tag == "Animal|Otter"
    await drag(window, place(window, 0.5, 0.6), place(window, 0.7, 0.8))
    await window.idle()
    assert close_to(own(window)[0].box, (0.2, 0.2, 0.5, 0.6))
    await drag(window, place(window, 0.45, 0.5), place(window, 0.55, 0.55))
    await window.idle()
    assert close_to(own(window)[0].box, (0.3, 0.25, 0.5, 0.6))
    assert window.focus is view_of(window)
    await window.pressed("Ctrl+Z")
    assert close_to(own(window)[0].box, (0.2, 0.2, 0.5, 0.6))
    await restart(window)
    await window.pressed("Ctrl+Z")
    assert close_to(own(window)[0].box, (0.2, 0.2, 0.3, 0.4))
    await window.pressed("Ctrl+Z")
    assert own(window)[0].tag == "otter"
    await window.pressed("Ctrl+Z")
    assert found(window) == before
    await window.pressed("Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
    assert own(window)[0].tag == "Animal|Otter"
    assert close_to(own(window)[0].box, (0.3, 0.25, 0.5, 0.6))


async def test_a_box_is_made_by_keys_alone(window: Walk) -> None:
    await enter(window)
    window.press("Shift+R")
    await window.idle()
    tool = view_of(window).tool
    assert tool.placed
    start = tool.draft
    assert start is not None
    window.press(*["Alt+Left"] * 3, *["Alt+Shift+Down"] * 2)
    scale = view_of(window).scale_on_screen
    assert scale is not None
    await window.pressed("Return")
    await label(window, "stone")
    (made,) = own(window)
    assert made.box is not None
    assert (start.x - made.box.x) * scale.width == pytest.approx(3, abs=1e-6) or made.box.x < start.x
    assert made.box.h > start.h
    assert made.box.w == pytest.approx(start.w)
    assert window.window.browser.in_viewer


async def test_escape_drops_a_placed_box_first(window: Walk) -> None:
    await enter(window)
    await window.pressed("Shift+R", "Esc")
    assert view_of(window).tool.draft is None
    assert window.window.browser.in_viewer
    await window.pressed("Shift+R", "Return")
    await window.until(editing(window).field.isVisible, "the field")
    await window.pressed("Esc")
    assert not editing(window).field.isVisible()
    assert view_of(window).tool.draft is None
    assert window.focus is view_of(window)
    assert own(window) == []
    await window.pressed("Esc")
    assert not window.window.browser.in_viewer


async def test_a_run_of_nudges_is_one_step_that_undo_takes_back_even_at_once(window: Walk) -> None:
    await enter(window, "label:person state:suggested")
    await window.pressed("C")
    before = next(each for each in found(window) if each.id == view_of(window).current)
    window.press("Alt+Right", "Alt+Right", "Alt+Down", "Alt+Shift+Right")
    await window.pressed("Ctrl+Z")
    assert next(each for each in found(window) if each.id == before.id) == before
    await window.pressed("Ctrl+Y")
    after = next(each for each in found(window) if each.id == before.id)
    assert after.decision == "accepted", "a human has put it there"
    assert after.seen == before.box
    assert "People" in window.action("undo").text()


async def test_digits_give_new_boxes_and_the_current_one_a_frequent_label(window: Walk) -> None:
    await enter(window)
    await window.pressed("R")
    await drag(window, place(window, 0.1, 0.1), place(window, 0.3, 0.3))
    await label(window, "otter")
    assert window.action("box_label_1").isEnabled()
    await window.pressed("Ctrl+1")
    assert editing(window)._in_hand == "otter", f"{editing(window)._frequent} {window.focus}"
    for left in (0.35, 0.6):
        await drag(window, place(window, left, 0.1), place(window, left + 0.2, 0.3))
        await window.idle()
    assert [each.tag for each in own(window)] == ["otter"] * 3, "without being asked"
    assert "otter" in window.texts(editing(window).legend)
    await window.pressed("Esc")
    assert not editing(window).legend.isVisible()
    await drag(window, place(window, 0.9, 0.9), place(window, 0.95, 0.95))
    assert len(own(window)) == 3
    await window.click(view_of(window).viewport(), place(window, 0.2, 0.11))
    window.press("F2")
    await label(window, "stone")
    window.window.inspector.set_current(own(window)[0].id)
    await window.pressed("Ctrl+2")
    assert sorted(each.tag for each in own(window)).count("stone") >= 1


async def test_a_key_held_while_drawing_ends_it_on_release(window: Walk) -> None:
    await enter(window)
    QTest.keyPress(view_of(window), Qt.Key.Key_R)
    assert view_of(window).tool.drawing
    await drag(window, place(window, 0.1, 0.1), place(window, 0.3, 0.3))
    QTest.keyRelease(view_of(window), Qt.Key.Key_R)
    assert not view_of(window).tool.drawing
    await label(window, "otter")
    assert len(own(window)) == 1


async def test_duplicate_and_delete(window: Walk) -> None:
    await enter(window, "label:person state:suggested")
    await window.pressed("C")
    first = view_of(window).current
    await window.pressed("Ctrl+D")
    (copy,) = own(window)
    assert window.current() == copy.id
    await window.pressed("Del")
    assert own(window) == []
    window.window.inspector.set_current(first)
    await window.pressed("Del")
    assert window.decided()[first] == "rejected"  # type: ignore[index]


async def test_boxes_are_gone_through_and_shown_large(window: Walk) -> None:
    await enter(window, "label:person state:suggested")
    view = view_of(window)
    fitted, seen = view.zoom, []
    for _ in view.boxes:
        await window.pressed("Shift+N")
        seen.append(view.current)
        assert view.zoom >= fitted
    assert len(set(seen)) == len(view.boxes)
    assert view.accessibleDescription().count(", box, ") == 1


async def test_boxes_of_a_backend_are_left_out_and_that_is_remembered(window: Walk) -> None:
    await enter(window, "label:person state:suggested")
    assert view_of(window).boxes
    await window.pressed("Shift+H")
    menu = editing(window).backends.menu
    assert menu is not None
    action = next(each for each in menu.actions() if each.objectName() == "backend onnx")
    assert action.isChecked()
    action.trigger()
    menu.close()
    await window.idle()
    assert view_of(window).boxes == []
    await window.close()
    await window.open()
    await window.idle()
    await enter(window, "label:person state:suggested")
    assert view_of(window).boxes == []
    editing(window).backends.show("onnx", True)
    await window.idle()
    assert view_of(window).boxes


async def test_a_drag_that_is_given_up_changes_nothing(window: Walk) -> None:
    await enter(window, "label:person state:suggested")
    await window.pressed("C")
    before, view = found(window), view_of(window)
    box = dict(view.boxes)[view.current]  # type: ignore[index]
    corner = place(window, box.x + box.w, box.y + box.h)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    move(window, corner - QPoint(40, 40), Qt.KeyboardModifier.NoModifier)
    assert view.tool.draft is not None
    await window.pressed("Esc")
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=corner - QPoint(40, 40))
    await window.idle()
    assert found(window) == before
    assert window.window.browser.in_viewer


async def test_a_double_click_on_a_box_asks_for_its_label(window: Walk) -> None:
    await enter(window, "label:person state:suggested")
    view = view_of(window)
    identity, box = view.boxes[0]
    at = place(window, box.x + box.w / 2, box.y + 2 / 100 * box.h)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    current = view.current
    await label(window, "Somebody")
    assert window.decided()[current] == "rejected"  # type: ignore[index]
    (made,) = own(window)
    assert made.tag == "Somebody"
    assert made.id == window.current()
    assert identity
