"""Reviewing one label at a time: all that waits under it, by confidence, decided in one step."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tagger.entities import TAG_SEPARATOR, Box, Decision, PhotoId, PhotoState, SuggestionId, TagPath
from tagger.review.decisions import Decided, decide_each
from tagger.store.database import Database
from tagger.store.paths import from_db
from tagger.store.query import Condition

_FETCHED = 20_000
_ENOUGH_DECIDED = 20
_GOOD_SHARE = 0.95
USUAL_THRESHOLD = 0.5

_IN_LABELS = "s.label_id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Label:
    """What is reviewed together: a label of all backends that have it, or a tag of all labels that lead to it.

    Attributes:
        key: Casefolded name; tells it from the others across refreshes.
        name: The label as a backend writes it, or the whole path of a tag.
        tags: What accepting gives, most often one.
        backends: Who suggested.
        ids: The rows of the table ``labels``.
        waiting: Number of suggestions that wait.
    """

    key: str
    name: str
    tags: tuple[TagPath, ...]
    backends: tuple[str, ...]
    ids: tuple[int, ...]
    waiting: int

    @property
    def title(self) -> str:
        """The name without what stands above it."""
        return self.name.rsplit(TAG_SEPARATOR, 1)[-1]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell of the review shows of a suggestion.

    Attributes:
        id: The suggestion.
        width: Of the upright photo in pixels, 0 where that is not known.
        height: Of the upright photo.
        box: Where on the photo, None for all of it.
    """

    id: SuggestionId
    photo_id: PhotoId
    path: str
    name: str
    state: PhotoState
    width: int
    height: int
    confidence: float
    backend: str
    box: Box | None


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """Suggestions that wait, the most certain first; equally certain ones by their id.

    Attributes:
        ids: Suggestion ids, int64 of shape (n,).
        confidences: 0..1, float64 of shape (n,), descending.
    """

    ids: NDArray[np.int64]
    confidences: NDArray[np.float64]

    @classmethod
    def of(cls, ids: NDArray[np.int64], confidences: NDArray[np.float64]) -> Waiting:
        """Bring suggestions into order."""
        order = np.lexsort((ids, -confidences))
        return cls(ids[order], confidences[order])

    def __len__(self) -> int:
        return len(self.ids)

    def above(self, threshold: float) -> int:
        """How many are at least so certain."""
        return int(np.searchsorted(-self.confidences, -threshold, side="right"))

    def threshold_after(self, count: int) -> float:
        """The highest threshold with at least ``count`` above it; equally certain ones cannot be parted."""
        if count <= 0 or not len(self):
            return 1.0 if not len(self) else float(np.nextafter(self.confidences[0], 2.0))
        return float(self.confidences[min(count, len(self)) - 1])

    def histogram(self, bins: int) -> NDArray[np.int64]:
        """How many there are in each of ``bins`` equal parts of 0..1."""
        return np.histogram(self.confidences, bins=bins, range=(0.0, 1.0))[0].astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """How the suggestions of a label were decided before.

    Attributes:
        confidences: Of those accepted or rejected by the user, float64 of shape (n,), descending.
        accepted: How many of the first n + 1 were accepted, int64 of shape (n,).
    """

    confidences: NDArray[np.float64]
    accepted: NDArray[np.int64]

    @classmethod
    def of(cls, confidences: NDArray[np.float64], accepted: NDArray[np.bool_]) -> History:
        """Bring decisions into order."""
        order = np.argsort(-confidences, kind="stable")
        return cls(confidences[order], np.cumsum(accepted[order], dtype=np.int64))

    def at(self, threshold: float) -> tuple[int, int]:
        """How many at least so certain were accepted, and how many decided."""
        decided = int(np.searchsorted(-self.confidences, -threshold, side="right"))
        return (int(self.accepted[decided - 1]) if decided else 0), decided

    def advised_threshold(self) -> float | None:
        """The lowest confidence down to which nearly all were accepted; None where too few were decided to say so."""
        if len(self.confidences) < _ENOUGH_DECIDED:
            return None
        decided = np.arange(1, len(self.confidences) + 1)
        good = np.flatnonzero((self.accepted >= _GOOD_SHARE * decided) & (decided >= _ENOUGH_DECIDED))
        return float(self.confidences[good[-1]]) if len(good) else None


def labels(db: Database, scope: Condition | None = None, *, by_tag: bool = False) -> list[Label]:
    """Labels (or tags) under which something waits, the fullest first; hidden ones are left out.

    Args:
        db: The library.
        scope: A condition over ``photos`` that narrows it to some of them.
        by_tag: Put labels together that lead to the same tag.
    """
    counts = _counts(db, scope)
    known = db.conn.execute("SELECT id, backend, name, tag FROM labels WHERE hidden = 0 ORDER BY id").fetchall()
    groups: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
    for row in known:
        if counts.get(row[0]):
            groups[row[3 if by_tag else 2].casefold()].append(row)
    found = [_label(key, rows, counts, by_tag=by_tag) for key, rows in groups.items()]
    return sorted(found, key=lambda each: (-each.waiting, each.key))


def waiting(db: Database, label_ids: Iterable[int], scope: Condition | None = None) -> Waiting:
    """Everything that waits under labels, within ``scope`` if that is given."""
    sql, params = f"SELECT s.id, s.confidence FROM suggestions s WHERE {_IN_LABELS} AND s.decision = 'suggested'", []
    if scope is not None:
        sql, params = sql + f" AND s.photo_id IN (SELECT id FROM photos WHERE {scope.sql})", list(scope.params)
    ids, confidences = _columns(db, sql, [json.dumps(list(label_ids)), *params], (np.int64, np.float64))
    return Waiting.of(ids, confidences)


def shown(db: Database, ids: Iterable[int]) -> list[Shown]:
    """What cells show of suggestions, in no order; those that are gone are left out."""
    rows = db.conn.execute(
        "SELECT s.id, s.photo_id, p.path, p.name, p.state, coalesce(p.width, 0), coalesce(p.height, 0), s.confidence,"
        " l.backend, s.x, s.y, s.w, s.h FROM json_each(?) wanted CROSS JOIN suggestions s ON s.id = wanted.value"
        " JOIN photos p ON p.id = s.photo_id JOIN labels l ON l.id = s.label_id",
        (json.dumps(list(ids)),),
    )
    return [_shown(row) for row in rows]


def history(db: Database, label_ids: Iterable[int]) -> History:
    """How the user decided on labels; what was rejected on sight because of an earlier decision does not count."""
    sql = (
        f"SELECT s.confidence, s.decision = 'accepted' FROM suggestions s WHERE {_IN_LABELS}"
        " AND s.decision IN ('accepted', 'rejected') AND s.decided_at IS NOT NULL"
    )
    confidences, accepted = _columns(db, sql, [json.dumps(list(label_ids))], (np.float64, np.bool_))
    return History.of(confidences, accepted)


def plan(
    found: Waiting, threshold: float, taken_out: Collection[int] = (), *, reject_below: bool = False
) -> dict[Decision, NDArray[np.int64]]:
    """What is to become of suggestions: above the threshold accepted, taken out rejected, the others left alone.

    Args:
        found: The suggestions.
        threshold: Confidence from which on they are accepted.
        taken_out: Ids of those that are rejected, on whichever side they are.
        reject_below: Reject what is below the threshold as well.
    """
    out = np.isin(found.ids, np.fromiter(taken_out, dtype=np.int64, count=len(taken_out)))
    above = np.arange(len(found)) < found.above(threshold)
    rejected = out | ~above if reject_below else out
    return {Decision.ACCEPTED: found.ids[above & ~out], Decision.REJECTED: found.ids[rejected]}


def decide(db: Database, title: str, wanted: Mapping[Decision, NDArray[np.int64]]) -> Decided:
    """Carry a plan out as one step of the journal, ``title`` being the name of what was reviewed."""
    accepted, rejected = (len(wanted.get(each, ())) for each in (Decision.ACCEPTED, Decision.REJECTED))
    ids = {decision: [SuggestionId(each) for each in found.tolist()] for decision, found in wanted.items()}
    return decide_each(db, ids, title=_step_title(title, accepted, rejected))


def _step_title(name: str, accepted: int, rejected: int) -> str:
    if not rejected:
        return f"accept {accepted:,} × {name}"
    return f"accept {accepted:,}, reject {rejected:,} × {name}" if accepted else f"reject {rejected:,} × {name}"


def _counts(db: Database, scope: Condition | None) -> dict[int, int]:
    sql, params = "SELECT label_id, count(*) FROM suggestions WHERE decision = 'suggested'", []
    if scope is not None:
        sql, params = f"{sql} AND photo_id IN (SELECT id FROM photos WHERE {scope.sql})", list(scope.params)
    return dict(db.conn.execute(f"{sql} GROUP BY label_id", params).fetchall())


def _shown(row: tuple[Any, ...]) -> Shown:
    id_, photo_id, path, name, state, width, height, confidence, backend, x, y, w, h = row
    return Shown(
        SuggestionId(id_),
        PhotoId(photo_id),
        from_db(path),
        name,
        PhotoState(state),
        width,
        height,
        confidence,
        backend,
        None if x is None else Box(x, y, w, h),
    )


def _label(key: str, rows: list[tuple[int, str, str, str]], counts: Mapping[int, int], *, by_tag: bool) -> Label:
    ids, backends, names, tags = zip(*rows, strict=True)
    return Label(
        key,
        (tags if by_tag else names)[0],
        tuple(TagPath(tag) for tag in dict.fromkeys(tags)),
        tuple(dict.fromkeys(backends)),
        ids,
        sum(counts[each] for each in ids),
    )


def _columns(db: Database, sql: str, params: list[Any], types: tuple[Any, Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Two columns as arrays, fetched in parts: a list of 1,000,000 rows would take 150 MB."""
    cursor = db.conn.execute(sql, params)
    parts: list[list[NDArray[Any]]] = [[np.empty(0, types[0])], [np.empty(0, types[1])]]
    while rows := cursor.fetchmany(_FETCHED):
        for part, column, kind in zip(parts, zip(*rows, strict=True), types, strict=True):
            part.append(np.array(column, dtype=kind))
    return np.concatenate(parts[0]), np.concatenate(parts[1])
