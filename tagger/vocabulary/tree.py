"""The tag tree: what a change of it would touch, and the changes, each one transaction and one step of the journal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tagger.entities import TAG_SEPARATOR, PhotoId, TagPath
from tagger.errors import UsageError
from tagger.metadata.keywords import names, sanitise_tag
from tagger.store import journal, never_upload, synonyms, tag_rows, tag_use, tags
from tagger.store.database import Database
from tagger.store.journal import TagRowChange
from tagger.vocabulary.relocation import Relocation, deletion, relocation, rows_at


@dataclass(frozen=True, slots=True)
class Use:
    """What a tag means to the library.

    Attributes:
        photos: Photos that carry it or a tag below it.
        below: Tags below it, that photos carry or a user made.
        labels: Names of the labels that lead to it or below it.
        exists: Whether there is such a tag or one below it.
    """

    photos: int = 0
    below: int = 0
    labels: tuple[str, ...] = ()
    exists: bool = False


def use_of(db: Database, tag: TagPath) -> Use:
    """What a change of this tag would touch."""
    ids = json.dumps([tag_id for tag_id, _path in rows_at(db, tag)])
    (photos,) = db.conn.execute(
        "SELECT count(DISTINCT photo_id) FROM photo_tags"
        " WHERE removed = 0 AND tag_id IN (SELECT value FROM json_each(?))",
        (ids,),
    ).fetchone()
    rows = db.conn.execute(
        "SELECT folded FROM tags WHERE id IN (SELECT value FROM json_each(?)) AND (made = 1 OR pinned IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM photo_tags WHERE tag_id = tags.id AND removed = 0))",
        (ids,),
    )
    shown = {folded for (folded,) in rows}
    labels = (name for name, path in tag_rows.label_tags(db).values() if _at_or_below(path, tag))
    return Use(photos, len(shown - {tag.casefold()}), tuple(dict.fromkeys(labels)), bool(shown))


def renamed_path(tag: TagPath, name: str) -> TagPath:
    """The path of a tag under another name beside its neighbours; ``/`` and ``|`` in the name make levels.

    Raises:
        UsageError: nothing is left of the name.
    """
    return _below(tag.rpartition(TAG_SEPARATOR)[0], name)


def moved_path(tag: TagPath, parent: TagPath | None) -> TagPath:
    """The path of a tag under another tag, or at the top."""
    return _below(parent or "", names(tag)[-1])


def relocate(db: Database, tag: TagPath, to: TagPath, *, verb: str = "rename") -> frozenset[int]:
    """Rename or move a tag with all below it, or merge it into a tag that is there; returns the photos it touched.

    Every photo keeps what it carried under the new path, once. What was refused on a photo stays refused. Labels
    lead to the new tag, so that suggestions follow; the old keywords are due to leave the sidecars. What must never be
    uploaded must not be under the new path either.

    Args:
        db: The library.
        tag: The tag.
        to: Its new path; a tag that is there already takes it in.
        verb: For the title of the step: ``rename``, ``move`` or ``merge``.

    Raises:
        UsageError: the tag would come below itself.
    """
    if tag == to:
        return frozenset()
    if to.casefold().startswith(tag.casefold() + TAG_SEPARATOR):
        raise UsageError(f"“{_shown(tag)}” cannot go below itself.", "Choose a tag that is not below it.")
    touched = _record(db, _relocation_title(tag, to, verb), relocation(db, tag, to))
    never_upload.follow(db, tag, to)
    return touched or frozenset(photos_with(db, to))  # another spelling is seen on all of them


def delete(db: Database, tag: TagPath) -> frozenset[int]:
    """Take a tag and all below it away from all photos; returns the photos that carried one."""
    return _record(db, _deletion_title(names(tag)[-1]), deletion(db, tag))


def make(db: Database, parent: TagPath | None, name: str) -> TagPath:
    """Make a tag that no photo carries yet; returns its path.

    Raises:
        UsageError: nothing is left of the name, or there is such a tag.
    """
    path = _below(parent or "", name)
    if use_of(db, path).exists:
        raise UsageError(f"There is a tag “{_shown(path)}” already.", "Choose another name.")
    tag_id = tags.ensure_tag(db, path)
    before = tag_rows.rows(db, [tag_id])[tag_id]
    after = replace(before, path=path, made=True)
    tag_rows.set_row(db, tag_id, after)
    journal.record(db, f"make tag {names(path)[-1]}", tag_rows=[TagRowChange(tag_id, before, after)])
    return path


def set_synonyms(db: Database, tag: TagPath, other_names: Sequence[str]) -> None:
    """Give a tag other names as one step of the journal."""
    tag_id = tags.ensure_tag(db, tag)
    before = tag_rows.rows(db, [tag_id])[tag_id]
    synonyms.set(db, tag, other_names)
    after = tag_rows.rows(db, [tag_id])[tag_id]
    if before != after:
        journal.record(db, f"change synonyms of {names(tag)[-1]}", tag_rows=[TagRowChange(tag_id, before, after)])


def pin(db: Database, tag: TagPath, *, on: bool | None = None) -> bool:
    """Keep a tag at hand or let go of it, as one step of the journal; returns whether it is pinned then.

    Args:
        db: The library.
        tag: The tag, made if it is new.
        on: Whether it is to be; None for the other way than it is.
    """
    tag_id = tags.ensure_tag(db, tag)
    before = tag_rows.rows(db, [tag_id])[tag_id]
    on = before.pinned is None if on is None else on
    tag_use.pin(db, tag, on=on)
    after = tag_rows.rows(db, [tag_id])[tag_id]
    if before != after:
        name = names(tag)[-1]
        journal.record(db, f"pin {name}" if on else f"unpin {name}", tag_rows=[TagRowChange(tag_id, before, after)])
    return on


def photos_with(db: Database, tag: TagPath) -> list[PhotoId]:
    """Photos that carry the tag or one below it."""
    ids = json.dumps([tag_id for tag_id, _path in rows_at(db, tag)])
    rows = db.conn.execute(
        "SELECT DISTINCT photo_id FROM photo_tags WHERE removed = 0"
        " AND tag_id IN (SELECT value FROM json_each(?)) ORDER BY photo_id",
        (ids,),
    )
    return [PhotoId(photo_id) for (photo_id,) in rows]


def _relocation_title(tag: TagPath, to: TagPath, verb: str) -> str:
    old, new = names(tag)[-1], names(to)[-1]
    if verb == "rename":
        return f"rename tag {old} to {new}"
    if verb == "merge":
        return f"merge tag {old} into {new}"
    above = _shown(TagPath(to.rpartition(TAG_SEPARATOR)[0]))
    return f"move tag {old} to {above}" if above else f"move tag {old} to the top"


def _deletion_title(name: str) -> str:
    return f"delete tag {name}"


def _record(db: Database, title: str, change: Relocation) -> frozenset[int]:
    if not change.is_empty:
        journal.record(db, title, tags=change.tags, tag_rows=change.rows, labels=change.labels)
    return change.photo_ids


def _below(parent: str, name: str) -> TagPath:
    leaf = sanitise_tag(TagPath(name.replace("/", TAG_SEPARATOR)))
    if not leaf:
        raise UsageError(f"“{name}” is not a tag.", "A tag needs at least one letter or digit.")
    return TagPath(f"{parent}{TAG_SEPARATOR}{leaf}" if parent else leaf)


def _at_or_below(path: str, tag: str) -> bool:
    return f"{path.casefold()}|".startswith(f"{tag.casefold()}|")


def _shown(tag: TagPath) -> str:
    return tag.replace(TAG_SEPARATOR, " › ")
