"""Tags by hand."""

from __future__ import annotations

from collections.abc import Sequence

from tagger.entities import PhotoId, TagPath
from tagger.errors import UsageError
from tagger.metadata.keywords import sanitise_tag
from tagger.store import journal, tag_use, tags
from tagger.store.database import Database
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
    pasted: bool = False,
) -> frozenset[int]:
    """Add and remove tags on photos as one step of the journal; returns the photos that changed.

    Tags that are added count as used from now on. The journal says of ``pasted`` tags that they were.
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
        names = [tag.rsplit("|", 1)[-1] for tag in (*add, *remove)]
        count = len({change.photo_id for change in changes})
        title = (
            _pasted_title if pasted else _changed_title if add and remove else _added_title if add else _removed_title
        )
        journal.record(db, title(names, count), tags=changes)
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


def _added_title(names: Sequence[str], photos: int) -> str:
    if len(names) == 1:
        return f"add tag {names[0]}" if photos == 1 else f"add tag {names[0]} on {photos:,} photos"
    return f"add {len(names):,} tags" if photos == 1 else f"add {len(names):,} tags on {photos:,} photos"


def _removed_title(names: Sequence[str], photos: int) -> str:
    if len(names) == 1:
        return f"remove tag {names[0]}" if photos == 1 else f"remove tag {names[0]} on {photos:,} photos"
    return f"remove {len(names):,} tags" if photos == 1 else f"remove {len(names):,} tags on {photos:,} photos"


def _pasted_title(names: Sequence[str], photos: int) -> str:
    if len(names) == 1:
        return f"paste {names[0]}" if photos == 1 else f"paste {names[0]} on {photos:,} photos"
    return f"paste {len(names):,} tags" if photos == 1 else f"paste {len(names):,} tags on {photos:,} photos"


def _changed_title(names: Sequence[str], photos: int) -> str:
    return f"change {len(names):,} tags" if photos == 1 else f"change {len(names):,} tags on {photos:,} photos"
