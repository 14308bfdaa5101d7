"""Boxes drawn and changed by hand.

A box that the user draws is a suggestion of the backend `USER`, accepted as it is made: it tags the photo. Whatever the
user changes about a backend's box is a decision as well, so that no re-run takes it away. Each function is one
transaction and one step of the journal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tagger.entities import TAG_SEPARATOR, USER, Box, Decision, PhotoId, Suggestion, SuggestionId, TagPath
from tagger.errors import UsageError
from tagger.review import whole_suggestions
from tagger.store import suggestion_rows, suggestions
from tagger.store.database import Database
from tagger.store.journal import SuggestionChange
from tagger.store.suggestion_rows import SuggestionRow

FREQUENT = 9
"""Labels that digits stand for."""


def draw(db: Database, photo_id: PhotoId, box: Box, tag: TagPath) -> SuggestionId:
    """Draw a box around something and say what it is; returns its suggestion.

    Raises:
        UsageError: nothing of the box lies on the photo, or the photo is gone.
    """
    made = _make(db, photo_id, _on_photo(box), tag)
    whole_suggestions.apply(db, f"draw {_leaf(tag)}", [made])
    return SuggestionId(made.suggestion_id)


def move(db: Database, suggestion_id: SuggestionId, box: Box) -> frozenset[int]:
    """Put a box elsewhere, or change its size; returns the photo if that changed anything.

    A backend's suggestion is accepted by it, and remembers where the backend saw it.

    Raises:
        UsageError: nothing of the box lies on the photo.
    """
    before = suggestion_rows.rows(db, [suggestion_id]).get(suggestion_id)
    suggestion = next(suggestions.by_id(db, [suggestion_id]), None)
    box = _on_photo(box)
    if before is None or suggestion is None or before.box is None or before.box == box:
        return frozenset()
    seen = before.seen if suggestion.backend == USER or before.seen is not None else before.box
    after = replace(before, box=box, seen=seen, decision=Decision.ACCEPTED, decided_at=before.decided_at or _now())
    title = _changed_title(_leaf(suggestion.tag), resized=not _same_size(before.box, box))
    return whole_suggestions.apply(db, title, [SuggestionChange(suggestion_id, before, after)])


def relabel(db: Database, ids: Sequence[SuggestionId], tag: TagPath) -> tuple[SuggestionId, ...]:
    """Say that suggestions show something else; returns the suggestions that say so now.

    The user's own change their label. A backend's is rejected, and the user's own stands in the same place instead: a
    re-run must not bring the wrong one back.
    """
    changes: list[SuggestionChange] = []
    result: list[SuggestionId] = []
    found = _with_rows(db, ids)
    for suggestion, before in found:
        if suggestion.tag.casefold() == tag.casefold():
            result.append(suggestion.id)
        elif suggestion.backend == USER:
            label_id = suggestions.ensure_own_label(db, tag)
            after = replace(before, label_id=label_id, decision=Decision.ACCEPTED, decided_at=_now())
            changes.append(SuggestionChange(suggestion.id, before, after))
            result.append(suggestion.id)
        else:
            changes.append(_rejected(suggestion, before))
            changes.append(_make(db, suggestion.photo_id, suggestion.box, tag))
            result.append(SuggestionId(changes[-1].suggestion_id))
    whole_suggestions.apply(db, _relabelled_title(_named([s for s, _row in found]), len(found), _leaf(tag)), changes)
    return tuple(result)


def duplicate(
    db: Database, ids: Sequence[SuggestionId], *, by: tuple[float, float] = (0.02, 0.02)
) -> tuple[SuggestionId, ...]:
    """Draw boxes again beside themselves; returns the new suggestions.

    Args:
        db: The library.
        ids: Suggestions; those without a box are passed over.
        by: How far right and down, as fractions of the photo; towards the inside where the photo ends before.
    """
    boxed = [(s, s.box) for s, _row in _with_rows(db, ids) if s.box is not None]
    changes = [_make(db, s.photo_id, _beside(box, *by), s.tag) for s, box in boxed]
    whole_suggestions.apply(db, _duplicated_title(_named([s for s, _box in boxed]), len(boxed)), changes)
    return tuple(SuggestionId(change.suggestion_id) for change in changes)


def delete(db: Database, ids: Sequence[SuggestionId]) -> frozenset[int]:
    """Take boxes away: the user's own are gone, a backend's are rejected; returns the photos that changed."""
    found = _with_rows(db, ids)
    changes = [SuggestionChange(s.id, row, None) if s.backend == USER else _rejected(s, row) for s, row in found]
    return whole_suggestions.apply(db, _deleted_title(_named([s for s, _row in found]), len(found)), changes)


def frequent(db: Database, limit: int = FREQUENT) -> list[TagPath]:
    """The tags worth a digit: pinned ones first, then those of most accepted suggestions."""
    pinned = db.conn.execute("SELECT path FROM tags WHERE pinned IS NOT NULL ORDER BY pinned LIMIT ?", (limit,))
    found = {path.casefold(): TagPath(path) for (path,) in pinned}
    # The index on labels and decisions answers this without a look at a single suggestion.
    rows = db.conn.execute(
        "SELECT l.tag, sum(c.found) AS found FROM labels l JOIN (SELECT label_id, count(*) AS found FROM suggestions"
        " WHERE decision = 'accepted' GROUP BY label_id) c ON c.label_id = l.id GROUP BY l.tag"
        " ORDER BY found DESC, l.tag LIMIT ?",
        (2 * limit,),
    )
    for tag, _found in rows:
        found.setdefault(tag.casefold(), TagPath(tag))
    return list(found.values())[:limit]


def _make(db: Database, photo_id: PhotoId, box: Box | None, tag: TagPath) -> SuggestionChange:
    label_id = suggestions.ensure_own_label(db, tag)
    row = SuggestionRow(photo_id, label_id, "", "", 1.0, box, None, Decision.ACCEPTED, _now())
    made = suggestion_rows.insert(db, row)
    if made is None:
        raise UsageError("This photo is no longer in the library.", "Add its folder again, then draw the box.")
    return SuggestionChange(made, None, row)


def _rejected(suggestion: Suggestion, before: SuggestionRow) -> SuggestionChange:
    if before.decision is Decision.REJECTED:
        return SuggestionChange(suggestion.id, before, before)
    return SuggestionChange(suggestion.id, before, replace(before, decision=Decision.REJECTED, decided_at=_now()))


def _with_rows(db: Database, ids: Sequence[SuggestionId]) -> list[tuple[Suggestion, SuggestionRow]]:
    wanted = list(dict.fromkeys(ids))
    rows = suggestion_rows.rows(db, wanted)
    return [(suggestion, rows[suggestion.id]) for suggestion in suggestions.by_id(db, wanted)]


def _on_photo(box: Box) -> Box:
    inside = box.x >= 0 and box.y >= 0 and box.x + box.w <= 1 and box.y + box.h <= 1
    clipped = box if inside else box.clipped()  # which is exact only to the last digit
    if not clipped.area > 0:
        raise UsageError("The box lies beside the photo.", "Draw it on the photo.")
    return clipped


def _beside(box: Box, right: float, down: float) -> Box:
    x = box.x + right if box.x + box.w + right <= 1 else max(box.x - right, 0.0)
    y = box.y + down if box.y + box.h + down <= 1 else max(box.y - down, 0.0)
    return Box(x, y, box.w, box.h)


def _same_size(one: Box, other: Box) -> bool:
    return abs(one.w - other.w) < 1e-9 and abs(one.h - other.h) < 1e-9


def _named(found: Sequence[Suggestion]) -> str:
    """What all of them show; empty where they show several things."""
    names = {_leaf(s.tag) for s in found}
    return names.pop() if len(names) == 1 else ""


def _changed_title(name: str, *, resized: bool) -> str:
    return f"resize {name}" if resized else f"move {name}"


def _relabelled_title(name: str, count: int, new: str) -> str:
    if not name:
        return f"relabel {count:,} boxes as {new}"
    return f"relabel {name} as {new}" if count == 1 else f"relabel {count:,} × {name} as {new}"


def _duplicated_title(name: str, count: int) -> str:
    if not name:
        return f"duplicate {count:,} boxes"
    return f"duplicate {name}" if count == 1 else f"duplicate {count:,} × {name}"


def _deleted_title(name: str, count: int) -> str:
    if not name:
        return f"delete {count:,} boxes"
    return f"delete {name}" if count == 1 else f"delete {count:,} × {name}"


def _leaf(tag: TagPath) -> str:
    return tag.rsplit(TAG_SEPARATOR, 1)[-1]


def _now() -> str:
    return datetime.now(UTC).isoformat()
