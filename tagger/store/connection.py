"""Connections to one SQLite file: a thread that writes, and one read-only connection for each thread that reads.

Measured reasons: a deferred transaction that reads and then writes fails at once with SQLITE_BUSY_SNAPSHOT when
another process wrote in between, so the writer always begins immediately; and a connection is bound to the thread that
opened it.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from tagger.errors import DamagedLibrary, LibraryError
from tagger.store.database import Database
from tagger.store.distance import DISTANCE, distance_km
from tagger.store.natural import NATURAL, natural

T = TypeVar("T")
BUSY_TIMEOUT_S = 15.0
BACKUPS_SUFFIX = ".backups"
"""After the name of a library: the folder beside it that has its automatic backups."""

_ADVICE = {
    sqlite3.SQLITE_BUSY: "Another program holds the library; close it or wait a moment.",
    sqlite3.SQLITE_READONLY: "Make the library's folder writable, or choose another library with --library.",
    sqlite3.SQLITE_IOERR: "The disk reported an error; check it, then try again.",
    sqlite3.SQLITE_CORRUPT: (
        "Restore the last backup with: tagger check --repair. Your photos and sidecars are unharmed."
    ),
    sqlite3.SQLITE_FULL: "Free some space on the disk, then try again.",
    sqlite3.SQLITE_CANTOPEN: "Check that the folder exists and that you may write there.",
    sqlite3.SQLITE_PROTOCOL: "The library may lie on a network drive, where locking fails; move it to a local disk.",
    sqlite3.SQLITE_NOTADB: "This is not a Tagger library; choose another file with --library.",
}


def environment_error(error: sqlite3.Error, path: Path) -> LibraryError | None:
    """The fault of the environment behind an SQLite error, with advice; None where it is a bug of this program."""
    code = getattr(error, "sqlite_errorcode", None)
    advice = _ADVICE.get(code & 0xFF) if code is not None else None
    if advice is None or code is None:
        return None
    # What does not even begin as a library is one that was overwritten only where there are backups of it.
    overwritten = code & 0xFF == sqlite3.SQLITE_NOTADB and path.with_name(path.name + BACKUPS_SUFFIX).is_dir()
    if code & 0xFF == sqlite3.SQLITE_CORRUPT or overwritten:
        return DamagedLibrary(f"The library {path} is damaged: {error}.", _ADVICE[sqlite3.SQLITE_CORRUPT], path)
    return LibraryError(f"The library {path} cannot be used: {error}.", advice)


@contextlib.contextmanager
def environment_faults(path: Path) -> Iterator[None]:
    """Turn SQLite's errors that are the environment's fault into `LibraryError`."""
    try:
        yield
    except sqlite3.Error as error:
        fault = environment_error(error, path)
        if fault is None:
            raise
        raise fault from error


def open_writable(path: Path) -> Database:
    """A connection that may write, for the thread that calls this."""
    return _with_functions(sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None))


def is_frozen(path: Path) -> bool:
    """Whether nobody here can write beside the file, and nothing waits in a log beside it."""
    log = Path(f"{path}-wal")
    return path.exists() and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def is_read_only(path: Path) -> bool:
    """Whether a file that is there cannot be written: its folder has to take the log as well."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def use_wal(db: Database) -> None:
    """Let readers read while somebody writes, from now on and for every process.

    Two processes that switch a new file at once would both have to wait for the other: there SQLite does not wait at
    all but refuses one (measured: in half of the cases), so the waiting is done here.
    """
    deadline = time.monotonic() + BUSY_TIMEOUT_S
    while True:
        try:
            db.conn.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            db.conn.execute("PRAGMA synchronous = NORMAL")
            return


def open_readonly(path: Path) -> Database:
    """A read-only connection. Only its closing may come from another thread than the one that reads."""
    uri = f"file:{quote(os.fsencode(path))}?mode=ro"
    if is_frozen(path):
        uri += "&immutable=1"  # SQLite could not make the files that it keeps beside one in use
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cache_size = -16000")
    return _with_functions(connection)


def _with_functions(connection: sqlite3.Connection) -> Database:
    """What the search language needs beyond SQLite, which is built without mathematics in places."""
    connection.create_function(DISTANCE, 4, distance_km, deterministic=True)
    connection.create_function(NATURAL, 1, natural, deterministic=True)
    return Database(connection)


class Writer:
    """The thread that owns the writing connection. Each call runs in one ``BEGIN IMMEDIATE`` transaction, in order."""

    def __init__(self, path: Path, prepare: Callable[[Database], None]) -> None:
        """Start the thread; ``prepare`` runs in it once, on the fresh connection.

        Raises:
            LibraryError: the file cannot be opened or prepared.
        """
        self._path = path
        self._prepare = prepare
        self._queue: queue.SimpleQueue[tuple[Callable[[Database], Any], Future[Any], bool] | None] = queue.SimpleQueue()
        self._closed = False
        self._lock = threading.Lock()
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(opened,), name=f"writer {path.name}")
        self._thread.start()
        try:
            opened.result()
        except BaseException:
            # Also when it is the user who interrupts: a thread that opened after all must not wait for work for ever.
            self.close()
            raise

    def submit(self, fn: Callable[[Database], T], *, durable: bool = False) -> Future[T]:
        """Run ``fn(db)`` in its own transaction; its result or error arrives in the future.

        Args:
            fn: What to do.
            durable: Have it, and all before it, on the disk when the future is done, as a power cut may follow. Else
                a crash of the program loses nothing, and a power cut the last moments (SQLite's ``synchronous=NORMAL``
                in WAL mode, which waits for no disk).

        Raises:
            LibraryError: the library is closed.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise LibraryError("The library is closed.")
            self._queue.put((fn, future, durable))
        return future

    def close(self) -> None:
        """Finish what is queued, then close the connection."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._queue.put(None)
        self._thread.join()

    def _run(self, opened: Future[None]) -> None:
        db = None
        try:
            with environment_faults(self._path):
                db = open_writable(self._path)
                self._prepare(db)
        except BaseException as error:  # noqa: BLE001 - delivered to the opener, whatever it is
            if db is not None:
                db.close()
            opened.set_exception(error)
            return
        opened.set_result(None)
        while (item := self._queue.get()) is not None:
            self._execute(db, *item)
        with contextlib.suppress(sqlite3.Error):
            db.execute("PRAGMA optimize")
        db.close()

    def _execute(self, db: Database, fn: Callable[[Database], Any], future: Future[Any], durable: bool) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            with environment_faults(self._path), _synchronous(db, on=durable):
                result = in_transaction(db, fn)
        except BaseException as error:  # noqa: BLE001 - delivered to whoever waits
            future.set_exception(error)
        else:
            future.set_result(result)


@contextlib.contextmanager
def _synchronous(db: Database, *, on: bool) -> Iterator[None]:
    """Let each commit wait for the disk meanwhile; the setting cannot be changed within a transaction."""
    if not on:
        yield
        return
    db.conn.execute("PRAGMA synchronous = FULL")
    try:
        yield
    finally:
        db.conn.execute("PRAGMA synchronous = NORMAL")


class Refusal:
    """Stands for the writer of a library that cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def submit(self, _fn: Callable[[Database], T], *, durable: bool = False) -> Future[T]:
        """Refuse: the error arrives in the future."""
        future: Future[T] = Future()
        future.set_exception(
            LibraryError(
                f"The library {self._path} is read-only: photos can be looked at and searched, nothing can be changed.",
                "Make the file and its folder writable, then open it again.",
            )
        )
        return future

    def close(self) -> None:
        """There is nothing to end."""


def in_transaction(db: Database, fn: Callable[[Database], T]) -> T:
    """Run ``fn(db)`` in one ``BEGIN IMMEDIATE`` transaction on the current thread's connection."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        result = fn(db)
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise
    return result


class _Held:
    """A thread's hold on its connection, gone with the thread."""

    __slots__ = ("__weakref__", "db")

    def __init__(self, db: Database) -> None:
        self.db = db


class Readers:
    """One read-only connection for each thread that asks, closed when the thread ends, or all together."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._lock = threading.RLock()  # a thread's end may be noticed anywhere, also while this thread holds the lock
        self._connections: dict[int, Database] = {}

    def read(self, fn: Callable[[Database], T]) -> T:
        """Run ``fn(db)`` on this thread's connection, on one snapshot of the library."""
        with environment_faults(self._path):
            db = self._connection()
            db.conn.execute("BEGIN")
            try:
                return fn(db)
            finally:
                if db.conn.in_transaction:  # SQLite itself rolls back after some errors of the disk
                    db.conn.execute("ROLLBACK")

    def _connection(self) -> Database:
        held: _Held | None = getattr(self._local, "held", None)
        if held is None:
            db = open_readonly(self._path)
            with self._lock:
                self._connections[id(db)] = db
            held = self._local.held = _Held(db)
            weakref.finalize(held, self._drop, id(db)).atexit = False
        return held.db

    def _drop(self, key: int) -> None:
        with self._lock:
            db = self._connections.pop(key, None)
        if db is not None:
            db.close()

    def close(self) -> None:
        """Close every connection; call it when no thread reads any more."""
        with self._lock:
            connections = list(self._connections.values())
            self._connections.clear()
            self._local = threading.local()
        for db in connections:
            db.close()
