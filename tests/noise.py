"""Log records that no test expected, as a reason to fail it."""

from __future__ import annotations

import logging


class Listener(logging.Handler):
    """Keeps what is logged at WARNING or above while one test runs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.expected = False

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


LISTENER = Listener()


def install() -> None:
    """Listen to the whole session."""
    logging.captureWarnings(False)  # Python's warnings are errors already
    logging.getLogger().addHandler(LISTENER)


def start() -> None:
    """A new test begins."""
    LISTENER.records = []
    LISTENER.expected = False


def expect() -> list[logging.LogRecord]:
    """Let the test judge the records itself; the list grows while it runs."""
    LISTENER.expected = True
    return LISTENER.records


def complaints() -> list[str]:
    """One line for each record the test did not expect."""
    if LISTENER.expected:
        return []
    return [f"unexpected log record: {_line(record)}" for record in LISTENER.records]


def _line(record: logging.LogRecord) -> str:
    return f"{record.levelname} {record.name}: {record.getMessage()} ({record.pathname}:{record.lineno})"
