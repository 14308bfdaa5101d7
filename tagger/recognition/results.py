"""Keeping a backend's answer: results and the state of the queue in one transaction."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from tagger.entities import Decision
from tagger.recognition.backend import BackendType, Recognition
from tagger.review.memory import decided_before, state_of_new
from tagger.store import jobs, suggestions, tags
from tagger.store.jobs import Job
from tagger.vocabulary.mapping import tag_for


def save_answer(db: Database, backend_type: BackendType, job: Job, answer: Recognition) -> bool:
    """Keep an answer and finish its job; False (and nothing kept) where another process has taken the job over."""
    if not jobs.finish(db, job):
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
    removed = {tag.casefold() for tag in tags.removed_tags_of(db, [photo_id]).get(photo_id, ())}
    for detection in answer.detections:
        tag = tag_for(backend_type, detection)
        if tag is None or decided_before(detection.label, detection.box, own):
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
