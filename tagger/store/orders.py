"""What gives the first photos of a million by their names, or by their surest suggestion, at once.

The keys of names stand in a table of their own: an index over a function of this program would keep every other one
from even checking the file.
"""

from __future__ import annotations

from tagger.store.natural import NATURAL

ORDERS = f"""
CREATE TABLE natural_names (
    key TEXT NOT NULL,
    photo_id INTEGER NOT NULL,
    PRIMARY KEY (key, photo_id)
) WITHOUT ROWID;
INSERT INTO natural_names SELECT {NATURAL}(name), id FROM photos ORDER BY 1, 2;
CREATE INDEX suggestions_surest ON suggestions(confidence, photo_id, label_id) WHERE decision = 'suggested';
"""

_CAME = f"INSERT INTO natural_names VALUES ({NATURAL}(new.name), new.id);"
_WENT = f"DELETE FROM natural_names WHERE key = {NATURAL}(old.name) AND photo_id = old.id;"

_RENAMED = "WHEN new.name IS NOT old.name"

TRIGGERS = (
    f"CREATE TRIGGER natural_names_insert AFTER INSERT ON photos BEGIN {_CAME} END",
    f"CREATE TRIGGER natural_names_delete AFTER DELETE ON photos BEGIN {_WENT} END",
    f"CREATE TRIGGER natural_names_update AFTER UPDATE OF name ON photos {_RENAMED} BEGIN {_WENT} {_CAME} END",
)
"""They keep the keys, whoever writes."""
