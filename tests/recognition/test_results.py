from __future__ import annotations

import pytest

from tagger.entities import Decision
from tagger.recognition.results import save_answer
from tagger.review.decisions import decide
from tagger.store import jobs, suggestions
from tests.recognition.services import Service, dog


@pytest.mark.parametrize("decision", [Decision.REJECTED, Decision.DEFERRED, Decision.ACCEPTED])
def test_a_rejected_label_never_comes_back_from_any_backend(bench, decision):
    made = bench(Service(), count=1)

    def answer(db, backend):
        jobs.enqueue(db, backend, "recognise", [1], again=True)
        (job,) = jobs.claim(db, "me", backend, 1)
        return save_answer(db, made.kind, job, dog(1))

    def states():
        return [s.decision for s in made.store.read(lambda db: suggestions.of_photo(db, 1))]

    assert made.store.write(lambda db: answer(db, "one")).result()
    made.store.write(lambda db: decide(db, [1], decision)).result()
    made.store.write(lambda db: answer(db, "one")).result()
    assert states() == [decision]
    made.store.write(lambda db: answer(db, "two")).result()
    other = Decision.REJECTED if decision is Decision.REJECTED else Decision.SUGGESTED
    assert sorted(states()) == sorted([decision, other])
