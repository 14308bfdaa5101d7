"""RAW and JPEG of one shot: files of one directory and one name that differ only in their kind."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tagger.entities import PhotoId
from tagger.imaging.formats import RAW_EXTENSIONS
from tagger.store import group_decisions, stacks
from tagger.store.database import Database
from tagger.store.stacks import Member
from tagger.store.store import Store

_AT_ONCE = 20
_TO_SECONDS = len("2024-05-01T12:00:00")


def restack(store: Store, *, raw_in_front: bool = False) -> frozenset[int]:
    """Find the stacks of every directory where something changed since the last time.

    Args:
        store: The library.
        raw_in_front: Whether the RAW file stands for the shot, rather than the other.

    Returns:
        The photos that stand for others, or are stood for, otherwise than before.

    Raises:
        LibraryError: the library cannot be written.
    """
    due = store.read(stacks.take_due)
    changed: set[int] = set()
    for start in range(0, len(due), _AT_ONCE):
        some = due[start : start + _AT_ONCE]
        changed |= store.write(lambda db, some=some: _restack(db, some, raw_in_front)).result()  # type: ignore[misc]
    return frozenset(changed)


def _restack(db: Database, directories: Sequence[str], raw_in_front: bool) -> set[int]:
    changed: set[int] = set()
    own = group_decisions.own_stacks(db)
    for directory in directories:
        there, missing = stacks.members(db, directory)
        wanted: dict[PhotoId, PhotoId | None] = dict.fromkeys(missing)
        leaders = _with_own(leaders_of(there, raw_in_front=raw_in_front), there, own)
        wanted |= {m.id: leaders.get(m.id) for m in there if m.stack_id != leaders.get(m.id)}
        stacks.set_stacks(db, wanted)
        changed |= wanted.keys()
    stacks.done(db, directories)
    return changed


def _with_own(
    leaders: dict[PhotoId, PhotoId], there: Iterable[Member], own: Mapping[int, int]
) -> dict[PhotoId, PhotoId]:
    """What stands for photos where the user stacked some by hand: whole shots then follow the one in front."""
    if not own:
        return leaders
    fronts = set(own.values())
    shots: dict[PhotoId, list[PhotoId]] = defaultdict(list)
    for member in there:
        shots[leaders.get(member.id, member.id)].append(member.id)
    found = dict(leaders)
    for shot in shots.values():
        front = next((own.get(i, i) for i in shot if i in own or i in fronts), None)
        if front is not None:
            found |= dict.fromkeys(shot, PhotoId(front))
    return found


def leaders_of(members: Iterable[Member], *, raw_in_front: bool) -> dict[PhotoId, PhotoId]:
    """Which photo stands for each of those that are of a stack; the others are left out.

    A stack has one RAW file at least and one other, all of one name. Files whose times differ are of another shot: a
    camera may begin to count anew.
    """
    by_stem: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_stem[_stem(member.path)].append(member)
    leaders: dict[PhotoId, PhotoId] = {}
    for found in by_stem.values():
        raws, others = [m for m in found if _is_raw(m)], [m for m in found if not _is_raw(m)]
        if raws and others and len({(m.taken_at or "")[:_TO_SECONDS] for m in found if m.taken_at}) <= 1:
            front = (raws if raw_in_front else others)[0]
            leaders |= dict.fromkeys((m.id for m in found), front.id)
    return leaders


def _is_raw(member: Member) -> bool:
    return os.path.splitext(member.path)[1].lower() in RAW_EXTENSIONS


def _stem(path: str) -> str:
    return unicodedata.normalize("NFC", os.path.splitext(os.path.basename(path))[0]).casefold()
