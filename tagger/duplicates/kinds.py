"""What the photos of a group are to each other."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from tagger.duplicates.stars import Star
from tagger.entities import FoundBy, Group, GroupKind


def sorted_out(db: Database, found: Iterable[Star]) -> list[Group]:
    """Groups of the stars, each of its kind."""
    return [Group(0, _near(star), star.keeper, star.links) for star in found]


def _near(star: Star) -> GroupKind:
    same = all(link.found_by in (FoundBy.FILE, FoundBy.IMAGE) for link in star.links)
    return GroupKind.COPIES if same else GroupKind.NEAR
