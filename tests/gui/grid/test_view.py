from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tagger.gui.grid.delegate import one_line
from tagger.gui.grid.model import GridModel
from tagger.gui.grid.thumbnails import ThumbnailLoader
from tagger.gui.grid.view import GridView
from tests import pace
from tests.gui.grid.photos import Library, jpeg

Key = Qt.Key
Modifier = Qt.KeyboardModifier
PICTURE = jpeg(300, 200, "#808080")


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def view(qtbot, library):
    loader = ThumbnailLoader(lambda photo_id: PICTURE)
    model = GridModel(library.fetch)
    view = GridView(model, loader)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    yield view
    loader.stop()


def show(view, ids):
    view.model().set_ids(ids)


def columns(view):
    return view.cells().columns


def on_screen(view, photo_id):
    index = view.model().index(view.model().row_of(photo_id))
    return view.viewport().rect().contains(view.visualRect(index))


def press(view, *keys, modifier=Modifier.NoModifier):
    for key in keys:
        QTest.keyClick(view, key, modifier)


def click(view, row, modifier=Modifier.NoModifier, kind=QTest.mouseClick):
    kind(view.viewport(), Qt.MouseButton.LeftButton, modifier, view.visualRect(view.model().index(row)).center())


def test_scroll_to_a_photo_far_away_shows_it_at_once(view):
    show(view, range(100_000))
    assert view.scroll_to_photo(99_000)
    assert on_screen(view, 99_000)
    assert 99_000 in view.visible_ids()
    assert not view.scroll_to_photo(100_000)


def test_it_can_be_scrolled_to_before_it_is_shown(qtbot, library):
    loader = ThumbnailLoader(lambda photo_id: None)
    view = GridView(GridModel(library.fetch), loader)
    qtbot.addWidget(view)
    view.resize(700, 500)
    show(view, range(100_000))
    view.select_photo(99_000)
    view.show()
    qtbot.waitExposed(view)
    qtbot.waitUntil(lambda: on_screen(view, 99_000))
    loader.stop()


def test_keys_move_between_photos(view):
    show(view, range(1000))
    view.select_photo(0)
    wide = columns(view)
    press(view, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    assert view.current_photo() == wide + 2
    press(view, Key.Key_Up, Key.Key_Left)
    assert view.current_photo() == 1
    press(view, Key.Key_Up)
    assert view.current_photo() == 1
    press(view, Key.Key_End)
    assert view.current_photo() == 999
    assert on_screen(view, 999)
    press(view, Key.Key_Home)
    assert view.current_photo() == 0
    press(view, Key.Key_PageDown)
    page = view.current_photo()
    assert page % wide == 0
    assert page >= 2 * wide
    press(view, Key.Key_PageUp)
    assert view.current_photo() == 0
    assert view.selected_ids() == [0]


def test_a_half_filled_last_line_can_be_reached(view):
    wide = columns(view)
    show(view, range(2 * wide + 1))
    view.select_photo(2 * wide - 1)
    press(view, Key.Key_Down)
    assert view.current_photo() == 2 * wide


def test_enter_and_double_click_open(qtbot, view):
    show(view, [30, 20, 10])
    view.select_photo(20)
    with qtbot.waitSignal(view.opened) as opened:
        press(view, Key.Key_Return)
    assert opened.args == [20]
    click(view, 2)  # the first half of a double click
    with qtbot.waitSignal(view.opened) as opened:
        click(view, 2, kind=QTest.mouseDClick)
    assert opened.args == [10]


def test_everything_is_selected_at_once(qtbot, view):
    show(view, range(100_000))

    def select_all() -> None:
        press(view, Key.Key_A, modifier=Modifier.ControlModifier)
        QApplication.processEvents()

    with qtbot.waitSignal(view.selection_changed, check_params_cb=lambda count: count == 100_000):
        found = pace.units(select_all, 1)
    assert found < 20  # Qt's own takes half a second
    assert view.selection_count() == len(view.selected_ids()) == 100_000


def test_shift_selects_what_is_read_between_two_photos(view):
    show(view, range(100))
    click(view, 2)
    click(view, 2 * columns(view) + 1, Modifier.ShiftModifier)
    assert view.selected_ids() == list(range(2, 2 * columns(view) + 2))
    click(view, 1, Modifier.ShiftModifier)
    assert view.selected_ids() == [1, 2]
    click(view, 9, Modifier.ControlModifier)
    assert view.selected_ids() == [1, 2, 9]
    view.select_photo(1)
    press(view, Key.Key_Down, Key.Key_Right, modifier=Modifier.ShiftModifier)
    assert view.selected_ids() == list(range(1, columns(view) + 3))


def test_shift_from_far_off_screen(view):
    show(view, range(100_000))
    click(view, 5)
    press(view, Key.Key_End, modifier=Modifier.ShiftModifier)
    assert view.selection_count() == 99_995


def test_dragging_selects_a_rectangle(view):
    show(view, range(100))
    viewport, wide = view.viewport(), columns(view)
    start, end = (view.visualRect(view.model().index(row)).center() for row in (1, wide + 2))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(viewport, start + (end - start) * share)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Modifier.NoModifier, end)
    assert view.selected_ids() == [1, 2, wide + 1, wide + 2]


def test_current_photo_is_told_once(qtbot, view):
    show(view, range(10))
    told = []
    view.current_photo_changed.connect(told.append)
    view.select_photo(4)
    view.select_photo(4)
    show(view, range(3, 10))
    assert told == [4]
    show(view, [])
    assert told == [4, None]


def test_a_new_list_keeps_current_selection_and_place(qtbot, view):
    show(view, range(0, 20_000, 2))
    view.select_photo(10_000)
    model = view.model()
    view.selectionModel().select(model.index(model.row_of(10_010)), QItemSelectionModel.SelectionFlag.Select)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 37)
    before = view.visualRect(model.index(model.row_of(10_000))).top()
    seen = view.visible_ids()
    show(view, [*range(-columns(view) * 300, 0), *range(0, 20_000, 2)])
    assert view.current_photo() == 10_000
    assert view.selected_ids() == [10_000, 10_010]
    assert view.visible_ids() == seen
    assert view.visualRect(model.index(model.row_of(10_000))).top() == before


def test_when_the_current_photo_goes_the_next_one_follows(view):
    show(view, range(100))
    view.select_photo(40)
    show(view, [each for each in range(100) if each not in (40, 41)])
    assert view.current_photo() == 42
    assert view.selected_ids() == [42]
    show(view, range(40))
    assert view.current_photo() == 39


def test_photos_added_at_the_end_leave_everything_in_place(view):
    show(view, range(500))
    view.select_photo(200)
    place = view.verticalScrollBar().value()
    show(view, range(900))
    assert (view.current_photo(), view.verticalScrollBar().value()) == (200, place)
    assert view.verticalScrollBar().maximum() + view.viewport().height() == view.cells().height_px


def test_ctrl_wheel_zooms_within_the_bounds(qtbot, view):
    show(view, range(5000))
    view.select_photo(2500)
    for delta, side in ((120, 208), (-1200, 128), (6000, 512)):
        place = QPointF(view.viewport().rect().center())
        event = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Modifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
        assert view.thumbnail_side == side
        assert 2500 in view.visible_ids()


def test_resizing_keeps_the_first_photo_on_screen(qtbot, view):
    show(view, range(50_000))
    view.scroll_to_photo(40_000)
    first = view.visible_ids()[0]
    view.resize(500, 600)
    assert first in view.visible_ids()


def test_thumbnails_are_painted_in_their_shape(qtbot, view):
    show(view, range(3))
    cell = view.visualRect(view.model().index(0))

    def colour(x, y):
        return view.viewport().grab().toImage().pixelColor(x, y).name()

    middle = cell.top() + 8 + view.thumbnail_side // 2
    qtbot.waitUntil(lambda: colour(cell.center().x(), middle) == "#808080")
    assert colour(cell.center().x(), cell.top() + 12) == "#161616"


def test_an_empty_grid_says_what_to_do(qtbot, view):
    view.set_empty_message("No photo matches.", "Clear the search")
    from tagger.gui.grid.empty import EmptyMessage

    message = view.findChild(EmptyMessage)
    assert message.isVisible()
    from PySide6.QtWidgets import QPushButton

    with qtbot.waitSignal(view.empty_action):
        message.findChild(QPushButton).click()
    show(view, [1])
    assert not message.isVisible()


def test_an_error_while_painting_is_reported_once(qtbot, view, monkeypatch):
    reported = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: reported.append(kind))
    monkeypatch.setattr(view.itemDelegate(), "_paint_photo", lambda *arguments: 1 / 0)
    show(view, range(100))
    for _each in range(5):
        view.viewport().repaint()
    assert reported == [ZeroDivisionError]


def test_letters_do_not_search_the_names(qtbot, view, library):
    show(view, range(100_000))
    qtbot.wait(50)
    library.fetched.clear()
    press(view, Key.Key_P, Key.Key_X)
    qtbot.wait(50)
    assert library.fetched == []


def test_right_to_left_is_mirrored(view):
    show(view, range(10))
    view.select_photo(0)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.visualRect(view.model().index(0)).left() > view.visualRect(view.model().index(1)).left()
    press(view, Key.Key_Left)
    assert view.current_photo() == 1


def test_a_name_with_line_breaks_stays_one_line():
    assert one_line("a\nb\u202e.jpg") == "a\ufffdb\ufffd.jpg"


def test_who_stands_at_the_top_stays_there_when_photos_come_before(view):
    show(view, range(100, 400))
    assert view.select_photo(100)
    show(view, range(400))
    assert view.verticalScrollBar().value() == 0
    assert view.current_photo() == 100
    view.verticalScrollBar().setValue(2000)
    first = view.visible_ids()[0]
    show(view, [*range(1000, 1100), *range(400)])
    assert view.visible_ids()[0] == first, "elsewhere the photos in view stay in view"
