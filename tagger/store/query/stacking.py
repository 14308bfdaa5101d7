"""Finding the files of one shot as one photo."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tagger.store.query.condition import TRUE, Condition, all_of

ALONE = Condition("(photos.stack_id IS NULL OR photos.stack_id = photos.id)")
"""A photo that stands for itself, or for its stack."""


def leaders(found: Condition, expanded: Sequence[int] = ()) -> Condition:
    """Of what is found, leave out each file that another found one stands for.

    Args:
        found: The condition over ``photos``.
        expanded: Photos whose stacks show all their files.
    """
    if found == TRUE and not expanded:
        return ALONE
    shown = json.dumps(list(expanded))
    each = _asked_of_each(found.of_each(), shown)
    gathered = _gathered_once if "SELECT" in found.sql else _gathered_twice
    asked = gathered(found, shown)
    return Condition(asked.sql, asked.params, each)


def _asked_of_each(found: Condition, shown: str) -> Condition:
    # Inside, the condition speaks of the photos there: SQL takes a name from the nearest place. Only the innermost
    # SELECT, which has no photos of its own, sees those outside.
    stood_for = Condition(
        "EXISTS (SELECT 1 FROM (SELECT photos.stack_id AS lead) CROSS JOIN photos ON photos.id = lead"
        f" WHERE photos.stack_id = photos.id AND {found.sql} AND {_CLOSED})",
        (*found.params, shown),
    )
    return all_of([Condition(f"({ALONE.sql} OR NOT {stood_for.sql})", stood_for.params), found])


def _gathered_once(found: Condition, shown: str) -> Condition:
    """What takes long to gather is kept, and the photos that stand for others are looked up there."""
    return Condition(
        "photos.id IN (WITH found AS MATERIALIZED"
        f" (SELECT photos.id AS id, photos.stack_id AS stack_id FROM photos WHERE {found.sql})"
        " SELECT id FROM found WHERE stack_id IS NULL OR stack_id = id OR stack_id NOT IN"
        f" (SELECT photos.id FROM found AS photos WHERE photos.stack_id = photos.id AND {_CLOSED}))",
        (*found.params, shown),
    )


def _gathered_twice(found: Condition, shown: str) -> Condition:
    stood_for = f"SELECT photos.id FROM photos WHERE photos.stack_id = photos.id AND {found.sql} AND {_CLOSED}"
    alone = Condition(f"({ALONE.sql} OR NOT photos.stack_id IN ({stood_for}))", (*found.params, shown))
    return all_of([found, alone])


_CLOSED = "photos.id NOT IN (SELECT value FROM json_each(?))"
