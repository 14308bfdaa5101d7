"""Gestures on the photo itself: what is told, what is painted, and how large it is at any zoom."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tagger.entities import USER, Box, Decision, LabelKind, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.gui.tokens import ON_PHOTO
from tagger.gui.viewer.box_tool import BoxTool
from tagger.gui.viewer.photo_view import PhotoView
from tagger.gui.viewer.spoken import announce, box_text

PLAIN = "#808080"
NONE, SHIFT, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
BOX = Box(0.375, 0.375, 0.25, 0.25)


def suggestion(
    number: int, box: Box | None, decision: Decision = Decision.SUGGESTED, backend: str = "onnx"
) -> Suggestion:
    return Suggestion(
        id=SuggestionId(number),
        photo_id=PhotoId(1),
        backend=backend,
        model="yolox-s",
        label="dog",
        tag=TagPath("Animal|Dog"),
        confidence=0.91,
        kind=LabelKind.OBJECT,
        decision=decision,
        box=box,
    )


class Told:
    """What a tool asked for."""

    def __init__(self, tool: BoxTool) -> None:
        self.drawn: list[Box] = []
        self.changed: list[tuple[int, Box]] = []
        tool.drawn.connect(self.drawn.append)
        tool.changed.connect(lambda identity, box: self.changed.append((identity, box)))


@pytest.fixture
def view(qtbot: QtBot) -> PhotoView:
    view = PhotoView()
    qtbot.addWidget(view)
    view.resize(824, 624)
    view.show()
    image = QImage(400, 300, QImage.Format.Format_RGB888)
    image.fill(QColor(PLAIN))
    view.show_photo(image, (4000, 3000))
    view.set_suggestions([suggestion(1, BOX)])
    view.set_current(SuggestionId(1))
    return view


def place(view: PhotoView, x: float, y: float) -> QPoint:
    return view.mapped_to_view(x, y).toPoint()


def send(view: PhotoView, kind: QEvent.Type, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    moving, released = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    buttons = Qt.MouseButton.NoButton if released else Qt.MouseButton.LeftButton
    spot = QPointF(at)
    event = QMouseEvent(kind, spot, view.viewport().mapToGlobal(spot), button, buttons, modifiers)
    QApplication.sendEvent(view.viewport(), event)


def press(view: PhotoView, at: QPoint) -> None:
    send(view, QEvent.Type.MouseButtonPress, at)


def move(view: PhotoView, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    send(view, QEvent.Type.MouseMove, at, modifiers)


def release(view: PhotoView, at: QPoint) -> None:
    send(view, QEvent.Type.MouseButtonRelease, at)


def hover(view: PhotoView, at: QPoint) -> Qt.CursorShape:
    spot = QPointF(at)
    no = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, spot, view.viewport().mapToGlobal(spot), no, no, NONE)
    QApplication.sendEvent(view.viewport(), event)
    return view.viewport().cursor().shape()


def drag(view: PhotoView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    press(view, start)
    move(view, (start + end) / 2, modifiers)
    move(view, end, modifiers)
    release(view, end)


def key(view: PhotoView, which: Qt.Key) -> bool:
    """Press a key as Qt does where a shortcut may take it first; whether the view took it."""
    override = QKeyEvent(QEvent.Type.ShortcutOverride, which, NONE)
    override.ignore()
    QApplication.sendEvent(view, override)
    if not override.isAccepted():
        return False
    pressed = QKeyEvent(QEvent.Type.KeyPress, which, NONE)
    QApplication.sendEvent(view, pressed)
    return pressed.isAccepted()


def pixels(view: PhotoView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def extent(image: QImage, middle: QPoint, colour: str) -> int:
    """How many pixels of a colour lie in a row through a place, without a gap."""
    left = right = middle.x()
    while image.pixelColor(left - 1, middle.y()).name() == colour:
        left -= 1
    while image.pixelColor(right + 1, middle.y()).name() == colour:
        right += 1
    return right - left + 1


@pytest.mark.parametrize("zoom", [0.1, 1.0, 8.0])
def test_handles_and_lines_are_painted_and_grabbed_alike_at_any_zoom(view: PhotoView, zoom: float) -> None:
    side = 300 / (4000 * zoom), 300 / (3000 * zoom)
    box = Box(0.5, 0.5, min(side[0], 0.5), min(side[1], 0.5))
    view.set_suggestions([suggestion(1, box, Decision.ACCEPTED)])
    view.zoom_by(zoom / view.zoom)
    view.centerOn(4000 * (box.x + box.w / 2), 3000 * (box.y + box.h / 2))
    corner = place(view, box.x + box.w, box.y)
    image = pixels(view)
    assert extent(image, corner, ON_PHOTO.text_strong) == 8
    quarter = place(view, box.x + box.w, box.y + box.h / 4)
    assert extent(image, QPoint(quarter.x(), quarter.y()), ON_PHOTO.accepted) == 3
    for px in (-5, 0, 5):
        assert hover(view, corner + QPoint(px, px)) == Qt.CursorShape.SizeBDiagCursor
    assert hover(view, corner + QPoint(9, -9)) == Qt.CursorShape.ArrowCursor


def test_the_cursor_says_what_a_drag_would_do(view: PhotoView) -> None:
    assert hover(view, place(view, 0.375, 0.375)) == Qt.CursorShape.SizeFDiagCursor
    assert hover(view, place(view, 0.45, 0.375)) == Qt.CursorShape.SizeVerCursor
    assert hover(view, place(view, 0.625, 0.45)) == Qt.CursorShape.SizeHorCursor
    assert hover(view, place(view, 0.5, 0.5)) == Qt.CursorShape.SizeAllCursor
    assert hover(view, place(view, 0.1, 0.1)) == Qt.CursorShape.ArrowCursor
    view.tool.set_drawing(True)
    assert hover(view, place(view, 0.5, 0.5)) == Qt.CursorShape.CrossCursor


def test_the_selected_box_is_moved_and_resized_by_dragging(view: PhotoView) -> None:
    told = Told(view.tool)
    drag(view, place(view, 0.5, 0.5), place(view, 0.625, 0.5))
    assert [(i, b.x, b.y, b.w, b.h) for i, b in told.changed] == [
        (1, pytest.approx(0.5, abs=0.003), pytest.approx(0.375), pytest.approx(0.25), pytest.approx(0.25))
    ]
    assert view.tool.draft == told.changed[0][1], "the draft stays until the library has it"
    view.tool.settle()
    assert view.tool.draft is None
    drag(view, place(view, 0.625, 0.625), place(view, 0.75, 0.875))
    box = told.changed[1][1]
    assert (box.x, box.y) == (0.375, 0.375)
    assert (box.w, box.h) == pytest.approx((0.375, 0.5), abs=0.003)


def test_shift_and_alt_change_what_a_drag_does(view: PhotoView) -> None:
    told = Told(view.tool)
    drag(view, place(view, 0.625, 0.625), place(view, 0.75, 0.65), SHIFT)
    assert told.changed[0][1].w == pytest.approx(told.changed[0][1].h, abs=0.003)
    view.tool.settle()
    drag(view, place(view, 0.625, 0.5), place(view, 0.75, 0.5), ALT)
    assert told.changed[1][1].x == pytest.approx(0.25, abs=0.003)
    assert told.changed[1][1].w == pytest.approx(0.5, abs=0.006)


def test_a_click_on_the_selected_box_is_no_drag(view: PhotoView, qtbot: QtBot) -> None:
    told = Told(view.tool)
    at = place(view, 0.5, 0.5)
    with qtbot.waitSignal(view.picked):
        press(view, at)
        move(view, at + QPoint(1, 1))
        release(view, at + QPoint(1, 1))
    assert told.changed == []


def test_a_photo_is_panned_over_a_box_that_is_not_all_in_view(view: PhotoView) -> None:
    told = Told(view.tool)
    view.zoom_to(BOX)
    view.zoom_by(4)
    assert hover(view, place(view, 0.5, 0.5)) == Qt.CursorShape.ArrowCursor
    before = place(view, 0.5, 0.5)
    drag(view, QPoint(400, 300), QPoint(460, 300))
    assert told.changed == []
    assert place(view, 0.5, 0.5) - before == QPoint(60, 0)


def test_boxes_are_drawn_one_after_the_other(view: PhotoView) -> None:
    told = Told(view.tool)
    view.tool.set_drawing(True)
    for left in (0.1, 0.4):
        drag(view, place(view, left, 0.1), place(view, left + 0.2, 0.3))
        view.tool.settle()
    assert [(b.x, b.w) for b in told.drawn] == [
        (pytest.approx(0.1, abs=0.003), pytest.approx(0.2, abs=0.003)),
        (pytest.approx(0.4, abs=0.003), pytest.approx(0.2, abs=0.003)),
    ]
    assert told.changed == []
    drag(view, place(view, 0.5, 0.5), place(view, 0.502, 0.502))
    assert len(told.drawn) == 2, "a shaking hand draws nothing"


def test_escape_gives_up_the_drag_then_drawing_and_then_is_the_windows(view: PhotoView) -> None:
    told = Told(view.tool)
    view.tool.set_drawing(True)
    press(view, place(view, 0.1, 0.1))
    move(view, place(view, 0.3, 0.3))
    assert view.tool.draft is not None
    assert key(view, Qt.Key.Key_Escape)
    assert view.tool.draft is None
    assert view.tool.drawing
    assert key(view, Qt.Key.Key_Escape)
    assert not view.tool.drawing
    assert not key(view, Qt.Key.Key_Escape)
    assert not key(view, Qt.Key.Key_Return)
    assert (told.drawn, told.changed) == ([], [])


def test_nudges_are_told_once_when_the_run_ends(view: PhotoView, qtbot: QtBot) -> None:
    told = Told(view.tool)
    for _ in range(3):
        view.tool.nudge(1, 0)
    view.tool.nudge(0, 1, resize=True)
    assert told.changed == []
    with qtbot.waitSignal(view.tool.changed, timeout=3000):
        pass
    (_, box) = told.changed[0]
    scale = view.scale_on_screen
    assert scale is not None
    assert (box.x - BOX.x) * scale.width == pytest.approx(3)
    assert (box.h - BOX.h) * scale.height == pytest.approx(1)
    assert len(told.changed) == 1


def test_another_key_or_another_box_or_photo_ends_a_run_of_nudges(view: PhotoView) -> None:
    told = Told(view.tool)
    view.tool.nudge(1, 0)
    assert not key(view, Qt.Key.Key_P)
    assert len(told.changed) == 1
    view.tool.settle()
    view.tool.nudge(1, 0)
    view.set_current(None)
    assert len(told.changed) == 2
    view.set_current(SuggestionId(1))
    view.tool.settle()
    view.tool.nudge(0, -1)
    view.show_nothing()
    assert len(told.changed) == 3


def test_a_box_placed_by_key_is_nudged_and_made_with_enter(view: PhotoView) -> None:
    told = Told(view.tool)
    view.tool.place()
    first = view.tool.draft
    assert first is not None
    view.tool.nudge(-1, 0)
    assert view.tool.draft is not None
    assert view.tool.draft.x < first.x
    assert key(view, Qt.Key.Key_Return)
    assert [box.w for box in told.drawn] == [first.w]
    assert told.changed == []


def test_no_line_crosses_a_plate(view: PhotoView) -> None:
    plain = [suggestion(1, Box(0.2, 0.2, 0.5, 0.5), Decision.ACCEPTED)]
    view.set_current(None)
    view.set_suggestions(plain)
    frame = view._frame()
    plate = view._overlay.plate_of(SuggestionId(1), frame)
    assert plate is not None
    alone = pixels(view).copy(int(plate.left), int(plate.top), int(plate.width), int(plate.height))
    # Lines of the current and of a faint box go right through where the plate is.
    middle_y = (plate.top + plate.height / 2 - 12) / 600
    crossing = suggestion(2, Box(0.1, middle_y, 0.85, 0.5), Decision.REJECTED)
    view.set_suggestions([*plain, crossing])
    view.set_current(SuggestionId(2))
    assert view._overlay.plate_of(SuggestionId(1), view._frame()) == plate
    now = pixels(view).copy(int(plate.left), int(plate.top), int(plate.width), int(plate.height))
    assert now == alone


def test_boxes_of_a_hidden_backend_are_neither_seen_nor_hit(view: PhotoView) -> None:
    view.set_suggestions([suggestion(1, BOX), suggestion(2, Box(0.1, 0.1, 0.2, 0.2), Decision.ACCEPTED, USER)])
    assert view.backends == ["onnx", USER]
    view.hide_backends({"onnx"})
    assert [identity for identity, _box in view.boxes] == [2]
    assert view.suggestions_at(place(view, 0.5, 0.5)) == []
    assert view.current_suggestion is None
    view.hide_backends(set())
    assert len(view.boxes) == 2


def test_a_box_full_of_others_is_reached_by_its_line(view: PhotoView) -> None:
    view.set_suggestions([suggestion(1, BOX), suggestion(2, Box(0.36, 0.36, 0.1, 0.1))])
    view.set_current(None)
    assert view.suggestions_at(place(view, 0.4, 0.4)) == [2, 1]
    assert view.suggestions_at(place(view, 0.375, 0.42)) == [1, 2]


def test_the_next_box_is_shown_large(view: PhotoView) -> None:
    small = Box(0.8, 0.8, 0.02, 0.02)
    view.set_suggestions([suggestion(1, BOX), suggestion(2, small)])
    view.zoom_to_next_box()
    assert view.current == 2
    corner, opposite = view.mapped_to_view(small.x, small.y), view.mapped_to_view(small.x + small.w, small.y + small.h)
    assert opposite.y() - corner.y() == pytest.approx(0.6 * view.viewport().height(), rel=0.02)


def test_a_screen_reader_hears_what_is_current(view: PhotoView) -> None:
    assert box_text(suggestion(1, BOX)) == "Dog, box, suggested, .91"
    assert box_text(suggestion(1, BOX, Decision.ACCEPTED, USER)) == "Dog, box, accepted, drawn by hand"
    announce(view, "Dog, box")
    assert view.accessibleDescription() == "Dog, box"


spots = st.tuples(st.integers(-30, 850), st.integers(-30, 650))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.booleans(), st.lists(st.tuples(spots, spots, st.sampled_from([NONE, SHIFT, ALT, SHIFT | ALT])), max_size=6))
def test_whatever_is_dragged_is_told_once_and_lies_on_the_photo(
    view: PhotoView, drawing: bool, drags: list[tuple[tuple[int, int], tuple[int, int], Qt.KeyboardModifier]]
) -> None:
    view.zoom_to_fit()
    view.set_current(SuggestionId(1))
    view.tool.set_drawing(drawing)
    told = Told(view.tool)
    for number, (start, end, modifiers) in enumerate(drags, 1):
        drag(view, QPoint(*start), QPoint(*end), modifiers)
        view.tool.settle()
        assert view.tool.draft is None
        assert len(told.drawn) + len(told.changed) <= number
    for box in (*told.drawn, *(box for _identity, box in told.changed)):
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.w <= 1 + 1e-9
        assert box.y + box.h <= 1 + 1e-9
    assert bool(told.drawn) <= drawing
