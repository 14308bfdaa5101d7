"""The words of the embedded backend: what its networks can say, where that is in the default tag tree, what is noise.

The files are in ``resources/vocabulary`` and are read when first needed, without numpy or the engine.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tagger.entities import TagPath
from tagger.resources import resource


@dataclass(frozen=True, slots=True)
class Group:
    """A word for many leaves of the classifier, whose probabilities are added up.

    Attributes:
        label: The word.
        suggest: Lowest sum worth a suggestion.
        min_leaf: What the likeliest leaf must have at least; above 0 for broad words, which otherwise collect noise.
        leaves: Indices of the leaves, 0..999.
    """

    label: str
    suggest: float
    min_leaf: float
    leaves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClassifierWords:
    """What the classifier can say; ``leaves`` are the words of its 1,000 outputs, None for one that is never said."""

    groups: tuple[Group, ...]
    leaves: tuple[str | None, ...]
    leaf_suggest: float


@functools.cache
def classifier_words() -> ClassifierWords:
    """The keyword groups and leaves of ``classifier.json``."""
    content = _read("classifier.json")
    groups = tuple(Group(g["label"], g["suggest"], g["min_leaf"], tuple(g["leaves"])) for g in content["groups"])
    leaves = tuple(None if leaf["blocked"] else str(leaf["label"]) for leaf in content["leaves"])
    return ClassifierWords(groups, leaves, content["leaf_suggest"])


@functools.cache
def default_tags() -> Mapping[str, TagPath]:
    """The default tag tree as the place of each label, from ``tags.json``."""
    return {label: TagPath(tag) for label, tag in _read("tags.json").items()}


def tag_for(label: str) -> TagPath | None:
    """The place of a label in the default tag tree, None for a label this backend does not have."""
    return default_tags().get(label)


@functools.cache
def hidden_labels() -> frozenset[str]:
    """Labels that are noise to most photographers, from ``hidden.json``."""
    return frozenset(_read("hidden.json"))


def _read(name: str) -> Any:
    return json.loads(resource("vocabulary", name).read_text("utf-8"))
