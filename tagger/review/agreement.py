"""What other backends, which have looked at a photo too, say of a suggestion; the same as ``agrees:`` searches for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tagger.entities import TAG_SEPARATOR, USER, Decision, Suggestion, SuggestionId
from tagger.store.query.agreement import LEAST_OVERLAP


@dataclass(frozen=True, slots=True)
class Agreement:
    """The backends that say the same as a suggestion, and those that have answered and do not."""

    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def agreement(suggestions: Sequence[Suggestion], answered: Collection[str]) -> Mapping[SuggestionId, Agreement]:
    """What the backends that answered for one photo say of each of its suggestions.

    Empty where only one has answered. What was rejected, and what the user drew, is nobody's word.
    """
    if len(answered) < 2:
        return {}
    said = [each for each in suggestions if each.backend != USER and each.decision is not Decision.REJECTED]
    found = {}
    for each in said:
        others = sorted(set(answered) - {each.backend})
        same = {other.backend for other in said if other.backend != each.backend and _same(each, other)}
        found[each.id] = Agreement(
            tuple(name for name in others if name in same), tuple(name for name in others if name not in same)
        )
    return found


def _same(one: Suggestion, other: Suggestion) -> bool:
    if not one.tag or _leaf(one) != _leaf(other):
        return False
    return one.box is None or other.box is None or one.box.iou(other.box) >= LEAST_OVERLAP


def _leaf(suggestion: Suggestion) -> str:
    return suggestion.tag.rpartition(TAG_SEPARATOR)[2].casefold()
