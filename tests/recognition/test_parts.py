"""Batches that are handed over in part, and how many photos make one."""

from __future__ import annotations

import asyncio

import pytest

from tagger.errors import Cancelled, OutcomeUnknown, PhotoError, PhotoRefused, RetryLater
from tagger.progress import Control
from tagger.recognition.backend import BackendType, Capabilities, Failure, Submission
from tagger.recognition.limits import Limits
from tests.recognition.services import NAME, PostOffice, Service, dog


class Picky(PostOffice):
    """Takes two photos at a time, never the fourth, and of the sixth it cannot tell what became."""

    async def submit(self, inputs, operation):
        failures = [Failure(photo.id, PhotoRefused("no")) for photo in inputs if photo.id == 4]
        failures += [Failure(photo.id, OutcomeUnknown("lost")) for photo in inputs if photo.id == 6]
        given = [photo for photo in inputs if photo.id not in (4, 6)][:2]
        handle = await super().submit(given, operation) if given else None
        return Submission(handle, tuple(photo.id for photo in given), tuple(failures))


def test_a_batch_that_is_handed_over_in_part_is_told_apart(bench, run_async):
    office = Picky()
    made = bench(office, count=7, batch_size=5, concurrency=1, offline=False)
    summary = run_async(made.dispatcher().run([NAME]))
    assert (summary.photos, summary.failed, summary.unknown, summary.problems) == (5, 1, 1, ())
    assert made.states() == {"done": 5, "failed": 1, "unknown": 1}
    assert set(office.sent.values()) == {1}, "what was left over was sent once, later"
    assert all(len(parcel) <= 2 for parcel in office.parcels.values())
    assert made.rows("SELECT count(*) FROM jobs WHERE handle IS NOT NULL") == [(0,)]


def test_a_part_is_known_by_its_handle_before_the_next_is_sent(bench, run_async):
    office = Picky()
    office.ready = False
    made = bench(office, count=5, batch_size=5, concurrency=1, offline=False)
    control = Control()

    async def until_submitted():
        running = asyncio.create_task(made.dispatcher().run([NAME], control=control))
        while not office.polled:
            await asyncio.sleep(0.01)
        control.cancel()
        with pytest.raises(Cancelled):
            await running

    run_async(until_submitted())
    assert made.rows("SELECT photo_id, state FROM jobs WHERE handle IS NOT NULL") == [(1, "queued"), (2, "queued")]
    office.ready = True
    run_async(made.dispatcher().run([NAME]))
    assert set(office.sent.values()) == {1}
    assert made.states() == {"done": 4, "failed": 1}


def test_one_fault_that_many_photos_met_is_one_trouble(bench, run_async):
    class Lost(PostOffice):
        async def submit(self, inputs, operation):
            error = OutcomeUnknown("lost")
            return Submission(None, (), tuple(Failure(photo.id, error) for photo in inputs))

    made = bench(Lost(), count=12, batch_size=6, concurrency=1, offline=False)
    summary = run_async(made.dispatcher().run([NAME]))
    assert (summary.unknown, summary.problems) == (12, ())


@pytest.mark.parametrize("fault", [KeyError("s3cret"), PhotoError("It cannot be read."), "garbage", None])
def test_what_a_plug_in_does_wrong_stops_its_photo_and_nothing_else(bench, run_async, fault):
    class Foreign(Service):
        async def answer(self, photo_ids):
            if photo_ids[0] == 3 and isinstance(fault, Exception):
                raise fault
            return await super().answer(photo_ids) if photo_ids[0] != 3 else [fault]

    made = bench(Foreign(), count=5, concurrency=1)
    made.registry.is_foreign = lambda _type: True
    summary = run_async(made.dispatcher().run([NAME]))
    assert (summary.photos, summary.failed, summary.problems) == (4, 1, ())
    ((reason,),) = made.rows("SELECT error FROM jobs WHERE state = 'failed'")
    assert "plug-in" in reason
    assert "s3cret" not in reason


@pytest.mark.parametrize(("foreign", "fault"), [(True, KeyError("s3cret")), (False, RetryLater("busy"))])
def test_what_cannot_be_tidied_up_costs_no_answer(bench, run_async, foreign, fault):
    class Untidy(Service):
        async def answer(self, photo_ids):
            return [dog(photo_id, left_behind=f"thing-{photo_id}") for photo_id in photo_ids]

        async def kept(self, handles):
            raise fault

        async def tidy(self, handles, needed):
            raise fault

    made = bench(Untidy(), count=3, concurrency=1)
    made.registry.is_foreign = lambda _type: foreign
    summary = run_async(made.dispatcher().run([NAME]))
    assert (summary.photos, summary.problems) == (3, ())
    assert made.rows("SELECT DISTINCT state FROM jobs WHERE handle LIKE 'thing-%'") == [("done",)]


def test_a_bug_of_our_own_is_loud(bench, run_async):
    class Broken(Service):
        async def answer(self, photo_ids):
            raise KeyError("a bug")

    with pytest.raises(KeyError):
        run_async(bench(Broken(), count=1).dispatcher().run([NAME]))


def test_what_a_plug_in_may_have_sent_before_it_failed_is_unknown(bench, run_async):
    class Foreign(Service):
        async def answer(self, photo_ids):
            raise KeyError("s3cret")

    made = bench(Foreign(), count=2, concurrency=1, offline=False)
    made.registry.is_foreign = lambda _type: True
    assert run_async(made.dispatcher().run([NAME])).unknown == 2
    assert made.states() == {"unknown": 2}


def test_the_user_may_want_fewer_photos_of_a_call():
    kind = BackendType(NAME, "Test", Capabilities(offline=True, boxes=True, batch_size=8), open=lambda _config: None)
    for given, size in ((0, 8), (3, 3), (100, 8)):
        assert Limits.of(kind, {"batch_size": given}).batch_size == size
    assert Limits.of(kind, {}).batch_size == 8
