"""The tables that remember what sidecars were left saying, and what others made of it."""

from __future__ import annotations

# written_tags.path: the keyword as it was spelled in the sidecar. written_sidecars: the files themselves as they were
# left, so that a change by others shows. written_regions: boxes in the frame of the stored image, as the file has them;
# theirs: another program changed or removed it since, so that it is no longer ours. settled_removals: removed tags that
# no sidecar carries any more. photo_edits.base: the value before it was set here, where based says that it is known.
# cleared_values: taken away here, while the photo itself still holds what hidden says. conflicts: set here and by
# another program, each to something else.
SIDECARS = """
ALTER TABLE written_tags ADD COLUMN path TEXT;
CREATE INDEX written_tags_tag ON written_tags(tag_id);
CREATE TABLE written_sidecars (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    name NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (photo_id, name)
) WITHOUT ROWID;
CREATE TABLE written_regions (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    suggestion_id INTEGER NOT NULL,
    schema TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL,
    theirs INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (photo_id, suggestion_id, schema)
) WITHOUT ROWID;
CREATE TABLE settled_removals (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    PRIMARY KEY (photo_id, tag_id)
) WITHOUT ROWID;
INSERT INTO settled_removals SELECT photo_id, tag_id FROM photo_tags
    WHERE removed = 1 AND photo_id NOT IN (SELECT photo_id FROM sidecars_due);
ALTER TABLE photo_edits ADD COLUMN base;
ALTER TABLE photo_edits ADD COLUMN based INTEGER NOT NULL DEFAULT 0;
CREATE TABLE cleared_values (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    hidden,
    PRIMARY KEY (photo_id, field)
) WITHOUT ROWID;
CREATE TABLE conflicts (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    property TEXT NOT NULL,
    base,
    mine,
    theirs,
    at TEXT NOT NULL,
    PRIMARY KEY (photo_id, property)
) WITHOUT ROWID;
"""
