"""WHERE conditions with their parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Value = str | bytes | int | float


@dataclass(frozen=True, slots=True)
class Condition:
    """A WHERE condition, never NULL, safe to be combined by AND, OR, NOT. Values only ever stand in ``params``."""

    sql: str
    params: tuple[Value, ...] = ()


TRUE = Condition("1")


def all_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that holds where all hold."""
    return _joined(" AND ", [condition for condition in conditions if condition != TRUE]) if conditions else TRUE


def any_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that holds where one of them, at least, holds."""
    return _joined(" OR ", conditions)


def negation(condition: Condition) -> Condition:
    """The condition that holds where the other does not."""
    return Condition(f"NOT {condition.sql}", condition.params)


def glob(expression: str, patterns: Sequence[str]) -> Condition:
    """The expression, which is not NULL, matches one of the GLOB patterns."""
    return any_of([Condition(f"{expression} GLOB ?", (pattern,)) for pattern in patterns])


def _joined(operator: str, conditions: Sequence[Condition]) -> Condition:
    if not conditions:
        return TRUE
    if len(conditions) == 1:
        return conditions[0]
    params = tuple(param for condition in conditions for param in condition.params)
    return Condition(f"({operator.join(condition.sql for condition in conditions)})", params)
