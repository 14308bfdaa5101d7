"""Labels and suggestions: rows as they are kept, and suggestions as they are shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from tagger.entities import Box, Decision, Detection, LabelKind, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.store.photos import chunks

FROM = "suggestions JOIN labels ON labels.id = suggestions.label_id JOIN photos ON photos.id = suggestions.photo_id"
"""The tables a suggestion condition of a query speaks of."""

_COLUMNS = (
    "suggestions.id, suggestions.photo_id, labels.backend, suggestions.model, labels.name AS label, labels.tag,"
    " suggestions.confidence, labels.kind, suggestions.decision, suggestions.x, suggestions.y, suggestions.w,"
    " suggestions.h, labels.parents"
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
    db.conn.executemany(
        "UPDATE suggestions SET decision = ?, decided_at = ? WHERE id = ?", [(decision, now, i) for i in ids]
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
            "SELECT DISTINCT s.photo_id FROM suggestions s JOIN labels l ON l.id = s.label_id"
            " WHERE s.photo_id IN (SELECT value FROM json_each(?)) AND s.decision = 'suggested' AND l.hidden = 0",
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
        "SELECT l.name, count(DISTINCT s.photo_id) AS photos FROM labels l JOIN suggestions s ON s.label_id = l.id"
        " WHERE s.decision = 'suggested' AND l.hidden = 0 GROUP BY l.name ORDER BY photos DESC, l.name"
    )
    return list(rows)


def recognised(db: Database, photo_id: PhotoId) -> bool:
    """Whether any backend has answered for the photo."""
    return db.conn.execute("SELECT 1 FROM results WHERE photo_id = ? LIMIT 1", (photo_id,)).fetchone() is not None


def _query(db: Database, where: str, params: Sequence[Any], *, order: str) -> list[Suggestion]:
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM {FROM} WHERE {where} ORDER BY {order}", params)
    return [_suggestion(row) for row in rows]


def _suggestion(row: Sequence[Any]) -> Suggestion:
    id_, photo_id, backend, model, label, tag, confidence, kind, decision, x, y, w, h, parents = row
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
        parents=tuple(json.loads(parents)),
    )
