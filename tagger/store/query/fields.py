"""The fields of the search language: what values each takes, and what it means for the tables."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tagger.entities import TAG_SEPARATOR, Decision, LabelKind
from tagger.store.paths import to_db
from tagger.store.query import agreement, exposure, places, text, trouble
from tagger.store.query.condition import Condition, all_of, any_of, glob, negation
from tagger.store.query.given import Given
from tagger.store.query.nodes import Scope, Term

_FORMATS = {"jpg": "jpeg", "jpe": "jpeg", "tif": "tiff", "heic": "heif", "dib": "bmp", "jpeg2000": "jp2"}
_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,9})?|\.[0-9]{1,9}")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_ABSOLUTE = re.compile(r"/|\\\\|[A-Za-z]:[\\/]")
_AFTER_ALL_DATES = "~"
# Each value is sought behind the last one, so that a million photos are not looked at for a few values.
_VALUES = """
    WITH RECURSIVE found(value) AS (
        SELECT min({column}) FROM photos WHERE {column} IS NOT NULL
        UNION ALL
        SELECT (SELECT min({column}) FROM photos WHERE {column} > found.value) FROM found WHERE found.value IS NOT NULL
    ) SELECT value FROM found WHERE value IS NOT NULL"""
_NAMES = """
    WITH RECURSIVE found(value) AS (
        SELECT min(name) FROM photo_regions
        UNION ALL
        SELECT (SELECT min(name) FROM photo_regions WHERE name > found.value) FROM found WHERE found.value IS NOT NULL
    ) SELECT value FROM found WHERE value <> ''"""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: how its value is read, what it speaks of, and an example for messages."""

    read: Callable[[Given], Condition | Term]
    example: str
    scope: Scope = Scope.PHOTO
    compares: bool = False
    alone: bool = False
    """Whether it may stand without a value."""


def read_term(given: Given) -> Term:
    """The meaning of a field with its value.

    Raises:
        QueryError: there is no such field, or it does not take that value.
    """
    field = FIELDS[given.field]
    if not given.value.strip() and not field.alone:
        raise given.error(f"“{given.field}” needs a value right after it.", f"For instance {field.example}.")
    if given.operator != ":" and not field.compares:
        raise given.error(f"“{given.field}” cannot be compared.", f"Use a colon, for instance {field.example}.")
    meaning = field.read(given)
    return meaning if isinstance(meaning, Term) else Term(field.scope, meaning)


def _choice(meanings: Mapping[str, Condition | Term]) -> Callable[[Given], Condition | Term]:
    def read(given: Given) -> Condition | Term:
        meaning = meanings.get(given.value.casefold())
        if meaning is None:
            allowed = ", ".join(f"{given.field}:{value}" for value in meanings)
            raise given.error(
                f"There is no {given.field}:{text.storable(given.value)[:40]}.", f"Allowed are {allowed}."
            )
        return meaning

    return read


def _tag(given: Given) -> Condition:
    parts = [part.strip() for part in text.folded(given.value).split(TAG_SEPARATOR)]
    names = TAG_SEPARATOR.join(part for part in parts if part)
    if not names:
        raise given.error("The tag has no name.", "For instance tag:dog or tag:Animal|Dog.")
    # A path starts at the root; a single name may stand anywhere. Both hold for the tags below.
    found = "instr(folded || '|', ?) = 1" if len(parts) > 1 else "instr('|' || folded || '|', '|' || ?) > 0"
    each = Condition(
        "EXISTS (SELECT 1 FROM photo_tags WHERE photo_tags.photo_id = photos.id AND removed = 0"
        f" AND tag_id IN (SELECT id FROM tags WHERE {found}))",
        (names + TAG_SEPARATOR,),
    )
    return Condition(
        "photos.id IN (SELECT photo_id FROM tags CROSS JOIN photo_tags ON tag_id = tags.id AND removed = 0"
        f" WHERE {found})",
        (names + TAG_SEPARATOR,),
        each,
    )


def _label(given: Given) -> Term:
    named = glob("name", text.globs(given.to_compare().strip()))
    condition = Condition(f"labels.id IN (SELECT id FROM labels WHERE {named.sql})", named.params)
    return Term(Scope.SUGGESTION, condition, is_label=True, shows_hidden=True)


def _colour(given: Given) -> Condition:
    label = given.to_compare().strip()
    if label.casefold() == "none":
        return Condition("ifnull(photos.colour_label, '') = ''")
    return _one_of("colour_label", text.globs(label))


def _backend(given: Given) -> Condition:
    return glob("labels.backend", text.globs(given.to_compare().strip()))


def _agreement(meaning: Callable[[str], Condition]) -> Callable[[Given], Condition]:
    return lambda given: meaning(given.to_compare())


def _contains(column: str) -> Callable[[Given], Condition]:
    return lambda given: _one_of(column, text.globs(given.to_compare().strip(), "*", "*"))


def _one_of(column: str, patterns: Sequence[str]) -> Condition:
    """The column is like one of the patterns. Its values are few: those that are lead to their photos by its index."""
    named = glob("value", patterns)
    values = f"SELECT value FROM ({_VALUES.format(column=column)}) WHERE {named.sql}"
    each = Condition(f"(photos.{column} IS NOT NULL AND photos.{column} IN ({values}))", named.params)
    return Condition(
        f"photos.id IN (SELECT p.id FROM ({values}) CROSS JOIN photos p ON p.{column} = value)", named.params, each
    )


def _person(given: Given) -> Condition:
    named = glob("value", text.globs(given.to_compare().strip(), "*", "*"))
    return Condition(
        "photos.id IN (SELECT photo_id FROM photo_regions WHERE kind IN ('face', 'person')"
        f" AND name IN ({_NAMES} AND {named.sql}))",
        named.params,
    )


def _format(given: Given) -> Condition:
    name = text.storable(given.value.strip().removeprefix(".")).casefold()
    return _one_of("format", text.globs(_FORMATS.get(name, name)))


def _name(given: Given) -> Condition:
    value = given.to_compare()
    if text.has_no_word_start(value):
        return glob("photos.name", text.globs(value, "*", "*"))
    expression = text.full_text(value, "name", whole=False)
    found = text.matching(expression)
    each = Condition(f"photos.id IN ({found.of_each().sql})", found.params)
    return Condition(f"photos.id IN ({found.sql})", found.params, each)


def _folder(given: Given) -> Condition:
    value = os.path.expanduser(given.value) if given.value.startswith("~") else given.value
    if _ABSOLUTE.match(value):
        return _below(value)
    parts = [part for part in re.split(r"[\\/]", given.to_compare()) if part.strip()]
    if not parts:
        raise given.error("The folder has no name.", "For instance folder:Holiday.")
    shown = "'/' || replace(CAST(value AS TEXT), '\\', '/') || '/'"
    named = glob(shown, text.globs("/".join(parts), "*/", "/*"))
    return Condition(f"photos.directory IN ({_VALUES.format(column='directory')} AND {named.sql})", named.params)


def _below(path: str) -> Condition:
    separator = "\\" if "\\" in path and "/" not in path else "/"
    path = path.rstrip("\\/")
    inside, beyond = path + separator, path + chr(ord(separator) + 1)
    ranges = [any_of([_at(to_db(path)), _at(to_db(inside))]), _between(to_db(inside), to_db(beyond))]
    if isinstance(to_db(path), str):  # a folder whose own name is text may hold some whose names are not
        ranges.append(_between(os.fsencode(inside), os.fsencode(beyond)))
    return any_of(ranges)


def _at(directory: str | bytes) -> Condition:
    return Condition("photos.directory = ?", (directory,))


def _between(first: str | bytes, beyond: str | bytes) -> Condition:
    return Condition("(photos.directory >= ? AND photos.directory < ?)", (first, beyond))


def _taken(given: Given) -> Condition:
    first, last = (_day(given, value) if value else "" for value in given.range("taken:2024-05..2024-06"))
    if first and last and first > last + _AFTER_ALL_DATES:
        raise given.error("This range ends before it begins.", "Write the earlier date first.")
    after = last + _AFTER_ALL_DATES  # dates are text: all that begin with 2024-05 lie before 2024-05~
    bounds = {">": (after, ""), ">=": (first, ""), "<": ("", first), "<=": ("", after)}
    low, high = bounds.get(given.operator, (first, after if last else ""))
    known = [Condition("photos.taken_at IS NOT NULL")]
    known += [Condition("photos.taken_at >= ?", (low,))] if low else []
    return all_of(known + ([Condition("photos.taken_at < ?", (high,))] if high else []))


def _day(given: Given, value: str) -> str:
    match = _DAY.fullmatch(value)
    try:
        if match is None:
            raise ValueError(value)
        numbers = [int(number) for number in match.groups() if number]
        datetime.date(*[*numbers, 1, 1][:3])
    except ValueError as error:
        advice = "Write 2024, 2024-05 or 2024-05-12, or a range such as 2024-05..2024-06, 2024.. or ..2024."
        raise given.error(f"“{text.storable(value)[:40]}” is not a date.", advice) from error
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])


def _number(column: str, lowest: int, highest: int, half_step: float) -> Callable[[Given], Condition]:
    def one(given: Given, value: str) -> float:
        number = float(value) if _NUMBER.fullmatch(value) else lowest - 1.0
        if not lowest <= number <= highest:
            message = f"“{text.storable(value)[:40]}” is not a {given.field}."
            raise given.error(message, f"It is a number from {lowest} to {highest}.")
        return number

    def read(given: Given) -> Condition:
        first, last = (one(given, value) if value else None for value in given.range(FIELDS[given.field].example))
        if given.operator in (">", ">=", "<", "<="):
            assert first is not None
            return Condition(f"({column} IS NOT NULL AND {column} {given.operator} ?)", (first,))
        low = lowest if first is None else first
        high = highest if last is None else last
        return Condition(f"({column} IS NOT NULL AND {column} BETWEEN ? AND ?)", (low - half_step, high + half_step))

    return read


def _state(state: str) -> Condition:
    # The first half lets SQLite see that the partial index will do.
    return Condition(f"(photos.state <> 'ok' AND photos.state = '{state}')")


# Kept by triggers: whether any of a million photos lacks tags would take a second to find out.
_UNTAGGED = Condition(
    "photos.id IN (SELECT photo_id FROM untagged)",
    each=Condition("EXISTS (SELECT 1 FROM untagged WHERE untagged.photo_id = photos.id)"),
)
_RECOGNISED = Condition("EXISTS (SELECT 1 FROM results WHERE results.photo_id = photos.id)")
_IS: dict[str, Condition | Term] = {
    "untagged": _UNTAGGED,
    "unreadable": _state("unreadable"),
    "missing": _state("missing"),
    "away": Condition(
        "photos.id IN (SELECT p.id FROM folders f CROSS JOIN photos p ON folder_id=f.id WHERE away_since IS NOT NULL)",
        each=Condition("photos.folder_id IN (SELECT id FROM folders WHERE away_since IS NOT NULL)"),
    ),
    "recognised": _RECOGNISED,
    "recognized": _RECOGNISED,
    "copy": Condition(
        "(photos.image_hash IS NOT NULL AND photos.image_hash IN (SELECT image_hash FROM photos"
        " WHERE image_hash IS NOT NULL GROUP BY image_hash HAVING count(*) > 1) AND EXISTS"
        " (SELECT 1 FROM photos other WHERE other.image_hash = photos.image_hash AND other.id <> photos.id"
        " AND other.state <> 'missing'))"
    ),
    "stacked": Condition("photos.stack_id IS NOT NULL"),
    "duplicate": Condition(
        "photos.id IN (SELECT photo_id FROM duplicate_members)",
        each=Condition("EXISTS (SELECT 1 FROM duplicate_members WHERE duplicate_members.photo_id = photos.id)"),
    ),
    "hidden": Term(Scope.SUGGESTION, Condition("labels.hidden = 1"), shows_hidden=True),
}
_HAS: dict[str, Condition | Term] = {
    "box": Term(Scope.SUGGESTION, Condition("suggestions.x IS NOT NULL")),
    "gps": Condition("(photos.latitude IS NOT NULL AND photos.longitude IS NOT NULL)"),
    "region": Condition("EXISTS (SELECT 1 FROM photo_regions WHERE photo_regions.photo_id = photos.id)"),
    "caption": Condition("ifnull(photos.caption, '') <> ''"),
    "colour": Condition("ifnull(photos.colour_label, '') <> ''"),
    "tag": negation(_UNTAGGED),
    "suggestion": Term(Scope.SUGGESTION, Condition("suggestions.id IS NOT NULL")),
}
_STATE = {state.value: Condition(f"suggestions.decision = '{state.value}'") for state in Decision}
_KIND = {kind.value: Condition(f"labels.kind = '{kind.value}'") for kind in LabelKind}

FIELDS = {
    "tag": Field(_tag, "tag:dog"),
    "label": Field(_label, "label:dog", Scope.SUGGESTION),
    "backend": Field(_backend, "backend:onnx", Scope.SUGGESTION),
    "agrees": Field(_agreement(agreement.agrees), "agrees:any", alone=True),
    "disagrees": Field(_agreement(agreement.disagrees), "disagrees:onnx", alone=True),
    "failed": Field(_agreement(trouble.failed), "failed:any", alone=True),
    "unknown": Field(_agreement(trouble.unknown), "unknown:any", alone=True),
    "state": Field(_choice(_STATE), "state:suggested", Scope.SUGGESTION),
    "confidence": Field(
        _number("suggestions.confidence", 0, 1, 0.005), "confidence>0.6", Scope.SUGGESTION, compares=True
    ),
    "kind": Field(_choice(_KIND), "kind:face", Scope.SUGGESTION),
    # The + keeps its index out: so many photos share a rating that looking at all of them is quicker.
    "rating": Field(_number("+photos.rating", -1, 5, 0), "rating>=3", compares=True),
    "colour": Field(_colour, "colour:red"),
    "taken": Field(_taken, "taken:2024-05..2024-06", compares=True),
    "folder": Field(_folder, "folder:Holiday"),
    "camera": Field(_contains("camera"), 'camera:"X100V"'),
    "lens": Field(_contains("lens"), 'lens:"23mm"'),
    "iso": Field(exposure.READERS["iso"], "iso>800", compares=True),
    "f": Field(exposure.READERS["f"], "f<2.8", compares=True),
    "exposure": Field(exposure.READERS["exposure"], "exposure>1/60", compares=True),
    "focal": Field(exposure.READERS["focal"], "focal>=200", compares=True),
    "near": Field(places.near, "near:52.52,13.40,5"),
    "person": Field(_person, 'person:"Marie Curie"'),
    "format": Field(_format, "format:jpeg"),
    "name": Field(_name, "name:IMG_1"),
    "is": Field(_choice(_IS), "is:untagged"),
    "has": Field(_choice(_HAS), "has:box"),
}

CHOICES: Mapping[str, tuple[str, ...]] = {
    "is": tuple(value for value in _IS if value != "recognized"),
    "has": tuple(_HAS),
    "state": tuple(_STATE),
    "kind": tuple(_KIND),
}
"""The fields that take nothing but these words."""
