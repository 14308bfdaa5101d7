"""What a command is about: the photos and suggestions that its filters name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tagger.cli.output import SearchError
from tagger.entities import Photo
from tagger.errors import QueryError
from tagger.store import photos, query
from tagger.store.query import Condition, Query
from tagger.store.query.nodes import And, Node, Not, Or, Scope, Term

if TYPE_CHECKING:
    from tagger.app import Tagger

UNDECIDED = Term(Scope.SUGGESTION, Condition("suggestions.decision IN ('suggested', 'deferred')"))
USABLE = Term(Scope.PHOTO, Condition("photos.state = 'ok'"))


def read(texts: Sequence[str], *more: Node) -> Query:
    """The search for what meets all the texts and all further terms; without any, for everything.

    Raises:
        SearchError: one of the texts cannot be read.
    """
    nodes = [node for node in (*map(_node, texts), *more) if node is not None]
    return Query(" ".join(texts), None if not nodes else nodes[0] if len(nodes) == 1 else And(tuple(nodes)))


def labels(ids: Sequence[int]) -> Term:
    """The suggestions of these labels, shown also where the label is hidden."""
    marks = ", ".join("?" * len(ids))
    return Term(Scope.SUGGESTION, Condition(f"labels.id IN ({marks})", tuple(ids)), is_label=True, shows_hidden=True)


def confidence(comparison: str, value: float) -> Term:
    """Suggestions by their confidence, compared with ``>=`` or ``<=``."""
    return Term(Scope.SUGGESTION, Condition(f"suggestions.confidence {comparison} ?", (value,)))


def names_state(wanted: Query) -> bool:
    """Whether the search itself speaks of the state of suggestions."""
    return wanted.node is not None and any("suggestions.decision" in term.condition.sql for term in _terms(wanted.node))


def photo_ids(app: Tagger, wanted: Query) -> Sequence[int]:
    """The ids of the photos that are found."""
    return app.store.read(lambda db: query.photo_ids(db, wanted))


def photos_of(app: Tagger, ids: Sequence[int]) -> Iterator[Photo]:
    """Photos by their ids, read in small portions."""
    for chunk in photos.chunks(ids):
        yield from _read_photos(app, chunk)


def _read_photos(app: Tagger, ids: Sequence[int]) -> Sequence[Photo]:
    return app.store.read(lambda db: list(photos.photos(db, ids)))


def _node(text: str) -> Node | None:
    try:
        return query.parse(text).node
    except QueryError as error:
        raise SearchError(error, text) from error


def _terms(node: Node) -> Iterator[Term]:
    match node:
        case Term():
            yield node
        case Not(part):
            yield from _terms(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _terms(part)
