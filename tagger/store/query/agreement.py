"""Where two backends say the same of a photo, and where one says what another one, which has answered too, does not.

Two labels are the same where their tags have the same last name, since one service knows where a thing belongs and
another does not; where both say in which box, the boxes must overlap. What was rejected, what is hidden, and what the
user drew is nobody's word.
"""

from __future__ import annotations

from tagger.entities import USER
from tagger.store.query import text
from tagger.store.query.condition import Condition, any_of, glob

ANY = "any"
LEAST_OVERLAP = 0.3
"""Intersection over union from which two boxes are about one thing."""

# Of a path, what remains when everything up to its last separator is taken away.
_LEAF = "lower(replace({0}.tag, rtrim({0}.tag, replace({0}.tag, '|', '')), ''))"
_SAID = "{0}.decision IN ('suggested', 'accepted', 'deferred')"
_LABEL = "{0}.hidden = 0 AND {0}.tag <> '' AND {0}.backend <> '" + USER + "'"
_WIDTH = "max(min(s.x + s.w, o.x + o.w) - max(s.x, o.x), 0)"
_HEIGHT = "max(min(s.y + s.h, o.y + o.h) - max(s.y, o.y), 0)"
_SAME_PLACE = (
    f"(s.x IS NULL OR o.x IS NULL OR {_WIDTH} * {_HEIGHT}"
    f" >= {LEAST_OVERLAP} * (s.w * s.h + o.w * o.h - {_WIDTH} * {_HEIGHT}))"
)
_WORDS = (
    f"words AS MATERIALIZED (SELECT l.id, l.backend, {_LEAF.format('l')} AS leaf FROM labels l"
    f" WHERE {_LABEL.format('l')})"
)
_SEVERAL = "SELECT photo_id FROM results GROUP BY photo_id HAVING min(backend) <> max(backend)"


def agrees(name: str) -> Condition:
    """The photos of which two backends say the same; one of them of this name, where one is given."""
    who = _named(name, "l.backend", "k.backend")
    # Labels are few: first the pairs of the same meaning, then their suggestions through the index by label.
    return Condition(
        f"photos.id IN (WITH {_WORDS}, pairs AS MATERIALIZED (SELECT l.id AS one, k.id AS other FROM words l"
        f" JOIN words k ON k.leaf = l.leaf AND l.backend < k.backend WHERE {who.sql})"
        " SELECT s.photo_id FROM pairs CROSS JOIN suggestions s CROSS JOIN suggestions o"
        " WHERE s.label_id = pairs.one AND o.label_id = pairs.other AND o.photo_id = s.photo_id"
        f" AND {_SAID.format('s')} AND {_SAID.format('o')} AND {_SAME_PLACE})",
        who.params,
    )


def disagrees(name: str) -> Condition:
    """The photos of which one backend says what another one does not; one of them of this name, where one is given."""
    who = _named(name, "l.backend", "r.backend")
    # Most words have no counterpart at all, which is known without a look at the photo's other suggestions.
    return Condition(
        f"photos.id IN (WITH {_WORDS}, twins AS MATERIALIZED (SELECT l.id AS one, k.id AS other, k.backend AS backend"
        " FROM words l JOIN words k ON k.leaf = l.leaf AND l.backend <> k.backend)"
        f" SELECT several.photo_id FROM ({_SEVERAL}) several WHERE EXISTS ("
        "SELECT 1 FROM suggestions s CROSS JOIN labels l CROSS JOIN results r WHERE s.photo_id = several.photo_id"
        " AND l.id = s.label_id AND r.photo_id = s.photo_id AND r.backend <> l.backend"
        f" AND {_LABEL.format('l')} AND {_SAID.format('s')} AND {who.sql} AND NOT EXISTS ("
        "SELECT 1 FROM twins CROSS JOIN suggestions o WHERE twins.one = s.label_id AND twins.backend = r.backend"
        f" AND o.label_id = twins.other AND o.photo_id = s.photo_id AND {_SAID.format('o')} AND {_SAME_PLACE})))",
        who.params,
    )


def _named(name: str, *columns: str) -> Condition:
    if not name.strip() or name.strip().casefold() == ANY:
        return Condition("1")
    return any_of([glob(column, text.globs(name.strip())) for column in columns])
