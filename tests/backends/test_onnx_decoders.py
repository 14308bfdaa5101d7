"""The decoders on arrays small enough to be worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tagger.backends.onnx import centerface, nanodet
from tagger.backends.onnx.images import centred, cornered
from tagger.entities import Box, LabelKind

LABELS = ("person", "dog", "cat")


def test_nanodet_takes_boxes_back_to_the_photo() -> None:
    # A photo of 832 x 416 lies on the canvas at half its size, from row 104.
    letterbox = centred((832, 416), 416)
    boxes = np.array([[104, 104, 208, 208], [0, 0, 10, 10]], np.float32)
    scores = np.array([[0.1, 0.8, 0.2], [0.3, 0.1, 0.1]], np.float32)
    (dog,) = nanodet.decode(boxes, scores, LABELS, letterbox, 0.35)
    assert (dog.label, dog.kind) == ("dog", LabelKind.OBJECT)
    assert dog.confidence == pytest.approx(0.8)
    assert dog.box == Box(0.25, 0.0, 0.25, 0.5)


def test_nanodet_threshold_is_inclusive() -> None:
    scores = np.array([[0.5, 0.25, 0]], np.float32)
    found = nanodet.decode(np.array([[0, 0, 9, 9]], np.float32), scores, LABELS, centred((416, 416), 416), 0.25)
    assert [d.label for d in found] == ["person", "dog"]


def test_nanodet_keeps_two_labels_of_a_box_but_not_two_boxes_of_a_label() -> None:
    boxes = np.array([[0, 0, 100, 100], [0, 0, 100, 99]], np.float32)
    scores = np.array([[0, 0.5, 0.6], [0, 0.7, 0.4]], np.float32)
    found = nanodet.decode(boxes, scores, LABELS, centred((416, 416), 416), 0.35)
    assert [(d.label, round(d.confidence, 2)) for d in found] == [("dog", 0.7), ("cat", 0.6)]


def test_nanodet_bounds_what_it_keeps() -> None:
    rng = np.random.default_rng(1)
    corners = rng.uniform(0, 400, (3549, 2)).astype(np.float32)
    boxes = np.concatenate([corners, corners + 4], axis=1)
    found = nanodet.decode(boxes, np.full((3549, 3), 0.9, np.float32), LABELS, centred((416, 416), 416), 0.35)
    assert len(found) == nanodet.LIMIT


def test_centerface_by_hand() -> None:
    letterbox = cornered((640, 320), 640, 32)
    heatmap = np.zeros((80, 160), np.float32)
    scale, offset = np.zeros((2, 2, 80, 160), np.float32)
    heatmap[40, 80] = 0.75
    scale[:, 40, 80] = math.log(16), math.log(8)
    offset[:, 40, 80] = 0.5, -0.5
    (face,) = centerface.decode(heatmap, scale, offset, letterbox, 0.5)
    # Height 16 cells = 64 pixels, width 32; the middle at ((80 - .5 + .5) * 4, (40 + .5 + .5) * 4) = (320, 164).
    assert (face.label, face.kind, face.confidence) == ("face", LabelKind.FACE, 0.75)
    assert face.box is not None
    assert (face.box.x, face.box.y) == pytest.approx((304 / 640, 132 / 320))
    assert (face.box.w, face.box.h) == pytest.approx((32 / 640, 64 / 320))


def test_centerface_threshold_is_exclusive_and_neighbours_are_one_face() -> None:
    heatmap = np.zeros((8, 8), np.float32)
    heatmap[2, 2], heatmap[2, 3], heatmap[6, 6] = 0.9, 0.8, 0.5
    scale = np.full((2, 8, 8), math.log(4), np.float32)
    found = centerface.decode(heatmap, scale, np.zeros((2, 8, 8), np.float32), cornered((32, 32), 32, 32), 0.5)
    assert [round(d.confidence, 2) for d in found] == [0.9]
