"""What lets searches of a million photos find the first of them at once: indexes, and the list of those without a tag.

An index that ends in ``taken_at, name`` gives the photos of one value with all that sorting them takes.
"""

from __future__ import annotations

INDEXES = """
CREATE INDEX photos_camera ON photos(camera, taken_at, name) WHERE camera IS NOT NULL;
CREATE INDEX photos_lens ON photos(lens, taken_at, name) WHERE lens IS NOT NULL;
CREATE INDEX photos_format ON photos(format, taken_at, name) WHERE format IS NOT NULL;
CREATE INDEX photos_colour ON photos(colour_label, taken_at, name) WHERE colour_label IS NOT NULL;
CREATE INDEX photos_rating ON photos(rating);
CREATE INDEX photos_iso ON photos(iso) WHERE iso IS NOT NULL;
CREATE INDEX photos_f_number ON photos(f_number) WHERE f_number IS NOT NULL;
CREATE INDEX photos_exposure ON photos(exposure_s) WHERE exposure_s IS NOT NULL;
CREATE INDEX photos_focal ON photos(focal_mm) WHERE focal_mm IS NOT NULL;
CREATE INDEX suggestions_confidence ON suggestions(confidence, photo_id, label_id);
CREATE INDEX suggestions_boxed ON suggestions(photo_id, label_id) WHERE x IS NOT NULL;
CREATE TABLE untagged (photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE);
INSERT INTO untagged SELECT id FROM photos
    WHERE NOT EXISTS (SELECT 1 FROM photo_tags WHERE photo_tags.photo_id = photos.id AND removed = 0);
"""

_GAINED = "BEGIN DELETE FROM untagged WHERE photo_id = new.photo_id; END"
# An upsert that fires the trigger takes its OR IGNORE away, so it is asked first.
_LOST = """BEGIN
    INSERT INTO untagged SELECT id FROM photos WHERE id = {row}.photo_id AND NOT EXISTS
        (SELECT 1 FROM photo_tags WHERE photo_tags.photo_id = photos.id AND removed = 0)
        AND NOT EXISTS (SELECT 1 FROM untagged WHERE untagged.photo_id = photos.id);
END"""

TRIGGERS = (
    "CREATE TRIGGER untagged_photo AFTER INSERT ON photos BEGIN INSERT INTO untagged VALUES (new.id); END",
    f"CREATE TRIGGER untagged_insert AFTER INSERT ON photo_tags WHEN new.removed = 0 {_GAINED}",
    f"CREATE TRIGGER untagged_return AFTER UPDATE ON photo_tags WHEN new.removed = 0 {_GAINED}",
    f"CREATE TRIGGER untagged_remove AFTER UPDATE ON photo_tags WHEN new.removed <> 0 {_LOST.format(row='new')}",
    f"CREATE TRIGGER untagged_delete AFTER DELETE ON photo_tags {_LOST.format(row='old')}",
)
"""They keep the list of those without a tag, whoever writes."""
