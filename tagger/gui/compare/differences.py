"""In what two photos differ, in words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tagger.entities import Photo, TagPath
from tagger.gui.review.facts import pixels_text, size_text
from tagger.gui.review.value_marks import label_text
from tagger.gui.viewer.caption import date_text
from tagger.gui.words import grouped

NOTHING = "–"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that is not the same of both.

    Attributes:
        name: What it is about, in the user's language.
        left, right: How it is on either side; `NOTHING` where it is not known or there is none.
        more: Which side has more of it: -1 the left, 1 the right, 0 for what cannot be more.
    """

    name: str
    left: str
    right: str
    more: int = 0


def differences(left: Photo, right: Photo) -> list[Difference]:
    """What differs, the most telling first."""
    found = [*_measures(left, right), *_facts(left, right), *_tags(left, right), *_places(left, right)]
    return [each for each in found if each.left != each.right]


def alike(left: Photo, right: Photo) -> bool:
    """Whether nothing but the place of the file differs."""
    return not [*_measures(left, right), *_facts(left, right), *_tags(left, right)]


def _measures(left: Photo, right: Photo) -> Iterator[Difference]:
    pixels = [(photo.width or 0) * (photo.height or 0) for photo in (left, right)]
    if (left.width, left.height) != (right.width, right.height):
        texts = pixels_text(left.width, left.height), pixels_text(right.width, right.height)
        yield _difference(translate("Differences", "Size"), *texts, _more(*pixels))
    if left.bytes != right.bytes:
        texts = size_text(left.bytes), size_text(right.bytes)
        if texts[0] == texts[1]:  # the difference is smaller than what is shown of it
            exact = translate("Differences", "{n} bytes")
            texts = exact.format(n=grouped(left.bytes)), exact.format(n=grouped(right.bytes))
        yield _difference(translate("Differences", "File"), *texts, _more(left.bytes, right.bytes))
    if left.format != right.format:
        yield _difference(translate("Differences", "Format"), left.format, right.format)


def _facts(left: Photo, right: Photo) -> Iterator[Difference]:
    one, other = left.facts, right.facts
    if one.taken_at != other.taken_at:
        texts = date_text(one.taken_at), date_text(other.taken_at)
        if texts[0] == texts[1]:  # they differ in seconds
            texts = one.taken_at or "", other.taken_at or ""
        yield _difference(translate("Differences", "Taken"), *texts)
    if one.camera != other.camera:
        yield _difference(translate("Differences", "Camera"), one.camera, other.camera)
    if one.lens != other.lens:
        yield _difference(translate("Differences", "Lens"), one.lens, other.lens)
    if (one.rating or 0) != (other.rating or 0):
        stars = _stars(one.rating), _stars(other.rating)
        yield _difference(translate("Differences", "Rating"), *stars, _more(one.rating, other.rating))
    if (one.colour_label or "") != (other.colour_label or ""):
        colours = label_text(one.colour_label), label_text(other.colour_label)
        yield _difference(translate("Differences", "Colour"), *colours)
    if (one.caption or "") != (other.caption or ""):
        yield _difference(translate("Differences", "Caption"), one.caption, other.caption)


def _tags(left: Photo, right: Photo) -> Iterator[Difference]:
    """Of the tags, those that only one side has."""
    here, there = _only(left, right), _only(right, left)
    if here or there:
        more = _more(len(here), len(there))
        yield _difference(translate("Differences", "Tags only here"), _named(here), _named(there), more)


def _places(left: Photo, right: Photo) -> Iterator[Difference]:
    here, there = os.path.dirname(left.path), os.path.dirname(right.path)
    if here != there:
        yield _difference(translate("Differences", "Folder"), _written(here), _written(there))


def _written(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _only(photo: Photo, other: Photo) -> list[TagPath]:
    known = {tag.casefold() for tag in other.tags}
    return [tag for tag in photo.tags if tag.casefold() not in known]


def _named(tags: list[TagPath]) -> str:
    return ", ".join(tag.rpartition("|")[2] for tag in tags)


def _stars(rating: int | None) -> str:
    return translate("Differences", "Rejected") if (rating or 0) < 0 else "★" * min(rating or 0, 5)


def _more(left: int | None, right: int | None) -> int:
    return ((right or 0) > (left or 0)) - ((right or 0) < (left or 0))


def _difference(name: str, left: str | None, right: str | None, more: int = 0) -> Difference:
    return Difference(name, left or NOTHING, right or NOTHING, more)
