"""Ending a statement that takes too long, or that nobody waits for any more."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator

from tagger.errors import Cancelled
from tagger.store.database import Database

_STEPS_BETWEEN_LOOKS = 5_000
"""Of SQLite's machine; a few thousand take less than a millisecond."""


@contextlib.contextmanager
def unless(db: Database, stopped: Callable[[], bool]) -> Iterator[None]:
    """Run statements of this connection until ``stopped`` says so, which is asked often and in the same thread.

    Raises:
        Cancelled: it did; a transaction that was writing is rolled back.
    """
    done = False

    def look() -> bool:
        nonlocal done
        done = stopped()
        return done

    db.conn.set_progress_handler(look, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError:
        # The code of the error does not tell: what is ended while a schema is read calls itself SQLITE_SCHEMA.
        if not done:
            raise
        raise Cancelled from None
    finally:
        db.conn.set_progress_handler(None, 0)
