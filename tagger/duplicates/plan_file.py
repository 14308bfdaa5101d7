"""The plan of a cleanup as a file that other programs read."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from tagger.duplicates.plan import Plan, rows
from tagger.errors import UsageError

COLUMNS = ("group", "action", "path", "keeper", "reason", "found_by", "distance", "certainty", "bytes", "sidecars")
Row = Mapping[str, object]


def write_plan(path: Path, plan: Plan) -> int:
    """Write a plan as JSON, if the name ends so, else as CSV; how many photos it names.

    A file that is there is replaced once the new one is done.

    Raises:
        UsageError: it cannot be written there.
    """
    found = list(rows(plan))
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            if path.suffix.lower() == ".json":
                json.dump(found, file, indent=1, ensure_ascii=True)
            else:
                _write_table(file, iter(found))
        os.replace(part, path)
    except OSError as error:
        raise UsageError(f"The plan cannot be written to {path}: {error.strerror}.", "Name another file.") from error
    finally:
        part.unlink(missing_ok=True)
    return len(found)


def _write_table(file: IO[str], found: Iterator[Row]) -> None:
    table = csv.DictWriter(file, COLUMNS)
    table.writeheader()
    for row in found:
        sidecars = row.get("sidecars", ())
        listed = sidecars if isinstance(sidecars, list) else ()
        table.writerow({**row, "sidecars": "; ".join(map(str, listed))})
