"""What commands tell, as the JSON objects that programs outside rely on."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from tagger.exporting.records import Record, photo, suggestion

if TYPE_CHECKING:
    from tagger.library.index import IndexSummary
    from tagger.metadata.difference import FileDifference
    from tagger.metadata.sidecars import SidecarResult
    from tagger.recognition.dispatcher import RecognitionSummary
    from tagger.recognition.registry import BackendInfo

__all__ = ["Record", "backend", "photo", "sidecar", "suggestion", "summary"]


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
        from tagger.metadata.difference import differences

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
