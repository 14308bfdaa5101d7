"""The steps that bring a library up to date, applied by sqlite-utils, which is loaded only where one is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tagger.store.database import Database

if TYPE_CHECKING:
    import sqlite_utils

_Step = TypeVar("_Step", bound=Callable[[Database], None])
_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid"


class Migrations:
    """A list of steps that is only ever appended to; a step's name is fixed for ever.

    Attributes:
        names: The steps in their order.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._steps: list[Callable[[Database], None]] = []

    @property
    def names(self) -> list[str]:
        """The steps in their order."""
        return [step.__name__ for step in self._steps]

    def __call__(self) -> Callable[[_Step], _Step]:
        """Make a function the next step."""

        def add(step: _Step) -> _Step:
            self._steps.append(step)
            return step

        return add

    def applied(self, db: Database) -> list[str]:
        """Names of the steps that this library has behind it, also those that only a later version knows."""
        if "_sqlite_migrations" not in db.table_names():
            return []
        return [row[0] for row in db.conn.execute(_APPLIED, (self._name,))]

    def pending(self, db: Database) -> list[str]:
        """Names of the steps that are missing."""
        applied = self.applied(db)
        return [name for name in self.names if name not in applied]

    def apply(self, db: Database) -> None:
        """Take the steps that are missing."""
        if not self.pending(db):
            return
        from sqlite_utils.migrations import Migrations as Applied

        steps = Applied(self._name)
        for step in self._steps:
            steps(name=step.__name__)(_taking(step, db))
        steps.apply(db.tables)


def _taking(step: Callable[[Database], None], db: Database) -> Callable[[sqlite_utils.Database], None]:
    def take(_tables: sqlite_utils.Database) -> None:
        step(db)

    return take
