"""Writing a photo's tags into the photo itself.

The new file is made beside the old one and proven before it takes its place: the same picture (hash of the image data),
the same metadata but for ours, read by another program. A process that is killed at any moment leaves the old photo or
the new one, whole; the old one is kept beside it until the new one was read back from its place.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import io
import os
import shutil
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from tagger.errors import SidecarError
from tagger.imaging.formats import HEAD_BYTES, sniff
from tagger.imaging.image_hash import image_hash
from tagger.metadata import files
from tagger.metadata.change import Base, SidecarChange
from tagger.metadata.embedded import Embedded
from tagger.metadata.embedding import jpeg_blocks, png_blocks, tiff_blocks
from tagger.metadata.embedding.iim import Keywords
from tagger.metadata.embedding.splices import Splice, applied, pack, refusal, reversed_, unpack
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.keywords import fold
from tagger.metadata.namespaces import SUBJECT
from tagger.metadata.rewriting import rewritten
from tagger.metadata.seed import seeded_document
from tagger.metadata.xmp import XmpDocument

MAX_BYTES = 512 << 20
_OURS_EXIF = frozenset({"Exif.Image.XMLPacket", "Exif.Image.IPTCNAA", "Exif.Image.ImageResources"})
_OURS_IPTC = frozenset({"Iptc.Application2.Keywords", "Iptc.Envelope.CharacterSet", "Iptc.Application2.RecordVersion"})

Action = Literal["embedded", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What is needed to take a write back: the edits, packed, and hashes of the whole file before and after."""

    splices: bytes
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class EmbedResult:
    """What came of one photo; ``error`` says what to do about a failure."""

    photo_path: str
    action: Action
    error: str | None = None


Before = Callable[[Taken], object]


def embed(
    photo_path: str,
    change: SidecarChange,
    reader: EmbeddedReader,
    *,
    dry_run: bool = False,
    keep_time: bool = False,
    before: Before = lambda taken: None,
) -> EmbedResult:
    """Write a change into a photo. Never raises for what the disk or the file hold.

    Args:
        photo_path: the photo; a symbolic link is followed.
        change: what it shall say.
        reader: reads the metadata in a process of its own.
        dry_run: only find out whether it could be done; nothing is written.
        keep_time: leave the file's time as it is, so that other programs do not notice.
        before: called with what takes the write back, right before the new file takes the place of the old one.
    """
    path = os.path.realpath(photo_path)
    try:
        with files.locked(path):
            return EmbedResult(photo_path, _embed(path, change, reader, dry_run, keep_time, before))
    except SidecarError as error:
        return EmbedResult(photo_path, "failed", str(error))
    except OSError as error:
        message = f"{photo_path} could not be written: {error.strerror or error}. Check the disk and its permissions."
        return EmbedResult(photo_path, "failed", message)


def take_back(photo_path: str, taken: Taken) -> bool:
    """Make a photo what it was before a write, byte for byte.

    Returns:
        False, with nothing touched, if it is no longer what was written, nor what it was.

    Raises:
        OSError: it cannot be written.
        SidecarError: it is no file.
    """
    return _turn(photo_path, reversed_(unpack(taken.splices)), taken.after, taken.before)


def write_again(photo_path: str, taken: Taken) -> bool:
    """Make a photo again what a write that was taken back had made of it, byte for byte; see `take_back`."""
    return _turn(photo_path, unpack(taken.splices), taken.before, taken.after)


def _turn(photo_path: str, splices: Sequence[Splice], was: bytes, becomes: bytes) -> bool:
    """Make a photo with one digest the one with another, by edits that are known."""
    path = os.path.realpath(photo_path)
    with files.locked(path):
        data, status = _read(path)
        if _digest(data) == becomes:
            return True
        if _digest(data) != was:
            return False
        new = applied(data, splices)
        if _digest(new) != becomes:
            return False
        temporary = _beside(path, "embed")
        try:
            _write(temporary, new, path, status, keep_time=False)
            _replace(temporary, path, status)
        finally:
            _forget(temporary)
    return True


def _embed(
    path: str, change: SidecarChange, reader: EmbeddedReader, dry_run: bool, keep_time: bool, before: Before
) -> Action:
    data, status = _read(path)
    format = _format(data, path)
    was = reader.read(path)
    packet, keywords = _packet(was, change)
    if packet == was.packet:
        return "unchanged"
    splices = _edits(format, data, packet, keywords)
    new = applied(data, splices)
    if applied(new, reversed_(splices)) != data:
        raise refusal("The edit of the photo could not be taken back.")
    if dry_run:
        return "embedded"
    temporary, kept = _beside(path, "embed"), _beside(path, "original")
    try:
        _write(temporary, new, path, status, keep_time=keep_time)
        _prove(path, temporary, "RAW" if format == "DNG" else format, was, reader.read(temporary), packet)
        before(Taken(pack(splices), _digest(data), _digest(new)))
        _keep(path, kept)
        _replace(temporary, path, status)
        if _digest(_read(path)[0]) != _digest(new):
            os.replace(kept, path)
            raise refusal("The disk did not keep what was written; the photo is as it was.")
    finally:
        _forget(temporary)
        _forget(kept)
    return "embedded"


def _format(data: bytes, path: str) -> str:
    found = sniff(data[:HEAD_BYTES], path)
    if found == "RAW" and data[:4] in (b"II*\0", b"MM\0*") and tiff_blocks.is_dng(data):
        return "DNG"
    if found in ("JPEG", "PNG", "TIFF"):
        return found
    raise refusal("Only JPEG, PNG, TIFF and DNG are written into.")


def _packet(was: Embedded, change: SidecarChange) -> tuple[bytes, Keywords]:
    """The new packet, and what becomes of the keywords beside it."""
    start = was.packet
    if start is None:
        start = seeded_document(was).to_bytes()
    after = rewritten(start, dataclasses.replace(change, base=Base()), ours=False).data
    if after == start:
        return (start if was.packet is not None or change.tags else b""), Keywords((), ())
    found, now = XmpDocument.parse(start).values(SUBJECT.name), XmpDocument.parse(after).values(SUBJECT.name)
    left = {fold(word) for word in now}
    return after, Keywords(list(now), [word for word in found if fold(word) not in left])


def _edits(format: str, data: bytes, packet: bytes, keywords: Keywords) -> list[Splice]:
    if format == "JPEG":
        return jpeg_blocks.edits(data, packet, keywords)
    return png_blocks.edits(data, packet, keywords) if format == "PNG" else tiff_blocks.edits(data, packet, keywords)


def _prove(path: str, temporary: str, format: str, was: Embedded, now: Embedded, packet: bytes) -> None:
    """Prove that the new file shows the same picture and says the same but for what was to be changed."""
    if image_hash(path, format) != image_hash(temporary, format):
        raise refusal("The picture would not be the same.")
    if now.packet is None or now.packet.strip(b"\0 \r\n\t") != packet.strip(b"\0 \r\n\t"):
        raise refusal("What was written could not be read back.")
    if _others(was.exif, _OURS_EXIF) != _others(now.exif, _OURS_EXIF):
        raise refusal("The EXIF data would not be the same.")
    if _others(was.iptc, _OURS_IPTC) != _others(now.iptc, _OURS_IPTC):
        raise refusal("The IPTC data would not be the same.")


def _others(found: object, ours: frozenset[str]) -> dict[str, object]:
    return {key: value for key, value in dict(found).items() if key not in ours}  # type: ignore[call-overload]


def _read(path: str) -> tuple[bytes, os.stat_result]:
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise refusal("It is no file.")
    if status.st_size > MAX_BYTES:
        raise refusal(f"The photo is larger than {MAX_BYTES >> 20} MB.")
    with open(path, "rb") as file:
        return file.read(), os.fstat(file.fileno())


def _write(temporary: str, data: bytes, like: str, status: os.stat_result, *, keep_time: bool) -> None:
    _forget(temporary)
    with open(temporary, "xb") as file:
        shutil.copyfileobj(io.BytesIO(data), file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())
    shutil.copystat(like, temporary)
    if not keep_time:
        os.utime(temporary)


def _keep(path: str, kept: str) -> None:
    """The old file under a second name; where the disk knows no such thing, a copy of it."""
    _forget(kept)
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)


def _replace(temporary: str, path: str, status: os.stat_result) -> None:
    now = os.stat(path)
    if (now.st_mtime_ns, now.st_size) != (status.st_mtime_ns, status.st_size):
        raise refusal("Another program wrote the photo meanwhile.")
    os.replace(temporary, path)
    files.sync_folder(os.path.dirname(path))


def _beside(path: str, what: str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".tagger-{what}-{hashlib.sha256(os.fsencode(name)).hexdigest()[:16]}.tmp")


def _forget(path: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def names_beside(path: str) -> Sequence[str]:
    """The files that a killed write may leave beside a photo; the next write of it removes them."""
    return [_beside(os.path.realpath(path), what) for what in ("embed", "original")]
