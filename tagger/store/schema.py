"""The library's tables, as migrations that are only ever appended; a migration's name is fixed for ever."""

from __future__ import annotations

import os
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from tagger.errors import LibraryError, NewerLibraryError
from tagger.store.connection import in_transaction, use_wal

migrations = Migrations("tagger")

# AUTOINCREMENT where the journal remembers ids: the number of something deleted must never name something else.
_FIRST = """
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
_WINDOW = """
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
_SERVICES = """
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


@migrations()
def m001_first(db: Database) -> None:
    """The tables of version 0.1."""
    _execute(db, _FIRST)
    photos = db.table("photos")
    photos.enable_fts(["name", "caption"], create_triggers=True, tokenize="unicode61 remove_diacritics 2")


@migrations()
def m002_window(db: Database) -> None:
    """Colour labels and edits of photos, pinned tags and synonyms, saved searches."""
    _execute(db, _WINDOW)


@migrations()
def m003_services(db: Database) -> None:
    """What was sent to services and what it cost, their quotas, what must never be sent."""
    _execute(db, _SERVICES)


def prepare(db: Database, path: Path) -> None:
    """Bring the library up to this program's version; one of an earlier version is copied beside itself before.

    Raises:
        NewerLibraryError: a later version has migrated it.
        LibraryError: it is the database of another program.
    """
    _refuse_others(db)  # before anything is written: switching to WAL already changes the file
    _back_up(db, path)
    use_wal(db)
    # Two processes may start on one library: the second waits for the first one's migration, then finds nothing to do.
    in_transaction(db, _migrate)
    db.conn.execute("PRAGMA foreign_keys = ON")


def _migrate(db: Database) -> None:
    _refuse_others(db)
    migrations.apply(db)


def _back_up(db: Database, path: Path) -> None:
    """Keep the library as it was before a migration. Nothing is copied twice, also when two programs start at once."""
    applied, pending = migrations.applied(db), migrations.pending(db)
    copy = path.with_name(f"{path.name}.before-{pending[0].name}") if pending else path
    if not applied or not pending or copy.exists():
        return
    part = path.with_name(f"{copy.name}.{os.getpid()}.part")
    try:
        db.conn.execute("VACUUM INTO ?", (str(part),))
        os.replace(part, copy)
    except OSError as error:
        raise LibraryError(
            f"The library cannot be copied to {copy} before it is brought up to date: {error.strerror}.",
            "Make its folder writable and free some space, then try again.",
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _execute(db: Database, script: str) -> None:
    for statement in script.split(";"):
        if statement.strip():
            db.conn.execute(statement)


def _refuse_others(db: Database) -> None:
    known = {migration.name for migration in migrations._migrations}
    applied = [migration.name for migration in migrations.applied(db)]
    unknown = [name for name in applied if name not in known]
    if unknown:
        raise NewerLibraryError(
            f"This library was written by a later version of Tagger ({unknown[-1]}).",
            "Install that version, or choose another library with --library.",
        )
    if not applied and db.table_names():
        raise LibraryError(
            "This file is the database of another program, not a library of Tagger.",
            "Choose another file with --library.",
        )
