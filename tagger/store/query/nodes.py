"""What a search text says, as a tree of frozen values."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from tagger.store.query.condition import Condition


class Scope(enum.Enum):
    """What a term speaks of."""

    PHOTO = "photo"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a phrase of whole words, to be found in any text of a photo."""

    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A field with its value.

    Attributes:
        scope: Whether the condition is over ``photos`` or over ``suggestions`` with ``labels``.
        condition: What must hold.
        is_label: It names a label. Two labels are never one suggestion.
        shows_hidden: What it names counts even where the label is hidden.
    """

    scope: Scope
    condition: Condition
    is_label: bool = False
    shows_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Holds where the part does not."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """Holds where all parts hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Holds where one part, at least, holds."""

    parts: tuple[Node, ...]


Node = Word | Term | Not | And | Or


def asked_for(node: Node) -> Iterator[Term]:
    """The terms that do not stand under a NOT."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from asked_for(part)


def labels_asked_for(node: Node) -> int:
    """How many labels one suggestion would have to bear at once for the node to hold."""
    if isinstance(node, And):
        return sum(map(labels_asked_for, node.parts))
    if isinstance(node, Or):
        return max(map(labels_asked_for, node.parts))
    return int(isinstance(node, Term) and node.is_label)


def can_be_one_suggestion(node: Node) -> bool:
    """Whether the node speaks of nothing but what a single suggestion can be, and denies nothing."""
    if isinstance(node, And | Or):
        return all(map(can_be_one_suggestion, node.parts)) and labels_asked_for(node) <= 1
    return isinstance(node, Term) and node.scope is Scope.SUGGESTION
