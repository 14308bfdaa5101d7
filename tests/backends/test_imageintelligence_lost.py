"""A job whose answer was lost: it is looked for by the name it was sent under, and never sent a second time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backends.contract import NAME, SUBJECTS, Desk, give_secrets, hurry
from tests.backends.servers import imageintelligence as service
from tests.backends.servers import wire

SUBJECT = next(subject for subject in SUBJECTS if subject.id == "imageintelligence")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    hurry(monkeypatch)
    give_secrets(monkeypatch, SUBJECT.secrets)
    with service.ImageIntelligence() as server:
        made = Desk(tmp_path, SUBJECT, server, 3, batch_size="3")
        yield made
        made.store.close()


@pytest.mark.parametrize("fault", [wire.resets, wire.truncates, wire.status(200, b"<html>")])
def test_a_job_that_arrived_is_found_again_and_not_sent_twice(desk, run_async, fault):
    """'customId … to reference this job (usually UUID)'."""
    desk.server.faults = [wire.does(desk.server, fault)]
    assert run_async(desk.work()).photos == 3
    assert len(desk.carried) == 1
    assert desk.labels() == SUBJECT.labels
    (search,) = [request for request in desk.server.requests if request.path.endswith("/search")]
    assert search.json()["customIds"] == [desk.carried[0].json()["customId"]]
    assert set(desk.statuses()) <= {"unknown", "unknown (200)"}


@pytest.mark.parametrize("searches", [True, False])
def test_a_job_that_did_not_arrive_or_cannot_be_looked_for_is_unknown(desk, run_async, searches):
    desk.server.searches = searches
    desk.server.faults = [wire.resets]
    assert run_async(desk.work()).unknown == 3
    assert len(desk.carried) == 1
    ((reason,),) = set(desk.rows("SELECT error FROM jobs"))
    assert "charged" in reason
    desk.queue(retry=True)
    assert run_async(desk.work()).photos == 3


def test_the_search_outlives_the_program(desk, run_async):
    """The handle says that the id was lost, and what to look for."""
    desk.server.faults = [wire.does(desk.server, wire.resets), *[wire.status(503)] * 40]
    desk.server.faulty = lambda request: request.method == "POST" and "token" not in request.path
    assert "busy" in run_async(desk.work(patience_s=0.1)).problems[0]
    assert desk.states() == {"queued": 3}
    desk.server.faults = []
    assert run_async(desk.work()).photos == 3
    assert len(desk.carried) == 1


@pytest.mark.parametrize("searches", [True, False])
def test_a_job_of_the_other_kind_is_found_by_its_name_as_well(desk, run_async, searches):
    """'POST … /detect' is listed by customId, in the vendor's specification as ``GET /detect?customId=``."""
    desk.registry.change(NAME, desk.server.url, {"timeout_s": "1", "classes": "person, car", "batch_size": "3"})
    desk.store.write(lambda db: db.conn.execute("UPDATE jobs SET operation = 'detect'")).result()
    desk.server.searches = searches
    desk.server.faulty = lambda request: request.method == "POST" and request.path == "/detect"
    desk.server.faults = [wire.does(desk.server, wire.resets)]
    summary = run_async(desk.work())
    sent = [request for request in desk.server.requests if desk.server.faulty(request)]
    assert len(sent) == 1
    assert (summary.photos, summary.unknown) == ((3, 0) if searches else (0, 3))
    if searches:
        assert desk.labels() == {"person"}
    (search,) = {request.target for request in desk.server.requests if request.target.startswith("/detect?")}
    assert search == f"/detect?customId={sent[0].json()['customId']}"
