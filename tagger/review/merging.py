"""What the discarded copies of a photo know and the photo itself lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlite_utils import Database

from tagger.entities import Decision, PhotoId
from tagger.store import suggestion_rows, suggestions, tags, values
from tagger.store.journal import SuggestionChange, TagChange, ValueChange
from tagger.store.tags import Origin, Tagging
from tagger.store.values import PhotoField, Value

SAME_PLACE_IOU = 0.5


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


def merge(db: Database, discards: Mapping[int, Sequence[int]], framed: frozenset[int]) -> Merged:
    """Give keepers what their discarded copies know; nothing a keeper has is changed.

    A tag that was taken away from the keeper, or rejected there, does not come with a copy.

    Args:
        db: The library.
        discards: The photos to go, by the photo that is kept instead.
        framed: Those of them that show exactly what their keeper shows, so that boxes fit.
    """
    return Merged(
        tuple(change for keeper, ids in discards.items() for change in _tags(db, keeper, ids)),
        tuple(change for field in PhotoField for change in _values(db, field, discards)),
        tuple(
            change
            for keeper, ids in discards.items()
            for change in _boxes(db, keeper, [photo for photo in ids if photo in framed])
        ),
    )


def _tags(db: Database, keeper: int, photo_ids: Sequence[int]) -> list[TagChange]:
    known = tags.tags_of(db, photo_ids)
    wanted = {path: tags.ensure_tag(db, path) for paths in known.values() for path in paths}
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


def _weight(value: Value) -> tuple[int, int]:
    """More stars before fewer, a longer caption before a shorter one."""
    return (value, 0) if isinstance(value, int) else (0, len(str(value)))


def _boxes(db: Database, keeper: int, photo_ids: Sequence[int]) -> list[SuggestionChange]:
    """Accepted boxes of copies, where the keeper has none with the same tag in the same place."""
    mine = [(s.tag.casefold(), s.box) for s in suggestions.of_photo(db, PhotoId(keeper)) if s.box is not None]
    changes: list[SuggestionChange] = []
    for photo in photo_ids:
        for suggestion in suggestions.of_photo(db, PhotoId(photo)):
            box = suggestion.box
            if box is None or suggestion.decision is not Decision.ACCEPTED:
                continue
            tag = suggestion.tag.casefold()
            if any(tag == other and box.iou(place) > SAME_PLACE_IOU for other, place in mine if place is not None):
                continue
            row = replace(suggestion_rows.rows(db, [suggestion.id])[suggestion.id], photo_id=keeper)
            made = suggestion_rows.insert(db, row)
            if made is not None:
                changes.append(SuggestionChange(made, None, row))
                mine.append((tag, box))
    tags.sidecars_due(db, {keeper} if changes else ())
    return changes
