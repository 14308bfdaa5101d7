"""A field with its value, as it stands in a search text."""

from __future__ import annotations

from dataclasses import dataclass

from tagger.errors import QueryError
from tagger.store.query import text


@dataclass(frozen=True, slots=True)
class Given:
    """A field as it stands in the text: its name, ``:`` or a comparison, the value, and the place of the value."""

    field: str
    operator: str
    value: str
    column: int

    def error(self, message: str, advice: str) -> QueryError:
        """The error to raise for this value."""
        return QueryError(message, advice, column=self.column)

    def to_compare(self) -> str:
        """The value, where it is short enough to be compared as text.

        Raises:
            QueryError: it is too long.
        """
        if len(self.value) > text.LONGEST:
            raise self.error(f"The value of “{self.field}” is too long.", f"{text.LONGEST} characters are allowed.")
        return self.value

    def range(self, example: str) -> tuple[str, str]:
        """The lowest and the highest value asked for, both included; empty where open.

        Raises:
            QueryError: it is a range that cannot be read.
        """
        first, dots, last = self.value.strip().partition("..")
        first, last = first.strip(), last.strip()
        if not dots:
            return first, first
        if self.operator not in (":", "=") or not (first or last):
            raise self.error("This range cannot be read.", f"For instance {example}.")
        return first, last
