from __future__ import annotations

import asyncio
import contextlib
import time

import pytest

from tagger.changes import PhotosChanged
from tagger.entities import Box, Detection, PhotoId
from tagger.errors import (
    BackendRefused,
    BackendUnavailable,
    Cancelled,
    LibraryError,
    OutcomeUnknown,
    PhotoError,
    RetryLater,
    ServiceFault,
    ServiceUnreachable,
)
from tagger.progress import Control, Progress
from tagger.recognition.backend import Failure, Quota, Recognition
from tagger.recognition.dispatcher import Dispatcher
from tagger.store import jobs, sends
from tests.recognition.services import NAME, PostOffice, Service, dog


def test_everything_queued_is_answered_once_and_told(bench, run_async):
    made = bench(Service(), count=25, batch_size=4, concurrency=2)
    changed: set[int] = set()
    made.changes.listen(lambda change: changed.update(change.ids or ()) if isinstance(change, PhotosChanged) else None)
    seen: list[Progress] = []
    summary = run_async(made.dispatcher().run([NAME], progress=seen.append))
    assert (summary.photos, summary.detections, summary.failed, summary.unknown) == (25, 25, 0, 0)
    assert made.service.sent == dict.fromkeys(made.ids, 1)
    assert made.states() == {"done": 25}
    assert made.consistent()
    assert changed == set(made.ids)
    assert (made.service.opened, made.service.closed) == (1, 1)
    assert made.rows("SELECT * FROM workers") == []
    assert made.queue() == 0
    assert made.queue(again=True) == 25


@pytest.mark.parametrize(("offline", "most"), [(True, 4), (False, 3)])
def test_calls_under_way_never_exceed_what_the_backend_allows(bench, run_async, offline, most):
    service = Service()
    service.seconds = 0.02
    made = bench(service, count=40, concurrency=3, offline=offline)
    run_async(made.dispatcher().run([NAME]))
    assert service.most_under_way == most


def test_what_one_photo_did_wrong_hurts_no_other(bench, run_async):
    class Picky(Service):
        async def answer(self, photo_ids):
            first, _second, *rest = photo_ids
            return [Failure(first, PhotoError("broken")), *(dog(i) for i in reversed(rest))]  # none for the second

    made = bench(Picky(), count=5, batch_size=5, concurrency=1)
    summary = run_async(made.dispatcher().run([NAME]))
    assert (summary.photos, summary.failed) == (3, 2)
    assert made.rows("SELECT photo_id, error FROM jobs WHERE state = 'failed' ORDER BY photo_id") == [
        (made.ids[0], "broken"),
        (made.ids[1], "The backend gave no answer for this photo."),
    ]
    assert made.queue() == 0
    assert made.queue(retry=True) == 2


def test_answers_for_photos_nobody_asked_about_are_not_kept(bench, run_async):
    class Chatty(Service):
        async def answer(self, photo_ids):
            return [dog(photo_ids[0]), dog(9999)]

    made = bench(Chatty(), count=2)
    run_async(made.dispatcher().run([NAME]))
    assert made.rows("SELECT photo_id FROM results") == [(i,) for i in made.ids]


def test_a_refusal_stops_new_calls_keeps_the_work_and_what_is_under_way(bench, run_async):
    class Spent(Service):
        async def answer(self, photo_ids):
            if photo_ids[0] == 2:
                raise BackendRefused("The quota is spent.", "Buy more.")
            await asyncio.sleep(0.2)
            return await super().answer(photo_ids)

    made = bench(Spent(), count=20, concurrency=3, offline=False)
    summary = run_async(made.dispatcher().run([NAME]))
    assert summary.problems == ("onnx: The quota is spent. Buy more.",)
    assert made.states() == {"done": 2, "queued": 18}
    assert sum(made.service.sent.values()) == 3
    assert made.service.closed == 1


def test_a_refusal_in_one_answer_counts_for_all(bench, run_async):
    class Spent(Service):
        async def answer(self, photo_ids):
            return [Failure(i, BackendRefused("No.")) for i in photo_ids]

    made = bench(Spent(), count=6, concurrency=1, offline=False)
    assert run_async(made.dispatcher().run([NAME])).problems == ("onnx: No.",)
    assert made.states() == {"queued": 6}
    assert sum(made.service.sent.values()) == 1


def test_a_service_that_asks_for_patience_gets_it_from_all_calls(bench, run_async):
    asked: list[float] = []

    class Busy(Service):
        turned_away_at = 0.0

        async def answer(self, photo_ids):
            asked.append(time.monotonic())
            if not self.turned_away_at:
                self.turned_away_at = time.monotonic()
                raise RetryLater("busy", after_s=0.3)
            return await super().answer(photo_ids)

    made = bench(Busy(), count=4, concurrency=1, offline=False)
    summary = run_async(made.dispatcher().run([NAME]))
    assert summary.photos == 4
    first, second, *_ = asked
    assert second - first >= 0.29
    assert made.states() == {"done": 4}


def test_patience_ends_when_there_is_nothing_but_trouble_and_the_work_stays_queued(bench, run_async):
    class Busy(Service):
        async def answer(self, photo_ids):
            raise RetryLater("busy", after_s=0.01)

    made = bench(Busy(), count=3, concurrency=2)
    dispatcher = Dispatcher(made.store, made.registry, made.changes, patience_s=0.1)
    (problem,) = run_async(dispatcher.run([NAME])).problems
    assert problem.startswith("onnx: busy")
    assert made.states() == {"queued": 3}


def test_a_service_that_fails_over_a_photo_is_asked_three_times_more(bench, run_async, monkeypatch):
    monkeypatch.setattr("tagger.recognition.outcomes.BETWEEN_FAULTS_S", 0.01)

    class Broken(Service):
        async def answer(self, photo_ids):
            if 2 in photo_ids:
                raise ServiceFault("It failed.", after_s=0.01)
            return await super().answer(photo_ids)

    made = bench(Broken(), count=4)
    summary = run_async(made.dispatcher().run([NAME]))
    assert (summary.photos, summary.failed) == (3, 1)
    assert made.service.sent == {1: 1, 2: 4, 3: 1, 4: 1}


def test_an_unreachable_service_is_waited_for(bench, run_async, monkeypatch):
    monkeypatch.setattr("tagger.recognition.pace.FIRST_REST_S", 0.01)

    class Away(Service):
        gone = 9

        async def answer(self, photo_ids):
            if self.gone:
                self.gone -= 1
                raise ServiceUnreachable("No network.", after_s=0.01)
            return await super().answer(photo_ids)

    made = bench(Away(), count=3, concurrency=1, offline=False)
    assert run_async(made.dispatcher().run([NAME])).photos == 3


def test_lost_answers_in_a_row_stop_the_backend(bench, run_async):
    class Lost(Service):
        async def answer(self, photo_ids):
            raise OutcomeUnknown("The connection broke.")

    made = bench(Lost(), count=20, concurrency=1, offline=False)
    (problem,) = run_async(made.dispatcher().run([NAME])).problems
    assert "5 answers in a row were lost" in problem
    assert made.states() == {"unknown": 5, "queued": 15}


def test_the_quota_is_never_overdrawn(bench, run_async):
    class Metered(Service):
        quota = 7

        async def answer(self, photo_ids):
            assert self.quota > 0, "sent although the quota was spent"
            self.quota -= 1
            return [dog(photo_ids[0], quota=Quota(remaining=self.quota))]

    service = Metered()
    service.seconds = 0.01
    made = bench(service, count=20, concurrency=4, offline=False)
    (problem,) = run_async(made.dispatcher().run([NAME])).problems
    assert "quota" in problem
    assert made.states() == {"done": 7, "queued": 13}
    assert made.store.read(sends.quotas) == {NAME: 0}


def test_what_may_have_been_answered_is_not_sent_again(bench, run_async):
    class Lost(Service):
        async def answer(self, photo_ids):
            raise OutcomeUnknown("The connection broke.")

    made = bench(Lost(), count=3, offline=False)
    assert run_async(made.dispatcher().run([NAME])).unknown == 3
    assert made.states() == {"unknown": 3}
    assert made.queue(again=True) == 0
    assert run_async(made.dispatcher().run([NAME])).unknown == 0
    assert made.service.sent == dict.fromkeys(made.ids, 1)


def test_a_bug_in_a_backend_is_loud_and_leaves_its_work_in_the_queue(bench, run_async):
    class Buggy(Service):
        async def answer(self, photo_ids):
            if photo_ids[0] == 3:
                raise ZeroDivisionError("a bug")
            return await super().answer(photo_ids)

    made = bench(Buggy(), count=6, concurrency=1)
    with pytest.raises(ZeroDivisionError, match="a bug"):
        run_async(made.dispatcher().run([NAME]))
    assert made.service.closed == 1
    assert "claimed" not in made.states()
    assert made.rows("SELECT state FROM jobs WHERE photo_id = 3") == [("queued",)]


def test_a_bug_in_the_progress_callback_is_loud(bench, run_async):
    def broken(progress):
        raise ZeroDivisionError("a bug")

    service = Service()
    service.seconds = 0.1
    made = bench(service, count=10, concurrency=1)
    with pytest.raises(ZeroDivisionError, match="a bug"):
        run_async(made.dispatcher().run([NAME], progress=broken))
    assert "claimed" not in made.states()


def test_a_library_that_cannot_be_written_ends_the_run_with_that_error(bench, run_async, monkeypatch):
    made = bench(Service(), count=3)

    def full(*_args, **_more):
        raise LibraryError("The disk is full.", "Free some space.")

    monkeypatch.setattr(jobs, "finish", full)
    with pytest.raises(LibraryError, match="full"):
        run_async(made.dispatcher().run([NAME]))


def test_a_backend_that_cannot_be_opened_is_named(bench, run_async, monkeypatch):
    made = bench(Service())

    def refuse(name):
        raise BackendUnavailable("No key.", "Set one.")

    monkeypatch.setattr(made.registry, "open", refuse)
    assert run_async(made.dispatcher().run([NAME])).problems == ("onnx: No key. Set one.",)
    assert run_async(made.dispatcher().run(["other"])).problems != ()
    assert made.states() == {"queued": 10}


@pytest.mark.parametrize(("offline", "left"), [(True, "queued"), (False, "unknown")])
def test_cancelling_a_slow_call_is_quick_and_says_what_came_of_it(bench, run_async, offline, left):
    service = Service()
    service.seconds = 30.0
    made = bench(service, count=6, batch_size=2, concurrency=1, offline=offline)
    control = Control()

    async def go():
        running = asyncio.create_task(made.dispatcher().run([NAME], control=control))
        while not service.under_way:
            await asyncio.sleep(0.01)
        control.cancel()
        with pytest.raises(Cancelled) as stopped:
            await running
        assert stopped.value.summary is not None

    started = time.monotonic()
    run_async(go())
    assert time.monotonic() - started < 3.0
    sent = len(service.sent)
    assert made.states().get(left, 0) >= sent
    assert sum(made.states().values()) == 6
    assert "claimed" not in made.states()
    assert service.closed == 1


def test_a_photo_that_had_not_left_when_it_was_cancelled_is_queued_again(bench, run_async):
    class Packer(Service):
        async def recognise(self, inputs, operation):
            self.away = False
            first, *_rest = inputs
            await first.leaving("x.jpg", 1)
            return await super().recognise(inputs, operation)

    service = Packer()
    service.seconds = 30.0
    made = bench(service, count=3, batch_size=3, concurrency=1, offline=False)
    control = Control()

    async def go():
        running = asyncio.create_task(made.dispatcher().run([NAME], control=control))
        while not service.under_way:
            await asyncio.sleep(0.01)
        control.cancel()
        with pytest.raises(Cancelled):
            await running

    run_async(go())
    assert made.rows("SELECT state FROM jobs ORDER BY photo_id") == [("unknown",), ("queued",), ("queued",)]


def test_answers_that_arrived_are_kept_although_the_run_is_cancelled(bench, run_async):
    made = bench(Service(), count=30, concurrency=2)

    async def go():
        running = asyncio.create_task(made.dispatcher().run([NAME]))
        while len(made.service.sent) < 10:
            await asyncio.sleep(0)
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    run_async(go())
    assert made.consistent()
    assert "claimed" not in made.states()
    assert made.states()["done"] >= 1


def test_paused_work_waits_and_goes_on(bench, run_async):
    service = Service()
    service.seconds = 0.01
    made = bench(service, count=30, concurrency=1)
    control = Control()

    async def go():
        running = asyncio.create_task(made.dispatcher().run([NAME], control=control))
        while len(service.sent) < 5:
            await asyncio.sleep(0.005)
        control.pause()
        await asyncio.sleep(0.2)
        held = len(service.sent)
        await asyncio.sleep(0.3)
        assert len(service.sent) == held < 30
        control.resume()
        return await running

    assert run_async(go()).photos == 30


def test_handles_outlive_the_program(bench, run_async):
    office = PostOffice()
    office.ready = False
    made = bench(office, count=5, batch_size=2, offline=False)
    control = Control()

    async def until_submitted():
        running = asyncio.create_task(made.dispatcher().run([NAME], control=control))
        while len(office.polled) < 1:
            await asyncio.sleep(0.01)
        control.cancel()
        with pytest.raises(Cancelled):
            await running

    run_async(until_submitted())
    submitted = sum(office.sent.values())
    assert made.rows("SELECT count(*) FROM jobs WHERE handle IS NOT NULL AND state = 'queued'") == [(submitted,)]
    office.ready = True
    assert run_async(made.dispatcher().run([NAME])).photos == 5
    assert office.sent == dict.fromkeys(made.ids, 1)
    assert made.consistent()


def test_a_dead_owners_handles_are_polled_by_the_next_program(bench, run_async):
    office = PostOffice()
    made = bench(office, count=3, batch_size=3, offline=False)
    claimed = made.store.write(lambda db: jobs.claim(db, "dead", NAME, 3)).result()
    handle = run_async(office.submit([type("P", (), {"id": job.photo_id}) for job in claimed], "recognise"))
    made.store.write(lambda db: jobs.set_handle(db, claimed, handle)).result()
    assert run_async(made.dispatcher().run([NAME])).photos == 3
    assert office.sent == dict.fromkeys(made.ids, 1)


def test_several_dispatchers_at_once_answer_each_photo_once(bench, run_async):
    service = Service()
    service.seconds = 0.005
    made = bench(service, count=40, batch_size=3)

    async def go():
        return await asyncio.gather(*(made.dispatcher().run([NAME]) for _ in range(3)))

    summaries = run_async(go())
    assert sum(summary.photos for summary in summaries) == 40
    assert service.sent == dict.fromkeys(made.ids, 1)


def test_nonsense_of_a_service_is_not_kept(bench, run_async):
    nan = float("nan")

    class Odd(Service):
        async def answer(self, photo_ids):
            detections = (
                Detection("a", nan),
                Detection("b", 7.0, box=Box(-1.0, 0.5, 3.0, 0.25)),
                Detection("c", 0.5, box=Box(nan, 0.0, 0.1, 0.1)),
                Detection("", 0.5),
                Detection("\ud800" + "x" * 5000, 0.5, parents=("\udfff",)),
            )
            return [Recognition(PhotoId(i), detections, "odd") for i in photo_ids]

    made = bench(Odd(), count=1)
    run_async(made.dispatcher().run([NAME]))
    rows = made.rows(
        "SELECT length(name), confidence, x, y, w, h FROM suggestions s JOIN labels l ON l.id = label_id ORDER BY s.id"
    )
    assert rows == [
        (1, 1.0, 0.0, 0.5, 1.0, 0.25),
        (1, 0.5, None, None, None, None),
        (1000, 0.5, None, None, None, None),
    ]


def test_a_dispatcher_has_an_owner_of_its_own(bench):
    made = bench(Service(), count=0)
    assert made.dispatcher().owner != Dispatcher(made.store, made.registry, made.changes).owner
