"""One upload serves all operations of a photo, and is deleted after the last of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tagger.backends.uploadcare.backend import Uploadcare
from tagger.changes import Changes
from tagger.errors import RetryLater
from tagger.recognition.dispatcher import Dispatcher
from tagger.recognition.services import Services
from tagger.recognition.trying import sendable
from tagger.store import jobs
from tests.backends.contract import NAME, SUBJECTS, Desk, give_secrets, hurry, until
from tests.backends.servers import uploadcare as service
from tests.backends.servers.wire import status

SUBJECT = next(subject for subject in SUBJECTS if subject.id == "uploadcare-0.7")
ALL = {"moderation": "true", "virus_scan": "true", "remove_bg": "true"}
Make = Callable[..., Desk]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    hurry(monkeypatch)
    give_secrets(monkeypatch, SUBJECT.secrets)
    desks: list[Desk] = []
    with service.Uploadcare() as server:

        def made(photos: int = 1, **options: str) -> Desk:
            desks.append(Desk(tmp_path, SUBJECT, server, photos, **ALL | options))
            return desks[-1]

        yield made
        for desk in desks:
            desk.store.close()


@pytest.mark.parametrize("options", [{"concurrency": "1"}, {"concurrency": "6"}, {"api_version": "0.6"}])
def test_a_photo_is_uploaded_once_for_all_its_operations(make, run_async, options):
    desk = make(4, **options)
    assert run_async(desk.work()).photos == 16
    assert len(desk.carried) == 4
    assert desk.server.files == {}, "deleted in the end"
    assert len(desk.server.removed) == 4
    assert sorted(desk.statuses()) == ["answered"] * 4 + ["uploaded before"] * 12
    assert desk.rows("SELECT count(*) FROM photo_facts WHERE name = 'upload'") == [(0,)]
    if not options.get("api_version"):
        assert len(desk.server.executions) == 16


def test_every_operation_is_paid_from_the_budget(make, run_async):
    desk = make(2, price="1", total_budget="3", concurrency="1")
    (problem,) = run_async(desk.work()).problems
    assert "budget" in problem
    assert desk.states() == {"done": 3, "queued": 5}
    assert desk.server.files == {}


def test_an_operation_that_was_done_before_is_not_waited_for(make, run_async):
    desk = make(2)
    desk.store.write(lambda db: db.conn.execute("DELETE FROM jobs WHERE operation = 'virus_scan'")).result()
    assert run_async(desk.work()).photos == 6
    assert len(desk.carried) == 2
    assert desk.server.files == {}


def test_a_file_that_is_gone_is_uploaded_again(make, run_async):
    desk = make(1, concurrency="1")
    execute = desk.server._execute

    def lose(addon: str, target: str) -> Any:
        desk.server.files.pop(target)
        desk.server._execute = execute
        return execute(addon, target)

    desk.server._execute = lose
    summary = run_async(desk.work())
    assert (summary.photos, summary.failed) == (3, 1)
    assert len(desk.carried) == 2
    desk.queue(retry=True)
    assert run_async(desk.work()).photos == 1
    assert desk.server.files == {}


def test_a_service_that_does_one_thing_at_a_time_is_asked_again(make, run_async, monkeypatch):
    monkeypatch.setattr("tagger.backends.uploadcare.backend.AFTER_S", 0.02)
    desk = make(1)
    desk.server.faulty = lambda request: request.path.endswith("/execute/")
    desk.server.faults = [status(409, b'{"detail": "Concurrent call attempted"}')] * 3
    assert run_async(desk.work()).photos == 4
    assert len(desk.server.executions) == 4


def test_after_a_restart_no_operation_takes_the_file_from_another(make, run_async):
    """What an earlier run uploaded is deleted once nothing needs it."""
    desk = make(1, concurrency="1")
    desk.server.faulty = lambda request: request.path.endswith("/execute/")
    desk.server.faults = [status(503)] * 100
    run_async(desk.work(patience_s=0.05))
    desk.server.faults = []
    handles = desk.rows("SELECT count(*), count(DISTINCT substr(handle, 1, 36)) FROM jobs WHERE handle IS NOT NULL")
    ((submitted, files),) = handles
    assert submitted >= 1
    assert files == 1
    assert run_async(desk.work()).photos == 4
    assert desk.store.read(jobs.counts)[NAME] == {"done": 4}
    assert (desk.server.files, len(desk.server.removed)) == ({}, len(desk.carried))
    assert desk.rows("SELECT count(*) FROM photo_facts WHERE name = 'upload'") == [(0,)]
    assert desk.rows("SELECT count(*) FROM jobs WHERE handle IS NOT NULL") == [(0,)]


def crash(desk: Desk, run_async: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a crash: some operations of photos are done, the others have not begun, and nobody has tidied up."""
    with monkeypatch.context() as patch:
        patch.setattr(Uploadcare, "_clear", lambda *_: asyncio.sleep(0, False))
        desk.store.write(lambda db: db.conn.execute("DELETE FROM jobs WHERE operation = 'virus_scan'")).result()
        run_async(desk.work())
    desk.store.write(lambda db: db.conn.execute("DELETE FROM photo_facts WHERE name = 'upload'")).result()


@pytest.mark.parametrize("keep", ["false", "true"])
def test_what_a_crash_left_at_the_service_is_deleted_by_the_next_run(make, run_async, monkeypatch, keep):
    desk = make(2)
    crash(desk, run_async, monkeypatch)
    assert len(desk.server.files) == 2
    options = {"timeout_s": "1", "keep": keep, **ALL}
    desk.registry.change(NAME, desk.server.url, options)
    before = len(desk.server.requests)
    run_async(desk.work())
    assert len(desk.server.files) == (2 if keep == "true" else 0)
    assert len(desk.server.requests) == before + (0 if keep == "true" else 2)
    assert desk.rows("SELECT count(*) FROM jobs WHERE handle IS NOT NULL") == [(0,)]
    before = len(desk.server.requests)
    run_async(desk.work())
    assert len(desk.server.requests) == before, "it is deleted once"


@pytest.mark.parametrize("fault", [status(401), status(500), status(429)])
def test_what_cannot_be_deleted_is_deleted_another_time_and_stops_nothing(make, run_async, monkeypatch, fault):
    desk = make(2)
    crash(desk, run_async, monkeypatch)
    desk.server.faulty = lambda request: request.method == "DELETE"
    desk.server.faults = [fault] * 8
    desk.queue()
    assert run_async(desk.work()).photos == 2
    assert run_async(desk.work()).problems == ()
    assert desk.server.files == {}


@pytest.mark.parametrize("operations", [{}, ALL])
def test_an_upload_is_deleted_only_after_what_was_paid_for_is_stored(make, run_async, monkeypatch, operations):
    """Otherwise a crash in between would lose the result, and with it the way to ask for it again."""
    desk = make(2, **dict.fromkeys(ALL, "false") | operations)
    answer, states = desk.server.answer, []

    def look(request: Any) -> Any:
        if request.method == "DELETE":
            states.append(
                desk.rows("SELECT state FROM jobs WHERE handle LIKE '%' || ? || '%'", request.path.split("/")[2])
            )
        return answer(request)

    monkeypatch.setattr(desk.server, "answer", look)
    run_async(desk.work())
    assert len(states) == 2
    assert {state for found in states for (state,) in found} == {"done"}
    assert desk.server.files == {}
    assert desk.rows("SELECT count(*) FROM jobs WHERE handle IS NOT NULL") == [(0,)]


def test_an_upload_that_cannot_be_deleted_is_told_until_it_is(make, run_async):
    desk = make(1)
    desk.server.faulty = lambda request: request.method == "DELETE"
    desk.server.faults = [status(500)] * 4
    assert run_async(desk.work()).photos == 4
    ((told,),) = desk.rows("SELECT value FROM photo_facts WHERE name = 'upload'")
    assert "could not be deleted" in told
    run_async(desk.work())
    assert desk.server.files == {}
    assert desk.rows("SELECT value FROM photo_facts WHERE name = 'upload'") == []


def test_nothing_is_deleted_that_another_run_may_use(make, run_async, monkeypatch):
    desk = make(1)
    crash(desk, run_async, monkeypatch)
    desk.store.write(lambda db: jobs.beat(db, "another")).result()
    seen: list[int] = []
    answer = desk.server.answer

    def look(request: Any) -> Any:
        seen.append(len(desk.server.removed))
        return answer(request)

    monkeypatch.setattr(desk.server, "answer", look)
    desk.queue()
    assert run_async(desk.work()).photos == 1
    assert seen[0] == seen[1] == 0
    assert desk.server.files == {}, "there is nothing left that the other run could do"


def test_nothing_is_deleted_while_another_run_has_something_to_do(make, run_async, monkeypatch):
    desk = make(2)
    crash(desk, run_async, monkeypatch)
    desk.queue()
    desk.store.write(lambda db: jobs.beat(db, "another")).result()
    queue = Dispatcher(desk.store, desk.registry, Changes())
    assert run_async(queue.run([NAME], only=desk.ids[1:])).photos == 1
    assert len(desk.server.files) == 2, "the other run may know them"


def test_a_result_that_is_taken_over_has_its_upload_deleted_later(make, run_async, monkeypatch):
    """The answer of the upload's add-on was given up as unknown; what became of it is found in the list."""
    desk = make(1)
    desk.store.write(lambda db: db.conn.execute("DELETE FROM jobs WHERE operation <> 'recognise'")).result()
    monkeypatch.setattr("tagger.recognition.lane.POLL_LIMIT_S", 0.0)
    desk.server.patience = 1_000_000
    assert run_async(desk.work()).unknown == 1
    desk.server.patience = 0
    assert run_async(Services(desk.store, desk.registry).take_earlier(NAME, desk.ids)) == 1
    assert len(desk.server.files) == 1
    run_async(desk.work())
    assert desk.server.files == {}
    assert len(desk.carried) == 1


def test_a_test_that_takes_too_long_leaves_nothing_at_the_service(make, run_async, monkeypatch):
    monkeypatch.setattr("tagger.backends.uploadcare.backend.TRY_S", 0.2)
    monkeypatch.setattr("tagger.backends.uploadcare.backend.TRY_EVERY_S", 0.02)
    desk = make(1)
    desk.server.patience = 1_000_000

    async def go() -> None:
        backend = desk.registry.open(NAME)
        try:
            photo = sendable(desk.store, desk.registry, NAME, "test", (desk.ids[0], str(desk.pictures / "0.jpg")))
            with pytest.raises(RetryLater):
                await backend.test(photo)
        finally:
            await backend.close()

    run_async(go())
    assert (desk.server.files, len(desk.server.removed)) == ({}, 1)


def test_a_trial_that_is_stopped_leaves_nothing_at_the_service(make, run_async):
    desk = make(1)
    desk.server.patience = 1_000_000

    async def go() -> None:
        services = Services(desk.store, desk.registry)
        trial = asyncio.create_task(services.try_photo(NAME, desk.ids[0]))
        await until(lambda: bool(desk.server.executions))
        trial.cancel()
        with pytest.raises(asyncio.CancelledError):
            await trial

    run_async(go())
    assert desk.server.files == {}
