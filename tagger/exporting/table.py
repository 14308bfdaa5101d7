"""All that is known of photos as CSV, one row a photo."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tagger.entities import Decision
from tagger.exporting import records
from tagger.exporting.contents import Known

COLUMNS = (
    "path", "state", "width", "height", "format", "bytes", "taken_at", "camera", "lens", "orientation", "rating",
    "caption", "lat", "lon", "phash", "tags", "error",
    "taken_offset", "exposure_s", "f_number", "iso", "focal_mm", "colour_label", "title", "altitude_m", "copies",
    "stacked", "regions", "accepted", "waiting", "rejected", "deferred",
)  # fmt: skip
"""Programs rely on these names; new ones come at the end."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_STATES = {
    "accepted": Decision.ACCEPTED,
    "waiting": Decision.SUGGESTED,
    "rejected": Decision.REJECTED,
    "deferred": Decision.DEFERRED,
}


def lines(found: Iterable[Known]) -> Iterator[str]:
    """A header and one row a photo; tags are joined by ``; ``, regions and suggestions are JSON."""
    yield _row(COLUMNS)
    for each in found:
        flat = _flat(each)
        yield _row([_harmless(flat[column]) for column in COLUMNS])


def _flat(known: Known) -> Mapping[str, object]:
    record = records.photo_with_suggestions(known.photo, known.suggestions)
    gps: Mapping[str, object] = record["gps"] or {"lat": None, "lon": None}
    told = {
        column: _json([each for each in record["suggestions"] if each["state"] == state])
        for column, state in _STATES.items()
    }
    return {**record, **gps, **told, "tags": "; ".join(record["tags"]), "regions": _json(record["regions"])}


def _json(found: Sequence[object]) -> str | None:
    return json.dumps(found, ensure_ascii=False) if found else None


def _harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula, as mere text; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _row(values: Sequence[object]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(values)
    return row.getvalue()
