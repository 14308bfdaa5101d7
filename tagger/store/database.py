"""A connection to a library, as the functions of this package get it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table


class Database:
    """SQL on one connection; and tables as sqlite-utils gives them, where they are asked for.

    That library brings numpy, click and others along: loading it took a fifth of the time until the window is there
    (measured), and what opens a library and reads from it does with SQL alone.

    Attributes:
        conn: The connection.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        conn.execute("PRAGMA recursive_triggers = ON")  # as sqlite-utils has it: what is replaced is also taken away
        self._tables: sqlite_utils.Database | None = None

    @property
    def tables(self) -> sqlite_utils.Database:
        """The same connection through sqlite-utils."""
        if self._tables is None:
            from sqlite_utils import Database as Tables

            self._tables = Tables(self.conn, execute_plugins=False)
        return self._tables

    def table(self, name: str) -> Table:
        """A table, to be made or filled by its columns' names."""
        return self.tables.table(name)

    def execute(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql, params)

    def query(self, sql: str, params: Sequence[Any] | dict[str, Any] = ()) -> Iterator[dict[str, Any]]:
        """Rows by the names of their columns."""
        cursor = self.conn.execute(sql, params)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def table_names(self) -> list[str]:
        """Every table of the file."""
        return [row[0] for row in self.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()
