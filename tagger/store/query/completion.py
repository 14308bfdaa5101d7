"""What can be typed next in a search text: fields with an explanation, and the values of a field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tagger.store.query import text as texts
from tagger.store.query.fields import FIELDS
from tagger.store.query.values import Values

MOST = 60
"""Values offered at once."""

EXPLANATIONS = {
    "tag": "Photos with a tag, or with one below it",
    "label": "What a backend saw",
    "backend": "Suggestions of one backend",
    "agrees": "Two backends say the same: any two, or the named one and another",
    "disagrees": "One backend says what another does not: any two, or the named one and another",
    "failed": "Photos that recognition failed with: any, of a backend, or for a reason",
    "unknown": "Photos of which nobody knows whether a service answered: any, of a backend, or for a reason",
    "state": "Suggestions waiting, accepted, rejected or deferred",
    "confidence": "How sure a backend is, from 0 to 1",
    "kind": "What sort of thing a label names",
    "rating": "Stars, from 0 to 5; -1 is rejected",
    "colour": "Colour label",
    "taken": "When the photo was taken: a year, month, day or a range",
    "folder": "Photos in a folder and below it",
    "camera": "The camera, or a part of its name",
    "lens": "The lens, or a part of its name",
    "iso": "How sensitive the sensor was, such as 800",
    "f": "How wide the lens was open, such as 2.8",
    "exposure": "How long the photo was exposed, in seconds, such as 1/250",
    "focal": "The focal length in millimetres",
    "near": "Photos near a place: latitude, longitude, kilometres",
    "person": "A person whose face the file names",
    "format": "The format of the file",
    "name": "The file name, or the beginning of a word in it",
    "is": "State of the photo, such as untagged",
    "has": "What the photo has, such as a box",
}
"""What each field asks for, in one line."""

# Like the grammar's own tokens, but a quotation mark may still be open.
_TOKEN = re.compile(
    r'(?P<field>[^\W\d_]+)(?P<operator>\s*(?:>=|<=|>|<|=)\s*|:)(?P<value>"(?:[^"]|"")*"?|[^\s()"]*)'
    r'|"(?:[^"]|"")*"?|[()]|-+(?=[^\s-])|(?P<word>[^\s()"]+)'
)
_PLAIN = re.compile(r'[^\s()"]+')


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to put into the text.

    Attributes:
        text: As it will stand there, with quotation marks where they are needed.
        shown: How a list names it.
        explanation: What it asks for, or which field the value is of; may be empty.
        count: Of how many it is; 0 for unknown.
        complete: Whether the term is finished with it, rather than a value to follow.
    """

    text: str
    shown: str
    explanation: str = ""
    count: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand between two places of the text instead of what stands there; see `applied`."""

    start: int
    end: int
    offers: tuple[Offer, ...] = ()


def complete(text: str, cursor: int, values: Values) -> Completion:
    """What fits at the cursor. Never fails, whatever the text is."""
    token = _token_at(text, cursor)
    if token is None:
        return Completion(cursor, cursor, tuple(_fields("")))
    field = (token["field"] or "").casefold()
    if field in FIELDS and cursor >= token.start("value"):
        return _of_value(field, token, cursor, values)
    if field and cursor > token.end("field"):
        return Completion(cursor, cursor)
    if field:
        return Completion(token.start(), token.end("operator"), tuple(_fields(text[token.start() : cursor])))
    if token["word"]:
        typed = text[token.start() : cursor]
        return Completion(token.start(), token.end(), (*_fields(typed), *_anything(typed, values)))
    return Completion(cursor, cursor)


def applied(text: str, completion: Completion, offer: Offer) -> tuple[str, int]:
    """The text with an offer in it, and where the cursor is then: after a finished term there is a space."""
    before, after = text[: completion.start] + offer.text, text[completion.end :]
    if not offer.complete:
        return before + after, len(before)
    after = after if after.startswith((" ", ")")) else f" {after}"
    return before + after, len(before) + after.startswith(" ")


def quoted(value: str) -> str:
    """A value as it stands in a search text: in quotation marks where it would otherwise end too early."""
    return value if _PLAIN.fullmatch(value) else '"' + value.replace('"', '""') + '"'


def _token_at(text: str, cursor: int) -> re.Match[str] | None:
    """The term that the cursor touches from behind or stands in."""
    for token in _TOKEN.finditer(text):
        if token.start() < cursor <= token.end() and token[0] not in ("(", ")") and token[0].strip("-"):
            return token
    return None


def _of_value(field: str, token: re.Match[str], cursor: int, values: Values) -> Completion:
    start = token.start("value")
    raw = token["value"][: cursor - start]
    if FIELDS[field].compares and not raw.startswith('"') and ".." in raw:
        start += raw.rindex("..") + 2
        raw = raw.rpartition("..")[2]
    typed = raw.removeprefix('"').replace('""', '"')
    closed = len(raw) > 1 and raw.endswith('"') and raw.startswith('"')
    found = _matching(typed[:-1] if closed else typed, values.of(field), months=field == "taken")
    explained = EXPLANATIONS.get(field, "")
    offers = (Offer(quoted(value), value, explained if number == 0 else "", count) for number, value, count in found)
    return Completion(start, token.end("value"), tuple(offers))


def _fields(typed: str) -> Iterator[Offer]:
    folded = typed.casefold()
    for name, field in FIELDS.items():
        if name.startswith(folded):
            operator = ">=" if field.compares and name != "taken" else ":"
            yield Offer(name + operator, f"{name}{operator}", EXPLANATIONS.get(name, ""), complete=False)


def _anything(typed: str, values: Values) -> Iterator[Offer]:
    """Tags, labels and the words of other fields that begin so."""
    if len(typed) < 2:
        return
    for field in ("tag", "label", "person", "folder", "camera", "is", "has", "state"):
        for _number, value, count in _matching(typed, values.of(field), most=6):
            yield Offer(f"{field}:{quoted(value)}", f"{field}:{value}", "", count)


def _matching(
    typed: str, known: tuple[tuple[str, int], ...], *, most: int = MOST, months: bool = False
) -> Iterator[tuple[int, str, int]]:
    """Values that begin so, then those with a word that does, then those that hold it; numbered from 0."""
    folded = texts.folded(typed)
    ranked: tuple[list[tuple[str, int]], ...] = ([], [], [])
    begins = re.compile(r"(?:^|[^\w])" + re.escape(folded))
    for value, count in known:
        if months and len(value) > 4 and len(folded) < 4:
            continue  # the years first
        other = texts.folded(value)
        if other.startswith(folded):
            ranked[0].append((value, count))
        elif folded in other:
            ranked[1 if begins.search(other) else 2].append((value, count))
    each = (pair for rank in ranked for pair in rank)
    for number, (value, count) in zip(range(most), each, strict=False):
        yield number, value, count
