"""What the discarded copies of a photo know and the photo itself lacks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tagger.entities import TAG_SEPARATOR, Box, Decision, PhotoId, Region, TagPath
from tagger.metadata.frames import shown
from tagger.review import whole_suggestions
from tagger.store import file_facts, suggestion_rows, suggestions, tags, values
from tagger.store.database import Database
from tagger.store.journal import SuggestionChange, TagChange, ValueChange
from tagger.store.suggestion_rows import SuggestionRow
from tagger.store.tags import Origin, Tagging
from tagger.store.values import PhotoField, Value

SAME_PLACE_IOU = 0.5
PEOPLE = "People"
"""The tag below which a box of the user names a person, see `sidecar_changes.PEOPLE`."""


_PLACE = (PhotoField.LATITUDE, PhotoField.LONGITUDE)
_SINGLE = (PhotoField.RATING, PhotoField.COLOUR_LABEL, PhotoField.CAPTION)


@dataclass(frozen=True, slots=True)
class Merged:
    """What keepers were given, as the journal has it; ``photo_ids`` are the keepers that changed."""

    tags: tuple[TagChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    suggestions: tuple[SuggestionChange, ...] = ()

    @property
    def photo_ids(self) -> frozenset[int]:
        """The keepers that changed."""
        boxed = (change.after.photo_id for change in self.suggestions if change.after is not None)
        return frozenset((*(c.photo_id for c in self.tags), *(c.photo_id for c in self.values), *boxed))


def merge(db: Database, discards: Mapping[int, Mapping[int, int | None]]) -> Merged:
    """Give keepers what their discarded copies know; nothing a keeper has is changed.

    A tag that was taken away from the keeper, or rejected there, does not come with a copy.

    Args:
        db: The library.
        discards: By the photo that is kept: the photos to go, each with the EXIF orientation in which it shows exactly
            what that one shows, so that boxes fit; None where it does not, as a crop.
    """
    ids = {keeper: list(copies) for keeper, copies in discards.items()}
    unwanted = {keeper: _unwanted(db, keeper) for keeper in discards}
    tagged = [change for keeper, copies in ids.items() for change in _tags(db, keeper, copies, unwanted[keeper])]
    told = [change for field in _SINGLE for change in _values(db, field, ids)] + _places(db, ids)
    boxed = [change for keeper, copies in discards.items() for change in _boxes(db, keeper, copies, unwanted[keeper])]
    tagged += whole_suggestions.follow(db, boxed)
    return Merged(tuple(tagged), tuple(told), tuple(boxed))


def _unwanted(db: Database, keeper: int) -> set[str]:
    """Tags that somebody took away from a photo, or rejected there and accepted nowhere on it; casefolded."""
    found = suggestions.of_photo(db, PhotoId(keeper))
    decided = {
        decision: {each.tag.casefold() for each in found if each.decision is decision}
        for decision in (Decision.ACCEPTED, Decision.REJECTED)
    }
    carried = {tag.casefold() for tag in tags.tags_of(db, [keeper]).get(keeper, ())}
    return (decided[Decision.REJECTED] - decided[Decision.ACCEPTED] - carried) | {
        tag.casefold() for tag in tags.removed_tags_of(db, [keeper]).get(keeper, ())
    }


def _tags(db: Database, keeper: int, photo_ids: Sequence[int], unwanted: Set[str]) -> list[TagChange]:
    known = tags.tags_of(db, photo_ids)
    paths = dict.fromkeys(path for paths in known.values() for path in paths if path.casefold() not in unwanted)
    wanted = {path: tags.ensure_tag(db, path) for path in paths}
    mine = tags.taggings(db, [(keeper, tag_id) for tag_id in wanted.values()])
    new = Tagging(Origin.USER, removed=False)
    changes = [TagChange(keeper, tag, None, new) for tag in wanted.values() if (keeper, tag) not in mine]
    tags.set_taggings(db, [(c.photo_id, c.tag_id, c.after) for c in changes])
    return changes


def _values(db: Database, field: PhotoField, discards: Mapping[int, Sequence[int]]) -> list[ValueChange]:
    mine = values.values_of(db, field, discards)
    theirs = values.values_of(db, field, [photo for ids in discards.values() for photo in ids])
    new: dict[int, Value] = {}
    for keeper, ids in discards.items():
        told = [value for photo in ids if (value := theirs.get(photo)) is not None]
        if mine.get(keeper) is None and told:
            new[keeper] = max(told, key=_weight)
    due = values.marked(db, field, new)
    values.set_values(db, field, new)
    return [ValueChange(keeper, field, None, value, keeper in due) for keeper, value in new.items()]


def _places(db: Database, discards: Mapping[int, Sequence[int]]) -> list[ValueChange]:
    """The place of a copy that has one, for keepers that have none; both numbers of the same copy."""
    ids = {*discards, *(photo for copies in discards.values() for photo in copies)}
    known = {field: values.values_of(db, field, ids) for field in _PLACE}
    new: dict[PhotoField, dict[int, Value]] = {field: {} for field in _PLACE}
    for keeper, copies in discards.items():
        if any(known[field].get(keeper) is not None for field in _PLACE):
            continue
        found = (photo for photo in copies if all(known[field].get(photo) is not None for field in _PLACE))
        for photo in itertools.islice(found, 1):
            for field in _PLACE:
                new[field][keeper] = known[field][photo]
    changes: list[ValueChange] = []
    for field, given in new.items():
        due = values.marked(db, field, given)
        values.set_values(db, field, given)
        changes += [ValueChange(keeper, field, None, value, keeper in due) for keeper, value in given.items()]
    return changes


def _weight(value: Value) -> tuple[int, int]:
    """More stars before fewer, a longer caption before a shorter one."""
    return (value, 0) if isinstance(value, int) else (0, len(str(value)))


@dataclass(frozen=True, slots=True)
class _Box:
    """A box of the keeper, by the tag and by the last name of it, casefolded."""

    id: int
    tag: str
    box: Box
    decision: Decision

    @property
    def name(self) -> str:
        return self.tag.rpartition(TAG_SEPARATOR)[2]

    def covers(self, box: Box) -> bool:
        """Whether it is in the same place."""
        return box.iou(self.box) > SAME_PLACE_IOU


def _boxes(
    db: Database, keeper: int, copies: Mapping[int, int | None], unwanted: Set[str]
) -> Iterator[SuggestionChange]:
    """Boxes that copies have, and named ones in their files, where the keeper has none for the same in the same place.

    Where a backend sees the same on the keeper and nobody has decided there, that is accepted instead.
    """
    turns = {photo: turn for photo, turn in copies.items() if turn is not None}
    regions = file_facts.regions_of(db, [keeper, *turns])
    mine = [
        _Box(each.id, each.tag.casefold(), each.box, each.decision)
        for each in suggestions.of_photo(db, PhotoId(keeper))
        if each.box is not None
    ]
    named = [(region.name.casefold(), region.box) for region in regions.get(keeper, ())]
    for photo, turn in turns.items():
        for path, row in _accepted(db, photo):
            if row.box is not None and path.casefold() not in unwanted:
                yield from _put(db, mine, path, replace(row, photo_id=keeper, box=shown(row.box, turn), seen=None))
        for region in regions.get(photo, ()):
            tag, name, box = _tag_of(region), region.name.casefold(), shown(region.box, turn)
            told = any(other == name and box.iou(place) > SAME_PLACE_IOU for other, place in named)
            told |= any(each.name == name and each.covers(box) for each in mine)
            if tag and not told and tag.casefold() not in unwanted:
                yield from _put(db, mine, tag, _own(db, keeper, tag, box))


def _accepted(db: Database, photo: int) -> list[tuple[TagPath, SuggestionRow]]:
    found = [each for each in suggestions.of_photo(db, PhotoId(photo)) if each.decision is Decision.ACCEPTED]
    rows = suggestion_rows.rows(db, [each.id for each in found])
    return [(each.tag, rows[each.id]) for each in found]


def _own(db: Database, photo: int, tag: TagPath, box: Box) -> SuggestionRow:
    label, now = suggestions.ensure_own_label(db, tag), datetime.now(UTC).isoformat()
    return SuggestionRow(photo, label, "", "", 1.0, box, None, Decision.ACCEPTED, now)


def _put(db: Database, mine: list[_Box], tag: TagPath, row: SuggestionRow) -> Iterator[SuggestionChange]:
    """Give the keeper one box, or accept the one that it has."""
    assert row.box is not None
    same = [each for each in mine if each.tag == tag.casefold() and each.covers(row.box)]
    if any(each.decision in (Decision.ACCEPTED, Decision.REJECTED) for each in same):
        return
    if same:
        before = suggestion_rows.rows(db, [same[0].id])[same[0].id]
        after = replace(before, decision=Decision.ACCEPTED, decided_at=row.decided_at)
        suggestion_rows.update(db, same[0].id, after)
        mine[mine.index(same[0])] = replace(same[0], decision=Decision.ACCEPTED)
        change = SuggestionChange(same[0].id, before, after)
    else:
        made = suggestion_rows.insert(db, row)
        assert made is not None
        mine.append(_Box(made, tag.casefold(), row.box, Decision.ACCEPTED))
        change = SuggestionChange(made, None, row)
    tags.sidecars_due(db, {row.photo_id})
    yield change


def _tag_of(region: Region) -> TagPath | None:
    """The tag by which a box of the user says what a region says; None where that has no name."""
    name = " ".join(region.name.replace(TAG_SEPARATOR, " ").split())
    if not name or region.kind not in ("face", "pet", "object"):
        return None
    return TagPath(f"{PEOPLE}{TAG_SEPARATOR}{name}") if region.kind == "face" else TagPath(name)
