"""What other programs changed in sidecars that this program had written: taken over into the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tagger.entities import SidecarState, TagPath
from tagger.metadata.keywords import fold
from tagger.metadata.reconcile import changed_by_others, taken_out, torn
from tagger.store import conflicts, tags, values, written
from tagger.store.conflicts import Conflict
from tagger.store.database import Database
from tagger.store.tags import Origin, Tagging
from tagger.store.values import PhotoField


def take_in(db: Database, photo_id: int, states: Sequence[SidecarState]) -> bool:
    """Take over what others changed in the sidecars of a photo since this program wrote them.

    Tags that they took out go from the photo, and come back when somebody puts them in again; tags that they put in
    come. Where it cannot be told what was meant, a conflict is listed. Rating, label and caption come where they were
    not set here since.

    Returns:
        Whether the library says something else now.
    """
    files = written.files_of(db, [photo_id]).get(photo_id, ())
    touched = changed_by_others(files, states)
    if not touched:
        return False
    base = tuple(old for old, _new in written.tags_of(db, [photo_id]).get(photo_id, ()))
    carried = {fold(tag) for tag in tags.tags_of(db, [photo_id]).get(photo_id, ())}
    gone = taken_out(base, touched)
    unsure = [tag for tag in torn(base, touched) if fold(tag) in carried]
    conflicts.note(db, photo_id, [Conflict(photo_id, f"tag:{tag}", tag, tag, None) for tag in unsure])
    changed = _take_out(db, photo_id, [tag for tag in gone if fold(tag) in carried])
    changed |= _put_in(db, photo_id, touched, {fold(tag) for tag in base})
    changed |= _set_values(db, photo_id, touched)
    for state in touched:
        written.left_as(db, photo_id, state.name, state.digest)
    return changed


def _take_out(db: Database, photo_id: int, gone: Iterable[TagPath]) -> bool:
    found = [tag_id for tag_id in (tags.find_tag(db, tag) for tag in gone) if tag_id is not None]
    due = db.conn.execute("SELECT 1 FROM sidecars_due WHERE photo_id = ?", (photo_id,)).fetchone()
    tags.set_taggings(db, [(photo_id, tag_id, Tagging(Origin.ELSEWHERE, removed=True)) for tag_id in found])
    if found and due is None:  # the sidecars say so already
        db.conn.execute("DELETE FROM sidecars_due WHERE photo_id = ?", (photo_id,))
    db.conn.executemany(
        "DELETE FROM written_tags WHERE photo_id = ? AND tag_id = ?", [(photo_id, tag_id) for tag_id in found]
    )
    return bool(found)


def _put_in(db: Database, photo_id: int, touched: Sequence[SidecarState], base: set[str]) -> bool:
    """Tags that others put in, unless they were removed here: that was a decision, which stands."""
    new = {tags.ensure_tag(db, tag) for state in touched for tag in state.tags if fold(tag) not in base}
    known = tags.taggings(db, [(photo_id, tag_id) for tag_id in new])
    coming = [
        tag_id
        for tag_id in new
        if (photo_id, tag_id) not in known or known[photo_id, tag_id] == Tagging(Origin.ELSEWHERE, removed=True)
    ]
    tags.add_file_tags(db, photo_id, coming)
    return bool(coming)


def _set_values(db: Database, photo_id: int, touched: Sequence[SidecarState]) -> bool:
    edited = set(values.edited(db, photo_id))
    changed = False
    for field in PhotoField:
        stated = next((value for state in touched if (value := getattr(state, field)) is not None), None)
        now = values.values_of(db, field, [photo_id]).get(photo_id)
        if field not in edited and stated is not None and stated != now:
            db.conn.execute(f"UPDATE photos SET {field} = ? WHERE id = ?", (stated, photo_id))
            db.conn.execute("DELETE FROM cleared_values WHERE photo_id = ? AND field = ?", (photo_id, field))
            changed = True
    return changed
