"""Taking operations back and doing them again, files included."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from tagger.entities import SuggestionId
from tagger.errors import SidecarError
from tagger.metadata.sidecars import FileWrite, restore
from tagger.store import Store, journal, suggestions, tags
from tagger.store.journal import Entry


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again. ``problems`` names sidecars that others changed since, left as they are."""

    title: str
    photo_ids: frozenset[int]
    problems: tuple[str, ...] = ()


def undo(store: Store) -> Undone | None:
    """Take the last operation back; None when there is none.

    Files come first: if the program ends in between, the operation is still there to be undone, and a file that is
    already
    back is found so.
    """
    entry = store.read(journal.next_undo)
    if entry is None:
        return None
    problems = _restore_files(entry)
    photo_ids = store.write(lambda db: _apply(db, entry, forward=False)).result()
    return Undone(entry.title, photo_ids, problems)


def redo(store: Store) -> Undone | None:
    """Do the last undone operation again; None when there is none. Sidecars are due again rather than put back."""
    entry = store.read(journal.next_redo)
    if entry is None:
        return None
    photo_ids = store.write(lambda db: _apply(db, entry, forward=True)).result()
    return Undone(entry.title, photo_ids)


def _restore_files(entry: Entry) -> tuple[str, ...]:
    problems = []
    for change in reversed(entry.files):
        write = FileWrite(change.path, change.before, change.after)
        try:
            restored = restore(write)
        except (OSError, SidecarError) as error:
            problems.append(f"{change.path} could not be put back: {error}")
            continue
        if not restored:
            problems.append(f"{change.path} was changed by another program since and is left as it is")
    return tuple(problems)


def _apply(db: Database, entry: Entry, *, forward: bool) -> frozenset[int]:
    """Set what the entry changed, wherever it still is as the entry left it."""
    touched = {change.photo_id for change in entry.tags}
    current = {s.id: s for s in suggestions.by_id(db, [c.suggestion_id for c in entry.decisions])}
    for decision in entry.decisions:
        then, now = (decision.before, decision.after) if forward else (decision.after, decision.before)
        suggestion = current.get(SuggestionId(decision.suggestion_id))
        if suggestion is not None and suggestion.decision is then:
            suggestions.set_decision(db, [suggestion.id], now)
            touched.add(suggestion.photo_id)
    for change in entry.tags:
        was, becomes = (change.before, change.after) if forward else (change.after, change.before)
        if tags.tagging(db, change.photo_id, change.tag_id) == was:
            tags.set_tagging(db, change.photo_id, change.tag_id, becomes)
    tags.sidecars_due(db, {change.photo_id for change in entry.files})
    journal.set_undone(db, entry.id, undone=not forward)
    return frozenset(touched)
