"""How the grid is sorted and headed, and what the headings say."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import overload

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from tagger.entities import PhotoId
from tagger.gui.grid.sections import Sections
from tagger.gui.words import counted
from tagger.store import query, stacks
from tagger.store.database import Database
from tagger.store.query import Grain, GroupKey, Listing, Order
from tagger.store.query.patience import unless

GRAINS: dict[str, Grain | None] = {
    "none": None,
    "auto": None,
    "year": Grain.YEAR,
    "month": Grain.MONTH,
    "day": Grain.DAY,
}

PAGE = 200
"""Photos shown before all are found: more than a large screen has at once."""

_SUITABLE = 12
"""Photos that headings of time have on average at least, where they are chosen as it suits."""

_SPARSE = 4
"""Where most headings have fewer photos, lines with one or two would leave most of the window empty."""


@dataclass(frozen=True, slots=True)
class Sorting:
    """Order, direction and headings; ``grain`` is None where there are none, unless they are as it ``suits``."""

    order: Order = Order.TAKEN
    descending: bool = False
    grain: Grain | None = None
    suits: bool = True
    expanded: frozenset[int] | None = None
    """Where the files of a shot are one photo: the shots that show each file. None where every file is a photo."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The photo that others are to be like, by its name."""

    photo_id: PhotoId
    name: str


def first_page(db: Database, text: str, sorting: Sorting, likeness: Likeness | None) -> array[int] | None:
    """The first of what `listed` finds, all of it where it is less; None where they are not known sooner.

    Raises:
        QueryError: the search text cannot be read.
    """
    wanted = _query(db, text, sorting)
    if likeness is not None:
        return None
    return query.first_ids(db, wanted, sorting.order, count=PAGE, descending=sorting.descending)


def listed(
    db: Database, text: str, sorting: Sorting, likeness: Likeness | None, stopped: Callable[[], bool] = lambda: False
) -> Listing:
    """The photos of a search in order; those like one photo, the most alike first, where that is asked for.

    Raises:
        QueryError: the search text cannot be read.
        Cancelled: ``stopped`` said that nobody waits for it any more.
    """
    with unless(db, stopped):
        return _listed(db, text, sorting, likeness)


def _listed(db: Database, text: str, sorting: Sorting, likeness: Likeness | None) -> Listing:
    wanted = _query(db, text, sorting)
    if likeness is None:
        grain = Grain.DAY if sorting.suits else sorting.grain
        found = query.listing(db, wanted, sorting.order, descending=sorting.descending, grain=grain)
        return _headed(sorting, found) if sorting.suits else found
    from tagger.library import similar

    if not similar.seen(db, likeness.photo_id):
        return Listing(array("q", [likeness.photo_id]))
    like = similar.similar(db, likeness.photo_id)
    if not text:
        return Listing(like.ids, scores=like.scores)
    among = {*query.photo_ids(db, wanted, Order.ADDED), likeness.photo_id}
    kept = [pair for pair in zip(like.ids, like.scores, strict=True) if pair[0] in among]
    return Listing(array("q", [each for each, _ in kept]), scores=array("d", [score for _, score in kept]))


def _query(db: Database, text: str, sorting: Sorting) -> query.Query:
    """A search text, for files or for shots."""
    wanted = query.parse(text)
    if sorting.expanded is None or not stacks.any_stacks(db):
        return wanted
    return replace(wanted, expanded=tuple(sorted(sorting.expanded)))


def _headed(sorting: Sorting, found: Listing) -> Listing:
    """With the finest headings of time that are not more than there is to head; with none where all are too many."""
    if sorting.order not in (Order.TAKEN, Order.ADDED):
        return found
    groups: list[tuple[GroupKey, int]] = []
    for grain in (Grain.DAY, Grain.MONTH, Grain.YEAR):
        groups = query.coarser(found.groups, grain)
        if len(found.ids) >= _SUITABLE * len(groups):
            break
    undated = [key for key, _count in groups] == [None]
    sparse = sum(count < _SPARSE for _key, count in groups)
    return replace(found, groups=[] if undated or 2 * sparse > len(groups) else groups)


def sections(listing: Listing, sorting: Sorting) -> Sections | None:
    """The headings of a listing, None where it has none."""
    if not listing.groups:
        return None
    titles = Titles(tuple(key for key, _count in listing.groups), sorting.order)
    return Sections(titles, [count for _key, count in listing.groups])


class Titles(Sequence[str]):
    """What headings say, each put into words when it is painted: twenty years have thousands of days."""

    def __init__(self, keys: tuple[GroupKey, ...], order: Order) -> None:
        self._keys, self._order = keys, order

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...

    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return Titles(self._keys[place], self._order)
        return title(self._keys[place], self._order)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Titles) and (self._keys, self._order) == (other._keys, other._order)

    __hash__ = None  # type: ignore[assignment]


def title(key: GroupKey, order: Order) -> str:
    """What a heading says."""
    match order:
        case Order.TAKEN | Order.ADDED:
            return _tr("No date") if key is None else time_title(str(key))
        case Order.RATING:
            return _stars(key)
        case Order.CONFIDENCE:
            return _tr("Nothing to decide") if key is None else _confidence(int(key))
    return os.fsdecode(key) if isinstance(key, str | bytes) else ""


def time_title(time: str) -> str:
    """A year, month or day such as ``2024-05`` in the words of the user's language."""
    parts = time.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return time
    numbers = [int(part) for part in parts]
    day = QDate(*[*numbers, 1, 1][:3])
    if not day.isValid() or len(numbers) == 1:
        return time
    if len(numbers) == 2:
        return QLocale().toString(day, "MMMM yyyy")
    return QLocale().toString(day, QLocale.FormatType.LongFormat)


def _stars(key: GroupKey) -> str:
    if not key:
        return _tr("No stars")
    return _tr("Rejected photos") if int(key) < 0 else counted(int(key), _tr("1 star"), _tr("{n} stars"))


def _confidence(tenths: int) -> str:
    if tenths >= 9:
        return _tr("Surest suggestion .90 and above")
    return _tr("Surest suggestion .{low} to .{high}").format(low=f"{tenths}0", high=f"{tenths}9")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Headings", text)
