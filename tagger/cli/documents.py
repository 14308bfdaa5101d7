"""All that is known of photos as one JSON or CSV document, made line by line."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tagger.cli import records, selection
from tagger.cli.output import Output, json_text
from tagger.entities import Photo
from tagger.errors import TaggerError
from tagger.progress import Control
from tagger.store import suggestions

if TYPE_CHECKING:
    from tagger.app import Tagger

CSV_COLUMNS = (
    "path", "state", "width", "height", "format", "bytes", "taken_at", "camera", "lens", "orientation", "rating",
    "caption", "lat", "lon", "phash", "tags", "error",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def to_stdout(app: Tagger, output: Output, format: str, ids: Sequence[int], control: Control) -> None:
    """Print a document; with ``--json``, one object a line."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines(app, format, ids, control, as_lines=output.as_json, encoding=encoding):
        sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding))


def lines(
    app: Tagger, format: str, ids: Sequence[int], control: Control, *, as_lines: bool, encoding: str = "utf-8"
) -> Iterator[str]:
    """The lines of a document, each with its end.

    Args:
        app: Where the photos are.
        format: ``json`` or ``csv``.
        ids: The photos.
        control: Cancels between two photos.
        as_lines: JSON as one object a line instead of an array.
        encoding: What JSON has to fit into.
    """
    found = _watched(selection.photos_of(app, ids), control)
    if format == "csv":
        yield from csv_lines(map(records.photo, found))
        return
    with_suggestions = (
        records.photo_with_suggestions(
            photo,
            app.store.read(lambda db, photo=photo: suggestions.of_photo(db, photo.id, hidden=True)),  # type: ignore[misc]
        )
        for photo in found
    )
    objects = (json_text(record, encoding) for record in with_suggestions)
    yield from (f"{text}\n" for text in objects) if as_lines else json_array(objects)


def json_array(objects: Iterable[str]) -> Iterator[str]:
    """An array with one object a line, of objects that are JSON already."""
    separator = "[\n"
    for text in objects:
        yield separator + text
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def csv_lines(found: Iterable[records.Record]) -> Iterator[str]:
    """A header and one row a photo."""
    yield _csv_row(CSV_COLUMNS)
    for record in found:
        gps: Mapping[str, object] = record["gps"] or {"lat": None, "lon": None}
        flat = {**record, **gps, "tags": "; ".join(record["tags"])}
        yield _csv_row([_harmless(flat[column]) for column in CSV_COLUMNS])


def write(path: str, lines: Iterable[str]) -> None:
    """Write a file wholly or not at all, as UTF-8; what is no text (odd bytes in names) is escaped.

    Raises:
        TaggerError: it cannot be written; what was there is as it was.
        Cancelled: by what makes the lines; likewise.
    """
    temporary = os.path.join(os.path.dirname(path), f".tagger-export-{os.getpid()}.tmp")
    try:
        with open(temporary, "x", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise TaggerError(
            f"{path} cannot be written: {error.strerror or error}.", "Choose another place with --out."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def _watched(found: Iterator[Photo], control: Control) -> Iterator[Photo]:
    for photo in found:
        control.checkpoint()
        yield photo


def _harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula, as mere text; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _csv_row(values: Sequence[object]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(values)
    return row.getvalue()
