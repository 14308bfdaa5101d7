"""The grammar of the search language, and the reading of a text into nodes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tagger.errors import QueryError
from tagger.store.query import text as texts
from tagger.store.query.fields import FIELDS, read_term
from tagger.store.query.given import Given
from tagger.store.query.nodes import And, Node, Not, Or, Word

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

LONGEST_TEXT = 4000
MOST_TERMS = 100
DEEPEST = 8

_GRAMMAR = r"""
start: or?
or: and (_OR and)*
and: unary (_AND? unary)*
unary: (NOT | MINUS)* (TERM | QUOTED | WORD | LPAR or _RPAR)

_AND.5: /AND(?=[\s()"]|$)/
_OR.5: /OR(?=[\s()"]|$)/
NOT.5: /NOT(?=[\s()"]|$)/
TERM.4: /[^\W\d_]+(?:\s*(?:>=|<=|>|<|=)\s*|:)(?:"(?:[^"]|"")*"|[^\s()"]*)/
QUOTED.4: /"(?:[^"]|"")*"/
MINUS.3: /-+(?=[^\s-])/
LPAR.3: "("
_RPAR.3: ")"
WORD: /[^\s()"]+/
%ignore /\s+/
"""
_TERM = re.compile(r"(?P<field>[^\W\d_]+)\s*(?P<operator>>=|<=|>|<|=|:)\s*(?P<value>.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ADVICE = "Combine words with AND, OR, NOT and ( ), and put quotation marks around a text to be taken as it stands."


def read(text: str) -> Node | None:
    """The tree behind a search text; None where it asks for nothing.

    Raises:
        QueryError: it cannot be read.
    """
    if len(text) > LONGEST_TEXT:
        message = f"The search text has {len(text):,} characters."
        raise QueryError(message, f"At most {LONGEST_TEXT:,} are allowed.", column=LONGEST_TEXT)
    text = _CONTROL.sub(" ", text)  # one for one, so that places stay; SQLite would end a text at the first NUL
    if not text.strip():
        return None
    _check_tokens(text)
    from lark import UnexpectedToken  # the window opens without a search, and before lark is loaded

    try:
        tree = _parser().parse(text)
    except UnexpectedToken as error:
        raise _missing(error.token, text) from error
    return _node(tree.children[0]) if tree.children else None


def tokens(text: str) -> list[Token]:
    """The tokens of a search text with their places.

    Raises:
        QueryError: a quotation mark is never closed.
    """
    return list(_tokens(_CONTROL.sub(" ", text)))


@functools.cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(_GRAMMAR, parser="lalr", lexer="basic")


def _check_tokens(text: str) -> None:
    """Bound what the tree may become, and find what is opened and never closed, before anything is built."""
    opened: list[int] = []
    terms = 0
    for token in _tokens(text):
        place = token.start_pos or 0
        if token.type == "LPAR":
            opened.append(place)
        elif token.type == "_RPAR":
            if not opened:
                raise QueryError("A ) has no ( before it.", "Remove it, or put it in quotation marks.", column=place)
            opened.pop()
        terms += token.type in ("TERM", "QUOTED", "WORD")
        if terms > MOST_TERMS or len(opened) > DEEPEST:
            advice = f"At most {MOST_TERMS} terms, and parentheses within {DEEPEST} others, are allowed."
            raise QueryError("The search is too complex.", advice, column=place)
    if opened:
        raise QueryError("A ( is never closed.", "Add the missing ), or put it in quotation marks.", column=opened[-1])


def _tokens(text: str) -> Iterator[Token]:
    from lark import UnexpectedCharacters

    try:
        yield from _parser().lex(text)
    except UnexpectedCharacters as error:  # all but a quotation mark without its partner is part of some token
        place = error.pos_in_stream or 0
        raise QueryError("A quotation mark is never closed.", 'Write "…" around the phrase.', column=place) from error


def _missing(token: Token, text: str) -> QueryError:
    if token.type == "$END":
        return QueryError("A word is missing at the end of the search.", _ADVICE, column=len(text.rstrip()))
    return QueryError(f"A word is missing before “{token}”.", _ADVICE, column=token.start_pos or 0)


def _node(tree: Tree[Token] | Token) -> Node:
    from lark import Tree

    if not isinstance(tree, Tree):
        return _leaf(tree)
    if tree.data == "unary":
        return _unary(tree.children)
    parts = tuple(map(_node, tree.children))
    if len(parts) == 1:
        return parts[0]
    return Or(parts) if tree.data == "or" else And(parts)


def _unary(children: list[Tree[Token] | Token]) -> Node:
    from lark import Token

    part = _node(children[-1])
    signs = [child for child in children[:-1] if isinstance(child, Token) and child.type != "LPAR"]
    times = sum(len(sign) if sign.type == "MINUS" else 1 for sign in signs)
    return Not(part) if times % 2 else part


def _leaf(token: Token) -> Node:
    place = token.start_pos or 0
    if token.type == "TERM":
        return _term(str(token), place)
    quoted = token.type == "QUOTED"
    word = _unquoted(str(token)).strip() if quoted else str(token)
    if not word:
        raise QueryError("There is nothing between the quotation marks.", _ADVICE, column=place)
    if len(word) > texts.LONGEST:
        raise QueryError("A word is too long.", f"{texts.LONGEST} characters are allowed.", column=place)
    return Word(word, whole=quoted)


def _term(term: str, place: int) -> Node:
    match = _TERM.fullmatch(term)
    assert match is not None
    field, operator, value = match["field"].casefold(), match["operator"], match["value"]
    if field not in FIELDS:
        advice = f"Fields are {', '.join(FIELDS)}. To search for the text itself, put it in quotation marks."
        raise QueryError(f"There is no field “{match['field'][:40]}”.", advice, column=place)
    return read_term(Given(field, operator, _unquoted(value), place + match.start("value")))


def _unquoted(text: str) -> str:
    return text[1:-1].replace('""', '"') if text.startswith('"') else text
