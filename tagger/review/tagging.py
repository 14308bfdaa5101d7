"""Tags by hand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from tagger.entities import PhotoId, TagPath
from tagger.errors import UsageError
from tagger.metadata.keywords import sanitise_tag
from tagger.store import journal, tags
from tagger.store.journal import TagChange
from tagger.store.tags import Origin, Tagging


def tag_path(text: str) -> TagPath:
    """A tag as the user typed it (``Animal|Dog``; ``Animal/Dog`` means the same), cleaned for every program to read.

     tag as the user typed it (``Animal|Dog``; ``Animal/Dog`` means the same), cleaned so that every program can read
    it.

     tag as the user typed it (``Animal|Dog``; ``Animal/Dog`` means the same), cleaned so that every program can read
    it.

    Raises:
        UsageError: nothing is left of it.
    """
    path = sanitise_tag(TagPath(text.replace("/", "|")))
    if not path:
        raise UsageError(f"“{text}” is not a tag.", "A tag needs at least one letter or digit.")
    return path


def change_tags(
    db: Database, photo_ids: Sequence[PhotoId], *, add: Sequence[TagPath] = (), remove: Sequence[TagPath] = ()
) -> frozenset[int]:
    """Add and remove tags on photos as one step of the journal; returns the photos that changed."""
    changes: list[TagChange] = []
    for tag in add:
        tag_id = tags.ensure_tag(db, tag)
        changes += [_change(db, photo_id, tag_id, removed=False) for photo_id in photo_ids]
    for tag in remove:
        known = tags.find_tag(db, tag)
        if known is not None:
            changes += [_change(db, photo_id, known, removed=True) for photo_id in photo_ids]
    changes = [change for change in changes if change.after != change.before]
    for change in changes:
        tags.set_tagging(db, change.photo_id, change.tag_id, change.after)
    if changes:
        journal.record(db, _title(add, remove, len({c.photo_id for c in changes})), tags=changes)
    return frozenset(change.photo_id for change in changes)


def _change(db: Database, photo_id: PhotoId, tag_id: int, *, removed: bool) -> TagChange:
    before = tags.tagging(db, photo_id, tag_id)
    if removed:
        after = None if before is None else Tagging(before.origin, removed=True)
    elif before is not None and not before.removed:
        after = before
    else:
        after = Tagging(Origin.USER, removed=False)
    return TagChange(photo_id, tag_id, before, after)


def _title(add: Sequence[TagPath], remove: Sequence[TagPath], photos: int) -> str:
    names = [tag.rsplit("|", 1)[-1] for tag in (*add, *remove)]
    verb = "change tags" if add and remove else "add tag" if add else "remove tag"
    what = names[0] if len(names) == 1 else f"{len(names)} tags"
    return f"{verb} {what}" if photos == 1 else f"{verb} {what} on {photos:,} photos"
