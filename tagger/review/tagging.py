"""Tags by hand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from tagger.entities import PhotoId, TagPath
from tagger.errors import UsageError
from tagger.metadata.keywords import sanitise_tag
from tagger.store import journal, tag_use, tags
from tagger.store.journal import TagChange
from tagger.store.tags import Origin, Tagging


def tag_path(text: str) -> TagPath:
    """A tag as the user typed it (``Animal|Dog``; ``Animal/Dog`` means the same), cleaned for every program to read.

    Raises:
        UsageError: nothing is left of it.
    """
    path = sanitise_tag(TagPath(text.replace("/", "|")))
    if not path:
        raise UsageError(f"“{text}” is not a tag.", "A tag needs at least one letter or digit.")
    return path


def change_tags(
    db: Database,
    photo_ids: Sequence[PhotoId],
    *,
    add: Sequence[TagPath] = (),
    remove: Sequence[TagPath] = (),
    verb: str | None = None,
) -> frozenset[int]:
    """Add and remove tags on photos as one step of the journal; returns the photos that changed.

    Tags that are added count as used from now on. ``verb`` says in the journal what was done in other words than usual.
    """
    ids = list(dict.fromkeys(photo_ids))
    changes: list[TagChange] = []
    for tag in dict.fromkeys(add):
        changes += _changes(db, ids, tags.ensure_tag(db, tag), removed=False)
    for tag in dict.fromkeys(remove):
        known = tags.find_tag(db, tag)
        if known is not None:
            changes += _changes(db, ids, known, removed=True)
    tag_use.use(db, add)
    if changes:
        verb = verb or ("change tags" if add and remove else "add tag" if add else "remove tag")
        journal.record(db, _title(verb, [*add, *remove], len({c.photo_id for c in changes})), tags=changes)
    return frozenset(change.photo_id for change in changes)


def _changes(db: Database, photo_ids: Sequence[PhotoId], tag_id: int, *, removed: bool) -> list[TagChange]:
    """Add or remove one tag; returns what that changed."""
    known = tags.taggings(db, [(photo_id, tag_id) for photo_id in photo_ids])
    changes = []
    for photo_id in photo_ids:
        before = known.get((photo_id, tag_id))
        after = _removed(before) if removed else _added(before)
        if after != before:
            changes.append(TagChange(photo_id, tag_id, before, after))
    tags.set_taggings(db, [(c.photo_id, c.tag_id, c.after) for c in changes])
    return changes


def _added(before: Tagging | None) -> Tagging:
    return Tagging(Origin.USER, removed=False) if before is None or before.removed else before


def _removed(before: Tagging | None) -> Tagging | None:
    return None if before is None else Tagging(before.origin, removed=True)


def _title(verb: str, tags: Sequence[TagPath], photos: int) -> str:
    names = [tag.rsplit("|", 1)[-1] for tag in tags]
    what = names[0] if len(names) == 1 else f"{len(names)} tags"
    return f"{verb} {what}" if photos == 1 else f"{verb} {what} on {photos:,} photos"
