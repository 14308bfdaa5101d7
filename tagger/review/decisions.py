"""Deciding on suggestions: the decision, the tag that follows from it, and the journal entry, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tagger.entities import Decision, Suggestion, SuggestionId
from tagger.store import journal, suggestions, tags
from tagger.store.database import Database
from tagger.store.journal import DecisionChange, TagChange
from tagger.store.tags import Origin, Tagging


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision changed."""

    suggestions: int
    photo_ids: frozenset[int]


def decide(db: Database, ids: Sequence[SuggestionId], decision: Decision) -> Decided:
    """Give suggestions a decision. Accepting tags the photo; leaving that state takes the tag away again."""
    return decide_each(db, {decision: ids})


def decide_each(
    db: Database, wanted: Mapping[Decision, Sequence[SuggestionId]], *, title: str | None = None
) -> Decided:
    """Give suggestions each their decision, as one step of the journal; ``title`` says it in other words than usual."""
    changed = {
        decision: [s for s in suggestions.by_id(db, dict.fromkeys(ids)) if s.decision is not decision]
        for decision, ids in wanted.items()
    }
    both = [s for found in changed.values() for s in found]
    if not both:
        return Decided(0, frozenset())
    for decision, found in changed.items():
        suggestions.set_decision(db, [s.id for s in found], decision)
    tags.sidecars_due(
        db, {s.photo_id for decision, found in changed.items() for s in found if _has_region(s, decision)}
    )
    tag_changes = [change for decision, found in changed.items() for change in _follow(db, found, decision)]
    journal.record(
        db,
        title or _title(changed),
        decisions=[DecisionChange(s.id, s.decision, decision) for decision, found in changed.items() for s in found],
        tags=tag_changes,
    )
    return Decided(len(both), frozenset(s.photo_id for s in both))


def _has_region(suggestion: Suggestion, decision: Decision) -> bool:
    """Whether the sidecar tells of its box, or did so until now."""
    return suggestion.box is not None and Decision.ACCEPTED in (decision, suggestion.decision)


def _follow(db: Database, changed: Sequence[Suggestion], decision: Decision) -> list[TagChange]:
    """Bring the photos' tags in line with decisions that were just set."""
    if decision is not Decision.ACCEPTED:
        changed = [s for s in changed if s.decision is Decision.ACCEPTED]
    tag_ids = {tag: tags.ensure_tag(db, tag) for tag in {s.tag for s in changed}}
    pairs = {(s.photo_id, tag_ids[s.tag]): s.tag.casefold() for s in changed}
    known = tags.taggings(db, pairs)
    accepted = suggestions.accepted_tags(db, {photo_id for photo_id, _tag_id in pairs})
    changes: list[TagChange] = []
    for (photo_id, tag_id), folded in pairs.items():
        before = known.get((photo_id, tag_id))
        if decision is Decision.ACCEPTED:
            after: Tagging | None = when_accepted(before)
        else:
            after = before if (photo_id, folded) in accepted else when_withdrawn(before)
        if after != before:
            changes.append(TagChange(photo_id, tag_id, before, after))
    tags.set_taggings(db, [(c.photo_id, c.tag_id, c.after) for c in changes])
    return changes


def when_accepted(before: Tagging | None) -> Tagging:
    """The tag of an accepted suggestion. One that was removed comes back as the suggestion's, no longer the file's.

    The file may have lost it by then, and the next reading takes away what only the file had.
    """
    return Tagging(Origin.SUGGESTION, removed=False) if before is None or before.removed else before


def when_withdrawn(before: Tagging | None) -> Tagging | None:
    """The tag after its last suggestion stopped being accepted: it goes only if nothing else stands behind it.

    It is remembered as removed, since a sidecar may carry it already and must not bring it back.
    """
    if before is None or before.origin is not Origin.SUGGESTION:
        return before
    return Tagging(before.origin, removed=True)


def _title(changed: Mapping[Decision, Sequence[Suggestion]]) -> str:
    (decision, found), *others = [(decision, found) for decision, found in changed.items() if found]
    if others:
        return f"decide on {sum(map(len, changed.values())):,} suggestions"
    names = {s.tag.rsplit("|", 1)[-1] for s in found}
    if len(names) > 1:
        return _title_of_many(decision, len(found))
    return _title_of_one(decision, names.pop(), len(found))


def _title_of_one(decision: Decision, name: str, count: int) -> str:
    match decision:
        case Decision.ACCEPTED:
            return f"accept {name}" if count == 1 else f"accept {count:,} × {name}"
        case Decision.REJECTED:
            return f"reject {name}" if count == 1 else f"reject {count:,} × {name}"
        case Decision.DEFERRED:
            return f"defer {name}" if count == 1 else f"defer {count:,} × {name}"
        case Decision.SUGGESTED:
            return f"take back {name}" if count == 1 else f"take back {count:,} × {name}"


def _title_of_many(decision: Decision, count: int) -> str:
    match decision:
        case Decision.ACCEPTED:
            return f"accept {count:,} suggestions"
        case Decision.REJECTED:
            return f"reject {count:,} suggestions"
        case Decision.DEFERRED:
            return f"defer {count:,} suggestions"
        case Decision.SUGGESTED:
            return f"take back {count:,} suggestions"
