"""The search language of the window and the command line.

Words match the start of a word in tags, labels, file name and caption; ``"phrases"`` match whole words; ``field:value``
is precise. Juxtaposition means AND. Terms about suggestions that are ANDed must hold for one and the same suggestion of
a photo; only labels each ask for one of their own, since a suggestion has a single label. A NOT is about all of
them.
"""

from __future__ import annotations

from tagger.store.query.condition import Condition
from tagger.store.query.first import first_ids
from tagger.store.query.listing import (
    Grain,
    GroupKey,
    Listing,
    coarser,
    count_photos,
    listing,
    photo_groups,
    photo_ids,
)
from tagger.store.query.ordering import Order
from tagger.store.query.reading import Query, parse

__all__ = [
    "Condition",
    "Grain",
    "GroupKey",
    "Listing",
    "Order",
    "Query",
    "coarser",
    "count_photos",
    "first_ids",
    "listing",
    "parse",
    "photo_groups",
    "photo_ids",
]
