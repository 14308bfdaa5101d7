from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import Box, SuggestionId
from tagger.gui.viewer.geometry import Rect
from tagger.gui.viewer.gestures import (
    HANDLE_PX,
    LEAST_PX,
    Drag,
    Handle,
    Scale,
    drawn,
    handle_at,
    handle_places,
    in_reading_order,
    middle,
    moved,
    resized,
    target,
)

SCALE = Scale(800, 600)
BOX = Box(0.25, 0.25, 0.5, 0.5)
PHOTO_PX = 4000, 3000
ONE, TWO = SuggestionId(1), SuggestionId(2)


def at_zoom(zoom: float) -> Scale:
    return Scale(PHOTO_PX[0] * zoom, PHOTO_PX[1] * zoom)


@pytest.mark.parametrize("zoom", [0.1, 1.0, 8.0])
@pytest.mark.parametrize("handle", Handle)
def test_handles_are_grabbed_as_easily_at_any_zoom(zoom: float, handle: Handle) -> None:
    scale = at_zoom(zoom)
    x = BOX.x + BOX.w / 2 * (1 + handle.across)
    y = BOX.y + BOX.h / 2 * (1 + handle.down)
    for px in (-5.0, 0.0, 5.0):
        assert handle_at(BOX, x + scale.across(px), y + scale.down(px), scale) is handle
    far = HANDLE_PX
    away = x + scale.across(far * (handle.across or 1)), y + scale.down(far * (handle.down or 1))
    assert handle_at(BOX, *away, scale) is not handle


@pytest.mark.parametrize("zoom", [0.1, 1.0, 8.0])
def test_lines_are_grabbed_between_the_handles(zoom: float) -> None:
    scale = at_zoom(zoom)
    quarter = BOX.x + BOX.w / 4
    assert handle_at(BOX, quarter, BOX.y + scale.down(3), scale) is Handle.NORTH
    assert handle_at(BOX, quarter, BOX.y - scale.down(3), scale) is Handle.NORTH
    assert handle_at(BOX, quarter, BOX.y + scale.down(5), scale) is None
    assert handle_at(BOX, BOX.x + BOX.w + scale.across(3), BOX.y + BOX.h / 4, scale) is Handle.EAST


def test_inside_a_box_smaller_than_a_handle_the_body_wins_and_its_handles_stand_outside() -> None:
    tiny = Box(0.5, 0.5, SCALE.across(8), SCALE.down(8))
    for x in (0.0, 0.5, 1.0):
        for y in (0.0, 0.5, 1.0):
            place = tiny.x + x * tiny.w, tiny.y + y * tiny.h
            assert target([(ONE, tiny)], *place, SCALE, ONE) is not None
            assert handle_at(tiny, *place, SCALE) is None
    assert handle_at(tiny, tiny.x - SCALE.across(5), tiny.y - SCALE.down(5), SCALE) is Handle.NORTH_WEST
    rect = Rect(400, 300, 408, 308)
    places = {handle: (x, y) for handle, x, y in handle_places(rect)}
    assert set(places) == {Handle.NORTH_WEST, Handle.NORTH_EAST, Handle.SOUTH_EAST, Handle.SOUTH_WEST}
    assert places[Handle.NORTH_WEST] == (395, 295)


def test_only_the_selected_box_is_dragged_whatever_lies_over_it() -> None:
    boxes = [(ONE, BOX), (TWO, Box(0.4, 0.4, 0.1, 0.1))]
    assert target(boxes, 0.45, 0.45, SCALE, None) is None
    found = target(boxes, 0.45, 0.45, SCALE, ONE)
    assert found is not None
    assert (found.identity, found.handle) == (ONE, None)
    found = target(boxes, 0.4, 0.4, SCALE, TWO)
    assert found is not None
    assert (found.identity, found.handle) == (TWO, Handle.NORTH_WEST)
    assert target(boxes, 0.1, 0.1, SCALE, ONE) is None


def test_a_side_moves_alone_and_a_corner_moves_two() -> None:
    assert resized(BOX, Handle.EAST, 0.1, 0.2, SCALE) == Box(0.25, 0.25, pytest.approx(0.6), 0.5)
    assert resized(BOX, Handle.NORTH, 0.1, 0.1, SCALE) == Box(0.25, pytest.approx(0.35), 0.5, pytest.approx(0.4))
    wider = resized(BOX, Handle.NORTH_WEST, -0.1, -0.2, SCALE)
    assert (wider.x, wider.y, wider.w, wider.h) == pytest.approx((0.15, 0.05, 0.6, 0.7))


def test_shift_keeps_the_proportion_and_alt_the_middle() -> None:
    kept = resized(BOX, Handle.SOUTH_EAST, 0.1, 0.0, SCALE, keep_aspect=True)
    assert (kept.x, kept.y, kept.w, kept.h) == pytest.approx((0.25, 0.25, 0.6, 0.6))
    side = resized(BOX, Handle.EAST, 0.1, 0.0, SCALE, keep_aspect=True)
    assert (side.x, side.y, side.w, side.h) == pytest.approx((0.25, 0.2, 0.6, 0.6))
    both = resized(BOX, Handle.EAST, 0.1, 0.0, SCALE, centred=True)
    assert (both.x, both.y, both.w, both.h) == pytest.approx((0.15, 0.25, 0.7, 0.5))


def test_drawing_goes_in_any_direction_and_can_be_square_or_from_the_middle() -> None:
    assert drawn((0.5, 0.5), (0.25, 0.75), SCALE) == Box(0.25, 0.5, 0.25, 0.25)
    square = drawn((0.25, 0.25), (0.5, 0.3), SCALE, square=True)
    assert square is not None
    assert square.w * SCALE.width == pytest.approx(square.h * SCALE.height) == pytest.approx(200)
    around = drawn((0.5, 0.5), (0.6, 0.7), SCALE, centred=True)
    assert around is not None
    assert (around.x, around.y, around.w, around.h) == pytest.approx((0.4, 0.3, 0.2, 0.4))
    assert drawn((0.5, 0.5), (0.9, 0.5), SCALE) is None, "a line is no box"
    assert drawn((0.5, 0.5), (0.5, 0.5), SCALE) is None


def test_a_new_box_stands_in_the_middle_of_what_is_seen() -> None:
    assert middle(Box(0.0, 0.0, 0.75, 0.75)) == Box(0.25, 0.25, 0.25, 0.25)


def test_the_next_box_is_the_next_one_in_reading_order() -> None:
    boxes = [(SuggestionId(n), Box(x, y, 0.1, 0.1)) for n, (x, y) in enumerate([(0.6, 0.6), (0.1, 0.62), (0.5, 0.1)])]
    assert in_reading_order(boxes) == [2, 1, 0]


parts = st.floats(0, 1)
scales = st.builds(lambda zoom: at_zoom(zoom), st.floats(0.02, 32))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x, y = draw(st.floats(0, 0.98)), draw(st.floats(0, 0.98))
    return Box(x, y, draw(st.floats(0.001, 1 - x)), draw(st.floats(0.001, 1 - y)))


far = st.floats(-3, 3)


def lies_on_the_photo(box: Box) -> bool:
    slack = 1e-12
    return box.x >= 0 and box.y >= 0 and box.x + box.w <= 1 + slack and box.y + box.h <= 1 + slack


@given(boxes(), st.sampled_from([None, *Handle]), far, far, scales, st.booleans(), st.booleans())
def test_no_gesture_leaves_the_photo_or_makes_a_box_vanish(
    box: Box, handle: Handle | None, x: float, y: float, scale: Scale, keep_aspect: bool, centred: bool
) -> None:
    result = Drag((0.5, 0.5), ONE, box, handle).at(x, y, scale, keep_aspect=keep_aspect, centred=centred)
    assert result is not None
    assert lies_on_the_photo(result)
    assert result.w >= min(box.w, scale.across(LEAST_PX)) * (1 - 1e-6)
    assert result.h >= min(box.h, scale.down(LEAST_PX)) * (1 - 1e-6)
    if handle is None:
        assert (result.w, result.h) == (box.w, box.h)
    elif keep_aspect:
        assert result.w / result.h == pytest.approx(box.w / box.h, rel=1e-6)
    if handle is not None and centred:
        assert result.x + result.w / 2 == pytest.approx(box.x + box.w / 2, abs=1e-9)
        assert result.y + result.h / 2 == pytest.approx(box.y + box.h / 2, abs=1e-9)
    if handle is not None and not centred and not keep_aspect:
        for side, start, length, was, before in (
            (handle.across, result.x, result.w, box.x, box.w),
            (handle.down, result.y, result.h, box.y, box.h),
        ):
            if side >= 0:
                assert start == was, "the opposite side stays"
            else:
                assert start + length == pytest.approx(was + before)


@given(boxes(), st.sampled_from([None, *Handle]), scales)
def test_a_drag_back_to_where_it_began_changes_nothing(box: Box, handle: Handle | None, scale: Scale) -> None:
    drag = Drag((0.5, 0.5), ONE, box, handle)
    result = drag.at(0.5, 0.5, scale, keep_aspect=False, centred=False)
    assert result is not None
    assert (result.x, result.y, result.w, result.h) == pytest.approx((box.x, box.y, box.w, box.h))


@given(parts, parts, far, far, scales, st.booleans(), st.booleans())
def test_whatever_is_drawn_lies_on_the_photo(
    x: float, y: float, to_x: float, to_y: float, scale: Scale, square: bool, centred: bool
) -> None:
    box = drawn((x, y), (to_x, to_y), scale, square=square, centred=centred)
    if box is not None:
        assert lies_on_the_photo(box)
        assert box.w * scale.width >= LEAST_PX * (1 - 1e-6)
        if square:
            assert box.w * scale.width == pytest.approx(box.h * scale.height, rel=1e-6)


@given(boxes(), st.lists(st.tuples(far, far), max_size=8))
def test_moving_there_and_back_within_the_photo_is_nothing(box: Box, steps: list[tuple[float, float]]) -> None:
    for dx, dy in steps:
        box = moved(box, dx, dy)
        assert lies_on_the_photo(box)


@given(boxes(), scales, st.floats(-0.2, 1.2), st.floats(-0.2, 1.2))
def test_every_place_inside_the_selected_box_can_be_dragged(box: Box, scale: Scale, x: float, y: float) -> None:
    found = target([(ONE, box)], x, y, scale, ONE)
    if box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h:
        assert found is not None
    reach = HANDLE_PX
    beyond = (
        x < box.x - scale.across(reach)
        or x > box.x + box.w + scale.across(reach)
        or y < box.y - scale.down(reach)
        or y > box.y + box.h + scale.down(reach)
    )
    if beyond:
        assert found is None
