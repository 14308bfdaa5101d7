"""What a sidecar says by itself, for comparing it with what this program left there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence

from tagger.entities import SidecarState, TagPath
from tagger.errors import SidecarError
from tagger.metadata import keywords, values
from tagger.metadata.embedded import Embedded
from tagger.metadata.facts import caption_of, place_of, rating_of
from tagger.metadata.files import read_version
from tagger.metadata.keywords import fold, join
from tagger.metadata.namespaces import HIERARCHICAL_SUBJECT, LABEL, SIDECAR_FOR_EXTENSION, TAGS_LIST
from tagger.metadata.sidecar_names import is_for
from tagger.metadata.xmp import XmpDocument


def digest(data: bytes) -> bytes:
    """What a file's content is known by, 16 bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()


def state_of(path: str, data: bytes, document: XmpDocument | None = None) -> SidecarState:
    """What a sidecar with this content says.

    Args:
        path: of the file.
        data: its content.
        document: the content parsed, if it is already.

    Raises:
        SidecarError: it cannot be understood.
    """
    document = document or XmpDocument.parse(data)
    tags = keywords.tag_paths(document.hierarchical(), document.flat())
    return SidecarState(
        os.path.basename(path),
        digest(data),
        tags,
        rating_of({}, [document]),
        values.line(document.text(LABEL)),
        caption_of(Embedded(), [document]),
        tuple(_apart(document, tags)),
        *place_of({}, [document])[:2],
    )


def _apart(document: XmpDocument, tags: Sequence[TagPath]) -> Iterator[TagPath]:
    """Tags that only one of the two properties has that this program always writes together."""
    both = []
    for prop in (TAGS_LIST, HIERARCHICAL_SUBJECT):
        found = (keywords.split(value, prop.separator or "") for value in document.values(prop.name))
        both.append({fold(join(names)) for names in found})
    if all(both):
        yield from (tag for tag in tags if (fold(tag) in both[0]) != (fold(tag) in both[1]))


def read_states(photo_path: str, sidecars: Sequence[str]) -> tuple[SidecarState, ...]:
    """What the sidecars of a photo say, each by itself; those that cannot be read or are another photo's are left out.

    Args:
        photo_path: the photo.
        sidecars: see `sidecar_names.sidecars_to_read`.
    """
    return tuple(_read(photo_path, sidecars))


def _read(photo_path: str, sidecars: Sequence[str]) -> Iterator[SidecarState]:
    full_name = f"{os.path.basename(photo_path)}.xmp".casefold()
    for path in sidecars:
        try:
            data = read_version(path).data or b""
            document = XmpDocument.parse(data)
        except (OSError, SidecarError):
            continue
        stated = document.text(SIDECAR_FOR_EXTENSION)
        if os.path.basename(path).casefold() == full_name or is_for(photo_path, stated):
            yield state_of(path, data, document)
