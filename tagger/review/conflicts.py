"""Settling what was changed here and by another program: for each property the user's own value, or the other one."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from tagger.entities import TagPath
from tagger.store import conflicts, journal, tags, values, written
from tagger.store.conflicts import Conflict
from tagger.store.database import Database
from tagger.store.journal import TagChange, ValueChange
from tagger.store.tags import Origin, Tagging
from tagger.store.values import PhotoField


class Choice(enum.StrEnum):
    """Whose value of a property holds."""

    MINE = "mine"
    THEIRS = "theirs"


def settle(db: Database, photo_id: int, prop: str, choice: Choice) -> bool:
    """Settle one conflict; False if there is none.

    The user's own is written with the next export, over the other program's. Taking the other program's value, or
    letting it take out a tag, is a step of the journal.

    Args:
        db: The library.
        photo_id: The photo.
        prop: As in `Conflict.property`.
        choice: Whose value holds.
    """
    conflict = conflicts.find(db, photo_id, prop)
    if conflict is None:
        return False
    kind, _colon, what = prop.partition(":")
    if kind == "tag":
        _settle_tag(db, photo_id, TagPath(what), choice)
    elif kind == "region":
        written.give_up(db, photo_id, int(what), mine=choice is Choice.MINE)
    else:
        _settle_value(db, conflict, PhotoField(prop), choice)
    conflicts.forget(db, photo_id, prop)
    if choice is Choice.MINE:
        tags.sidecars_due(db, [photo_id])
    return True


def settle_all(db: Database, found: Iterable[Conflict], choice: Choice) -> int:
    """Settle many conflicts in the same way; returns how many there still were."""
    return sum(settle(db, each.photo_id, each.property, choice) for each in found)


def _settle_tag(db: Database, photo_id: int, tag: TagPath, choice: Choice) -> None:
    tag_id = tags.find_tag(db, tag)
    before = None if tag_id is None else tags.tagging(db, photo_id, tag_id)
    if tag_id is None or before is None or before.removed or choice is Choice.MINE:
        return
    after = Tagging(Origin.USER if before.origin is Origin.FILE else before.origin, removed=True)
    tags.set_taggings(db, [(photo_id, tag_id, after)])
    name = tag.rsplit("|", 1)[-1]
    journal.record(db, f"remove tag {name}", tags=[TagChange(photo_id, tag_id, before, after)])


def _settle_value(db: Database, conflict: Conflict, field: PhotoField, choice: Choice) -> None:
    photo_id = conflict.photo_id
    if choice is Choice.MINE:
        values.rebase(db, field, photo_id, conflict.theirs)
        return
    before = values.values_of(db, field, [photo_id]).get(photo_id)
    values.set_values(db, field, {photo_id: conflict.theirs})
    values.unmark(db, field, [photo_id])
    titles = {
        PhotoField.RATING: "take the rating of another program",
        PhotoField.COLOUR_LABEL: "take the colour label of another program",
        PhotoField.CAPTION: "take the caption of another program",
        PhotoField.LATITUDE: "take the place of another program",
        PhotoField.LONGITUDE: "take the place of another program",
    }
    change = ValueChange(photo_id, field, before, conflict.theirs, due=True)
    journal.record(db, titles[field], values=[change])
