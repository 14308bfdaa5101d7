"""Keeping a backend's answer: results and the state of the queue in one transaction."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

from tagger.entities import Decision, Detection
from tagger.recognition.backend import BackendType, Recognition
from tagger.review.memory import decided_before, drawn_before, state_of_new
from tagger.store import jobs, suggestions, tags
from tagger.store.database import Database
from tagger.store.jobs import Job
from tagger.vocabulary.mapping import tag_for

MAX_LABEL = 1000
"""Characters of a label; no word is longer."""


def save_answer(db: Database, backend_type: BackendType, job: Job, answer: Recognition) -> bool:
    """Keep an answer and finish its job; False (and nothing kept) where another process has taken the job over."""
    if not jobs.finish(db, job, left_behind=answer.left_behind):
        return False
    photo_id = job.photo_id
    db.conn.execute(
        "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)",
        (photo_id, job.backend, job.operation, answer.model, datetime.now(UTC).isoformat()),
    )
    for name, value in answer.facts.items():
        db.conn.execute("INSERT OR REPLACE INTO photo_facts VALUES (?, ?, ?, ?)", (photo_id, job.backend, name, value))
    if answer.embedding is not None:
        db.conn.execute(
            "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?, ?)",
            (photo_id, job.backend, answer.model, answer.embedding),
        )
    _replace_suggestions(db, backend_type, job, answer)
    return True


def _replace_suggestions(db: Database, backend_type: BackendType, job: Job, answer: Recognition) -> None:
    photo_id = job.photo_id
    suggestions.delete_undecided(db, photo_id, job.backend, job.operation)
    seen = suggestions.of_photo(db, photo_id, hidden=True)
    decided = [s for s in seen if s.decision is not Decision.SUGGESTED]
    own = [s for s in decided if s.backend == job.backend]
    removed = {tag.casefold() for tag in tags.refused_tags_of(db, [photo_id]).get(photo_id, ())}
    for detection in filter(None, map(_usable, answer.detections)):
        tag = tag_for(backend_type, detection)
        tag = tag and (suggestions.tag_of_label(db, job.backend, detection) or tag)
        if tag is None or decided_before(detection.label, detection.box, own):
            continue
        if drawn_before(tag, detection.box, decided):
            continue
        suggestions.insert(
            db,
            photo_id,
            suggestions.ensure_label(
                db, job.backend, detection, tag, hidden=detection.label in backend_type.hidden_labels
            ),
            detection,
            operation=job.operation,
            model=answer.model,
            decision=state_of_new(tag, detection.box, decided, removed),
        )


def _usable(detection: Detection) -> Detection | None:
    """A detection as it may be kept, whatever a service sent: numbers within 0..1, text that is text; else None."""
    box = detection.box
    if box is not None and not all(map(math.isfinite, (box.x, box.y, box.w, box.h))):
        box = None
    label = detection.label.encode("utf-8", "replace").decode()[:MAX_LABEL]
    if not label or not math.isfinite(detection.confidence):
        return None
    parents = tuple(parent.encode("utf-8", "replace").decode()[:MAX_LABEL] for parent in detection.parents)
    confidence = min(max(detection.confidence, 0.0), 1.0)
    return replace(detection, label=label, confidence=confidence, box=box and box.clipped(), parents=parents)
