"""Photos, suggestions and the like as the JSON objects that programs outside rely on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from tagger.entities import Box, Photo, Suggestion
from tagger.library.index import IndexSummary
from tagger.metadata.difference import FileDifference, differences
from tagger.metadata.sidecars import SidecarResult
from tagger.recognition.dispatcher import RecognitionSummary
from tagger.recognition.registry import BackendInfo

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
            {"kind": each.kind, "name": each.name, "box": _box(each.box), "source": each.source}
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
        "box": None if suggestion.box is None else _box(suggestion.box),
        "state": str(suggestion.decision),
    }


def _box(box: Box) -> Record:
    return {"x": box.x, "y": box.y, "w": box.w, "h": box.h}


def photo_with_suggestions(of: Photo, suggestions: Iterable[Suggestion]) -> Record:
    """A photo with its suggestions, which need no path of their own."""
    records = [suggestion(of.path, each) for each in suggestions]
    return {
        **photo(of),
        "suggestions": [{key: value for key, value in record.items() if key != "path"} for record in records],
    }


def summary(summary: IndexSummary | RecognitionSummary) -> Record:
    """The last line of indexing and of recognising."""
    counts = dataclasses.asdict(summary)
    del counts["problems"]
    counts["seconds"] = round(summary.seconds, 3)
    return {"summary": counts}


def sidecar(result: SidecarResult, *, with_changes: bool = False) -> Record:
    """What became of one photo's sidecar, with all that would change in the files where that is wanted."""
    record: Record = {
        "path": result.photo_path,
        "sidecar": result.sidecar,
        "action": result.action,
        "error": result.error,
    }
    if with_changes:
        record["changes"] = [_difference(each) for each in differences(result)]
        found = () if result.plan is None else result.plan.disagreements
        record["conflicts"] = [dataclasses.asdict(each) for each in found]
    return record


def _difference(found: FileDifference) -> Record:
    return {
        "file": found.path,
        "created": found.created,
        "properties": [dataclasses.asdict(each) for each in found.properties],
        "foreign": [{"property": name, "text": text} for name, text in found.foreign],
    }


def backend(info: BackendInfo) -> Record:
    """A configured backend."""
    return {
        "name": info.name,
        "type": info.type,
        "title": info.title,
        "enabled": info.enabled,
        "offline": info.offline,
        "here": info.here,
        "needs": list(info.needs),
        "problem": info.problem,
    }
