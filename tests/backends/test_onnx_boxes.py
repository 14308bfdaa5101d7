from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tagger.backends.onnx.boxes import suppress
from tagger.entities import Box


def boxes(*corners: tuple[float, float, float, float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(corners, np.float32).reshape(-1, 4)


def test_by_hand() -> None:
    # The second covers 80 of the first's 100 and nothing more: IoU 0.8.
    # The third covers 50 of the first's 100, and 50 beside it: IoU 1/3.
    candidates = boxes((0, 0, 10, 10), (0, 0, 10, 8), (0, 5, 10, 15))
    scores = np.array([0.5, 0.9, 0.7], np.float32)
    assert suppress(candidates, scores, 0.6).tolist() == [1, 2]
    assert suppress(candidates, scores, 0.85).tolist() == [1, 2, 0]


def test_classes_do_not_suppress_each_other() -> None:
    same = boxes((0, 0, 1, 1), (0, 0, 1, 1), (0, 0, 1, 1))
    scores = np.array([0.3, 0.6, 0.5], np.float32)
    assert suppress(same, scores, 0.6, np.array([0, 1, 0])).tolist() == [1, 2]


def test_limit() -> None:
    apart = boxes(*((float(i), 0.0, i + 0.5, 1.0) for i in range(5)))
    assert suppress(apart, np.arange(5, dtype=np.float32), 0.6, limit=2).tolist() == [4, 3]


def test_nothing() -> None:
    assert suppress(boxes(), np.zeros(0, np.float32), 0.6).tolist() == []


def test_empty_boxes_do_not_divide_by_zero() -> None:
    assert suppress(boxes((1, 1, 1, 1), (1, 1, 1, 1)), np.ones(2, np.float32), 0.6).tolist() == [0, 1]


SIDES = st.integers(0, 20)
CANDIDATES = st.lists(st.tuples(SIDES, SIDES, SIDES, SIDES, st.integers(0, 100), st.integers(0, 2)), max_size=30)


@given(CANDIDATES)
def test_kept_are_apart_and_dropped_are_near_a_better_one(
    candidates: list[tuple[int, int, int, int, int, int]],
) -> None:
    corners = boxes(*((x, y, x + w, y + h) for x, y, w, h, _, _ in candidates))
    scores = np.array([c[4] for c in candidates], np.float32)
    classes = np.array([c[5] for c in candidates], np.intp)
    kept = suppress(corners, scores, 0.6, classes).tolist()
    places = [Box(*c[:4]) for c in candidates]

    def rivals(one: int, other: int) -> bool:
        return bool(classes[one] == classes[other]) and places[one].iou(places[other]) > 0.6 + 1e-6

    assert [scores[i] for i in kept] == sorted((scores[i] for i in kept), reverse=True)
    assert not any(rivals(i, j) for i in kept for j in kept if i < j)
    for dropped in set(range(len(candidates))) - set(kept):
        near = (places[i].iou(places[dropped]) > 0.6 - 1e-6 and scores[i] >= scores[dropped] for i in kept)
        assert any(near)
