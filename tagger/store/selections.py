"""What many photos carry between them, counted in the library however many they are."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tagger.entities import Decision, SuggestionId, TagPath
from tagger.store.database import Database

_CHOSEN = "IN (SELECT value FROM json_each(?))"


def tag_counts(db: Database, photo_ids: Sequence[int]) -> list[tuple[TagPath, int]]:
    """Tags with how many of these photos carry them, most frequent first."""
    rows = db.conn.execute(
        "SELECT t.path, c.photos FROM (SELECT tag_id, count(*) AS photos FROM photo_tags"
        f" WHERE removed = 0 AND photo_id {_CHOSEN} GROUP BY tag_id) c JOIN tags t ON t.id = c.tag_id"
        " ORDER BY c.photos DESC, t.folded",
        (_list(photo_ids),),
    )
    return [(TagPath(path), photos) for path, photos in rows]


def decision_counts(
    db: Database, photo_ids: Sequence[int], *, hidden: bool = False
) -> list[tuple[str, TagPath, Decision, int]]:
    """For each label and decision: its name, its tag, the decision, and how many suggestions there are.

    Labels of several backends count together where name and tag are the same. Undecided ones of hidden labels only if
    asked for.
    """
    rows = db.conn.execute(
        "SELECT l.name, l.tag, c.decision, sum(c.many) FROM (SELECT label_id, decision, count(*) AS many"
        f" FROM suggestions WHERE photo_id {_CHOSEN} GROUP BY label_id, decision) c JOIN labels l ON l.id = c.label_id"
        " WHERE ? OR l.hidden = 0 OR c.decision <> 'suggested' GROUP BY l.name, l.tag, c.decision",
        (_list(photo_ids), hidden),
    )
    return [(name, TagPath(tag), Decision(state), many) for name, tag, state, many in rows]


def suggestion_ids(
    db: Database, photo_ids: Sequence[int], label: str, tag: TagPath, states: Sequence[Decision]
) -> list[SuggestionId]:
    """The suggestions of a label that are in one of these states, on these photos."""
    rows = db.conn.execute(
        "SELECT id FROM suggestions WHERE label_id IN (SELECT id FROM labels WHERE name = ? AND tag = ?)"
        f" AND decision {_CHOSEN} AND photo_id {_CHOSEN} ORDER BY id",
        (label, tag, _list(states), _list(photo_ids)),
    )
    return [SuggestionId(i) for (i,) in rows]


def _list(values: Sequence[object]) -> str:
    return json.dumps(list(values))
