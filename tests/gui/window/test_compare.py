from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tagger.entities import Decision
from tagger.gui.compare.side import Side
from tagger.gui.viewer.zooming import ZoomView
from tests.gui.window.driver import Walk


def part(view: ZoomView) -> tuple[float, float, float]:
    """The place in the middle of a view and how large the photo is there."""
    x, y = view.mapped_to_photo(QPointF(view.viewport().rect().center()))
    scale = view.scale_on_screen
    return x, y, max(scale.width, scale.height) if scale else 0.0


async def compare(walk: Walk, first: int = 0, second: int = 2) -> tuple[Side, Side]:
    """Select two photos and press the key; both sides are there in full."""
    grid, ids = walk.window.browser.grid, walk.ids
    grid.select_photo(ids[first])
    QTest.mouseClick(
        grid.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        grid.visualRect(walk.window.browser.model.index(second)).center(),
    )
    await walk.pressed("Shift+C")
    page = walk.window.photos.comparing.page
    await walk.until(page.isVisible, "the page")
    await settled(walk)
    return page.left, page.right


async def settled(walk: Walk) -> None:
    page = walk.window.photos.comparing.page
    views = [side.viewer.view for side in (page.left, page.right)]
    await walk.until(lambda: all(view.is_sharp() for view in views), "both photos")
    await walk.idle()


def wheel(view: ZoomView, notches: int, at: QPoint, modifier: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


async def test_two_selected_photos_stand_beside_each_other_and_come_back(window: Walk) -> None:
    ids = window.ids
    left, right = await compare(window)
    assert [left.photo.id, right.photo.id] == [ids[0], ids[2]]
    assert left.geometry().right() < right.geometry().left()
    assert right.chosen
    assert window.photo == ids[2]
    assert "2" in right.viewer.caption.position.text() or "3" in right.viewer.caption.position.text()
    table = window.window.photos.comparing.page.table
    assert {"Size", "File"} & {each.name for each in table.shown}
    await window.pressed("Esc")
    assert window.window.pages.currentWidget() is window.window.browser
    assert window.window.browser.grid.selected_ids() == [ids[0], ids[2]]
    assert window.focus is window.window.browser.grid


async def test_both_zoom_and_move_together_and_one_alone_while_shift_is_held(window: Walk) -> None:
    left, right = await compare(window)
    one, other = left.viewer.view, right.viewer.view
    await window.click(one.viewport())  # without Shift, which the key that opened the page had
    wheel(one, 6, QPoint(60, 80), Qt.KeyboardModifier.NoModifier)
    assert not one.fitted
    assert part(other) == pytest.approx(part(one), rel=0.01)
    one.pan(QPoint(-40, -25))
    assert part(other) == pytest.approx(part(one), rel=0.01)
    page = window.window.photos.comparing.page
    page._together._apart = lambda: True  # Shift: QTest sends no state of the keyboard with a movement of scroll bars
    before = part(one)
    other.pan(QPoint(-30, 0))
    assert part(one) == before
    assert part(other)[0] > before[0]
    apart = part(other)[0] - part(one)[0]
    page._together._apart = lambda: False
    one.pan(QPoint(20, 10))
    assert part(other)[0] - part(one)[0] == pytest.approx(apart, abs=0.005)
    window.press("Z")
    assert one.fitted
    assert other.fitted


async def test_keys_are_about_the_side_with_the_focus(window: Walk) -> None:
    left, right = await compare(window)
    await window.pressed("4")
    assert window.tagger.store.read(lambda db: db.execute("SELECT id FROM photos WHERE rating = 4").fetchall()) == [
        (right.photo.id,)
    ]
    await window.click(left.viewer.view.viewport())
    assert left.chosen
    assert not right.chosen
    assert window.photo == left.photo.id
    await window.pressed("5")
    rated = window.tagger.store.read(lambda db: db.execute("SELECT id, rating FROM photos WHERE rating > 0").fetchall())
    assert sorted(rated) == sorted([(left.photo.id, 5), (right.photo.id, 4)])
    assert "Rating" in {each.name for each in window.window.photos.comparing.page.table.shown}
    window.tagger.settings.set("review.advance", False)
    await window.pressed("P")
    accepted = {key for key, value in window.decisions().items() if value is Decision.ACCEPTED}
    photos = {row[1] for row in window.rows("SELECT id, photo_id FROM suggestions") if row[0] in accepted}
    assert photos <= {left.photo.id}


async def test_arrows_change_the_right_photo_and_never_meet_the_left(window: Walk) -> None:
    ids = window.ids
    left, right = await compare(window, 1, 2)
    await window.pressed("Left")
    await settled(window)
    assert right.photo.id == ids[0]
    await window.pressed("Right")
    await settled(window)
    assert right.photo.id == ids[2]
    await window.pressed("Right")
    await settled(window)
    assert [left.photo.id, right.photo.id] == [ids[1], ids[3]]
    assert window.photo == ids[3]


async def test_swapping_and_one_over_the_other(window: Walk) -> None:
    ids = window.ids
    left, right = await compare(window)
    await window.pressed("S")
    await settled(window)
    assert [left.photo.id, right.photo.id] == [ids[2], ids[0]]
    page = window.window.photos.comparing.page
    await window.pressed("Space")
    assert page.stacked
    assert left.geometry() == right.geometry()
    front = page.chosen
    await window.pressed("Space")
    assert page.chosen is page.other(front)
    assert page.chosen.viewer.view.hasFocus()
    await window.pressed("Esc")
    assert not page.isVisible()


async def test_from_the_viewer_the_photo_is_compared_with_the_next(window: Walk) -> None:
    ids = window.ids
    window.window.browser.grid.select_photo(ids[1])
    await window.pressed("Return", "Shift+C")
    await settled(window)
    page = window.window.photos.comparing.page
    assert [page.left.photo.id, page.right.photo.id] == [ids[1], ids[2]]
    await window.pressed("Esc")
    assert window.window.browser.in_viewer
