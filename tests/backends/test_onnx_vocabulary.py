"""Every word the backend can say has its place, and photographers find the tree tidy."""

from __future__ import annotations

import collections
import json

import pytest

from tagger.backends.onnx import TYPE, sessions
from tagger.backends.onnx.vocabulary import classifier_words, default_tags, hidden_labels, tag_for
from tagger.resources import resource

BROAD = {
    "Activity", "Animal", "Architecture", "City", "Clothing", "Food", "Indoor", "Landscape", "Military", "Music",
    "Nature", "Object", "People", "Plant", "Sport", "Vehicle",
}  # fmt: skip


@pytest.fixture(scope="module")
def sayable() -> set[str]:
    words = classifier_words()
    detector = set(sessions.load("nanodet_g_416.onnx").labels())
    assert len(detector) == 80
    leaves = {leaf for leaf in words.leaves if leaf is not None}
    people = {"face", "people", "portrait", "group of people"}
    return detector | {group.label for group in words.groups} | leaves | people


def test_every_label_has_a_tag_and_every_tag_a_label(sayable: set[str]) -> None:
    assert set(default_tags()) == sayable


def test_paths_are_well_formed() -> None:
    for label, tag in default_tags().items():
        assert not set("/,") & set(tag), label
        assert not set("|/,") & set(label), label
        for name in tag.split("|"):
            assert name == name.strip() != "", label
            assert name[0] == name[0].upper(), label


def test_no_two_places_differ_by_case_only() -> None:
    spellings = collections.defaultdict(set)
    for tag in default_tags().values():
        names = tag.split("|")
        for depth in range(1, len(names) + 1):
            spellings["|".join(names[:depth]).casefold()].add("|".join(names[:depth]))
    assert [found for found in spellings.values() if len(found) > 1] == []


def test_no_two_labels_differ_by_case_only() -> None:
    counts = collections.Counter(label.casefold() for label in default_tags())
    assert [label for label, count in counts.items() if count > 1] == []


def test_a_name_has_one_place() -> None:
    places = collections.defaultdict(set)
    for tag in default_tags().values():
        places[tag.split("|")[-1].casefold()].add(tag)
    assert [found for found in places.values() if len(found) > 1] == []


def test_few_broad_tags() -> None:
    assert {tag.split("|")[0] for tag in default_tags().values()} == BROAD


@pytest.mark.parametrize(
    ("label", "tag"),
    [
        ("dog", "Animal|Dog"),
        ("car", "Vehicle|Car"),
        ("espresso", "Food|Drink|Espresso"),
        ("face", "People"),
        ("person", "People"),
        ("traffic light", "City|Traffic light"),
        ("crane", "Animal|Bird|Wading bird|Crane"),
        ("construction crane", "City|Construction crane"),
        ("kite", "Object|Toy|Kite"),
        ("tv", "Object|Electronics|Television"),
        ("never heard of", None),
    ],
)
def test_places(label: str, tag: str | None) -> None:
    assert tag_for(label) == tag
    assert TYPE.tag_for(label) == tag


def test_hidden_labels_can_be_said(sayable: set[str]) -> None:
    assert hidden_labels() <= sayable
    assert {"bench", "cell phone", "dining table"} <= TYPE.hidden_labels
    assert not {"person", "dog", "bird", "landscape"} & TYPE.hidden_labels


def test_leaves_are_in_the_order_of_the_network() -> None:
    leaves = json.loads(resource("vocabulary", "classifier.json").read_text("utf-8"))["leaves"]
    assert [leaf["index"] for leaf in leaves] == list(range(1000))
    assert [leaf["wnid"] for leaf in leaves] == sorted(leaf["wnid"] for leaf in leaves)
    said = [leaf["label"] for leaf in leaves if not leaf["blocked"]]
    assert len(said) == len(set(said)) == 899


def test_groups_are_sane() -> None:
    groups = classifier_words().groups
    assert len({group.label for group in groups}) == len(groups)
    for group in groups:
        assert group.leaves == tuple(sorted(set(group.leaves))), group.label
        assert 0 <= group.leaves[0] <= group.leaves[-1] < 1000
        assert 0.3 <= group.suggest <= 0.6
        assert group.min_leaf in (0.0, 0.2)
