"""WHERE conditions with their parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Value = str | bytes | int | float


@dataclass(frozen=True, slots=True)
class Condition:
    """A WHERE condition, never NULL, safe to be combined by AND, OR, NOT. Values only ever stand in ``params``.

    Attributes:
        each: The same asked of one photo after the other, where the condition itself begins by gathering all that fit:
            quicker where most of many photos fit, and only the first of them are wanted.
    """

    sql: str
    params: tuple[Value, ...] = ()
    each: Condition | None = None

    def of_each(self) -> Condition:
        """The condition as it is best asked of one photo after the other."""
        return self.each or self


TRUE = Condition("1")


def all_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that holds where all hold."""
    return _joined(" AND ", [condition for condition in conditions if condition != TRUE]) if conditions else TRUE


def any_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that holds where one of them, at least, holds."""
    return _joined(" OR ", conditions)


def negation(condition: Condition) -> Condition:
    """The condition that holds where the other does not."""
    each = None if condition.each is None else negation(condition.each)
    return Condition(f"NOT {condition.sql}", condition.params, each)


def glob(expression: str, patterns: Sequence[str]) -> Condition:
    """The expression, which is not NULL, matches one of the GLOB patterns."""
    return any_of([Condition(f"{expression} GLOB ?", (pattern,)) for pattern in patterns])


def _joined(operator: str, conditions: Sequence[Condition]) -> Condition:
    if not conditions:
        return TRUE
    if len(conditions) == 1:
        return conditions[0]
    params = tuple(param for condition in conditions for param in condition.params)
    sql = f"({operator.join(condition.sql for condition in conditions)})"
    if all(condition.each is None for condition in conditions):
        return Condition(sql, params)
    return Condition(sql, params, _joined(operator, [condition.of_each() for condition in conditions]))
