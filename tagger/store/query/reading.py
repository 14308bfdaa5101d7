"""A search text that has been read."""

from __future__ import annotations

from dataclasses import dataclass

from tagger.store.query import language, meaning, stacking
from tagger.store.query.condition import Condition, all_of
from tagger.store.query.nodes import Node


@dataclass(frozen=True, slots=True)
class Query:
    """A search text that has been read."""

    text: str
    node: Node | None
    expanded: tuple[int, ...] | None = None
    """Where files of one shot are found as one photo: those that stand for stacks whose files are all found."""

    def photos(self) -> Condition:
        """The condition over the table ``photos``, under that name."""
        return self.shown(all_of(self.parts()))

    def parts(self) -> list[Condition]:
        """Conditions over ``photos`` that all hold for what is found, each file of a shot by itself."""
        return [] if self.node is None else meaning.parts_of_photos(self.node)

    def shown(self, found: Condition) -> Condition:
        """The condition for the photos that stand for what is found."""
        return found if self.expanded is None else stacking.leaders(found, self.expanded)

    def suggestions(self) -> Condition:
        """The condition over ``suggestions JOIN labels … JOIN photos …``, under those names.

        Terms about suggestions speak of that suggestion, all others of its photo.
        """
        return meaning.of_suggestions(self.node)


def parse(text: str) -> Query:
    """Read a search text. The empty one asks for everything.

    Raises:
        QueryError: it cannot be read; the error says where, why and what is allowed.
    """
    return Query(text, language.read(text))
