from __future__ import annotations

import pytest

from tagger.duplicates.overview import Entry
from tagger.entities import FoundBy, GroupKind
from tagger.gui.duplicates.arranging import Arrangement, SortBy, Sureness, arranged, settled, sureness, totals

FILE, HASH, CROP = frozenset({FoundBy.FILE}), frozenset({FoundBy.HASH}), frozenset({FoundBy.HASH, FoundBy.CROP})
COPIES = Entry(1, GroupKind.COPIES, (1, 2), 500, 1.0, FILE, "2024-05-01T10:00:00")
NEAR = Entry(2, GroupKind.NEAR, (3, 4, 5), 900, 0.96, HASH, "")
CROPPED = Entry(3, GroupKind.NEAR, (6, 7, 8, 9), 700, 0.8, CROP, "2020-01-01T10:00:00")
BURST = Entry(4, GroupKind.BURST, (10, 11), 0, 0.99, HASH, "2023-01-01T10:00:00")
ALL = [COPIES, NEAR, CROPPED, BURST]


@pytest.mark.parametrize(
    ("by", "ids"),
    [
        (Arrangement(), [2, 3, 1, 4]),
        (Arrangement(SortBy.CERTAINTY), [1, 4, 2, 3]),
        (Arrangement(SortBy.COUNT), [3, 2, 1, 4]),
        (Arrangement(SortBy.DATE), [3, 4, 1, 2]),
        (Arrangement(kind=GroupKind.NEAR), [2, 3]),
        (Arrangement(sureness=Sureness.EXACT), [1]),
        (Arrangement(SortBy.COUNT, GroupKind.NEAR, Sureness.UNSURE), [3]),
        (Arrangement(kind=GroupKind.PANORAMA), []),
    ],
)
def test_what_is_listed_in_what_order(by: Arrangement, ids: list[int]) -> None:
    assert [entry.id for entry in arranged(ALL, by)] == ids


def test_how_sure_a_group_is() -> None:
    assert [sureness(entry) for entry in ALL] == [Sureness.EXACT, Sureness.SURE, Sureness.UNSURE, Sureness.SURE]


def test_totals_count_what_may_be_freed() -> None:
    listed = totals(ALL)
    assert (listed.groups, listed.photos, listed.bytes) == (4, 11, 2100)


def test_no_group_moves_away_from_under_a_key() -> None:
    assert settled([BURST, NEAR, COPIES], [COPIES, BURST]) == [BURST, COPIES]
    assert settled([NEAR], [CROPPED, NEAR]) == [CROPPED, NEAR], "with new ones the order is as it should be"
