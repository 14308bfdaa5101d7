"""What an answer, or the lack of one, means for the jobs that were asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tagger.errors import BackendError, BackendRefused, OutcomeUnknown, RetryLater, ServiceFault, ServiceUnreachable
from tagger.recognition.backend import Answer, BackendType, Failure
from tagger.recognition.results import save_answer
from tagger.store import jobs, sends
from tagger.store.database import Database
from tagger.store.jobs import Job

MOST_FAULTS = 3
"""How often a photo is sent again after the service itself has failed over it."""
BETWEEN_FAULTS_S = 1.0


class StillWorking(BackendError):
    """The service was asked for a result for a long time; it may be asked again by the handle."""


def keep_answers(db: Database, kind: BackendType, batch: Sequence[Job], answers: Sequence[Answer]) -> Counter[str]:
    """Keep answers with the state of their jobs; returns what to count. A photo without an answer has failed."""
    by_photo = {answer.photo_id: answer for answer in answers}
    missing = BackendError("The backend gave no answer for this photo.")
    counts: Counter[str] = Counter()
    for job in batch:
        answer = by_photo.get(job.photo_id, Failure(job.photo_id, missing))
        if isinstance(answer, Failure):
            counts.update(put_off(db, job, answer.error))
            continue
        if answer.quota is not None and answer.quota.remaining is not None:
            sends.note_quota(db, job.backend, answer.quota.remaining)
        if save_answer(db, kind, job, answer):
            counts.update(photos=1, detections=len(answer.detections))
    return counts


def put_off(db: Database, job: Job, error: Exception) -> Counter[str]:
    """Put a job that has no answer where it belongs; returns what to count it as."""
    text = str(error)
    match error:
        case BackendRefused():
            jobs.put_back(db, job, error=text)
        case ServiceFault() if job.faults < MOST_FAULTS:
            jobs.put_back(db, job, after_s=max(error.after_s, BETWEEN_FAULTS_S * 2**job.faults), error=text, fault=True)
        case ServiceFault() if job.handle is not None:  # the result may be there all the same
            return Counter(unknown=jobs.fail(db, job, text, unknown=True))
        case ServiceFault():
            return Counter(failed=jobs.fail(db, job, text))
        case ServiceUnreachable():  # the whole backend rests for it, which its pace sees to
            jobs.put_back(db, job, error=text)
        case RetryLater():
            jobs.put_back(db, job, after_s=error.after_s, error=text)
        case StillWorking():
            return Counter(unknown=jobs.fail(db, job, text, unknown=True))
        case OutcomeUnknown():
            unknown = jobs.fail(db, job, text, unknown=True)
            jobs.forget_handle(db, job)
            return Counter(unknown=unknown)
        case _:
            return Counter(failed=jobs.fail(db, job, text))
    return Counter()
