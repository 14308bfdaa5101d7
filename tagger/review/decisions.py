"""Deciding on suggestions: the decision, the tag that follows from it, and the journal entry, in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from tagger.entities import Decision, Suggestion, SuggestionId
from tagger.store import journal, suggestions, tags
from tagger.store.journal import DecisionChange, TagChange
from tagger.store.tags import Origin, Tagging

_VERB = {
    Decision.ACCEPTED: "accept",
    Decision.REJECTED: "reject",
    Decision.DEFERRED: "defer",
    Decision.SUGGESTED: "take back",
}


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision changed."""

    suggestions: int
    photo_ids: frozenset[int]


def decide(db: Database, ids: Sequence[SuggestionId], decision: Decision) -> Decided:
    """Give suggestions a decision. Accepting tags the photo; leaving that state takes the tag away again."""
    changed = [s for s in suggestions.by_id(db, ids) if s.decision is not decision]
    if not changed:
        return Decided(0, frozenset())
    suggestions.set_decision(db, [s.id for s in changed], decision)
    tag_changes = _follow(db, changed, decision)
    journal.record(
        db,
        _title(changed, decision),
        decisions=[DecisionChange(s.id, s.decision, decision) for s in changed],
        tags=tag_changes,
    )
    return Decided(len(changed), frozenset(s.photo_id for s in changed))


def _follow(db: Database, changed: Sequence[Suggestion], decision: Decision) -> list[TagChange]:
    """Bring the photos' tags in line with decisions that were just set."""
    changes: list[TagChange] = []
    seen: set[tuple[int, int]] = set()
    for suggestion in changed:
        if decision is not Decision.ACCEPTED and suggestion.decision is not Decision.ACCEPTED:
            continue
        tag_id = tags.ensure_tag(db, suggestion.tag)
        if (suggestion.photo_id, tag_id) in seen:
            continue
        seen.add((suggestion.photo_id, tag_id))
        before = tags.tagging(db, suggestion.photo_id, tag_id)
        after: Tagging | None = _accepted(before)
        if decision is not Decision.ACCEPTED:
            after = _withdrawn(before, suggestion, suggestions.accepted_tags(db, suggestion.photo_id))
        if after != before:
            tags.set_tagging(db, suggestion.photo_id, tag_id, after)
            changes.append(TagChange(suggestion.photo_id, tag_id, before, after))
    return changes


def _accepted(before: Tagging | None) -> Tagging:
    return Tagging(Origin.SUGGESTION if before is None else before.origin, removed=False)


def _withdrawn(before: Tagging | None, suggestion: Suggestion, still_accepted: Collection[str]) -> Tagging | None:
    """The tag after a suggestion stopped being accepted: it goes only if nothing else stands behind it.

    It is remembered as removed, since a sidecar may carry it already and must not bring it back.
    """
    if before is None or before.origin is not Origin.SUGGESTION or suggestion.tag.casefold() in still_accepted:
        return before
    return Tagging(before.origin, removed=True)


def _title(changed: Sequence[Suggestion], decision: Decision) -> str:
    names = {s.tag.rsplit("|", 1)[-1] for s in changed}
    what = names.pop() if len(names) == 1 else "suggestions"
    return f"{_VERB[decision]} {what}" if len(changed) == 1 else f"{_VERB[decision]} {len(changed):,} × {what}"
