"""Turning back, or again, what an operation changed besides suggestions and the tags of photos."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from tagger.store import tag_rows as rows
from tagger.store import values as photo_values
from tagger.store.database import Database
from tagger.store.journal import FileChange, LabelChange, TagRowChange, ValueChange
from tagger.store.values import PhotoField, Value


def values(db: Database, changes: Sequence[ValueChange], *, forward: bool) -> frozenset[int]:
    """Set the values of photos wherever they still are as the operation left them; returns the photos."""
    touched: set[int] = set()
    for field in {change.field for change in changes}:
        own = [change for change in changes if change.field is field]
        now = photo_values.values_of(db, field, [change.photo_id for change in own])
        unwritten = photo_values.marked(db, field, now)
        new: dict[int, Value] = {}
        for change in own:
            was, becomes = (change.before, change.after) if forward else (change.after, change.before)
            if change.photo_id in now and _same(now[change.photo_id], was):
                new[change.photo_id] = becomes
        photo_values.set_values(db, field, new)
        if not forward:
            # No sidecar took it over, and none had to before: the files say it already.
            photo_values.unmark(
                db, field, [c.photo_id for c in own if c.photo_id in new and c.photo_id in unwritten and not c.due]
            )
        touched.update(new)
    return frozenset(touched)


def _same(now: Value, was: Value) -> bool:
    """Whether a value is what it was set to; a place that was read from a sidecar again is so to a few millimetres."""
    if isinstance(now, float) and isinstance(was, float):
        return math.isclose(now, was, abs_tol=1e-6)
    return now == was


def labels(db: Database, changes: Sequence[LabelChange], *, forward: bool) -> None:
    """Let labels lead where they led, unless they were pointed elsewhere since."""
    now = rows.label_tags(db) if changes else {}
    new = []
    for change in changes:
        was, becomes = (change.before, change.after) if forward else (change.after, change.before)
        if change.label_id in now and now[change.label_id][1] == was:
            new.append((change.label_id, becomes))
    rows.set_label_tags(db, new)


def tag_rows(db: Database, changes: Sequence[TagRowChange], *, forward: bool) -> None:
    """Give tags their spelling, pin and synonyms back, as far as nothing changed them since."""
    now = rows.rows(db, [change.tag_id for change in changes])
    for change in changes:
        was, becomes = (change.before, change.after) if forward else (change.after, change.before)
        if change.tag_id in now:
            rows.set_row(db, change.tag_id, rows.turned(now[change.tag_id], was, becomes))


def edits_of_files(db: Database, files: Sequence[FileChange]) -> None:
    """Values that sidecars had taken over are in none again."""
    photos: dict[PhotoField, set[int]] = defaultdict(set)
    for file in files:
        for field in file.fields:
            photos[field].add(file.photo_id)
    for field, photo_ids in photos.items():
        photo_values.mark(db, field, photo_ids)
