"""All that is known of photos as JSON: an array, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from tagger.exporting import records
from tagger.exporting.contents import Known


def lines(found: Iterable[Known], *, as_lines: bool, encoding: str = "utf-8") -> Iterator[str]:
    """The lines of a document, each with its end.

    Args:
        found: The photos.
        as_lines: One object a line instead of an array.
        encoding: What it has to fit into.
    """
    objects = (text(records.photo_with_suggestions(each.photo, each.suggestions), encoding) for each in found)
    yield from (f"{each}\n" for each in objects) if as_lines else array(objects)


def text(record: Mapping[str, object], encoding: str) -> str:
    """A record as JSON on one line, all escaped if the encoding cannot hold it as it is, as with odd bytes in names."""
    found = json.dumps(record, ensure_ascii=False)
    try:
        found.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(record)
    return found


def array(objects: Iterable[str]) -> Iterator[str]:
    """An array with one object a line, of objects that are JSON already."""
    separator = "[\n"
    for each in objects:
        yield separator + each
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"
