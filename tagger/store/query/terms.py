"""The terms of a search text that all must hold, each with its place, so that one can be taken away or put there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tagger.errors import QueryError
from tagger.store.query import language

if TYPE_CHECKING:
    from lark import Token

_FIELD = re.compile(r"([^\W\d_]+)\s*(?:>=|<=|>|<|=|:)")
_OPEN, _CLOSE, _OR, _AND = "LPAR", "_RPAR", "_OR", "_AND"
_SIGNS = ("NOT", "MINUS")


@dataclass(frozen=True, slots=True)
class Part:
    """A term as it stands in the text, with its NOT, or a whole ( … ).

    Attributes:
        text: The term.
        start, end: Where it stands, in characters; the end is not included.
        field: The field it asks for, empty for words, groups and what is denied.
    """

    text: str
    start: int
    end: int
    field: str = ""


def parts(text: str) -> tuple[Part, ...]:
    """The terms joined by AND at the top of a search text; a single one where it is an OR.

    Raises:
        QueryError: the text cannot be read.
    """
    if language.read(text) is None:
        return ()
    tokens = language.tokens(text)
    depths = _depths(tokens)
    if any(token.type == _OR and not depth for token, depth in zip(tokens, depths, strict=True)):
        stripped = text.strip()
        start = text.index(stripped)
        return (Part(stripped, start, start + len(stripped)),)
    found = []
    first: int | None = None
    for token, depth in zip(tokens, depths, strict=True):
        if token.type == _AND and not depth:
            continue
        first = token.start_pos if first is None else first
        if not depth and token.type not in _SIGNS:
            found.append(_part(text, first or 0, token))
            first = None
    return tuple(found)


def without(text: str, number: int) -> str:
    """The search text without one of its `parts`; what remains asks for exactly the others.

    Raises:
        QueryError: the text cannot be read.
    """
    found = parts(text)
    return joined([part.text for place, part in enumerate(found) if place != number])


def with_term(text: str, term: str) -> str:
    """The search text with one more term that must hold, instead of a former one of that field.

    Only one of those fields of which a photo has a single value is replaced; ``is:`` and ``tag:`` can hold together.

    Raises:
        QueryError: the text cannot be read.
    """
    [new] = parts(term)
    found = parts(text)
    kept = [part.text for part in found if part.text != new.text and not (part.field in SINGLE and _same(part, new))]
    if len(found) == 1 and found[0].text == text.strip() and _is_or(text):
        kept = [f"({each})" for each in kept]
    return joined([*kept, new.text])


SINGLE = frozenset({"rating", "confidence", "taken", "state", "format", "colour", "near"})
"""Fields of which a photo, or a suggestion, has one value."""


def joined(terms: list[str]) -> str:
    """Terms put beside each other, such that all must hold."""
    text = " ".join(terms)
    try:
        if [part.text for part in parts(text)] == terms:
            return text
    except QueryError:
        pass
    return " AND ".join(terms)  # a word before a comparison would become its field


def _same(part: Part, new: Part) -> bool:
    return part.field == new.field


def _is_or(text: str) -> bool:
    tokens = language.tokens(text)
    return any(token.type == _OR and not depth for token, depth in zip(tokens, _depths(tokens), strict=True))


def _depths(tokens: list[Token]) -> list[int]:
    """How many ( are open after each token; before it for the ( itself, so that a group ends at depth 0."""
    depth, found = 0, []
    for token in tokens:
        depth += {_OPEN: 1, _CLOSE: -1}.get(token.type, 0)
        found.append(depth)
    return found


def _part(text: str, start: int, last: Token) -> Part:
    end = last.end_pos or 0
    field = _FIELD.match(text, start, end) if last.start_pos == start and last.type == "TERM" else None
    return Part(text[start:end], start, end, field[1].casefold() if field else "")
