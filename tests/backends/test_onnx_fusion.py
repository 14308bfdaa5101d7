from __future__ import annotations

from collections.abc import Sequence

from tagger.backends.onnx.fusion import fuse
from tagger.entities import Box, Detection, LabelKind

PLACE = Box(0.1, 0.1, 0.5, 0.5)


def thing(label: str, confidence: float = 0.5, box: Box = PLACE) -> Detection:
    return Detection(label, confidence, LabelKind.OBJECT, box)


def word(label: str, confidence: float = 0.5) -> Detection:
    return Detection(label, confidence, LabelKind.SCENE)


def face(confidence: float = 0.9, side: float = 0.1) -> Detection:
    return Detection("face", confidence, LabelKind.FACE, Box(0.1, 0.1, side, side))


def labels(
    objects: Sequence[Detection] = (), faces: Sequence[Detection] = (), words: Sequence[Detection] = ()
) -> list[str]:
    return [d.label for d in fuse(objects, faces, words)]


def test_surest_first() -> None:
    assert labels([thing("dog", 0.4), thing("car", 0.8)], words=[word("street", 0.6)]) == ["car", "street", "dog"]


def test_word_that_boxes_already_say_is_dropped() -> None:
    assert labels([thing("dog")], words=[word("dog", 0.9), word("animal", 0.95)]) == ["dog"]


def test_more_specific_word_stays_beside_a_box() -> None:
    assert labels([thing("dog", 0.6)], words=[word("beagle", 0.5)]) == ["dog", "beagle"]


def test_parents_of_a_more_specific_word_are_dropped() -> None:
    found = labels(words=[word("animal", 0.9), word("bird", 0.8), word("songbird", 0.7), word("robin", 0.6)])
    assert found == ["robin"]


def test_one_word_for_a_tag() -> None:
    # Two labels of one tag: the surer one.
    assert labels(words=[word("people", 0.4), word("person", 0.7)]) == ["person"]


def test_tags_that_only_begin_alike_are_not_parents() -> None:
    assert sorted(labels(words=[word("cat"), word("wild cat"), word("castle")])) == ["castle", "cat", "wild cat"]


def test_hidden_label_does_not_take_a_visible_one_away() -> None:
    assert sorted(labels([thing("tie")], words=[word("clothing")])) == ["clothing", "tie"]
    # clothing itself is hidden and implied by nothing; indoor is implied by the bathroom, not by the hidden sink.
    assert sorted(labels([thing("sink")], words=[word("indoor")])) == ["indoor", "sink"]


def test_all_boxes_stay() -> None:
    assert labels([thing("dog", 0.6), thing("dog", 0.5), thing("cat", 0.4)]) == ["dog", "dog", "cat"]


def test_one_large_face_is_a_portrait() -> None:
    assert labels(faces=[face(side=0.2)]) == ["face", "portrait"]
    assert labels(faces=[face(side=0.1)]) == ["face"]


def test_four_faces_are_a_group_as_sure_as_the_fourth() -> None:
    found = fuse([], [face(c) for c in (0.9, 0.8, 0.7, 0.6)], [])
    assert [(d.label, d.confidence) for d in found if d.box is None] == [("group of people", 0.6)]


def test_two_faces_need_no_word_for_people() -> None:
    assert labels(faces=[face(0.9), face(0.8)]) == ["face", "face"]


def test_nothing() -> None:
    assert fuse([], [], []) == ()
