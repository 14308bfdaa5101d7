"""Every screen and state for everyone: spoken, reached by keys, at every size of text, and read from the right."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from tagger.gui import announcing, theme
from tests.gui.window import audit, screens
from tests.gui.window.driver import Walk
from tests.gui.window.test_access import focusable


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, as it was before when the test has ended."""
    before = qapp.property("systemFontPx"), qapp.layoutDirection()
    yield qapp
    qapp.setProperty("systemFontPx", before[0])
    qapp.setLayoutDirection(before[1])
    theme.apply(qapp, theme.current())


async def walked(walk: Walk) -> list[str]:
    """What is wrong on any screen, with the name of the screen."""
    faults = []
    async for name in screens.each_screen(walk):
        for root in screens.roots(walk):
            faults += [f"{name}: {fault}" for fault in (*audit.spoken_badly(root), *audit.cut(root))]
    return faults


async def test_every_control_speaks_and_every_text_has_room(window: Walk) -> None:
    window.window.resize(1280, 800)
    assert await walked(window) == []


@pytest.mark.parametrize("points", [13, 20])
async def test_large_fonts_of_the_system_cut_nothing(window: Walk, app: QApplication, points: int) -> None:
    app.setProperty("systemFontPx", screens.PX[points])
    theme.apply(app, theme.current())
    window.window.resize(1320, 800)  # narrower, large letters put panels away, which are looked at too
    await window.idle()
    assert await walked(window) == []


async def test_read_from_the_right_nothing_overlaps(window: Walk, app: QApplication) -> None:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.window.resize(1280, 800)
    await window.idle()
    assert await walked(window) == []


async def test_read_from_the_right_the_first_photo_is_there_and_arrows_go_where_they_point(
    window: Walk, app: QApplication
) -> None:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.window.resize(1280, 800)
    if window.action("headings").isChecked():
        window.action("headings").trigger()
    await window.pressed("Home")
    grid = window.window.browser.grid
    first, second = (grid.visualRect(grid.model().index(row, 0)) for row in (0, 1))
    assert first.right() >= grid.viewport().width() - 2
    assert second.right() <= first.left() + 1
    await window.pressed("Left")
    assert grid.currentIndex().row() == 1
    await window.pressed("Right")
    assert grid.currentIndex().row() == 0
    await screens.SCREENS["by label"](window)
    view = window.window.photos.by_label.page.view
    places = [view.visualRect(view.model().index(row)) for row in range(view.model().rowCount())]
    assert places[0].right() >= view.viewport().width() - 2
    assert not any(one.intersects(other) for one, other in itertools.pairwise(places))
    window.press("Home", "Left")
    assert view.currentIndex().row() == 1


async def test_what_happens_is_said_aloud(window: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    class Recorded:
        """Takes the place of the bridge to the screen reader, which the offscreen platform does not have."""

        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            said.append(event.message())

    monkeypatch.setattr(announcing, "QAccessible", Recorded)
    await window.pressed("Ctrl+E", "Return")
    assert said.pop() in window.names
    label = next(each for each in window.window.inspector.list.suggestions if each.id == window.current())
    await window.pressed("P")
    assert any(f"{label.tag.rsplit('|')[-1]}, accepted" in each for each in said)
    said.clear()
    await window.pressed("Esc", "Ctrl+A")
    assert any(each.startswith(f"{len(window.ids)} selected") for each in said)
    window.window._session.messages.say("It is done.", key="x")
    await window.until(lambda: "It is done." in said, "the message to be said")
    said.clear()
    await screens.SCREENS["viewer, box selected"](window)
    said.clear()
    await window.pressed("Alt+Right")
    await window.until(lambda: any("×" in each for each in said), "the place of the box to be said")


async def test_the_boxes_of_a_photo_are_children_of_it(window: Walk) -> None:
    await screens.SCREENS["viewer, box selected"](window)
    view = window.window.browser.viewer.view
    photo = QAccessible.queryAccessibleInterface(view)
    boxes = [photo.child(number) for number in range(photo.childCount())]
    assert len(boxes) == len(view.boxes) > 0
    assert all("box" in box.text(QAccessible.Text.Name) for box in boxes)
    assert [bool(box.state().selected) for box in boxes].count(True) == 1
    assert all(photo.indexOfChild(box) == number for number, box in enumerate(boxes))
    assert photo.rect().intersects(boxes[0].rect())
    middle = boxes[0].rect().center()
    assert photo.childAt(middle.x(), middle.y()) is not None


async def test_a_zoomed_photo_is_moved_by_keys(window: Walk) -> None:
    await screens.SCREENS["viewer"](window)
    view = window.window.browser.viewer.view
    await window.pressed("Z", "Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++")
    before = view.mapped_to_photo(view.rect().center().toPointF())
    await window.pressed("Shift+Right", "Shift+Down")
    after = view.mapped_to_photo(view.rect().center().toPointF())
    assert after[0] > before[0]
    assert after[1] > before[1]


TABBED = ["grid, several selected", "grid, headings and timeline", "compare", "by label", "settings", "shortcuts"]


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
async def test_tab_goes_round_on_every_page(window: Walk, key: str) -> None:
    await screens.furnish(window)
    for name in TABBED:
        await screens.home(window)
        await screens.SCREENS[name](window)
        reached = [window.focus]
        for _ in range(120):
            window.press(key)
            assert window.focus is not None, name
            if window.focus is reached[0]:
                break
            assert window.focus not in reached, f"{name}: trapped around {window.focus}"
            reached.append(window.focus)
        assert window.focus is reached[0], name
        missed = focusable(window.window) - set(reached)
        assert {each for each in missed if each.isVisible()} == set(), name


async def test_the_focus_is_somewhere_after_every_screen_is_left_by_escape(window: Walk) -> None:
    await screens.furnish(window)
    window.window.resize(1320, 800)  # room for all panels beside the widest page
    await window.idle()
    lost = []
    for name, show in screens.SCREENS.items():
        await screens.home(window)
        await show(window)
        for _ in range(3):
            window.press("Esc")
            await window.idle()
        if not window.window.isActiveWindow():  # a window manager would do so
            window.window.activateWindow()
            await window.idle()
        if window.focus is None or not window.focus.isVisible():
            lost.append(name)
    assert lost == []


async def test_tab_reads_the_inspector_from_top_to_bottom(window: Walk) -> None:
    await screens.furnish(window)
    inspector = window.window.inspector
    inspector.list.setFocus()
    places = []
    while window.focus is not None and inspector.isAncestorOf(window.focus):
        places.append(window.focus.mapTo(inspector, QPoint()).y())
        window.press("Tab")
    assert len(places) > 8
    assert places == sorted(places)


async def test_the_start_page_speaks_and_has_room_at_every_size(walk: Walk, app: QApplication) -> None:
    await walk.open()
    await walk.idle()
    for pixels in screens.PX.values():
        app.setProperty("systemFontPx", pixels)
        theme.apply(app, theme.current())
        await walk.idle()
        assert walk.window.start_page.isVisible()
        assert audit.spoken_badly(walk.window) + audit.cut(walk.window) == []
