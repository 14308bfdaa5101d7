"""Ending a statement that takes too long, or that nobody waits for any more."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator

from tagger.errors import Cancelled
from tagger.store.database import Database

_BUSY = 20.0
_STEPS_BETWEEN_LOOKS = 30_000
"""Of SQLite's machine, which are one or two milliseconds: for each look the thread has to get hold of Python, which
another one may keep for five."""


def after(seconds: float) -> Callable[[], bool]:
    """Says so after as much work of this thread, or after a few times that where others keep it from working.

    A way that is right for a search is not left because the machine is busy: any other would take as much longer.
    """
    worked, begun = time.thread_time(), time.monotonic()

    def over() -> bool:
        return time.thread_time() - worked > seconds or time.monotonic() - begun > _BUSY * seconds

    return over


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
