"""What the user may set for every backend that sends photos away: price, budgets, calls at once, calls a minute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tagger.errors import UsageError
from tagger.recognition.backend import BackendType, Setting

MILLION = 1_000_000
MOST_CALLS = 64
SETTINGS = (
    Setting("price", "Price of a call", 0.0, help="What one photo costs in your currency, for each operation."),
    Setting(
        "daily_budget", "Budget of a day", 0.0, help="Nothing more is sent on a day that would cost more; 0: none."
    ),
    Setting("total_budget", "Budget in all", 0.0, help="Nothing more is sent that would cost more in all; 0: none."),
    Setting("concurrency", "Calls at once", 0, help="Up to 64; 0 for what suits the service."),
    Setting("calls_per_minute", "Calls a minute", 0, help="At most so many; 0 for as many as it takes."),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one backend. Money is in millionths of the user's currency; a budget of 0 is none.

    ``seconds_between`` is the least time between two calls, ``batch_size`` the most photos of one.
    """

    price: int
    daily_budget: int
    total_budget: int
    concurrency: int
    seconds_between: float
    batch_size: int

    @classmethod
    def of(cls, kind: BackendType, options: Mapping[str, Any]) -> Limits:
        """From the options of a backend; what they leave out is as its type has it."""
        money = {name: max(0, round(float(options.get(name) or 0.0) * MILLION)) for name in _MONEY}
        if not money["price"] and kind.capabilities.price:
            money["price"] = round(kind.capabilities.price * MILLION)
        calls = int(options.get("concurrency") or 0)
        concurrency = min(calls, MOST_CALLS) if calls > 0 else kind.capabilities.concurrency
        batch, most = int(options.get("batch_size") or 0), kind.capabilities.batch_size
        per_minute = int(options.get("calls_per_minute") or 0)
        return cls(
            money["price"],
            money["daily_budget"],
            money["total_budget"],
            concurrency,
            60.0 / per_minute if per_minute > 0 else 0.0,
            min(batch, most) if batch > 0 else most,
        )


def check(kind: BackendType, options: Mapping[str, Any]) -> None:
    """Refuse limits that would limit nothing.

    Raises:
        UsageError: one is negative, or there is a budget and no price to count it by.
    """
    for name in (setting.name for setting in SETTINGS):
        if float(options.get(name) or 0) < 0:
            raise UsageError(f"{name} cannot be {options[name]!r}.", "Give 0 for none, or a number above it.")
    limits = Limits.of(kind, options)
    if (limits.daily_budget or limits.total_budget) and not limits.price:
        raise UsageError("Without a price, a budget is never used up.", "Set price to what one photo costs.")


_MONEY = ("price", "daily_budget", "total_budget")
