"""Photos that recognition came to no good end with: ``failed:`` and ``unknown:``, by backend or by reason."""

from __future__ import annotations

from tagger.store.query.agreement import ANY
from tagger.store.query.condition import Condition

PARTED = ": "
"""Between the name of a backend and a reason, in a value that has both."""


def failed(value: str) -> Condition:
    """The photos that a backend failed with; of the backend or for the reason that is given, or for both."""
    return _jobs("failed", value)


def unknown(value: str) -> Condition:
    """The photos that were sent, and nobody knows what was answered; as `failed`."""
    return _jobs("unknown", value)


def _jobs(state: str, value: str) -> Condition:
    value = value.strip()
    if not value or value.casefold() == ANY:
        return Condition(f"photos.id IN (SELECT photo_id FROM jobs WHERE state = '{state}')")
    name, _, reason = value.partition(PARTED)
    return Condition(
        f"photos.id IN (SELECT photo_id FROM jobs WHERE state = '{state}' AND (backend = ?"
        " OR instr(ifnull(error, ''), ?) OR backend = ? AND ? <> '' AND instr(ifnull(error, ''), ?)))",
        (value, value, name, reason, reason),
    )
