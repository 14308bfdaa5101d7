"""The log of what was sent, as a file that other programs read."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from pathlib import Path

from tagger.errors import UsageError
from tagger.store.sends import Send

COLUMNS = ("time", "backend", "operation", "photo", "sent as", "bytes", "cost", "status")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, log: Iterable[Send]) -> int:
    """Write a log as CSV in UTF-8; returns how many entries. A file that is there is replaced once it is done.

    Raises:
        UsageError: it cannot be written there.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    count = 0
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for send in log:
                writer.writerow([_plain(cell) for cell in _row(send)])
                count += 1
        os.replace(part, path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another place.") from error
    finally:
        part.unlink(missing_ok=True)
    return count


def _row(send: Send) -> tuple[str, ...]:
    cost = f"{send.cost:.6f}".rstrip("0").rstrip(".")
    return send.at, send.backend, send.operation, send.path, send.name, str(send.bytes), cost, send.status


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
