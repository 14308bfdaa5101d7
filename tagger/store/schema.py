"""Bringing a library up to date: migrations that are only ever appended; a migration's name is fixed for ever."""

from __future__ import annotations

import os
from pathlib import Path

from tagger.errors import LibraryError, NewerLibraryError
from tagger.store import exporting_tables, group_decisions, indexes, orders, sidecar_tables, tables
from tagger.store.connection import in_transaction, use_wal
from tagger.store.database import Database
from tagger.store.migrations import Migrations

migrations = Migrations("tagger")


@migrations()
def m001_first(db: Database) -> None:
    """The tables of version 0.1."""
    _execute(db, tables.FIRST)
    photos = db.table("photos")
    photos.enable_fts(["name", "caption"], create_triggers=True, tokenize=tables.TOKENIZER)


@migrations()
def m002_window(db: Database) -> None:
    """Colour labels and edits of photos, pinned tags and synonyms, saved searches."""
    _execute(db, tables.WINDOW)


@migrations()
def m003_services(db: Database) -> None:
    """What was sent to services and what it cost, their quotas, what must never be sent."""
    _execute(db, tables.SERVICES)


@migrations()
def m004_archive(db: Database) -> None:
    """Identity of photos and of drives, stacks, exposure, regions; what makes searches of a million photos quick."""
    _execute(db, tables.ARCHIVE)
    _execute(db, indexes.INDEXES)
    for trigger in indexes.TRIGGERS:
        db.conn.execute(trigger)


@migrations()
def m005_sidecars(db: Database) -> None:
    """What was written into sidecars, to tell one's own changes from those of others; and conflicts with them."""
    _execute(db, sidecar_tables.SIDECARS)


@migrations()
def m006_duplicates(db: Database) -> None:
    """Prints of photos, groups of near-duplicates, what was said not to be one."""
    _execute(db, tables.DUPLICATES)


@migrations()
def m007_exporting(db: Database) -> None:
    """Categories of keyword lists; what was written into photos themselves."""
    _execute(db, exporting_tables.CATEGORY)
    _execute(db, exporting_tables.EMBEDDED)


@migrations()
def m008_decided(db: Database) -> None:
    """What the user decided of near-duplicates: marks, chosen keepers, stacks of one's own, when pairs were parted."""
    _execute(db, group_decisions.TABLES)
    for trigger in group_decisions.TRIGGERS:
        db.conn.execute(trigger)


@migrations()
def m009_orders(db: Database) -> None:
    """What sorts a million photos by name or by confidence without looking at all of them."""
    _execute(db, orders.ORDERS)
    for trigger in orders.TRIGGERS:
        db.conn.execute(trigger)


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


def refuse_unless_current(db: Database) -> None:
    """Refuse a library that this program would have to change before it can be used.

    Raises:
        LibraryError: it is of another version, or of another program.
    """
    _refuse_others(db)
    if migrations.pending(db):
        raise LibraryError(
            "The library was written by an earlier version of Tagger, and is read-only.",
            "Make the file and its folder writable once, so that it can be brought up to date.",
        )


def _migrate(db: Database) -> None:
    _refuse_others(db)
    migrations.apply(db)


def _back_up(db: Database, path: Path) -> None:
    """Keep the library as it was before a migration. Nothing is copied twice, also when two programs start at once."""
    applied, pending = migrations.applied(db), migrations.pending(db)
    copy = path.with_name(f"{path.name}.before-{pending[0]}") if pending else path
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
    tables = db.table_names()  # before what was applied: another process may migrate the library in between
    applied = migrations.applied(db)
    unknown = [name for name in applied if name not in migrations.names]
    if unknown:
        raise NewerLibraryError(
            f"This library was written by a later version of Tagger ({unknown[-1]}).",
            "Install that version, or choose another library with --library.",
        )
    if not applied and tables:
        raise LibraryError(
            "This file is the database of another program, not a library of Tagger.",
            "Choose another file with --library.",
        )
