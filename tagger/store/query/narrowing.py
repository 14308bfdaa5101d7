"""A part of a search that few photos fit, so that the other parts need only be asked of these."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from tagger.errors import Cancelled
from tagger.store.database import Database
from tagger.store.query.condition import Condition
from tagger.store.query.patience import after, unless

FEW = 4_000
_MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class Few:
    """All photos that fit one part, and the parts that are left to be asked of them."""

    ids: list[int]
    others: list[Condition]


def few(db: Database, parts: Sequence[Condition], among: Sequence[Condition], look_s: float) -> Few | None:
    """The photos of the first part that at most `FEW` fit; None where no part shows that within ``look_s``.

    Counting what fits would take as long as finding it: each part is asked for its photos until there are too many.

    Args:
        db: The library.
        parts: What must hold, all of it.
        among: Those of the parts that may be tried.
        look_s: How long each of them may take, in seconds.
    """
    for part in among[:_MOST_PARTS]:
        ids = _all_of(db, part, look_s)
        if ids is not None:
            return Few(ids, [other for other in parts if other is not part])
    return None


def _all_of(db: Database, part: Condition, look_s: float) -> list[int] | None:
    # Here an index that a + keeps out of longer searches is welcome: either few fit, or that is seen at once.
    sql = f"SELECT id FROM photos WHERE {part.sql.replace('+photos.', 'photos.')} LIMIT ?"
    try:
        with unless(db, after(look_s)):
            ids = list(itertools.chain.from_iterable(db.execute(sql, (*part.params, FEW + 1))))
    except Cancelled:
        return None
    return ids if len(ids) <= FEW else None
