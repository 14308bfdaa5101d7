"""What becomes of rows when tags change their path or go: of the tags, of the photos that carry them, of labels."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.metadata.keywords import names
from tagger.store import tag_rows, tags
from tagger.store.database import Database
from tagger.store.journal import LabelChange, TagChange, TagRowChange
from tagger.store.tag_rows import TagRow
from tagger.store.tags import Origin, Tagging

MOVED = Tagging(Origin.MOVED, removed=True)
"""What stays of a tag on a photo after it was renamed: its keyword has to leave the sidecar, and stay away."""

Rows = list[tuple[int, TagPath]]


@dataclass(slots=True)
class Relocation:
    """Everything that a change of the tree changed."""

    tags: list[TagChange] = field(default_factory=list)
    rows: list[TagRowChange] = field(default_factory=list)
    labels: list[LabelChange] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.tags or self.rows or self.labels)

    @property
    def photo_ids(self) -> frozenset[int]:
        """The photos whose tags changed."""
        return frozenset(change.photo_id for change in self.tags)


def rows_at(db: Database, tag: TagPath) -> Rows:
    """Id and path of a tag, as far as it is known, and of every tag below it."""
    folded = tag.casefold()
    below, beyond = folded + TAG_SEPARATOR, folded + chr(ord(TAG_SEPARATOR) + 1)
    rows = db.conn.execute(
        "SELECT id, path FROM tags WHERE folded = ? OR (folded >= ? AND folded < ?) ORDER BY folded",
        (folded, below, beyond),
    )
    return [(tag_id, TagPath(path)) for tag_id, path in rows]


def relocation(db: Database, tag: TagPath, to: TagPath) -> Relocation:
    """Bring a tag and all below it to another path, into what is there."""
    depth = len(names(tag))
    change = Relocation()
    moves = [(tag_id, path, _under(to, path, depth)) for tag_id, path in rows_at(db, tag)]
    if tag.casefold() == to.casefold():
        _respell(db, moves, change)
    else:
        _carry_over(db, [(tag_id, tags.ensure_tag(db, new)) for tag_id, _old, new in moves], change)
    _point_labels(db, tag, to, depth, change)
    return change


def deletion(db: Database, tag: TagPath) -> Relocation:
    """Take a tag and all below it away from every photo; files that carry it do not bring it back."""
    change = Relocation()
    ids = [tag_id for tag_id, _path in rows_at(db, tag)]
    for (photo_id, tag_id), before in _taggings(db, ids).items():
        if not before.removed:
            change.tags.append(TagChange(photo_id, tag_id, before, Tagging(before.origin, removed=True)))
    tags.set_taggings(db, [(c.photo_id, c.tag_id, c.after) for c in change.tags])
    for tag_id, row in tag_rows.rows(db, ids).items():
        _set_row(db, tag_id, row, TagRow(row.path), change)
    return change


def _carry_over(db: Database, pairs: list[tuple[int, int]], change: Relocation) -> None:
    """Give what photos carry of each old tag to the new one; a tag may be old and new at once in a merge upwards."""
    sources, target = {old for old, _new in pairs}, dict(pairs)
    known = _taggings(db, {tag_id for pair in pairs for tag_id in pair})
    after = dict(known)
    for (photo_id, tag_id), before in known.items():
        if tag_id in sources and before != MOVED:
            after[photo_id, tag_id] = MOVED
    for (photo_id, tag_id), before in known.items():
        if tag_id in sources and before != MOVED:
            place = (photo_id, target[tag_id])
            after[place] = _united(after.get(place), before)
    change.tags += [
        TagChange(*place, known.get(place), value) for place, value in after.items() if known.get(place) != value
    ]
    tags.set_taggings(db, [(c.photo_id, c.tag_id, c.after) for c in change.tags])
    _carry_rows(db, pairs, change)


def _united(there: Tagging | None, coming: Tagging) -> Tagging:
    """What a photo carries after a merge: the tag if it carried one of the two, a refusal only if nothing else.

    What a file said becomes the user's own: the file says it under the old name, and reading it again must not take
    the new one away.
    """
    own = Tagging(Origin.USER, removed=coming.removed) if coming.origin is Origin.FILE else coming
    if there is None or there == MOVED or (there.removed and not own.removed):
        return own
    if own.removed or there.removed or there.origin is not Origin.SUGGESTION:
        return there
    return own


def _carry_rows(db: Database, pairs: list[tuple[int, int]], change: Relocation) -> None:
    for old, new in pairs:
        found = tag_rows.rows(db, [old, new])
        was, there = found[old], found[new]
        kept = {name.casefold(): name for name in (*was.synonyms, *there.synonyms)}
        pinned = there.pinned if there.pinned is not None else was.pinned
        gained = replace(
            there,
            pinned=pinned,
            made=there.made or was.made,
            synonyms=tuple(kept[k] for k in sorted(kept)),
            category=there.category or was.category,
        )
        _set_row(db, old, was, TagRow(was.path), change)
        _set_row(db, new, there, gained, change)


def _respell(db: Database, moves: Iterable[tuple[int, TagPath, TagPath]], change: Relocation) -> None:
    found = tag_rows.rows(db, [tag_id for tag_id, _old, _new in moves])
    for tag_id, _old, new in moves:
        _set_row(db, tag_id, found[tag_id], replace(found[tag_id], path=new), change)


def _set_row(db: Database, tag_id: int, before: TagRow, after: TagRow, change: Relocation) -> None:
    if before != after:
        tag_rows.set_row(db, tag_id, after)
        change.rows.append(TagRowChange(tag_id, before, after))


def _point_labels(db: Database, tag: TagPath, to: TagPath, depth: int, change: Relocation) -> None:
    start = tag.casefold() + TAG_SEPARATOR
    for label_id, (_name, path) in tag_rows.label_tags(db).items():
        if (path.casefold() + TAG_SEPARATOR).startswith(start):
            change.labels.append(LabelChange(label_id, path, _under(to, path, depth)))
    tag_rows.set_label_tags(db, [(c.label_id, c.after) for c in change.labels])


def _under(to: TagPath, path: TagPath, depth: int) -> TagPath:
    """The path with its first ``depth`` names replaced."""
    return TagPath(TAG_SEPARATOR.join((*names(to), *names(path)[depth:])))


def _taggings(db: Database, tag_ids: Iterable[int]) -> Mapping[tuple[int, int], Tagging]:
    rows = db.conn.execute(
        "SELECT photo_id, tag_id, origin, removed FROM photo_tags WHERE tag_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(tag_ids)),),
    )
    return {(photo_id, tag_id): Tagging(Origin(origin), bool(removed)) for photo_id, tag_id, origin, removed in rows}
