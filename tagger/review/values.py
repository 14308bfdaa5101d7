"""Rating, colour label and caption by hand."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from tagger.entities import ColourLabel, PhotoId
from tagger.errors import UsageError
from tagger.metadata.values import MAX_CHARS, prose
from tagger.store import journal, values
from tagger.store.database import Database
from tagger.store.journal import ValueChange
from tagger.store.values import PhotoField, Value

HIGHEST_RATING = 5


def set_value(
    db: Database, photo_ids: Sequence[PhotoId], field: PhotoField, value: Value, *, toggle: bool = False
) -> frozenset[int]:
    """Give photos a rating, a colour label or a caption as one step of the journal; returns the photos that changed.

    Args:
        db: The library.
        photo_ids: Any number of photos.
        field: Which value.
        value: 0..5 stars (-1 for rejected), the text of a colour label, or a caption; None takes it away.
        toggle: Take the value away if all of the photos have it already.

    Raises:
        UsageError: the value cannot be one of this field.
    """
    after = _CHECKS[field](value)
    now = values.values_of(db, field, photo_ids)
    if toggle and now and all(_same(field, value, after) for value in now.values()):
        after = None
    changing = [photo_id for photo_id, before in now.items() if before != after]
    if not changing:
        return frozenset()
    due = values.marked(db, field, changing)
    values.set_values(db, field, dict.fromkeys(changing, after))
    changes = [ValueChange(photo_id, field, now[photo_id], after, photo_id in due) for photo_id in changing]
    journal.record(db, _title(field, after, len(changing)), values=changes)
    return frozenset(changing)


def _same(field: PhotoField, value: Value, other: Value) -> bool:
    if field is PhotoField.COLOUR_LABEL and isinstance(value, str) and isinstance(other, str):
        return value.casefold() == other.casefold()
    return value == other


def _rating(value: Value) -> Value:
    if value is None or (isinstance(value, int) and -1 <= value <= HIGHEST_RATING):
        return value
    raise UsageError(f"{value} is no rating.", f"A photo has 0 to {HIGHEST_RATING} stars, or -1 if it is rejected.")


def _colour_label(value: Value) -> Value:
    text = prose(None if value is None else str(value))
    known = ColourLabel.of(text)
    return known.value if known else text


def _caption(value: Value) -> Value:
    if value is not None and len(str(value)) > MAX_CHARS:
        raise UsageError("The caption is too long.", f"{MAX_CHARS:,} characters are allowed.")
    return prose(None if value is None else str(value))


def _degrees(most: float, value: Value) -> Value:
    if value is None or (isinstance(value, int | float) and abs(value) <= most):
        return value
    raise UsageError(f"{value} is no place.", f"Degrees go from {-most:.0f} to {most:.0f}.")


_CHECKS: dict[PhotoField, Callable[[Value], Value]] = {
    PhotoField.RATING: _rating,
    PhotoField.COLOUR_LABEL: _colour_label,
    PhotoField.CAPTION: _caption,
    PhotoField.LATITUDE: functools.partial(_degrees, 90.0),
    PhotoField.LONGITUDE: functools.partial(_degrees, 180.0),
}


def _title(field: PhotoField, value: Value, photos: int) -> str:
    match field:
        case PhotoField.RATING:
            return _rating_title(value if isinstance(value, int) else None, photos)
        case PhotoField.COLOUR_LABEL:
            return _colour_title(None if value is None else str(value).casefold(), photos)
        case PhotoField.CAPTION:
            return _caption_title(value is None, photos)
        case PhotoField.LATITUDE | PhotoField.LONGITUDE:
            return "set the place" if photos == 1 else f"set the place of {photos:,} photos"


def _rating_title(stars: int | None, photos: int) -> str:
    one = photos == 1
    match stars:
        case None:
            return "remove the rating" if one else f"remove the rating on {photos:,} photos"
        case -1:
            return "rate as rejected" if one else f"rate as rejected on {photos:,} photos"
        case 0:
            return "rate with no stars" if one else f"rate with no stars on {photos:,} photos"
        case 1:
            return "rate with 1 star" if one else f"rate with 1 star on {photos:,} photos"
    return f"rate with {stars:,} stars" if one else f"rate with {stars:,} stars on {photos:,} photos"


def _colour_title(colour: str | None, photos: int) -> str:
    one = photos == 1
    match colour:
        case None:
            return "remove the colour label" if one else f"remove the colour label on {photos:,} photos"
        case "red":
            return "label red" if one else f"label red on {photos:,} photos"
        case "yellow":
            return "label yellow" if one else f"label yellow on {photos:,} photos"
        case "green":
            return "label green" if one else f"label green on {photos:,} photos"
        case "blue":
            return "label blue" if one else f"label blue on {photos:,} photos"
        case "purple":
            return "label purple" if one else f"label purple on {photos:,} photos"
    return f"label {colour}" if one else f"label {colour} on {photos:,} photos"


def _caption_title(removed: bool, photos: int) -> str:
    if removed:
        return "remove the caption" if photos == 1 else f"remove the caption on {photos:,} photos"
    return "change the caption" if photos == 1 else f"change the caption on {photos:,} photos"
