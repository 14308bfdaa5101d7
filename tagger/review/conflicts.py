"""Settling what was changed here and by another program: for each property the user's own value, or the other one."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence

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
    return _settle_all(db, [(photo_id, prop)], choice) == 1


def settle_all(db: Database, found: Iterable[Conflict], choice: Choice) -> int:
    """Settle many conflicts in the same way, as one step of the journal; returns how many there still were."""
    return _settle_all(db, [(each.photo_id, each.property) for each in found], choice)


def _settle_all(db: Database, found: Sequence[tuple[int, str]], choice: Choice) -> int:
    changes: dict[tuple[int, str], TagChange | ValueChange] = {}
    settled = set()
    for photo_id, prop in found:
        conflict = conflicts.find(db, photo_id, prop)
        if conflict is not None:
            settled.add((photo_id, prop))
            change = _settle(db, conflict, choice)
            changes |= {} if change is None else {(photo_id, prop): change}
            conflicts.forget(db, photo_id, prop)
    if choice is Choice.MINE:
        tags.sidecars_due(db, {photo_id for photo_id, _prop in settled})
    if changes:
        tagged = [change for change in changes.values() if isinstance(change, TagChange)]
        valued = [change for change in changes.values() if isinstance(change, ValueChange)]
        journal.record(db, _title([prop for _photo_id, prop in changes]), tags=tagged, values=valued)
    return len(settled)


def _settle(db: Database, conflict: Conflict, choice: Choice) -> TagChange | ValueChange | None:
    """Let one side hold; what is to be kept of it for undo."""
    kind, _colon, what = conflict.property.partition(":")
    if kind == "tag":
        return _settle_tag(db, conflict.photo_id, TagPath(what), choice)
    if kind == "region":
        written.give_up(db, conflict.photo_id, int(what), mine=choice is Choice.MINE)
        return None
    return _settle_value(db, conflict, PhotoField(conflict.property), choice)


def _settle_tag(db: Database, photo_id: int, tag: TagPath, choice: Choice) -> TagChange | None:
    tag_id = tags.find_tag(db, tag)
    before = None if tag_id is None else tags.tagging(db, photo_id, tag_id)
    if tag_id is None or before is None or before.removed or choice is Choice.MINE:
        return None
    after = Tagging(Origin.USER if before.origin is Origin.FILE else before.origin, removed=True)
    tags.set_taggings(db, [(photo_id, tag_id, after)])
    return TagChange(photo_id, tag_id, before, after)


def _settle_value(db: Database, conflict: Conflict, field: PhotoField, choice: Choice) -> ValueChange | None:
    photo_id = conflict.photo_id
    if choice is Choice.MINE:
        values.rebase(db, field, photo_id, conflict.theirs)
        return None
    before = values.values_of(db, field, [photo_id]).get(photo_id)
    values.set_values(db, field, {photo_id: conflict.theirs})
    values.unmark(db, field, [photo_id])
    return ValueChange(photo_id, field, before, conflict.theirs, due=True)


def _title(props: Sequence[str]) -> str:
    count, prop = len(props), props[0]
    if count > 1:
        return f"take {count:,} changes of another program"
    if prop.startswith("tag:"):
        name = prop.removeprefix("tag:").rsplit("|", 1)[-1]
        return f"remove tag {name}"
    titles = {
        PhotoField.RATING: "take the rating of another program",
        PhotoField.COLOUR_LABEL: "take the colour label of another program",
        PhotoField.CAPTION: "take the caption of another program",
        PhotoField.LATITUDE: "take the place of another program",
        PhotoField.LONGITUDE: "take the place of another program",
    }
    return titles[PhotoField(prop)]
