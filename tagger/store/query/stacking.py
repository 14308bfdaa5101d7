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
    # Inside, the condition speaks of the photos there: SQL takes a name from the nearest place.
    stood_for = Condition(
        "photos.stack_id IN (SELECT photos.id FROM photos WHERE photos.stack_id = photos.id"
        f" AND {found.sql} AND photos.id NOT IN (SELECT value FROM json_each(?)))",
        (*found.params, json.dumps(list(expanded))),
    )
    alone = Condition(f"({ALONE.sql} OR NOT {stood_for.sql})", stood_for.params)
    return all_of([found, alone])
