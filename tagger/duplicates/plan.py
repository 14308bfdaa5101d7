"""What a cleanup would do, before it does it: every file, the photo that is kept instead, why, and the bytes freed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tagger.duplicates.facts import Facts, facts
from tagger.duplicates.keeper import Policy, Verdict
from tagger.duplicates.kinds import SAFE
from tagger.entities import FoundBy, Group, Link
from tagger.metadata.sidecar_names import Listings, shares_short_sidecar, short_sidecar, sidecars_to_read
from tagger.store import duplicates, group_decisions
from tagger.store.database import Database

_PART_OF_SHOT = "another file of its shot stays, and both belong together"
MARKED = "marked to go"
LEAST_CERTAINTY = 0.9
"""How sure a link must be for its photo to go without a look."""


@dataclass(frozen=True, slots=True)
class Discard:
    """A photo that is to go.

    Attributes:
        group_id: Its group.
        photo, keeper: The photo, and the one that is kept.
        link: What links it to that one.
        words: Why that one is kept rather than this; or, where that is not clear, why it is not.
        clear: Whether the rules decide, and the two surely show the same shot; if not, it is left for the eye.
        sidecars: Sidecars of this photo alone, that go with it.
        bytes: Of the photo and these.
    """

    group_id: int
    photo: Facts
    keeper: Facts
    link: Link
    words: str
    clear: bool
    sidecars: tuple[str, ...]
    bytes: int


@dataclass(frozen=True, slots=True)
class Spared:
    """A photo of a group that stays, and why."""

    group_id: int
    photo: Facts
    words: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a cleanup would do.

    Attributes:
        discards: The photos to go.
        spared: Photos of groups that stay besides the keepers, each with its reason.
        numbers: What the groups are called, by their ids, see `store.duplicates.numbers`.
    """

    discards: tuple[Discard, ...]
    spared: tuple[Spared, ...]
    numbers: Mapping[int, int] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """What would be freed."""
        return sum(discard.bytes for discard in self.discards)


def make_plan(db: Database, policy: Policy, group_ids: Sequence[int] | None = None, *, only_clear: bool = True) -> Plan:
    """Plan a cleanup; nothing is touched.

    Args:
        db: The library.
        policy: Which photos are in reference folders, and why the keepers are kept.
        group_ids: The groups; all if not given.
        only_clear: Leave for the eye what neither the rules decide clearly nor the user by a mark. Without it every
            photo but the keeper goes, for groups that somebody has looked at.
    """
    discards: list[Discard] = []
    spared: list[Spared] = []
    listings, marks = Listings(), group_decisions.marks(db)
    for group in duplicates.groups(db, group_ids):
        known = {photo.id: photo for photo in facts(db, group.photo_ids)}
        keeper = known.get(group.keeper)
        if keeper is None:
            continue
        for link in group.links:
            if link.photo_id not in known:
                continue
            photo = known[link.photo_id]
            verdict = policy.verdict(keeper, photo)
            reason = reason_to_stay(policy, group, keeper, photo)
            if reason is None and only_clear:
                reason = _unless_clear(doubt(keeper, photo, link, verdict), marks.get(photo.id))
            if reason is not None:
                spared.append(Spared(group.id, photo, reason))
                continue
            sidecars = _own_sidecars(photo.path, listings)
            size = photo.bytes + sum(_size(path) for path in sidecars)
            unclear = doubt(keeper, photo, link, verdict)
            marked = only_clear and marks.get(photo.id)
            words = MARKED if unclear and marked else unclear or verdict.words
            discards.append(Discard(group.id, photo, keeper, link, words, not unclear, sidecars, size))
    broken = _broken_shots(db, discards)
    spared += [Spared(each.group_id, each.photo, _PART_OF_SHOT) for each in discards if each.photo.stack in broken]
    kept = tuple(each for each in discards if each.photo.stack not in broken)
    return Plan(kept, tuple(spared), duplicates.numbers(db))


def _unless_clear(unclear: str, marked: bool | None) -> str | None:
    """Why a photo stays that may go; None where it goes."""
    if marked is False:
        return "marked to stay"
    return None if marked or not unclear else f"not clear: {unclear}"


def _broken_shots(db: Database, discards: Sequence[Discard]) -> set[int]:
    """The shots of several files of which some would go and some would stay, as the RAW without its JPEG."""
    going = {each.photo.id for each in discards}
    shots = {each.photo.stack for each in discards if each.photo.stack is not None}
    rows = db.conn.execute(
        "SELECT stack_id, id FROM photos WHERE stack_id IN (SELECT value FROM json_each(?)) AND state <> 'missing'",
        (json.dumps(sorted(shots)),),
    )
    return {stack for stack, photo_id in rows if photo_id not in going}


def doubt(keeper: Facts, photo: Facts, link: Link, verdict: Verdict) -> str:
    """Why a photo may not go without a look, in words; empty where the rules decide, and both surely show one shot."""
    if link.found_by in (FoundBy.FILE, FoundBy.IMAGE):
        return ""
    if not verdict.clear:
        return verdict.words
    if None not in (keeper.taken_at, photo.taken_at) and keeper.taken_at != photo.taken_at:
        return "taken at another time"
    if link.certainty < LEAST_CERTAINTY:
        return f"{link.certainty:.0%} sure to show the same"
    if verdict.rule == "older":
        return verdict.passed or "only the age of the files tells them apart"
    return ""


def rows(plan: Plan) -> Iterator[dict[str, object]]:
    """The plan as records, for CSV and JSON."""
    for discard in plan.discards:
        yield {
            "group": plan.numbers.get(discard.group_id, discard.group_id),
            "action": "discard",
            "path": discard.photo.path,
            "keeper": discard.keeper.path,
            "reason": discard.words,
            "found_by": discard.link.found_by.value,
            "distance": discard.link.bits,
            "certainty": discard.link.certainty,
            "bytes": discard.bytes,
            "sidecars": list(discard.sidecars),
        }
    for spared in plan.spared:
        number = plan.numbers.get(spared.group_id, spared.group_id)
        yield {"group": number, "action": "keep", "path": spared.photo.path, "reason": spared.words}


def reason_to_stay(policy: Policy, group: Group, keeper: Facts, photo: Facts) -> str | None:
    """Why cleanup never touches a photo of a group; None where it may go."""
    if group.kind not in SAFE:
        return group.reason or "meant to be alike"
    if policy.is_reference(photo):
        return "in a reference folder"
    if keeper.stack is not None and keeper.stack == photo.stack:
        pair = keeper.is_raw != photo.is_raw
        return "RAW and JPEG of one shot" if pair else "stacked with the one that is kept"
    return None


def _own_sidecars(path: str, listings: Listings) -> tuple[str, ...]:
    """The sidecars that belong to no other photo."""
    try:
        names = listings.near(path)
    except OSError:
        return ()
    shared = short_sidecar(path, names) if shares_short_sidecar(path, names) else None
    return tuple(found for found in sidecars_to_read(path, names) if found != shared)


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
