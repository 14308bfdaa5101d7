"""Writing small files so that nobody ever sees half of one, and nobody's change is lost."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import FileIO

from tagger.errors import SidecarError
from tagger.metadata.packet import MAX_BYTES

_LOCKS = 4096  # so many files at most; two sidecars that share one merely wait for each other


class ChangedMeanwhile(Exception):
    """Somebody else wrote the file after it was read."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was read; ``data`` and ``mode`` are None where there was none. ``path`` is past symbolic links."""

    path: str
    data: bytes | None
    mode: int | None = None
    mtime_ns: int = 0
    bytes: int = 0


def read_version(path: str) -> Version:
    """Read a whole file with what is needed to replace it; a symbolic link is followed.

    Raises:
        SidecarError: no regular file, or a larger one than any sidecar.
        OSError: it cannot be read.
    """
    real = os.path.realpath(path)
    try:
        status = os.stat(real)
    except FileNotFoundError:
        return Version(real, None)
    if not stat.S_ISREG(status.st_mode):
        raise SidecarError(f"{os.path.basename(path)} is not a file.", "Move it away and export again.")
    if status.st_size > MAX_BYTES:
        raise SidecarError(
            f"{os.path.basename(path)} is larger than {MAX_BYTES >> 20} MB.", "Move it away and export again."
        )
    with open(real, "rb") as file:
        status = os.fstat(file.fileno())
        data = file.read(MAX_BYTES + 1)
    return Version(real, data, stat.S_IMODE(status.st_mode), status.st_mtime_ns, status.st_size)


def replace(version: Version, data: bytes) -> None:
    """Put new content in place of the version that was read, wholly or not at all, and onto the disk.

    Raises:
        ChangedMeanwhile: the file is no longer that version; nothing was written.
        OSError: it cannot be written; the file is as it was and nothing is left beside it.
    """
    with staged(version, data) as put:
        put.sync()
        put.commit()
    sync_folder(os.path.dirname(version.path))


class Staged:
    """New content beside the file it is for. Many may be staged before the first is synced, which the disk does faster.

    A process that is killed at any moment leaves the old file or the new one, and a temporary file at worst, which the
    next export of the same file overwrites.
    """

    def __init__(self, version: Version, data: bytes) -> None:
        self.version = version
        self._temporary = _temporary(version.path)
        self._file = _created(self._temporary)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[self._file.write(rest) :]
            if version.mode is not None:
                os.chmod(self._temporary, version.mode)
        except BaseException:
            self.discard()
            raise

    def sync(self) -> None:
        """Have the content on the disk."""
        with self._file:
            os.fsync(self._file.fileno())

    def commit(self) -> None:
        """Give the new content the file's name; it is there for good once the folder is synced.

        Raises:
            ChangedMeanwhile: the file is no longer the version that was read; it is as it was.
        """
        _check_unchanged(self.version)
        if self.version.data is None:
            _move_new(self._temporary, self.version.path)
        else:
            os.replace(self._temporary, self.version.path)
            self._temporary = ""

    def discard(self) -> None:
        """Leave nothing beside the file."""
        self._file.close()
        if self._temporary:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._temporary)


def sweep(path: str) -> None:
    """Delete what a process that was killed left beside a file; only under the lock of the file."""
    with contextlib.suppress(OSError):
        os.unlink(_temporary(os.path.realpath(path)))


def holds(version: Version, data: bytes) -> bool:
    """Whether the file is there now with exactly this content.

    Raises:
        OSError: it cannot be read.
    """
    with open(version.path, "rb") as file:
        return file.read(len(data) + 1) == data


@contextlib.contextmanager
def staged(version: Version, data: bytes) -> Iterator[Staged]:
    """Stage new content, and leave nothing beside the file in the end."""
    put = Staged(version, data)
    try:
        yield put
    finally:
        put.discard()


def remove(version: Version) -> None:
    """Delete the file if it is still the version that was read.

    Raises:
        ChangedMeanwhile: it is not; it stays.
        OSError: it cannot be deleted.
    """
    _check_unchanged(version)
    os.unlink(version.path)
    sync_folder(os.path.dirname(version.path))


@contextlib.contextmanager
def locked(*paths: str) -> Iterator[None]:
    """Hold the locks of files, by their real paths, against other threads and other processes on this machine.

    The locks are files in the system's folder for temporary files, so nothing is left among the user's photos. They are
    taken in the order of their numbers, so that two that want the same never wait for each other.
    """
    with contextlib.ExitStack() as held:
        folder = _lock_folder()
        for number in sorted({_lock_number(path) for path in paths}):
            descriptor = _lock_file(folder, number)
            held.callback(os.close, descriptor)
            _lock(descriptor)
        yield  # closing the files frees the locks, also when the process dies


def _lock_number(path: str) -> int:
    digest = hashlib.sha256(os.fsencode(path)).digest()
    return int.from_bytes(digest[:2], "big") % _LOCKS


def _lock_folder() -> str:
    owner = "" if sys.platform == "win32" else f"-{os.getuid()}"  # Windows has such a folder for each user
    folder = os.path.join(tempfile.gettempdir(), f"tagger-locks{owner}")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def _lock_file(folder: str, number: int) -> int:
    return os.open(
        os.path.join(folder, f"{number:03x}"),
        os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0),
        0o600,
    )


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt
        import time

        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
                return
            except OSError:
                time.sleep(0.02)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _temporary(path: str) -> str:
    """A short name beside the file, always the same: the next export overwrites what a killed process left there."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".tagger-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}.tmp")


def _created(path: str) -> FileIO:
    """A new file, in place of what a process that was killed may have left there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags, 0o666)
    except FileExistsError:
        os.unlink(path)
        descriptor = os.open(path, flags, 0o666)
    return FileIO(descriptor, "wb")  # what a full disk refuses is not tried again when it is closed


def _check_unchanged(version: Version) -> None:
    try:
        status = os.stat(version.path)
    except FileNotFoundError:
        if version.data is None:
            return
        raise ChangedMeanwhile from None
    if version.data is None or (status.st_mtime_ns, status.st_size) != (version.mtime_ns, version.bytes):
        raise ChangedMeanwhile


def _move_new(temporary: str, path: str) -> None:
    """Give the file its name only if nobody took it: a link fails where a rename would overwrite."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise ChangedMeanwhile from None
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EMLINK):
            raise
        os.rename(temporary, path)  # a file system without links, such as exFAT


def sync_folder(folder: str) -> None:
    """Have the names of a folder's files on the disk."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder or ".", os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EACCES):
            raise
    finally:
        os.close(descriptor)
