"""Search texts taken apart into terms and put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.errors import QueryError
from tagger.store.query import parse
from tagger.store.query.nodes import And, Node
from tagger.store.query.terms import joined, parts, with_term, without

ATOMS = st.sampled_from(
    [
        *("dog", "confidence", ">0.6", "é", '"a b"', '"x""y"', "tag:dog", 'tag:"A b"', "rating>=3", "confidence > 0.6"),
        *("is:untagged", "a-b", "and", "=x", "<"),
    ]
)
SIGNS = st.sampled_from(["", "-", "NOT ", "NOT -", "--"])
TERMS = st.recursive(
    st.builds("{}{}".format, SIGNS, ATOMS),
    lambda inner: st.builds(
        "{}({})".format, SIGNS, st.lists(inner, min_size=1, max_size=3).flatmap(lambda of: _combined(of))
    ),
    max_leaves=4,
)


def _combined(of: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from([" ", " AND ", " OR "]).map(lambda between: between.join(of))


def conjuncts(node: Node | None, among: int) -> tuple[Node, ...]:
    if node is None:
        return ()
    return node.parts if isinstance(node, And) and among > 1 else (node,)


@given(st.lists(TERMS, min_size=1, max_size=5), st.sampled_from([" ", "  ", " AND "]))
def test_the_parts_are_what_must_hold(terms: list[str], between: str) -> None:
    text = between.join(terms)
    try:
        node = parse(text).node
    except QueryError:
        with pytest.raises(QueryError):
            parts(text)
        return
    found = parts(text)
    assert [text[part.start : part.end] for part in found] == [part.text for part in found]
    if any(" OR " in f" {part.text} " and not part.text.endswith(")") for part in found):
        return
    assert tuple(parse(part.text).node for part in found) == conjuncts(node, len(found))


@given(st.lists(TERMS, min_size=1, max_size=5), st.integers(0, 4))
def test_without_a_part_exactly_the_others_are_asked_for(terms: list[str], number: int) -> None:
    text = " ".join(terms)
    try:
        found = parts(text)
    except QueryError:
        return
    others = [part for place, part in enumerate(found) if place != number]
    left = without(text, number)
    assert [part.text for part in parts(left)] == [part.text for part in others]
    assert conjuncts(parse(left).node, len(others)) == tuple(parse(part.text).node for part in others)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("dog cat", ["dog", "cat"]),
        ("dog AND NOT cat", ["dog", "NOT cat"]),
        ("dog OR cat", ["dog OR cat"]),
        ("(dog OR cat) -(a b) rating>=3", ["(dog OR cat)", "-(a b)", "rating>=3"]),
        ('rating >= 3 "a AND b"', ["rating >= 3", '"a AND b"']),
    ],
)
def test_parts(text: str, expected: list[str]) -> None:
    assert [part.text for part in parts(text)] == expected


def test_fields() -> None:
    assert [part.field for part in parts("Rating>=3 dog -tag:cat (is:untagged)")] == ["rating", "", "", ""]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("", "rating>=3", "rating>=3"),
        ("dog rating>=1", "rating>=3", "dog rating>=3"),
        ("dog OR cat", "rating>=3", "(dog OR cat) rating>=3"),
        ("is:untagged", "is:unreadable", "is:untagged is:unreadable"),
        ("is:untagged", "is:untagged", "is:untagged"),
        ("-rating>=2", "rating>=3", "-rating>=2 rating>=3"),
    ],
)
def test_with_a_term(text: str, term: str, expected: str) -> None:
    assert with_term(text, term) == expected


def test_a_word_before_a_comparison_does_not_become_its_field() -> None:
    assert joined(["confidence", ">0.6"]) == "confidence AND >0.6"
