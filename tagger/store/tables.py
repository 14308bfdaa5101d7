"""The library's tables, as each migration makes or extends them; what is out is never changed."""

from __future__ import annotations

TOKENIZER = "unicode61 remove_diacritics 2"
"""How names and captions are cut into words."""

# AUTOINCREMENT where the journal remembers ids: the number of something deleted must never name something else.
FIRST = """
CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    path NOT NULL UNIQUE,
    added_at TEXT NOT NULL
);
CREATE TABLE photos (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
    path NOT NULL UNIQUE,
    directory NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT,
    bytes INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sidecar_bytes INTEGER,
    sidecar_mtime_ns INTEGER,
    format TEXT,
    width INTEGER,
    height INTEGER,
    orientation INTEGER NOT NULL DEFAULT 1,
    phash INTEGER,
    taken_at TEXT,
    camera TEXT,
    lens TEXT,
    rating INTEGER,
    caption TEXT,
    latitude REAL,
    longitude REAL,
    added_at TEXT NOT NULL
);
CREATE INDEX photos_directory ON photos(directory, id);
CREATE INDEX photos_taken ON photos(taken_at, name, id);
CREATE INDEX photos_not_ok ON photos(state) WHERE state <> 'ok';

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL UNIQUE
);
CREATE TABLE photo_tags (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    origin TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (photo_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX photo_tags_tag ON photo_tags(tag_id, removed);
CREATE TABLE sidecars_due (photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE);

CREATE TABLE labels (
    id INTEGER PRIMARY KEY,
    backend TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parents TEXT NOT NULL DEFAULT '[]',
    tag TEXT NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    UNIQUE (backend, name, kind)
);
CREATE TABLE suggestions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    label_id INTEGER NOT NULL REFERENCES labels(id),
    operation TEXT NOT NULL,
    model TEXT NOT NULL,
    confidence REAL NOT NULL,
    x REAL, y REAL, w REAL, h REAL,
    decision TEXT NOT NULL DEFAULT 'suggested',
    decided_at TEXT
);
CREATE INDEX suggestions_photo ON suggestions(photo_id);
CREATE INDEX suggestions_label ON suggestions(label_id, decision, photo_id);

CREATE TABLE results (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    backend TEXT NOT NULL,
    operation TEXT NOT NULL,
    model TEXT NOT NULL,
    done_at TEXT NOT NULL,
    PRIMARY KEY (photo_id, backend, operation)
) WITHOUT ROWID;
CREATE TABLE photo_facts (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    backend TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (photo_id, backend, name)
) WITHOUT ROWID;
CREATE TABLE embeddings (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    backend TEXT NOT NULL,
    model TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (photo_id, backend)
);

CREATE TABLE workers (
    owner TEXT PRIMARY KEY,
    pid INTEGER NOT NULL,
    heartbeat REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY,
    backend TEXT NOT NULL,
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    operation TEXT NOT NULL,
    state TEXT NOT NULL,
    owner TEXT,
    handle TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0,
    error TEXT,
    UNIQUE (backend, photo_id, operation)
);
CREATE INDEX jobs_state ON jobs(backend, state, not_before, id);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    title TEXT NOT NULL,
    changes TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE journal_files (
    id INTEGER PRIMARY KEY,
    journal_id INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE,
    photo_id INTEGER NOT NULL,
    path NOT NULL,
    before BLOB,
    after BLOB NOT NULL
);
CREATE INDEX journal_files_entry ON journal_files(journal_id);
"""

# photo_edits: what of a photo was set here and is not in its sidecar yet, so that no re-read overwrites it.
# tags.made: made by the user, so listed also while no photo carries it. journal_files.fields: the edits it took over.
# suggestions.seen: where the backend saw it, if a human moved its box since, so that no re-run suggests it there again.
# synonyms: the key first, since the integrity check of SQLite 3.40 takes a column before it for one that is NULL.
WINDOW = """
ALTER TABLE photos ADD COLUMN colour_label TEXT;
CREATE INDEX photos_name ON photos(name, id);
CREATE TABLE photo_edits (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    PRIMARY KEY (photo_id, field)
) WITHOUT ROWID;
ALTER TABLE tags ADD COLUMN pinned INTEGER;
ALTER TABLE tags ADD COLUMN used_at TEXT;
ALTER TABLE tags ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal_files ADD COLUMN fields TEXT;
CREATE TABLE synonyms (
    tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (tag_id, folded)
) WITHOUT ROWID;
CREATE TABLE searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    query TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE written_tags (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    PRIMARY KEY (photo_id, tag_id)
) WITHOUT ROWID;
ALTER TABLE suggestions ADD COLUMN seen TEXT;
CREATE INDEX suggestions_waiting ON suggestions(label_id, confidence, id) WHERE decision = 'suggested';
CREATE INDEX suggestions_undecided ON suggestions(photo_id, label_id) WHERE decision = 'suggested';
CREATE TABLE removed_folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path NOT NULL,
    added_at TEXT NOT NULL,
    kept INTEGER NOT NULL,
    journal_id INTEGER
);
CREATE TABLE removed_photos (
    removed_id INTEGER NOT NULL REFERENCES removed_folders(id) ON DELETE CASCADE,
    path NOT NULL,
    photo_id INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (removed_id, path)
);
CREATE INDEX removed_photos_path ON removed_photos(path);
"""

# sends and costs outlive photos and backends: they say what was sent where, and what it may have cost.
SERVICES = """
ALTER TABLE jobs ADD COLUMN faults INTEGER NOT NULL DEFAULT 0;
CREATE TABLE sends (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at REAL NOT NULL,
    day TEXT NOT NULL,
    backend TEXT NOT NULL,
    operation TEXT NOT NULL,
    photo_id INTEGER NOT NULL,
    path NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    millionths INTEGER NOT NULL,
    status TEXT NOT NULL
);
CREATE INDEX sends_photo ON sends(photo_id, backend);
CREATE TABLE costs (
    backend TEXT NOT NULL,
    day TEXT NOT NULL,
    millionths INTEGER NOT NULL,
    PRIMARY KEY (backend, day)
) WITHOUT ROWID;
CREATE TABLE quotas (
    backend TEXT PRIMARY KEY,
    remaining INTEGER NOT NULL,
    at REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE never_upload (
    kind TEXT NOT NULL,
    value NOT NULL,
    PRIMARY KEY (kind, value)
) WITHOUT ROWID;
"""

# photos.image_hash: of the image data alone, so that a photo is known again wherever it went and whatever was written
# into it. photos.stack_id: the photo that stands for the shot this one belongs to. folders.volume: which drive it is
# on, with the path on it, so that it is found again wherever that drive appears; away_since: it is not there now.
# removed_folders.patterns: what of it counted before and after, where only some of its photos left.
# photo_regions: no id, since what is brought back must not meet a number that another one has by then.
# arrivals: files that came newly to their path and show a picture that is known, until it is clear whose they are;
# former: the hash of what was there before; asked: only the user can tell. stacks_due: where to look for stacks again.
# What earlier versions read has no hash yet: no file has the time -1, so the next indexing reads it again.
ARCHIVE = """
ALTER TABLE photos ADD COLUMN image_hash BLOB;
ALTER TABLE photos ADD COLUMN stack_id INTEGER;
ALTER TABLE photos ADD COLUMN taken_offset TEXT;
ALTER TABLE photos ADD COLUMN exposure_s REAL;
ALTER TABLE photos ADD COLUMN f_number REAL;
ALTER TABLE photos ADD COLUMN iso INTEGER;
ALTER TABLE photos ADD COLUMN focal_mm REAL;
ALTER TABLE photos ADD COLUMN altitude_m REAL;
ALTER TABLE photos ADD COLUMN title TEXT;
CREATE INDEX photos_image_hash ON photos(image_hash) WHERE image_hash IS NOT NULL;
CREATE INDEX jobs_photo ON jobs(photo_id);
CREATE INDEX photos_stack ON photos(stack_id) WHERE stack_id IS NOT NULL;
CREATE INDEX photos_place ON photos(latitude, longitude) WHERE latitude IS NOT NULL;
CREATE TABLE arrivals (
    photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE,
    former BLOB,
    at REAL NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX arrivals_former ON arrivals(former) WHERE former IS NOT NULL;
CREATE TABLE stacks_due (directory NOT NULL PRIMARY KEY);
INSERT INTO stacks_due SELECT DISTINCT directory FROM photos;
UPDATE photos SET mtime_ns = -1 WHERE state = 'ok';
CREATE TABLE photo_regions (
    photo_id INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL,
    source TEXT NOT NULL
);
CREATE INDEX photo_regions_photo ON photo_regions(photo_id);
CREATE INDEX photo_regions_name ON photo_regions(name, kind, photo_id);
ALTER TABLE folders ADD COLUMN volume TEXT;
ALTER TABLE folders ADD COLUMN volume_path;
ALTER TABLE folders ADD COLUMN network INTEGER NOT NULL DEFAULT 0;
ALTER TABLE folders ADD COLUMN away_since TEXT;
ALTER TABLE folders ADD COLUMN include TEXT NOT NULL DEFAULT '[]';
ALTER TABLE folders ADD COLUMN exclude TEXT NOT NULL DEFAULT '[]';
ALTER TABLE removed_folders ADD COLUMN patterns TEXT;
ALTER TABLE removed_folders ADD COLUMN root TEXT;
CREATE INDEX photos_folder ON photos(folder_id, id);
"""

# photo_prints.turned: eight hashes of 8 bytes; photos.phash is the first, for search and for who reads the table.
# not_duplicates and compared know photos by numbers that are never given again, so they outlive their being put away.
# held_files: what a cleanup moved out of the way, each row written before its file moves; photo: all that was known of
# the photo, for the row of its own file. state: moving, held, returning, back, trashed, lost.
# duplicate_members.bits: from the keeper; turn: the EXIF orientation in which it looks like the keeper. compared: pairs
# that were looked at closely, so that none is twice; score NULL: one is no part of the other.
DUPLICATES = """
CREATE TABLE photo_prints (
    photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE,
    turned BLOB NOT NULL,
    detail REAL NOT NULL,
    sharpness REAL
);
CREATE TABLE duplicate_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
);
CREATE TABLE duplicate_members (
    photo_id INTEGER PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES duplicate_groups(id) ON DELETE CASCADE,
    keeper INTEGER NOT NULL DEFAULT 0,
    found_by TEXT NOT NULL,
    bits INTEGER,
    certainty REAL NOT NULL,
    turn INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX duplicate_members_group ON duplicate_members(group_id, photo_id);
CREATE TABLE not_duplicates (
    first INTEGER NOT NULL,
    second INTEGER NOT NULL,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX not_duplicates_second ON not_duplicates(second);
CREATE TABLE compared (
    first INTEGER NOT NULL,
    second INTEGER NOT NULL,
    score REAL,
    bits INTEGER,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX compared_second ON compared(second);
CREATE TABLE cleanups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    title TEXT NOT NULL
);
CREATE TABLE held_files (
    id INTEGER PRIMARY KEY,
    cleanup_id INTEGER NOT NULL REFERENCES cleanups(id) ON DELETE CASCADE,
    photo_id INTEGER NOT NULL,
    keeper_id INTEGER NOT NULL,
    path NOT NULL,
    held_path NOT NULL,
    bytes INTEGER NOT NULL,
    state TEXT NOT NULL,
    photo BLOB,
    link TEXT
);
CREATE INDEX held_files_cleanup ON held_files(cleanup_id, photo_id);
CREATE INDEX held_files_state ON held_files(state) WHERE state IN ('moving', 'returning', 'lost');
CREATE TABLE duplicate_search (
    name TEXT PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID;
"""
