"""Only one program at a time moves files of a library."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from filelock import FileLock, Timeout

from tagger.errors import LibraryError
from tagger.progress import Control
from tagger.store import Store

_ASK_S = 0.2


@contextlib.contextmanager
def locked(store: Store, control: Control | None = None) -> Iterator[None]:
    """Wait until no other program and no other thread moves files, and be the one that does.

    The lock is the system's, on a file beside the library, and free again as soon as its holder dies.

    Raises:
        Cancelled: by ``control``, while waiting.
        LibraryError: the file cannot be made, as on a full disk.
    """
    control = control or Control()
    lock = _lock(store)
    while not _acquired(lock, _ASK_S):
        control.checkpoint()
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def locked_now(store: Store) -> Iterator[bool]:
    """The lock of `locked` if nobody has it; whether it was to be had."""
    lock = _lock(store)
    got = _acquired(lock, 0)
    try:
        yield got
    finally:
        if got:
            lock.release()


def _lock(store: Store) -> FileLock:
    return FileLock(f"{store.path}.cleanup.lock")


def _acquired(lock: FileLock, seconds: float) -> bool:
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        return False
    except OSError as error:
        raise LibraryError(
            f"{lock.lock_file} cannot be made, without which two programs might move the same files: {error.strerror}.",
            "Make the folder of the library writable and free some space.",
        ) from error
    return True
