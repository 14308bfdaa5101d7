"""An edit of a file as the few bytes that differ, so that it can be taken back exactly without a copy of the file."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tagger.errors import SidecarError


@dataclass(frozen=True, slots=True)
class Splice:
    """At this place of the file, ``old`` becomes ``new``."""

    at: int
    old: bytes
    new: bytes


def refusal(reason: str) -> SidecarError:
    """The error for a photo that cannot be written into."""
    return SidecarError(reason, "Its tags can be written into a sidecar instead.")


def applied(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The file with these edits.

    Raises:
        SidecarError: it is not the file that they were made for.
    """
    parts, at = [], 0
    for each in sorted(splices, key=lambda splice: splice.at):
        if each.at < at or data[each.at : each.at + len(each.old)] != each.old:
            raise refusal("The photo is not what it was when its metadata was read.")
        parts += [data[at : each.at], each.new]
        at = each.at + len(each.old)
    return b"".join([*parts, data[at:]])


def reversed_(splices: Iterable[Splice]) -> list[Splice]:
    """The edits that take these back."""
    found, moved = [], 0
    for each in sorted(splices, key=lambda splice: splice.at):
        found.append(Splice(each.at + moved, each.new, each.old))
        moved += len(each.new) - len(each.old)
    return found


def pack(splices: Sequence[Splice]) -> bytes:
    """Edits as they are kept."""
    rows = [[s.at, *(base64.b64encode(part).decode("ascii") for part in (s.old, s.new))] for s in splices]
    return zlib.compress(json.dumps(rows).encode("ascii"))


def unpack(data: bytes) -> list[Splice]:
    """The edits behind `pack`."""
    return [
        Splice(at, base64.b64decode(old), base64.b64decode(new)) for at, old, new in json.loads(zlib.decompress(data))
    ]
