from __future__ import annotations

import numpy as np
import pytest

from tagger.backends.onnx.images import Floats
from tagger.backends.onnx.keywords import Keywords
from tagger.backends.onnx.vocabulary import ClassifierWords, Group
from tagger.entities import LabelKind

WORDS = ClassifierWords(
    groups=(
        Group("pet", 0.35, 0.0, (0, 1, 2)),
        Group("animal", 0.35, 0.2, (0, 1, 2, 3)),
        Group("street", 0.4, 0, (4,)),
    ),
    leaves=("tabby", "collie", None, "ant", "cab", "crate"),
    leaf_suggest=0.5,
)


def said(probabilities: list[float], **options: float) -> dict[str, float]:
    array: Floats = np.array(probabilities, np.float32)
    return {d.label: round(d.confidence, 3) for d in Keywords(WORDS, **options).say(array)}


def test_leaves_add_up_to_their_groups() -> None:
    assert said([0.2, 0.125, 0.125, 0.125, 0.3, 0.125]) == {"pet": 0.45, "animal": 0.575}


def test_broad_group_needs_one_likely_leaf() -> None:
    assert said([0.15, 0.15, 0.15, 0.15, 0.2, 0.2]) == {"pet": 0.45}


def test_leaf_at_its_threshold_is_said() -> None:
    assert said([0.5, 0, 0, 0, 0, 0.5])["tabby"] == 0.5
    assert "tabby" not in said([0.49, 0, 0, 0, 0, 0.51])


def test_blocked_leaf_is_not_said_but_counts() -> None:
    assert said([0, 0, 0.9, 0, 0, 0.1]) == {"pet": 0.9, "animal": 0.9}


def test_group_has_its_own_threshold() -> None:
    assert said([0, 0, 0, 0, 0.38, 0.2]) == {}
    assert said([0, 0, 0, 0, 0.42, 0.2]) == {"street": 0.42}


def test_floors_can_only_be_raised_for_groups_and_set_for_leaves() -> None:
    assert said([0.45, 0, 0, 0, 0, 0], floor=0.5) == {}
    assert said([0.45, 0, 0, 0, 0, 0], floor=0.1, leaf_floor=0.4) == {"pet": 0.45, "animal": 0.45, "tabby": 0.45}


def test_kinds_and_no_box() -> None:
    detections = Keywords(WORDS).say(np.array([0.6, 0, 0, 0, 0, 0], np.float32))
    assert {d.label: d.kind for d in detections} == {
        "pet": LabelKind.SCENE,
        "animal": LabelKind.SCENE,
        "tabby": LabelKind.OBJECT,
    }
    assert all(d.box is None for d in detections)


def test_sum_is_never_more_than_certain() -> None:
    detections = Keywords(WORDS).say(np.array([0.5, 0.5000001, 0.0001, 0, 0, 0], np.float32))
    assert max(d.confidence for d in detections) == pytest.approx(1.0)
    assert all(d.confidence <= 1 for d in detections)
