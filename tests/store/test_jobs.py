from __future__ import annotations

import multiprocessing
import time
from datetime import UTC, datetime, timedelta

import pytest

from tagger.store import Store, jobs, sends
from tests.recognition.services import add_photos


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "library.tagger")
    opened.write(lambda db: add_photos(db, 6)).result()
    opened.write(lambda db: jobs.enqueue(db, "onnx", "recognise", range(1, 7))).result()
    yield opened
    opened.close()


def state(store, photo_id=1):
    row = "SELECT state, owner, handle, error FROM jobs WHERE photo_id = ?"
    return store.read(lambda db: db.conn.execute(row, (photo_id,)).fetchone())


def do(store, fn, *args, **more):
    return store.write(lambda db: fn(db, *args, **more)).result()


def send(store, status=sends.SENDING, photo_id=1):
    """Log that a photo left, and what came of it."""
    entry = do(store, sends.begin, "onnx", "recognise", photo_id, "/1.jpg", "x.jpg", 1, sends.Budget())
    do(store, sends.end, entry, status, charged=True)


def fall_silent(store):
    do(store, lambda db: db.conn.execute("UPDATE workers SET heartbeat = ?", (time.time() - jobs.SILENT_S - 1,)))


def claim_all(path, owner, barrier, results):
    opened = Store.open(path)
    barrier.wait()
    mine = []
    while claimed := opened.write(lambda db: jobs.claim(db, owner, "onnx", 3)).result():
        mine += [job.photo_id for job in claimed]
        time.sleep(0.005)  # SQLite's lock is not fair: who never pauses keeps it
    opened.close()
    results.put(mine)


def test_two_processes_never_claim_the_same_photo(tmp_path):
    path = tmp_path / "library.tagger"
    opened = Store.open(path)
    ids = do(opened, add_photos, 600)
    do(opened, jobs.enqueue, "onnx", "recognise", ids)
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(2), context.Queue()
    processes = [context.Process(target=claim_all, args=(path, name, barrier, results)) for name in ("a", "b")]
    for process in processes:
        process.start()
    first, second = (results.get(timeout=30) for _ in processes)
    for process in processes:
        process.join()
    assert sorted(first + second) == ids
    assert first
    assert second
    opened.close()
    results.close()
    results.join_thread()


def test_what_is_queued_is_not_queued_twice(store):
    assert do(store, jobs.enqueue, "onnx", "recognise", range(1, 7), again=True, retry=True) == 0
    assert do(store, jobs.enqueue, "onnx", "faces", [1]) == 1
    assert do(store, jobs.enqueue, "other", "recognise", [1]) == 1


@pytest.mark.parametrize(
    ("offline", "handle", "sent", "becomes"),
    [
        (["onnx"], None, None, "queued"),
        ([], None, None, "queued"),  # it was still being packed
        ([], None, "sending", "unknown"),
        ([], None, "answered", "unknown"),  # and the answer was lost with the program
        ([], None, "stopped, on this machine", "unknown"),
        ([], None, "turned away (429)", "queued"),
        ([], None, "refused (413)", "queued"),
        ([], None, "refused (200)", "unknown"),  # the service did what it is paid for, in vain
        ([], "h", "answered", "queued"),
    ],
)
def test_the_claims_of_a_dead_owner_are_taken_over(store, offline, handle, sent, becomes):
    do(store, jobs.beat, "dead")
    (job,) = do(store, jobs.claim, "dead", "onnx", 1)
    if sent:
        send(store, sent)
    if handle:
        do(store, jobs.set_handle, [job], handle)
    assert do(store, jobs.take_over, offline) == 0, "it lives"
    fall_silent(store)
    assert do(store, jobs.take_over, offline) == 1
    assert state(store)[:3] == (becomes, None, handle)
    assert bool(state(store)[3]) == (becomes == "unknown")
    if handle:
        (again,) = do(store, jobs.claim, "next", "onnx", 1)
        assert (again.photo_id, again.handle) == (1, "h"), "what was paid for comes first"


def test_an_answer_that_was_kept_long_ago_does_not_make_a_photo_unknown_that_is_asked_for_again(store):
    send(store, "answered")
    later = (datetime.now(UTC) + timedelta(seconds=1)).isoformat()  # SQLite knows milliseconds: no answer is as quick
    do(store, lambda db: db.conn.execute("INSERT INTO results VALUES (1, 'onnx', 'recognise', 'm', ?)", (later,)))
    do(store, jobs.claim, "dead", "onnx", 1)
    do(store, jobs.take_over, [])
    assert state(store)[0] == "queued"


def test_a_stale_owner_changes_nothing_any_more(store):
    (stale,) = do(store, jobs.claim, "stale", "onnx", 1)
    assert do(store, jobs.take_over, ["onnx"]) == 1
    (live,) = do(store, jobs.claim, "live", "onnx", 1)
    for late in (jobs.finish, jobs.put_back):
        assert do(store, late, stale) is False
    assert do(store, jobs.fail, stale, "late") is False
    do(store, jobs.set_handle, [stale], "late")
    assert state(store) == ("claimed", "live", None, None)
    assert do(store, jobs.finish, live) is True


def test_a_claim_is_not_mistaken_for_a_later_one_of_the_same_count(store):
    (stale,) = do(store, jobs.claim, "stale", "onnx", 1)
    send(store)
    do(store, jobs.take_over, [])  # sent, nobody knows
    assert do(store, jobs.enqueue, "onnx", "recognise", [1], retry=True) == 1
    (live,) = do(store, jobs.claim, "live", "onnx", 1)
    assert live.attempts == stale.attempts
    assert do(store, jobs.finish, stale) is False
    assert state(store)[:2] == ("claimed", "live")


def test_a_late_handle_is_kept_with_a_job_given_up(store):
    (stale,) = do(store, jobs.claim, "stale", "onnx", 1)
    send(store)
    do(store, jobs.take_over, [])
    do(store, jobs.set_handle, [stale], "receipt")
    assert state(store)[:3] == ("unknown", None, "receipt")


def test_who_leaves_gives_back_what_it_holds(store):
    do(store, jobs.beat, "me")
    do(store, jobs.claim, "me", "onnx", 4)
    do(store, jobs.leave, "me")
    assert store.read(jobs.counts) == {"onnx": {"queued": 6}}


def test_put_off_work_waits_for_its_time(store):
    (job,) = do(store, jobs.claim, "me", "onnx", 1)
    do(store, jobs.put_back, job, after_s=60.0, error="busy")
    assert 1 not in {each.photo_id for each in do(store, jobs.claim, "me", "onnx", 10)}
    queued, foreign, earliest = store.read(lambda db: jobs.waiting(db, "onnx", "me"))
    assert (queued, foreign) == (1, 0)
    assert earliest > time.time() + 50


def test_cancelling_spares_what_was_submitted(store):
    (job,) = do(store, jobs.claim, "me", "onnx", 1)
    do(store, jobs.set_handle, [job], "h")
    do(store, jobs.leave, "me")
    assert do(store, jobs.cancel, "onnx") == 5
    assert state(store)[:3] == ("queued", None, "h")
