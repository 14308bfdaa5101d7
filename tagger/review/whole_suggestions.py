"""Suggestions that an operation made, moved or took away: doing it with its tags, taking it back, doing it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tagger.entities import Decision
from tagger.review import decisions
from tagger.store import journal, suggestion_rows, suggestions, tags
from tagger.store.database import Database
from tagger.store.journal import SuggestionChange, TagChange
from tagger.store.suggestion_rows import SuggestionRow
from tagger.store.tags import Tagging


def apply(db: Database, title: str, changes: Sequence[SuggestionChange]) -> frozenset[int]:
    """Make changes of suggestions, with the tags that follow, as one step of the journal; returns the photos.

    Rows that are new (``before`` is None) must be there already, since only the database gives them their ids.
    """
    changes = [change for change in changes if change.before != change.after]
    if not changes:
        return frozenset()
    for change in changes:
        if change.before is not None:
            _put(db, change.suggestion_id, change.before, change.after)
    journal.record(db, title, suggestions=changes, tags=follow(db, changes))
    tags.sidecars_due(db, _with_regions(changes))
    return frozenset(row.photo_id for change in changes for row in (change.before, change.after) if row is not None)


def restore(db: Database, changes: Sequence[SuggestionChange], *, forward: bool) -> set[int]:
    """Take changes back, or make them again, wherever the suggestion still is as they left it; returns the photos."""
    touched = set()
    current = suggestion_rows.rows(db, [change.suggestion_id for change in changes])
    for change in changes if forward else reversed(changes):
        was, becomes = (change.before, change.after) if forward else (change.after, change.before)
        if _timeless(current.get(change.suggestion_id)) == _timeless(was):
            _put(db, change.suggestion_id, was, becomes)
            touched |= {row.photo_id for row in (was, becomes) if row is not None}
    tags.sidecars_due(db, _with_regions(changes))
    return touched


def _with_regions(changes: Iterable[SuggestionChange]) -> set[int]:
    """The photos whose sidecars tell of the boxes that changed."""
    rows = (row for change in changes for row in (change.before, change.after) if row is not None)
    return {row.photo_id for row in rows if row.box is not None and row.decision is Decision.ACCEPTED}


def _put(db: Database, suggestion_id: int, was: SuggestionRow | None, becomes: SuggestionRow | None) -> None:
    if becomes is None:
        suggestion_rows.delete(db, suggestion_id)
    elif was is None:
        suggestion_rows.insert(db, becomes, suggestion_id=suggestion_id)
    else:
        suggestion_rows.update(db, suggestion_id, becomes)


def _timeless(row: SuggestionRow | None) -> SuggestionRow | None:
    """The row without the time of its decision, which is another one after undo and redo."""
    return None if row is None else replace(row, decided_at=None)


def follow(db: Database, changes: Sequence[SuggestionChange]) -> list[TagChange]:
    """Bring the photos' tags in line with rows that were just set."""
    lost, gained = _tags(db, [c.before for c in changes]), _tags(db, [c.after for c in changes])
    pairs = lost | gained
    known = tags.taggings(db, pairs)
    accepted = suggestions.accepted_tags(db, {photo_id for photo_id, _tag_id in pairs})
    found = []
    for (photo_id, tag_id), folded in pairs.items():
        before = known.get((photo_id, tag_id))
        after: Tagging | None = before
        if (photo_id, folded) not in accepted:
            after = decisions.when_withdrawn(before)
        elif (photo_id, tag_id) not in lost:
            after = decisions.when_accepted(before)
        if after != before:
            found.append(TagChange(photo_id, tag_id, before, after))
    tags.set_taggings(db, [(c.photo_id, c.tag_id, c.after) for c in found])
    return found


def _tags(db: Database, rows: Iterable[SuggestionRow | None]) -> dict[tuple[int, int], str]:
    """The photos and tags that these rows stand for, with the casefolded path of each tag."""
    accepted = [row for row in rows if row is not None and row.decision is Decision.ACCEPTED]
    label_tags = suggestions.label_tags(db, {row.label_id for row in accepted})
    tag_ids = {label_id: tags.ensure_tag(db, tag) for label_id, tag in label_tags.items()}
    return {(row.photo_id, tag_ids[row.label_id]): label_tags[row.label_id].casefold() for row in accepted}
