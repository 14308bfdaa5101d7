"""Photos and suggestions as the JSON objects that programs outside rely on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tagger.entities import Box, Photo, Suggestion

Record = dict[str, Any]


def photo(photo: Photo) -> Record:
    """All that is known of a photo; width and height are of the upright photo, facts that are not known are None."""
    facts = photo.facts
    known_place = facts.latitude is not None and facts.longitude is not None
    return {
        "path": photo.path,
        "width": photo.width,
        "height": photo.height,
        "format": photo.format,
        "bytes": photo.bytes,
        "taken_at": facts.taken_at,
        "taken_offset": facts.taken_offset,
        "camera": facts.camera,
        "lens": facts.lens,
        "exposure_s": facts.exposure_s,
        "f_number": facts.f_number,
        "iso": facts.iso,
        "focal_mm": facts.focal_mm,
        "orientation": photo.orientation,
        "rating": facts.rating,
        "colour_label": facts.colour_label,
        "title": facts.title,
        "caption": facts.caption,
        "gps": {"lat": facts.latitude, "lon": facts.longitude} if known_place else None,
        "altitude_m": facts.altitude_m,
        "regions": [
            {"kind": each.kind, "name": each.name, "box": box(each.box), "source": each.source}
            for each in facts.regions
        ],
        "phash": None if photo.phash is None else f"{photo.phash:016x}",
        "tags": list(photo.tags),
        "copies": photo.copies,
        "stacked": photo.stack_id is not None,
        "state": str(photo.state),
        "error": photo.error,
    }


def suggestion(path: str, suggestion: Suggestion) -> Record:
    """A suggestion with the path of its photo; the box is in fractions of the upright photo."""
    return {
        "path": path,
        "backend": suggestion.backend,
        "model": suggestion.model,
        "label": suggestion.label,
        "tag": suggestion.tag,
        "confidence": suggestion.confidence,
        "kind": str(suggestion.kind),
        "parents": list(suggestion.parents),
        "box": None if suggestion.box is None else box(suggestion.box),
        "state": str(suggestion.decision),
    }


def box(box: Box) -> Record:
    """A box in fractions of the upright photo."""
    return {"x": box.x, "y": box.y, "w": box.w, "h": box.h}


def photo_with_suggestions(of: Photo, suggestions: Iterable[Suggestion]) -> Record:
    """A photo with its suggestions, which need no path of their own."""
    records = [suggestion(of.path, each) for each in suggestions]
    return {
        **photo(of),
        "suggestions": [{key: value for key, value in record.items() if key != "path"} for record in records],
    }
