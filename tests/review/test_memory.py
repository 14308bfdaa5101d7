from __future__ import annotations

from tagger.entities import Box, Decision, LabelKind, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.review.memory import decided_before, same_place, state_of_new

LEFT, RIGHT = Box(0.0, 0.0, 0.4, 0.4), Box(0.6, 0.6, 0.4, 0.4)
DOG = TagPath("Animal|Dog")


def made(decision, box=None, tag=DOG, label="dog"):
    return Suggestion(SuggestionId(1), PhotoId(1), "b", "m", label, tag, 0.9, LabelKind.OBJECT, decision, box)


def test_the_same_place_is_an_overlap_of_half():
    assert same_place(None, None)
    assert not same_place(None, LEFT)
    assert same_place(LEFT, Box(0.0, 0.0, 0.4, 0.3))
    assert not same_place(LEFT, Box(0.0, 0.0, 0.4, 0.1))


def test_a_rejection_covers_its_place_or_the_whole_photo():
    whole, left = made(Decision.REJECTED), made(Decision.REJECTED, LEFT)
    assert state_of_new(DOG, RIGHT, [whole], ()) is Decision.REJECTED
    assert state_of_new(TagPath("ANIMAL|DOG"), None, [whole], ()) is Decision.REJECTED
    assert state_of_new(DOG, LEFT, [left], ()) is Decision.REJECTED
    assert state_of_new(DOG, RIGHT, [left], ()) is Decision.SUGGESTED
    assert state_of_new(DOG, None, [left], ()) is Decision.REJECTED
    assert state_of_new(DOG, None, [left, made(Decision.ACCEPTED, RIGHT)], ()) is Decision.SUGGESTED
    assert state_of_new(TagPath("Cat"), None, [whole, left], ()) is Decision.SUGGESTED


def test_a_tag_removed_by_hand_is_rejected_everywhere():
    assert state_of_new(DOG, LEFT, [made(Decision.ACCEPTED, LEFT)], {"animal|dog"}) is Decision.REJECTED


def test_what_was_decided_is_known_again():
    decided = made(Decision.DEFERRED, LEFT)
    assert decided_before("dog", LEFT, [decided]) is decided
    assert decided_before("dog", RIGHT, [decided]) is None
    assert decided_before("cat", LEFT, [decided]) is None
