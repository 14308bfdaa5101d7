"""How each backend stands: its queue, its trouble, its quota, its cost; in one look at the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tagger.store import jobs, sends, trouble
from tagger.store.database import Database
from tagger.store.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Standing:
    """Of one backend.

    Attributes:
        counts: Jobs by state.
        quota: Calls left at its service, as it last said; None where it never did.
        today, total: What it may have cost, in the user's currency.
        waits_for: Why some of its work was put off, if it was.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    quota: int | None = None
    today: float = 0.0
    total: float = 0.0
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """Of all backends: each by its name, and what came to no good end."""

    backends: Mapping[str, Standing]
    trouble: Sequence[Trouble]


def overview(db: Database) -> Overview:
    """How everything stands."""
    counts, quotas, reasons = jobs.counts(db), sends.quotas(db), trouble.waiting_reason(db)
    paid = {name for (name,) in db.conn.execute("SELECT DISTINCT backend FROM costs")}
    day = sends.today()
    found = {}
    for name in {*counts, *quotas, *paid}:
        today, total = sends.spent_on(db, name, day)
        found[name] = Standing(
            counts.get(name, {}), quotas.get(name), today / sends.MILLION, total / sends.MILLION, reasons.get(name, "")
        )
    return Overview(found, trouble.by_reason(db))
