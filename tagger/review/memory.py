"""What was rejected stays rejected: new suggestions are held against the decisions a photo has seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tagger.entities import USER, Box, Decision, Suggestion, TagPath

SAME_PLACE_IOU = 0.5
"""Two boxes that overlap at least this much show the same thing (the measure of the COCO and Pascal VOC benchmarks)."""


def same_place(a: Box | None, b: Box | None) -> bool:
    """Whether two suggestions of one tag speak of the same thing on the photo."""
    if a is None or b is None:
        return a is b
    return a.iou(b) >= SAME_PLACE_IOU


def decided_before(label: str, box: Box | None, own: Sequence[Suggestion]) -> Suggestion | None:
    """The decided suggestion of the same backend that a new detection repeats, if there is one."""
    return next((s for s in own if s.label == label and _about(s, box)), None)


def drawn_before(tag: TagPath, box: Box | None, decided: Sequence[Suggestion]) -> Suggestion | None:
    """The accepted box of the user that a new detection of any backend only repeats, if there is one."""
    drawn = (s for s in decided if s.backend == USER and s.decision is Decision.ACCEPTED)
    return next((s for s in drawn if s.tag.casefold() == tag.casefold() and same_place(s.box, box)), None)


def state_of_new(tag: TagPath, box: Box | None, decided: Sequence[Suggestion], removed: Collection[str]) -> Decision:
    """The state a new suggestion is born with: rejected where the user has already said no to it, on whatever model.

    A rejection without a box speaks of the whole photo, as does removing the tag by hand. A rejected box speaks of
    its place; a new
    suggestion without a box is covered by it only if no box of the tag was accepted.

    Args:
        tag: The tag of the new suggestion.
        box: Its box.
        decided: All decided suggestions of the photo, of every backend.
        removed: Casefolded tags that were removed from the photo.
    """
    folded = tag.casefold()
    if folded in removed:
        return Decision.REJECTED
    same = [s for s in decided if s.tag.casefold() == folded]
    accepted = any(s.decision is Decision.ACCEPTED for s in same)
    for rejected in (s for s in same if s.decision is Decision.REJECTED):
        if box is not None and rejected.box is not None:
            covered = _about(rejected, box)
        else:
            covered = not accepted
        if covered:
            return Decision.REJECTED
    return Decision.SUGGESTED


def _about(decided: Suggestion, box: Box | None) -> bool:
    """Whether a suggestion speaks of this place, which it does also of the one where it was before it was moved."""
    return same_place(decided.box, box) or (decided.seen is not None and same_place(decided.seen, box))
