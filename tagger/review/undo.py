"""Taking operations back and doing them again, files included."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from tagger.duplicates import holding
from tagger.duplicates.holding import Moved
from tagger.entities import Decision, SuggestionId
from tagger.errors import SidecarError
from tagger.library import choosing
from tagger.metadata.sidecars import FileWrite, restore
from tagger.review import embedding, sidecar_changes, sidecars, turning, whole_suggestions
from tagger.store import Store, journal, relinked, removed, suggestions, tags, written
from tagger.store.database import Database
from tagger.store.group_changes import StackChange
from tagger.store.journal import Entry, FileChange
from tagger.store.tags import Origin, Tagging


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again.

    ``problems`` names sidecars that others changed since, left as they are; ``listed`` says that photos came or went.
    """

    title: str
    photo_ids: frozenset[int]
    suggestion_ids: tuple[int, ...] = ()
    problems: tuple[str, ...] = ()
    listed: bool = False


def undo(store: Store) -> Undone | None:
    """Take the last operation back; None when there is none.

    Files come first: if the program ends in between, the operation is still there to be undone, and a file that is
    already back is found so.
    """
    while (entry := store.read(journal.next_undo)) is not None:
        problems = _restore_files(entry)
        embedded, troubles = embedding.turn(store, entry.id, forward=False)
        turned = _turn_cleanups(store, entry, forward=False)
        photo_ids = store.write(functools.partial(_undo, entry=entry)).result()
        if photo_ids is not None:
            touched = photo_ids | turned.photo_ids | embedded
            told = (*problems, *troubles, *turned.problems)
            return Undone(entry.title, touched, _suggestions(entry), told, _listed(entry))
    return None


def redo(store: Store) -> Undone | None:
    """Do the last undone operation again; None when there is none.

    Sidecars are due again rather than put back; photos that were written into are written again.
    """

    def again(db: Database) -> Undone | None:
        entry = journal.next_redo(db)
        if entry is None:
            return None
        touched = _apply(db, entry, forward=True)
        return Undone(entry.title, touched, _suggestions(entry), listed=_listed(entry))

    done = store.write(again).result()
    entry = store.read(journal.next_undo)
    if done is None or entry is None:
        return done
    turned = _turn_cleanups(store, entry, forward=True)
    embedded, troubles = embedding.turn(store, entry.id, forward=True)
    photo_ids = done.photo_ids | turned.photo_ids | embedded
    return replace(done, photo_ids=photo_ids, problems=(*done.problems, *troubles, *turned.problems))


def _turn_cleanups(store: Store, entry: Entry, *, forward: bool) -> Moved:
    """Move the files of cleanups back where they were, or out of the way again."""
    done = Moved()
    for cleanup_id in entry.cleanups:
        moved = holding.turn(store, cleanup_id, forward=forward)
        done.photo_ids |= moved.photo_ids
        done.problems += moved.problems
    return done


def _listed(entry: Entry) -> bool:
    stacked = any(isinstance(change, StackChange) for change in entry.groups)
    return stacked or bool(entry.folders or entry.moves or entry.cleanups)


def _undo(db: Database, entry: Entry) -> frozenset[int] | None:
    """Take an entry back; None where another thread or program did so in the meantime."""
    if not journal.can_undo(db, entry.id):
        return None
    for change in entry.files:
        sidecars.remember_stamp(db, change.photo_id, change.path, change.after, change.before)
    return _apply(db, entry, forward=False)


def _suggestions(entry: Entry) -> tuple[int, ...]:
    decided = [change.suggestion_id for change in entry.decisions]
    return (*decided, *(change.suggestion_id for change in entry.suggestions))


def _restore_files(entry: Entry) -> tuple[str, ...]:
    problems = []
    for change in reversed(entry.files):
        write = FileWrite(change.path, change.before, change.after)
        try:
            restored = restore(write)
        except (OSError, SidecarError) as error:
            problems.append(f"{change.path} could not be put back: {error}")
            continue
        if not restored and not _is_back(change):
            problems.append(f"{change.path} was changed by another program since and is left as it is")
    return tuple(problems)


def _is_back(change: FileChange) -> bool:
    """Whether a file is as it was before, since an undo that was cut off has put it back already."""
    try:
        return Path(change.path).read_bytes() == change.before
    except FileNotFoundError:
        return change.before is None
    except OSError:
        return False


def _apply(db: Database, entry: Entry, *, forward: bool) -> frozenset[int]:
    """Set what the entry changed, wherever it still is as the entry left it."""
    touched = {change.photo_id for change in entry.tags}
    for place in entry.folders:
        turned = choosing.turn(db, place, forward=forward)
        if turned is None:
            turned = removed.put_away(db, place) if forward else removed.take_back(db, place)
        touched |= turned
    for move in entry.moves if forward else reversed(entry.moves):
        touched |= relinked.apply(db, move, forward=forward)
    if entry.groups:
        from tagger.duplicates import deciding  # with numpy, which few steps need
        from tagger.duplicates.keeper import Policy

        touched |= deciding.turn(db, entry.groups, Policy(), forward=forward)
    current = {s.id: s for s in suggestions.by_id(db, [c.suggestion_id for c in entry.decisions])}
    becoming: dict[Decision, list[int]] = defaultdict(list)
    for decision in entry.decisions:
        then, now = (decision.before, decision.after) if forward else (decision.after, decision.before)
        suggestion = current.get(SuggestionId(decision.suggestion_id))
        if suggestion is not None and suggestion.decision is then:
            becoming[now].append(suggestion.id)
            touched.add(suggestion.photo_id)
    for now, ids in becoming.items():
        suggestions.set_decision(db, ids, now)
    touched |= whole_suggestions.restore(db, entry.suggestions, forward=forward)
    turning.edits_of_files(db, entry.files)  # first: a value that goes with its sidecar is not to be written
    touched |= turning.values(db, entry.values, forward=forward)
    turning.labels(db, entry.labels, forward=forward)
    turning.tag_rows(db, entry.tag_rows, forward=forward)
    known = tags.taggings(db, [(change.photo_id, change.tag_id) for change in entry.tags])
    # The same tag may have changed twice in one operation: the changes are walked in the order that undoes them.
    for change in entry.tags if forward else reversed(entry.tags):
        was, becomes = (change.before, change.after) if forward else (change.after, change.before)
        if known.get((change.photo_id, change.tag_id)) == was:
            _put(known, (change.photo_id, change.tag_id), becomes)
    pairs = dict.fromkeys((change.photo_id, change.tag_id) for change in entry.tags)
    _drop_unfounded(db, known, pairs)
    tags.set_taggings(db, [(photo_id, tag_id, known.get((photo_id, tag_id))) for photo_id, tag_id in pairs])
    tags.sidecars_due(db, {change.photo_id for change in entry.files})
    written.forget(db, {change.photo_id for change in entry.files})
    written.unsettle(db, {change.photo_id for change in entry.files})
    tags.sidecars_due(db, (s.photo_id for s in current.values() if s.box is not None))
    sidecar_changes.no_longer_due(db, touched | {change.photo_id for change in entry.files})
    journal.set_undone(db, entry.id, undone=not forward)
    return frozenset(touched)


def _drop_unfounded(db: Database, known: dict[tuple[int, int], Tagging], pairs: Collection[tuple[int, int]]) -> None:
    """Leave out tags that came from a suggestion which is gone meanwhile, so that it cannot be accepted again."""
    accepted = suggestions.accepted_tags(db, {photo_id for photo_id, _tag_id in pairs})
    folded = tags.folded(db, {tag_id for _photo_id, tag_id in pairs})
    for photo_id, tag_id in pairs:
        value = known.get((photo_id, tag_id))
        given = value is not None and value.origin is Origin.SUGGESTION and not value.removed
        if given and (photo_id, folded[tag_id]) not in accepted:
            del known[photo_id, tag_id]


def _put(known: dict[tuple[int, int], Tagging], pair: tuple[int, int], value: Tagging | None) -> None:
    if value is None:
        known.pop(pair, None)
    else:
        known[pair] = value
