"""Groups for tests, without a library."""

from __future__ import annotations

from tagger.duplicates.facts import Facts
from tagger.duplicates.overview import Detailed, Entry, Fate, Member
from tagger.entities import FoundBy, Group, GroupKind, Link


def photo(photo_id: int) -> Facts:
    return Facts(
        photo_id, f"/photos/{photo_id}.jpg", 1000 * photo_id, "JPEG", None, 1_000_000, None, (None, None, None), None,
        0, 0, None, None,
    )  # fmt: skip


def group(group_id: int, *fates: Fate) -> Detailed:
    """A group whose keeper is photo 10 × id, and whose others have these fates."""
    first = 10 * group_id
    links = tuple(Link(first + at, FoundBy.HASH, 2, 0.98) for at in range(1, len(fates) + 1))
    others = tuple(Member(photo(link.photo_id), link, fate, "larger") for link, fate in zip(links, fates, strict=True))
    keeper = Member(photo(first), None, Fate.KEEP, "larger")
    return Detailed(Group(group_id, GroupKind.NEAR, first, links), (keeper, *others), "larger")


def entry(detailed: Detailed) -> Entry:
    ids = detailed.group.photo_ids
    return Entry(detailed.id, detailed.group.kind, ids, 1000, 0.98, frozenset({FoundBy.HASH}), "")
