"""What the user decides of groups: each a step of the journal, taken back and done again also after a restart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from tagger.duplicates import rechoosing, separating
from tagger.duplicates.facts import facts
from tagger.duplicates.keeper import Policy
from tagger.duplicates.separating import Parted
from tagger.entities import Group
from tagger.store import duplicates, group_decisions, journal, stacks
from tagger.store.database import Database
from tagger.store.group_changes import ApartChange, GroupChange, KeeperChange, MarkChange, StackChange
from tagger.store.group_decisions import Mark


def mark(db: Database, wanted: Mapping[int, bool | None]) -> frozenset[int]:
    """Let photos of groups go (True) or stay, or let the rules decide (None); which of them are marked otherwise now.

    Keepers and photos that are in no group are left out.
    """
    keepers = {link: group.keeper for group in _groups_of(db, wanted) for link in group.photo_ids}
    before = group_decisions.marks_of(db, wanted)
    changes = []
    for photo_id, goes in wanted.items():
        keeper = keepers.get(photo_id, photo_id)
        after = None if goes is None else Mark(goes, keeper)
        if keeper != photo_id and before.get(photo_id) != after:
            changes.append(MarkChange(photo_id, before.get(photo_id), after))
    if not changes:
        return frozenset()
    if len(changes) == 1 and changes[0].after is not None:
        name = _name(db, changes[0].photo_id)
        title = f"let “{name}” go" if changes[0].after.goes else f"let “{name}” stay"
    else:
        title = "mark 1 duplicate" if len(changes) == 1 else f"mark {len(changes):,} duplicates"
    _do(db, title, changes)
    return frozenset(change.photo_id for change in changes)


def choose(db: Database, group: Group, photo_id: int) -> bool:
    """Let a photo be kept because the user says so; False where some other photo of its group is not near it."""
    chosen = group_decisions.chosen(db, group.photo_ids)
    if photo_id == group.keeper and chosen == (photo_id,):
        return True
    if photo_id != group.keeper and not rechoosing.set_keeper(db, group, photo_id):
        return False
    marked = group_decisions.marks_of(db, [photo_id]).get(photo_id)
    changes: list[GroupChange] = [KeeperChange(group.keeper, photo_id, chosen)]
    changes += [] if marked is None else [MarkChange(photo_id, marked, None)]
    _do(db, f"keep “{_name(db, photo_id)}”", changes)
    return True


def separate(db: Database, group: Group, photo_id: int | None = None) -> None:
    """Remember for good that a group, or one photo of it, is no duplicate."""
    change = separating.change(group, photo_id, datetime.now(UTC).isoformat())
    if photo_id is None:
        title = f"say that {len(group.photo_ids):,} photos are no duplicates"
    else:
        title = f"say that “{_name(db, photo_id)}” is no duplicate"
    _do(db, title, [change])


def let_together(db: Database, said: Parted, policy: Policy) -> None:
    """Take back that photos are no duplicates; by their hashes they find each other at once."""
    title = f"let {len(said.photo_ids):,} photos be duplicates again"
    _do(db, title, [ApartChange(said.pairs, said.said_at, False)], policy)


def stack(db: Database, pairs: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Let photos stand behind others, whole shots behind the one in front; the photos that are stacked now."""
    own = group_decisions.own_stacks(db)
    wanted: dict[int, int] = {}
    for photo_id, keeper in pairs:
        front = stacks.leader(db, keeper) or keeper
        shot: list[int] = [i for i, _name in stacks.files(db, photo_id)] or [photo_id]
        wanted |= {i: front for i in shot if front not in shot and own.get(i) != front}
    if wanted:
        title = "stack 1 duplicate" if len(wanted) == 1 else f"stack {len(wanted):,} duplicates"
        _do(db, title, [StackChange(i, own.get(i), front) for i, front in wanted.items()])
    return frozenset(wanted)


def unstack(db: Database, photo_id: int) -> frozenset[int]:
    """Take the stack of a photo apart that the user made; the photos that stood behind another in it."""
    own, front = group_decisions.own_stacks(db), stacks.leader(db, photo_id)
    behind = [i for i, leader in own.items() if leader == front]
    if behind:
        title = "unstack 1 photo" if len(behind) == 1 else f"unstack {len(behind):,} photos"
        _do(db, title, [StackChange(i, own[i], None) for i in behind])
    return frozenset(behind)


def turn(db: Database, changes: Sequence[GroupChange], policy: Policy, *, forward: bool) -> frozenset[int]:
    """Do what changes say, or take it back; the photos that it is about."""
    touched: set[int] = set()
    stacked: dict[int, int | None] = {}
    for change in changes if forward else reversed(changes):
        match change:
            case MarkChange(photo_id, before, after):
                group_decisions.set_marks(db, {photo_id: after if forward else before})
                touched.add(photo_id)
            case KeeperChange(before_id, after_id, chosen):
                _turn_keeper(db, change, forward=forward)
                touched |= {before_id, after_id, *chosen}
            case StackChange(photo_id, before_id, after_id):
                stacked[photo_id] = after_id if forward else before_id
                touched |= {each for each in (photo_id, before_id, after_id) if each is not None}
            case ApartChange(pairs):
                separating.turn(db, change, policy, forward=forward)
                touched |= {photo for pair in pairs for photo in pair}
    group_decisions.set_stacks(db, stacked)
    return frozenset(touched)


def _turn_keeper(db: Database, change: KeeperChange, *, forward: bool) -> None:
    keeper = change.after if forward else change.before
    for group in _groups_of(db, [keeper]):
        if group.keeper != keeper and {change.before, change.after} <= set(group.photo_ids):
            rechoosing.set_keeper(db, group, keeper)
    wanted = (change.after,) if forward else change.chosen_before
    group_decisions.set_chosen(db, {change.before, change.after, *change.chosen_before}, wanted)


def _do(db: Database, title: str, changes: Sequence[GroupChange], policy: Policy | None = None) -> None:
    turn(db, changes, policy or Policy(), forward=True)
    journal.record(db, title, groups=changes)


def _groups_of(db: Database, photo_ids: Iterable[int]) -> list[Group]:
    return list(duplicates.groups(db, sorted(set(duplicates.groups_of(db, list(photo_ids)).values()))))


def _name(db: Database, photo_id: int) -> str:
    return next((photo.name for photo in facts(db, [photo_id])), "")
