"""From a backend's label to a tag."""

from __future__ import annotations

from tagger.entities import TAG_SEPARATOR, Detection, TagPath
from tagger.metadata.keywords import sanitise
from tagger.recognition.backend import BackendType


def tag_for(backend_type: BackendType, detection: Detection) -> TagPath | None:
    """The tag of a detection: its place in the backend's own map, else its name under the parents the service gave.

    None where the label is nothing but characters that no tag may have.
    """
    mapped = backend_type.tag_for(detection.label)
    if mapped is not None:
        return mapped
    names = [sanitise(name) for name in (*detection.parents, detection.label)]
    if not names[-1]:
        return None
    return TagPath(TAG_SEPARATOR.join(_capitalised(name) for name in names if name))


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
