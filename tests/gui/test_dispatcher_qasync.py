"""The dispatcher on the loop of the window."""

from __future__ import annotations

import pytest

from tagger.errors import BackendRefused, Cancelled
from tagger.progress import Control
from tests.recognition.services import NAME, Bench, PostOffice, Service

pytestmark = pytest.mark.gui


@pytest.fixture
def make(tmp_path):
    made = []

    def build(service, **more):
        made.append(Bench(tmp_path, service, **more))
        return made[-1]

    yield build
    for each in made:
        each.store.close()


def test_everything_is_answered(qtbot, qloop, make):
    made = make(Service(), count=20, batch_size=3, concurrency=2)
    seen = []
    task = qloop.create_task(made.dispatcher().run([NAME], progress=seen.append))
    qtbot.waitUntil(task.done, timeout=10_000)
    assert task.result().photos == 20
    assert made.states() == {"done": 20}


def test_a_slow_call_can_be_cancelled(qtbot, qloop, make):
    service = Service()
    service.seconds = 30.0
    made = make(service, count=4)
    control = Control()
    task = qloop.create_task(made.dispatcher().run([NAME], control=control))
    qtbot.waitUntil(lambda: service.under_way > 0, timeout=10_000)
    control.cancel()
    qtbot.waitUntil(task.done, timeout=5_000)
    with pytest.raises(Cancelled):
        task.result()
    assert made.states() == {"queued": 4}
    assert service.closed == 1


def test_a_refusal_and_a_bug_arrive_as_what_they_are(qtbot, qloop, make):
    class Odd(Service):
        error = BackendRefused("No.")

        async def answer(self, photo_ids):
            raise self.error

    made = make(Odd(), count=4)
    task = qloop.create_task(made.dispatcher().run([NAME]))
    qtbot.waitUntil(task.done, timeout=10_000)
    assert task.result().problems == ("onnx: No.",)
    Odd.error = ZeroDivisionError("a bug")
    task = qloop.create_task(made.dispatcher().run([NAME]))
    qtbot.waitUntil(task.done, timeout=10_000)
    error = task.exception()
    if isinstance(error, ExceptionGroup):  # two calls met the bug in the same moment
        assert error.split(ZeroDivisionError)[1] is None
    else:
        assert isinstance(error, ZeroDivisionError)


def test_handles_are_polled(qtbot, qloop, make):
    made = make(PostOffice(), count=5, batch_size=2, offline=False)
    task = qloop.create_task(made.dispatcher().run([NAME]))
    qtbot.waitUntil(task.done, timeout=10_000)
    assert task.result().photos == 5
