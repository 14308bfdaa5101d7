"""Labels and suggestions: rows as they are kept, and suggestions as they are shown."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from tagger.entities import (
    TAG_SEPARATOR,
    USER,
    Box,
    Decision,
    Detection,
    LabelKind,
    PhotoId,
    Suggestion,
    SuggestionId,
    TagPath,
)
from tagger.store.database import Database
from tagger.store.photos import chunks

FROM = "suggestions JOIN labels ON labels.id = suggestions.label_id JOIN photos ON photos.id = suggestions.photo_id"
"""The tables a suggestion condition of a query speaks of."""

_COLUMNS = (
    "suggestions.id, suggestions.photo_id, labels.backend, suggestions.model, labels.name AS label, labels.tag,"
    " suggestions.confidence, labels.kind, suggestions.decision, suggestions.x, suggestions.y, suggestions.w,"
    " suggestions.h, labels.parents, suggestions.seen"
)


def ensure_label(db: Database, backend: str, detection: Detection, tag: TagPath, *, hidden: bool) -> int:
    """The id of a backend's label, made with its tag if the label is new."""
    row = db.conn.execute(
        "SELECT id FROM labels WHERE backend = ? AND name = ? AND kind = ?", (backend, detection.label, detection.kind)
    ).fetchone()
    if row is not None:
        return int(row[0])
    cursor = db.conn.execute(
        "INSERT INTO labels (backend, name, kind, parents, tag, hidden) VALUES (?, ?, ?, ?, ?, ?)",
        (backend, detection.label, detection.kind, json.dumps(detection.parents), tag, hidden),
    )
    return cursor.lastrowid or 0


def ensure_own_label(db: Database, tag: TagPath) -> int:
    """The id of the user's own label for a tag, made if it is new; it is named like the tag, by its path if need be."""
    names = [tag.rsplit(TAG_SEPARATOR, 1)[-1], tag]
    for label_id, name, of in db.conn.execute("SELECT id, name, tag FROM labels WHERE backend = ?", (USER,)):
        if of.casefold() == tag.casefold():
            return int(label_id)
        names = [each for each in names if each != name]
    # Both names can only be taken where labels were given other tags since.
    name = names[0] if names else f"{tag} {time.time_ns()}"
    return ensure_label(db, USER, Detection(name, 1.0), tag, hidden=False)


def label_tags(db: Database, label_ids: Iterable[int]) -> dict[int, TagPath]:
    """The tags that labels lead to, by the ids of the labels."""
    rows = db.conn.execute(
        "SELECT id, tag FROM labels WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(label_ids)),)
    )
    return {label_id: TagPath(tag) for label_id, tag in rows}


def tag_of_label(db: Database, backend: str, detection: Detection) -> TagPath | None:
    """The tag that a backend's label leads to by now, which a user may have renamed; None for a new label."""
    row = db.conn.execute(
        "SELECT tag FROM labels WHERE backend = ? AND name = ? AND kind = ?", (backend, detection.label, detection.kind)
    ).fetchone()
    return None if row is None else TagPath(row[0])


def tags_of_labels(db: Database) -> list[TagPath]:
    """Every tag that a label leads to."""
    return [TagPath(tag) for (tag,) in db.conn.execute("SELECT DISTINCT tag FROM labels")]


def insert(
    db: Database,
    photo_id: PhotoId,
    label_id: int,
    detection: Detection,
    *,
    operation: str,
    model: str,
    decision: Decision,
) -> None:
    """Keep a detection as a suggestion."""
    box = detection.box
    db.conn.execute(
        "INSERT INTO suggestions (photo_id, label_id, operation, model, confidence, x, y, w, h, decision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (photo_id, label_id, operation, model, detection.confidence)
        + ((box.x, box.y, box.w, box.h) if box else (None, None, None, None))
        + (decision,),
    )


def delete_undecided(db: Database, photo_id: PhotoId, backend: str, operation: str) -> None:
    """Forget what a backend suggested for a photo and nobody decided."""
    db.conn.execute(
        "DELETE FROM suggestions WHERE photo_id = ? AND decision = 'suggested' AND operation = ?"
        " AND label_id IN (SELECT id FROM labels WHERE backend = ?)",
        (photo_id, operation, backend),
    )


def of_photo(db: Database, photo_id: PhotoId, *, hidden: bool = False) -> list[Suggestion]:
    """A photo's suggestions, most confident first. Undecided ones of hidden labels only if asked for."""
    return _query(
        db,
        "suggestions.photo_id = ? AND (? OR labels.hidden = 0 OR suggestions.decision <> 'suggested')",
        (photo_id, hidden),
        order="suggestions.confidence DESC, suggestions.id",
    )


def ids_where(db: Database, condition: str, params: Sequence[Any]) -> list[SuggestionId]:
    """Suggestions that meet an SQL condition over `FROM`."""
    rows = db.conn.execute(f"SELECT suggestions.id FROM {FROM} WHERE {condition} ORDER BY suggestions.id", params)
    return [SuggestionId(i) for (i,) in rows]


def by_id(db: Database, ids: Iterable[int]) -> Iterator[Suggestion]:
    """Suggestions by their ids, in order of the ids."""
    for chunk in chunks(ids):
        found = {
            suggestion.id: suggestion
            for suggestion in _query(
                db, "suggestions.id IN (SELECT value FROM json_each(?))", (json.dumps(chunk),), order="suggestions.id"
            )
        }
        yield from (found[SuggestionId(i)] for i in chunk if i in found)


def set_decision(db: Database, ids: Iterable[int], decision: Decision) -> None:
    """Set the decision of suggestions, without any of its consequences."""
    now = None if decision is Decision.SUGGESTED else datetime.now(UTC).isoformat()
    db.conn.execute(
        "UPDATE suggestions SET decision = ?, decided_at = ? WHERE id IN (SELECT value FROM json_each(?))",
        (decision, now, json.dumps(list(ids))),
    )


def accepted_tags(db: Database, photo_ids: Iterable[int]) -> set[tuple[int, str]]:
    """Photos with the casefolded tags of their accepted suggestions."""
    rows = db.conn.execute(
        "SELECT DISTINCT s.photo_id, l.tag FROM suggestions s JOIN labels l ON l.id = s.label_id"
        " WHERE s.photo_id IN (SELECT value FROM json_each(?)) AND s.decision = 'accepted'",
        (json.dumps(list(photo_ids)),),
    )
    return {(photo_id, tag.casefold()) for photo_id, tag in rows}


def first_undecided(db: Database, photo_ids: Iterable[int]) -> PhotoId | None:
    """The first of these photos with a suggestion to decide; those of hidden labels do not count."""
    for chunk in chunks(photo_ids):
        rows = db.conn.execute(
            "SELECT DISTINCT s.photo_id FROM suggestions s WHERE s.photo_id IN (SELECT value FROM json_each(?))"
            " AND s.decision = 'suggested' AND s.label_id NOT IN (SELECT id FROM labels WHERE hidden = 1)",
            (json.dumps(chunk),),
        )
        waiting = {photo_id for (photo_id,) in rows}
        if waiting:
            return next(PhotoId(i) for i in chunk if i in waiting)
    return None


def label_ids(db: Database, names: Iterable[str]) -> list[int]:
    """The labels of any backend that have one of the names, whatever the case they are written in."""
    wanted = {name.casefold() for name in names}
    return [i for i, name in db.conn.execute("SELECT id, name FROM labels") if name.casefold() in wanted]


def label_counts(db: Database) -> list[tuple[str, int]]:
    """Labels with the number of photos on which they wait for a decision, most frequent first."""
    rows = db.conn.execute(
        "SELECT l.name, json_group_array(l.id), sum(photos) FROM (SELECT id, name, (SELECT count(DISTINCT s.photo_id)"
        " FROM suggestions s WHERE s.label_id = labels.id AND s.decision = 'suggested') AS photos"
        " FROM labels WHERE hidden = 0) l GROUP BY l.name"
    ).fetchall()
    # Each label alone is counted along an index; only what several backends call the same has to be sorted.
    several = (
        "SELECT count(DISTINCT photo_id) FROM suggestions"
        " WHERE decision = 'suggested' AND label_id IN (SELECT value FROM json_each(?))"
    )
    counts = [
        (name, db.conn.execute(several, (ids,)).fetchone()[0] if "," in ids else photos)
        for name, ids, photos in rows
        if photos
    ]
    return sorted(counts, key=lambda each: (-each[1], each[0]))


def waiting_photos(db: Database) -> int:
    """Number of photos with a suggestion to decide; those of hidden labels do not count."""
    (count,) = db.conn.execute(
        "SELECT count(*) FROM photos WHERE EXISTS (SELECT 1 FROM suggestions s WHERE s.photo_id = photos.id"
        " AND s.decision = 'suggested' AND s.label_id NOT IN (SELECT id FROM labels WHERE hidden = 1))"
    ).fetchone()
    return int(count)


def recognised(db: Database, photo_id: PhotoId) -> bool:
    """Whether any backend has answered for the photo."""
    return db.conn.execute("SELECT 1 FROM results WHERE photo_id = ? LIMIT 1", (photo_id,)).fetchone() is not None


def _query(db: Database, where: str, params: Sequence[Any], *, order: str) -> list[Suggestion]:
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM {FROM} WHERE {where} ORDER BY {order}", params)
    return [_suggestion(row) for row in rows]


def _suggestion(row: Sequence[Any]) -> Suggestion:
    id_, photo_id, backend, model, label, tag, confidence, kind, decision, x, y, w, h, parents, seen = row
    return Suggestion(
        id=SuggestionId(id_),
        photo_id=PhotoId(photo_id),
        backend=backend,
        model=model,
        label=label,
        tag=TagPath(tag),
        confidence=confidence,
        kind=LabelKind(kind),
        decision=Decision(decision),
        box=None if x is None else Box(x, y, w, h),
        parents=() if parents == "[]" else tuple(json.loads(parents)),
        seen=None if seen is None else Box(*json.loads(seen)),
    )
