from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import Box, SuggestionId
from tagger.gui.viewer.geometry import Rect, after, hits, place_plates

PERSON = SuggestionId(1), Box(0.1, 0.1, 0.8, 0.8)
FACE = SuggestionId(2), Box(0.4, 0.2, 0.1, 0.1)
TWIN = SuggestionId(3), Box(0.1, 0.1, 0.8, 0.8)


def test_the_smallest_box_under_the_pointer_comes_first_whatever_was_painted_last() -> None:
    assert hits([FACE, PERSON], 0.45, 0.25) == [2, 1]
    assert hits([PERSON, FACE], 0.45, 0.25) == [2, 1]
    assert hits([PERSON, FACE], 0.2, 0.8) == [1]
    assert hits([PERSON, FACE], 0.95, 0.95) == []


def test_among_equals_the_current_one_wins_then_the_last_painted() -> None:
    assert hits([PERSON, TWIN], 0.5, 0.5) == [3, 1]
    assert hits([PERSON, TWIN], 0.5, 0.5, current=SuggestionId(1)) == [1, 3]


def test_a_tiny_box_is_hit_in_a_finger_wide_field_around_it() -> None:
    dot = SuggestionId(4), Box(0.5, 0.5, 0.001, 0.001)
    assert hits([dot], 0.504, 0.5) == []
    assert hits([dot], 0.504, 0.5, least=(0.01, 0.01)) == [4]
    assert hits([dot], 0.52, 0.5, least=(0.01, 0.01)) == []


def test_clicking_again_reaches_everything_in_the_pile() -> None:
    pile = hits([PERSON, FACE], 0.45, 0.25)
    assert after(pile, None) == 2
    assert after(pile, SuggestionId(2)) == 1
    assert after(pile, SuggestionId(1)) == 2
    assert after([], SuggestionId(1)) is None


PHOTO = Rect(0, 0, 800, 600)


def test_a_plate_stands_inside_the_top_left_corner_of_a_large_box() -> None:
    assert place_plates([Rect(100, 100, 400, 400)], [(60, 20)], PHOTO) == [(100, 100)]


def test_a_plate_of_a_small_box_stands_above_it_so_that_it_covers_nothing() -> None:
    assert place_plates([Rect(100, 100, 120, 120)], [(60, 20)], PHOTO) == [(100, 80)]


def test_a_plate_is_pushed_back_into_the_photo() -> None:
    assert place_plates([Rect(780, -30, 900, 300)], [(60, 20)], PHOTO) == [(740, 0)]


def test_boxes_out_of_view_have_no_plate() -> None:
    assert place_plates([Rect(900, 10, 1000, 100), Rect(10, 10, 10, 100)], [(60, 20)] * 2, PHOTO) == [None, None]


def test_equal_boxes_do_not_cover_each_others_plates_until_there_is_no_place_left() -> None:
    boxes = [Rect(100, 100, 400, 400)] * 7
    places = place_plates(boxes, [(60, 20)] * 7, PHOTO)
    assert len({place for place in places if place}) == 5
    assert places[5:] == [None, None]


numbers = st.floats(-500, 1500, allow_nan=False)
sides = st.floats(0.01, 900)
rects = st.builds(lambda x, y, w, h: Rect(x, y, x + w, y + h), numbers, numbers, sides, sides)
sizes = st.tuples(st.floats(10, 300), st.floats(10, 40))


@given(st.lists(st.tuples(rects, sizes), max_size=40))
def test_plates_are_never_clipped_and_never_cover_each_other(wanted: list[tuple[Rect, tuple[float, float]]]) -> None:
    places = place_plates([box for box, _ in wanted], [size for _, size in wanted], PHOTO)
    plates = [
        Rect(place[0], place[1], place[0] + size[0], place[1] + size[1])
        for place, (_, size) in zip(places, wanted, strict=True)
        if place is not None
    ]
    slack = 1e-6
    for plate in plates:
        assert plate.left >= 0
        assert plate.top >= 0
        assert plate.right <= PHOTO.right + slack
        assert plate.bottom <= PHOTO.bottom + slack
    assert not any(one.meets(other) for number, one in enumerate(plates) for other in plates[:number])


@given(st.lists(rects, min_size=1, max_size=10))
def test_the_first_box_in_view_always_has_its_plate(boxes: list[Rect]) -> None:
    places = place_plates(boxes, [(60.0, 20.0)] * len(boxes), PHOTO)
    in_view = [place for place, box in zip(places, boxes, strict=True) if box.meets(PHOTO)]
    assert not in_view or in_view[0] is not None


boxes = st.builds(Box, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))


@given(st.lists(boxes, max_size=20), st.floats(0, 1), st.floats(0, 1))
def test_hits_are_exactly_the_boxes_around_the_point_by_size(found: list[Box], x: float, y: float) -> None:
    numbered = [(SuggestionId(number), box) for number, box in enumerate(found)]
    result = hits(numbered, x, y)
    assert set(result) == {
        number for number, box in numbered if box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h
    }
    areas = [found[number].area for number in result]
    assert areas == sorted(areas)
