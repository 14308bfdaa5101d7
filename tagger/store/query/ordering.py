"""What photos are sorted by, and the statements that give them so."""

from __future__ import annotations

import enum

from tagger.store.natural import NATURAL
from tagger.store.query.condition import TRUE, Condition, all_of

_WAITS = "decision = 'suggested' AND hidden = 0"
_HIGHEST = f"""(SELECT suggestions.photo_id AS of, max(confidence) AS confidence FROM suggestions
 JOIN labels ON labels.id = label_id WHERE {_WAITS} GROUP BY suggestions.photo_id)"""
_HIGHEST_OF_EACH = f"""(SELECT max(s.confidence) FROM suggestions s CROSS JOIN labels ON labels.id = s.label_id
 WHERE s.photo_id = photos.id AND {_WAITS})"""


class Order(enum.Enum):
    """What photos are sorted by. Photos that lack it come last; equal ones follow in the order they were added.

    ``CONFIDENCE`` is that of the surest suggestion which waits for a decision. Names are sorted as people count:
    IMG_2 before IMG_10, whatever the case.
    """

    TAKEN = "taken_at"
    NAME = "name"
    ADDED = "id"
    RATING = "rating"
    CONFIDENCE = "confidence"
    FOLDER = "directory"


_ALONG = {
    Order.TAKEN: " INDEXED BY photos_taken",
    Order.RATING: " INDEXED BY photos_rating",
    Order.FOLDER: " INDEXED BY photos_directory",
    Order.ADDED: " NOT INDEXED",
}


def sorted_ids(condition: Condition, order: Order, *, descending: bool, few: bool = False) -> Condition:
    """The statement that gives the ids of photos in an order, to which a LIMIT can be added.

    Args:
        condition: Which photos.
        order: By what they are sorted.
        descending: Whether the highest come first.
        few: Whether not most of the photos fit, so that each can be asked for what it takes to sort it.
    """
    everything = condition == TRUE
    if everything and order is not Order.CONFIDENCE:
        return along(condition, order, descending=descending)[0]
    if order is Order.NAME and not few:  # making a key of each name takes longer than going through all of them
        return among_names(condition, descending=descending)
    if order is Order.CONFIDENCE and few:
        return _by(_HIGHEST_OF_EACH, "photos", condition, order, descending)
    # Where only some photos match, they are found first and sorted then: walking an index in order would try them all.
    return _by(order.value if order is Order.ADDED else f"+{_key(order)}", source(order), condition, order, descending)


def along(condition: Condition, order: Order, *, descending: bool) -> list[Condition]:
    """Statements that go along the index of the order and ask photo by photo; what they give follows each other."""
    if order is Order.CONFIDENCE:
        return _along_confidence(condition, descending)
    if order is Order.NAME:
        photos = "" if condition == TRUE else " CROSS JOIN photos ON photos.id = photo_id"
        return [_along_names(condition, photos, descending)]
    if order is Order.RATING:  # here it is this index that one goes along
        condition = Condition(condition.sql.replace("+photos.rating", "photos.rating"), condition.params)
    return [_by(_key(order), "photos" + _ALONG[order], condition, order, descending)]


def among_names(condition: Condition, *, descending: bool) -> Condition:
    """The statement that gathers photos and then finds them among all names."""
    return _along_names(
        Condition(f"photo_id IN (SELECT id FROM photos WHERE {condition.sql})", condition.params), "", descending
    )


def source(order: Order) -> str:
    """The tables that have what photos are sorted by, ``photos`` under that name."""
    return f"photos LEFT JOIN {_HIGHEST} ON of = id" if order is Order.CONFIDENCE else "photos"


def _key(order: Order) -> str:
    return f"{NATURAL}(name)" if order is Order.NAME else order.value


def _by(key: str, tables: str, condition: Condition, order: Order, descending: bool) -> Condition:
    direction = "DESC" if descending else "ASC"
    # Photos of one moment, and all those that do not know theirs, go by their names.
    tie = {Order.ADDED: "", Order.TAKEN: f", name {direction}, id {direction}"}.get(order, f", id {direction}")
    last = "" if order is Order.NAME else " NULLS LAST"
    sql = f"SELECT id FROM {tables} WHERE {condition.sql} ORDER BY {key} {direction}{last}{tie}"
    return Condition(sql, condition.params)


def _along_names(condition: Condition, joined: str, descending: bool) -> Condition:
    direction = "DESC" if descending else "ASC"
    order = f"natural_names.key {direction}, natural_names.photo_id {direction}"
    sql = f"SELECT photo_id FROM natural_names{joined} WHERE {condition.sql} ORDER BY {order}"
    return Condition(sql, condition.params)


def _along_confidence(condition: Condition, descending: bool) -> list[Condition]:
    """First the photos with a suggestion that waits, each at its surest one; then all others."""
    direction = "DESC" if descending else "ASC"
    waiting = f"SELECT 1 FROM suggestions other CROSS JOIN labels ON labels.id = other.label_id WHERE {_WAITS}"
    surer = "other.photo_id = s.photo_id AND (other.confidence, other.id) > (s.confidence, s.id)"
    asked = all_of([condition, Condition(f"NOT EXISTS ({waiting} AND {surer})")])
    with_some = Condition(
        "SELECT photos.id FROM suggestions s INDEXED BY suggestions_surest CROSS JOIN labels its ON its.id = s.label_id"
        f" CROSS JOIN photos ON photos.id = s.photo_id WHERE s.decision = 'suggested' AND its.hidden = 0"
        f" AND {asked.sql} ORDER BY s.confidence {direction}, s.photo_id {direction}",
        asked.params,
    )
    none = all_of([condition, Condition(f"NOT EXISTS ({waiting} AND other.photo_id = photos.id)")])
    without = Condition(f"SELECT id FROM photos WHERE {none.sql} ORDER BY id {direction}", none.params)
    return [with_some, without]
